// The table or one of its indexes: its item collections, what is not in it, and a chosen item.
// Deliberately one at a time, each with its own scroll: an index is read against the table, not beside it.
import type { TableView } from '../../core/preview/view/table.ts';
import { usePage } from '../context.ts';
import { currentTarget } from '../state.ts';
import { Collections } from './collections.tsx';
import { Inspector } from './inspector.tsx';
import { Outside } from './outside.tsx';

interface Props {
  readonly table: TableView;
  readonly panel: { readonly current: HTMLDivElement | null };
}

export function TableTab({ table, panel }: Props) {
  const { overview, choices } = usePage();
  const id = currentTarget(choices, overview);
  const target = table.targets.find((each) => each.id === id);
  if (!target) {
    return (
      <p class="empty">
        The table has no partition key yet, so no item can be placed. Write partitionKey under table, and keys
        under each entity.
      </p>
    );
  }
  const items = target.collections.reduce((all, each) => all + each.items.length, 0);
  const chosen = table.items.find((item) => item.id === choices.item);
  return (
    <>
      {items > 0 ? (
        <Collections table={table} target={target} panel={panel} />
      ) : (
        <Nothing
          table={table}
          name={target.kind === 'table' ? 'the table' : target.title}
          keys={[...target.partitionKey, ...target.sortKey]}
        />
      )}
      <Outside table={table} target={target} />
      {chosen && <Inspector table={table} item={chosen} />}
    </>
  );
}

interface NothingProps {
  readonly table: TableView;
  readonly name: string;
  readonly keys: readonly { readonly name: string }[];
}

function Nothing({ table, name, keys }: NothingProps) {
  const { overview } = usePage();
  const names = keys.map((key) => key.name).join(' and ');
  const isNew =
    overview.entities.length === 0 ||
    (table.items.length === 0 && name === 'the table' && overview.notes.length > 0);
  return (
    <p class="empty">
      {overview.entities.length === 0
        ? 'There are no entities yet. Their items appear here.'
        : isNew
          ? 'No sample item could be made.'
          : `No item is in ${name}: none carries ${names}.`}
    </p>
  );
}
