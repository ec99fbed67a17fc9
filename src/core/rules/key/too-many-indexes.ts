// key/too-many-indexes: more indexes than DynamoDB allows.
// Deliberately an error for local indexes, whose limit is fixed, and a warning for global ones, whose quota can be raised.
import { limits } from '../../facts/limits.ts';
import type { IndexKind } from '../../model/model.ts';
import { defineRule } from '../rule.ts';

export const tooManyIndexes = defineRule<{ readonly kind: IndexKind; readonly count: number }>({
  id: 'key/too-many-indexes',
  title: 'More indexes than a table can have',
  why: 'A table has at most 5 local indexes, a limit that is fixed, and by default at most 20 global ones, a quota that AWS raises on request; vector indexes are at most 5 (AWS General Reference and DynamoDB developer guide, as of 2026).',
  remedy: 'Serve several patterns by one index, or ask for a higher quota of global indexes.',
  severity: 'error',
  *check({ model }) {
    const kinds = [
      {
        kind: 'local',
        most: limits.localIndexes.value,
        words: 'local indexes, and the limit is fixed. Make one global, or serve two patterns by one.',
      },
      {
        kind: 'global',
        most: limits.globalIndexes.value,
        words:
          'global indexes unless AWS raises the quota for your account. Ask for it, or serve two patterns by one index.',
      },
      { kind: 'vector', most: limits.vectorIndexes.value, words: 'vector indexes.' },
    ] as const;
    for (const { kind, most, words } of kinds) {
      const all = model.indexes.filter((index) => index.kind === kind);
      const over = all[most];
      if (over === undefined) continue;
      yield {
        span: over.nameSpan,
        message: `This is index ${most + 1} of ${all.length}: a table has at most ${most} ${words}`,
        data: { kind, count: all.length },
        ...(kind === 'global' ? { severity: 'warning' as const } : {}),
      };
    }
  },
});
