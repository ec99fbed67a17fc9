// One view: the item collections of the table or an index, as The DynamoDB Book draws them.
// Deliberately a plain table: the partition key's cell spans its items, each run of an entity names its attributes once.
import { useRef } from 'preact/hooks';
import type { PreviewModel, PreviewRun, PreviewView } from '../core/preview/view-model.ts';
import type { Span } from '../core/text/span.ts';
import { counted } from '../core/text/words.ts';
import { EntityMark } from './entity-mark.tsx';
import { KeyValue, Value } from './value.tsx';

interface Props {
  readonly view: PreviewView;
  readonly model: PreviewModel;
  readonly selected: string | undefined;
  readonly select: (row: string) => void;
  readonly reveal: (span: Span) => void;
}

const kinds = { table: 'Table', global: 'Global secondary index', local: 'Local secondary index' } as const;

export function Collections({ view, model, selected, select, reveal }: Props) {
  const body = useRef<HTMLTableElement>(null);
  const rows = view.collections.flatMap(({ runs }) => runs.flatMap((run) => run.rows));
  if (rows.length === 0) return <Empty view={view} model={model} />;
  const widest = Math.max(
    1,
    ...view.collections.flatMap(({ runs }) => runs.map((run) => run.columns.length)),
  );
  // One row is the stop of the Tab key; the arrow keys move from there.
  const stop = rows.some((row) => row.id === selected) ? selected : rows[0]?.id;

  const onKeyDown = (event: KeyboardEvent): void => {
    const at = rows.findIndex((row) => row.id === stop);
    const row = rows[at];
    if (event.key === 'Enter' && row) reveal(row.span);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key];
    const next = to === undefined ? undefined : rows[to];
    if (!next) return;
    event.preventDefault();
    select(next.id);
    body.current?.querySelectorAll<HTMLElement>('tr[data-row]')[rows.indexOf(next)]?.focus();
  };

  return (
    <>
      <table class="collections" ref={body} onKeyDown={onKeyDown}>
        <caption>
          <b>{kinds[view.kind]}</b>
          {view.kind !== 'table' && <span>projects {view.projection}, </span>}
          <span>
            {counted(rows.length, 'sample item')} in {counted(view.collections.length, 'item collection')}
          </span>
        </caption>
        <thead>
          <tr>
            {view.partitionKey.map((key) => (
              <th scope="col" key={key.name} class="partition">
                {key.name} <span class="quiet">partition key</span>
              </th>
            ))}
            <th scope="col" class="of">
              <span class="unseen">Entity</span>
            </th>
            {view.sortKey.map((key) => (
              <th scope="col" key={key.name}>
                {key.name} <span class="quiet">sort key</span>
              </th>
            ))}
            <th scope="col" colSpan={widest + 1}>
              Attributes
            </th>
          </tr>
        </thead>
        {view.collections.map(({ partition, runs }) => {
          const size = runs.reduce((sum, run) => sum + run.rows.length, 0);
          return (
            <tbody key={JSON.stringify(partition)}>
              {runs.map((run, r) =>
                run.rows.map((row, i) => (
                  <tr
                    key={row.id}
                    data-row={row.id}
                    class={i === 0 ? 'first' : ''}
                    tabIndex={row.id === stop ? 0 : -1}
                    aria-current={row.id === selected}
                    onClick={() => {
                      select(row.id);
                      reveal(row.span);
                    }}
                  >
                    {r === 0 &&
                      i === 0 &&
                      view.partitionKey.map((key, k) => (
                        <th scope="rowgroup" rowSpan={size} key={key.name} class="partition">
                          <KeyValue value={partition[k]} />
                        </th>
                      ))}
                    <td class={`of color-${model.entities[run.entity]?.color}`}>
                      <EntityMark entity={model.entities[run.entity]} />
                    </td>
                    {view.sortKey.map((key, k) => (
                      <th scope="row" key={key.name} class="sort">
                        <KeyValue value={row.sort[k]} />
                      </th>
                    ))}
                    <Attributes run={run} values={row.values} />
                    <td class="rest" colSpan={widest + 1 - run.columns.length} />
                  </tr>
                )),
              )}
            </tbody>
          );
        })}
      </table>
      <Absent view={view} model={model} />
    </>
  );
}

function Attributes({
  run,
  values,
}: {
  readonly run: PreviewRun;
  readonly values: PreviewRun['rows'][number]['values'];
}) {
  return (
    <>
      {run.columns.map((column, i) => {
        const value = values[i];
        return (
          <td key={column.name} class={column.isKey ? 'other-key' : ''}>
            <span class="name">{column.name}</span>
            {value ? (
              <Value value={value} />
            ) : (
              <span class="value absent">
                <span aria-hidden="true">–</span>
                <span class="unseen">absent</span>
              </span>
            )}
          </td>
        );
      })}
    </>
  );
}

function Absent({ view, model }: Pick<Props, 'view' | 'model'>) {
  if (view.absent.length === 0) return null;
  return (
    <section class="outside" aria-label={`Not in ${view.title}`}>
      <b>Not in {view.kind === 'table' ? 'the table' : view.title}</b>
      <ul>
        {view.absent.map(({ entity, missing }) => (
          <li key={entity}>
            <EntityMark entity={model.entities[entity]} />
            <span aria-hidden="true">{model.entities[entity]?.name}</span>
            <span class="quiet">no {missing.join(', no ')}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Empty({ view, model }: Pick<Props, 'view' | 'model'>) {
  const keys = [...view.partitionKey, ...view.sortKey].map((key) => key.name).join(' and ');
  return (
    <>
      <p class="empty">
        {model.entities.length === 0
          ? 'There are no entities yet. Their items appear here.'
          : `No item is in ${view.kind === 'table' ? 'the table' : view.title}: none carries ${keys}.`}
      </p>
      <Absent view={view} model={model} />
    </>
  );
}
