// The switch between the table and its indexes, and what the one on show is.
// Deliberately above what scrolls: of a long table too, every index is one click away.
import type { TableView } from '../../core/preview/view/table.ts';
import { counted } from '../../core/text/words.ts';
import { usePage } from '../context.ts';
import { ChoiceList } from '../parts/choice-list.tsx';
import { currentTarget } from '../state.ts';

const kinds = {
  table: 'Table',
  global: 'Global secondary index',
  local: 'Local secondary index',
} as const;

export function TargetBar({ table }: { readonly table: TableView | undefined }) {
  const { overview, choices, choose } = usePage();
  const { targets } = overview;
  const id = currentTarget(choices, overview);
  const target = table?.targets.find((each) => each.id === id);
  if (targets.length === 0) return null;
  const items = target?.collections.reduce((all, each) => all + each.items.length, 0) ?? 0;
  return (
    <div class="bar target-bar">
      {targets.length > 1 && (
        <ChoiceList
          label="Table or index"
          choices={targets}
          current={id}
          choose={(next) => choose({ target: next })}
        />
      )}
      {target && (
        <p class="about">
          <b>{kinds[target.kind]}</b>
          {target.kind !== 'table' && <span>projects {target.projection}</span>}
          <span>
            {counted(items, 'sample item')} in {counted(target.collections.length, 'item collection')}
          </span>
        </p>
      )}
    </div>
  );
}
