// The chosen item whole: every attribute, where it lies and where not, and its size.
// Deliberately at the foot of the panel: the table stays where it is, and values need no hover to be read.
import type { ItemView, TableView, TargetView } from '../../core/preview/view/table.ts';
import { printBytes } from '../../core/syntax/quantity.ts';
import { usePage } from '../context.ts';
import { EntityName } from '../parts/entity-mark.tsx';
import { SourceLink } from '../parts/source-link.tsx';
import { currentTarget } from '../state.ts';

interface Props {
  readonly table: TableView;
  readonly item: ItemView;
}

export function Inspector({ table, item }: Props) {
  const { overview, choices, choose } = usePage();
  const place = table.items.indexOf(item);
  const target = table.targets.find(({ id }) => id === currentTarget(choices, overview));
  const columns = table.columns[item.entity] ?? [];
  return (
    <aside class="inspector" aria-label="The chosen item">
      <div class="bar">
        <SourceLink span={item.span} class="entity">
          <EntityName entity={item.entity} />
        </SourceLink>
        <span class="quiet">{printBytes(item.bytes)}</span>
        <ul class="places" aria-label="Where it lies">
          {table.targets.map((each) => (
            <Place key={each.id} target={each} entity={item.entity} place={place} />
          ))}
        </ul>
        <button type="button" class="close" aria-label="Close" onClick={() => choose({ item: undefined })}>
          ×
        </button>
      </div>
      <dl>
        {columns.map((column, i) => {
          const value = item.values[i];
          const isHeld = target?.holds[item.entity]?.[i] ?? true;
          if (!value) return null;
          return (
            <div key={column.name} class={isHeld ? '' : 'not-held'}>
              <dt>
                {column.name}
                {!isHeld && <span class="quiet"> not projected</span>}
              </dt>
              <dd>{value.text}</dd>
            </div>
          );
        })}
      </dl>
    </aside>
  );
}

interface PlaceProps {
  readonly target: TargetView;
  readonly entity: number;
  readonly place: number;
}

function Place({ target, entity, place }: PlaceProps) {
  const { choose } = usePage();
  const out = target.outside.find((each) => each.items.includes(place));
  const why = target.memberships.find((each) => each.entity === entity)?.why ?? '';
  const missing = out ? `no ${out.missing.join(', no ')}` : '';
  return (
    <li class={out ? 'out' : 'in'}>
      <button
        type="button"
        title={[out ? `Not in ${target.title}: ${missing}` : `In ${target.title}`, why]
          .filter(Boolean)
          .join('; ')}
        onClick={() => choose({ target: target.id })}
      >
        <span aria-hidden="true">{out ? '○' : '●'}</span> {target.title}
        {out && <span class="quiet"> {missing}</span>}
      </button>
    </li>
  );
}
