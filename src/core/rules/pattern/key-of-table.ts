// pattern/key-of-table: a raw key condition on an index that is written with the names of the table's keys.
// Deliberately a warning: by its role the key is plain, but the request needs the index's own names.
import { keyNamed } from '../../analysis/routes/pinned.ts';
import { defineRule } from '../rule.ts';
import { renameTo } from '../support.ts';

export const keyOfTable = defineRule<{ readonly name: string }>({
  id: 'pattern/key-of-table',
  title: 'A key condition on an index that names the table’s key',
  why: 'A query on an index takes the index’s own key attributes; with the table’s it is refused as “Query condition missed key schema element”.',
  remedy: 'Name the key attributes of the index.',
  severity: 'warning',
  *check({ design, uses }) {
    const table = design.table?.target;
    if (table === undefined) return;
    for (const { action } of uses.actions) {
      const target = design.targets.find(
        (each) => each.kind !== 'table' && each.name === action.index?.value,
      );
      if (target === undefined) continue;
      for (const decl of action.key ?? []) {
        const meant = keyNamed(decl.name, target, table);
        if (meant === undefined || meant.name === decl.name) continue;
        yield {
          span: decl.nameSpan,
          message: `${decl.name} is the table’s key; on ${target.name} it is ${meant.name}. DynamoDB refuses the request with the other name.`,
          data: { name: meant.name },
        };
      }
    }
  },
  fixes: ({ span, data }) => renameTo(span, data.name),
});
