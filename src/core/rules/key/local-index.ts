// key/local-index: a local index that cannot be: another partition key, or no sort key.
// Deliberately all that DynamoDB demands of one local index; their number is key/too-many-indexes.
import { removeEntry } from '../../syntax/edit-yaml.ts';
import { entryOf } from '../../syntax/tree.ts';
import type { Span } from '../../text/span.ts';
import { defineRule } from '../rule.ts';

type Data = {
  readonly index: string;
  readonly defect: 'partition-key' | 'no-sort-key' | 'table-without-sort-key';
};

export const localIndex = defineRule<Data>({
  id: 'key/local-index',
  title: 'A local index that DynamoDB cannot make',
  why: 'A local index (LSI) sorts the item collections of the table by another attribute: it has the table’s partition key, a sort key of its own, and the table must have a sort key, too (CreateTable, DynamoDB API reference, as of 2026-10).',
  remedy:
    'Leave the partition key out and write a `sortKey`; for another partition key, make it a global index.',
  severity: 'error',
  *check({ model }) {
    const { table } = model;
    if (table?.partitionKey === undefined) return;
    for (const index of model.indexes) {
      if (index.kind !== 'local') continue;
      const problem = (span: Span, defect: Data['defect'], message: string) => ({
        span,
        message,
        data: { index: index.name, defect },
      });
      const other =
        index.partitionKey.find((key) => key.name !== table.partitionKey?.name) ?? index.partitionKey[1];
      if (other) {
        yield problem(
          other.span,
          'partition-key',
          `A local index has the table’s partition key ${table.partitionKey.name}, not ${other.name}. Leave it out, or make ${index.name} a global index.`,
        );
      }
      if (table.sortKey === undefined) {
        yield problem(
          index.nameSpan,
          'table-without-sort-key',
          `${index.name} is a local index, and a table without a sort key can have none. Give the table a sort key, or make ${index.name} a global index.`,
        );
      } else if (index.sortKey.length === 0) {
        yield problem(
          index.nameSpan,
          'no-sort-key',
          `${index.name} is a local index and needs a sort key: it is what sorts the table’s item collections anew.`,
        );
      }
    }
  },
  fixes({ data }, { text, model }) {
    const index = model.indexes.find((each) => each.name === data.index);
    const node = index?.entry.value;
    if (node?.kind !== 'map') return [];
    const type = entryOf(node, 'type');
    const partitionKey = entryOf(node, 'partitionKey');
    const fixes = [];
    if (data.defect === 'partition-key' && partitionKey) {
      fixes.push({ title: 'Leave the partition key out', edits: removeEntry(text, node, partitionKey) });
    }
    if (data.defect !== 'no-sort-key' && type && partitionKey) {
      fixes.push({ title: 'Make it a global index', edits: removeEntry(text, node, type) });
    }
    return fixes;
  },
});
