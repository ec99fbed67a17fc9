// schema/wrong-type: a map, a list or a scalar where another of them belongs.
// Deliberately points at the value, or at the key where nothing stands.
import type { ShapeIssue } from '../../model/shape-issue.ts';
import { doubleQuoted } from '../../syntax/quote-yaml.ts';
import { span } from '../../text/span.ts';
import { defineRule, type Fix } from '../rule.ts';
import { shapeProblems } from '../shape-problems.ts';

export const wrongType = defineRule<Extract<ShapeIssue, { kind: 'wrong-type' }>>({
  id: 'schema/wrong-type',
  title: 'A value of the wrong kind',
  why: 'What has the wrong kind is left out of the model, and nothing is said of what depends on it.',
  remedy: 'Write the kind of value that belongs there.',
  severity: 'error',
  check: (analysis) => shapeProblems(analysis, 'wrong-type'),
  fixes: ({ data }, { text }) => {
    if (data.path.length === 0 && data.found === 'nothing') return [firstLines(text)];
    return data.quotes && data.value !== undefined
      ? [
          {
            title: 'Put it in quotes',
            edits: [{ span: data.span, newText: doubleQuoted(data.value) }],
            preferred: true,
          },
        ]
      : [];
  },
});

/** What every model begins with, below the comments that stand there. */
function firstLines(text: string): Fix {
  const end = span(text.length, text.length);
  const start = text === '' || text.endsWith('\n') ? '' : '\n';
  return {
    title: 'Write the first lines of a model',
    edits: [{ span: end, newText: start + skeleton }],
    preferred: true,
  };
}

const skeleton = `version: 1

table:
  name: Shop
  partitionKey: PK
  sortKey: SK

entities:
  Customer:
    attributes:
      customerId: ulid
      name: { type: string, size: 20 B }
    keys:
      PK: "CUSTOMER#\${customerId}"
      SK: "CUSTOMER#\${customerId}"

accessPatterns:
  customer: { get: Customer }
`;
