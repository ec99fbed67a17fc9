// read/search-limit: a vector search that asks for more than one answer holds.
// Deliberately apart from index/vector-index: an index can be made whatever is asked of it.
import { limits } from '../../facts/limits.ts';
import { printNumber } from '../../syntax/quantity.ts';
import { entryOf } from '../../syntax/tree.ts';
import { defineRule } from '../rule.ts';

const most = limits.vectorSearchResults.value;

export const searchLimit = defineRule<{ readonly limit: number }>({
  id: 'read/search-limit',
  title: 'A search for more items than one answer holds',
  why: `A search returns at most ${most} items, and there are no further pages (SearchVectors, DynamoDB API reference, as of 2026-10). DynamoDB refuses a request for more.`,
  remedy: `Ask for ${most} or fewer, and narrow the search by \`where\` where more are near.`,
  severity: 'error',
  *check({ uses }) {
    for (const { action, pattern } of uses.actions) {
      const { limit, kind } = action;
      if (kind !== 'search' || limit === undefined || limit <= most) continue;
      yield {
        span: entryOf(action.node, 'limit')?.span ?? pattern.decl.nameSpan,
        message: `${pattern.name} asks for ${printNumber(limit)} items, and a search returns at most ${most}, without further pages: DynamoDB refuses it. Write limit: ${most}, or less.`,
        data: { limit },
      };
    }
  },
  fixes({ span }, { text }) {
    return text.slice(span.start, span.end).startsWith('limit')
      ? [{ title: `Write limit: ${most}`, edits: [{ span, newText: `limit: ${most}` }], preferred: true }]
      : [];
  },
});
