// What the table and each index hold of the entities that a read wants, where nothing serves it.
// Deliberately says of no target that it would do: its key may not fit, and the words above say which.
import type { TableView } from '../../core/preview/view/table.ts';
import { usePage } from '../context.ts';
import { EntityName } from '../parts/entity-mark.tsx';
import { Sideways } from '../parts/sideways.tsx';

interface Props {
  readonly table: TableView;
  /** Places in `Overview.entities`. */
  readonly entities: readonly number[];
}

export function HeldAttributes({ table, entities }: Props) {
  const lacks = entities.some((entity) =>
    table.targets.some(({ holds }) => holds[entity]?.some((isHeld) => !isHeld)),
  );
  if (!lacks) return null;
  return (
    <Sideways label="What the table and the indexes hold">
      {entities.map((entity) => (
        <Held key={entity} table={table} entity={entity} />
      ))}
    </Sideways>
  );
}

function Held({ table, entity }: { readonly table: TableView; readonly entity: number }) {
  const { choose } = usePage();
  const columns = table.columns[entity] ?? [];
  return (
    <table class="held">
      <thead>
        <tr>
          <th scope="col">
            <EntityName entity={entity} />
          </th>
          {columns.map(({ name }) => (
            <th scope="col" key={name}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.targets.map(({ id, title, holds }) => (
          <tr key={id}>
            <th scope="row">
              <button type="button" class="link" onClick={() => choose({ tab: 'table', target: id })}>
                {title}
              </button>
            </th>
            {columns.map(({ name }, i) =>
              holds[entity]?.[i] ? (
                <td key={name}>
                  <span aria-hidden="true">●</span>
                  <span class="unseen">held</span>
                </td>
              ) : (
                <td key={name} class="not-held">
                  not projected
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
