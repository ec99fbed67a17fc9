// key/too-many-attributes: more key attributes than a key can have.
// Deliberately one rule for the two limits: four and four in a global index, one and one elsewhere.
import { limits } from '../../facts/limits.ts';
import { defineRule } from '../rule.ts';

export const tooManyAttributes = defineRule<{ readonly index: string; readonly role: 'partition' | 'sort' }>({
  id: 'key/too-many-attributes',
  title: 'More attributes than a key can have',
  why: 'Since November 2025 a global index has up to four attributes in its partition key and up to four in its sort key. The table and local indexes have one each (DynamoDB developer guide, multi-attribute keys, as of 2026).',
  remedy: 'Join attributes into one key by a template, or leave out what no pattern asks for.',
  severity: 'error',
  *check({ model }) {
    for (const index of model.indexes) {
      // Of those index/vector-index speaks.
      if (index.kind === 'vector') continue;
      for (const role of ['partition', 'sort'] as const) {
        const keys = role === 'partition' ? index.partitionKey : index.sortKey;
        const limit = role === 'partition' ? limits.partitionKeyAttributes : limits.sortKeyAttributes;
        const most = index.kind === 'global' ? limit.value : 1;
        const over = keys[most];
        if (over === undefined || (index.kind === 'local' && role === 'partition')) continue;
        const advice =
          index.kind === 'local'
            ? 'Only a global index can have several.'
            : 'Join some into one key by a template.';
        yield {
          span: over.span,
          message: `The ${role} key of ${index.kind === 'local' ? 'a local' : 'a global'} index has at most ${most === 1 ? 'one attribute' : `${most} attributes`}, and ${index.name} has ${keys.length}. ${advice}`,
          data: { index: index.name, role },
        };
      }
    }
  },
});
