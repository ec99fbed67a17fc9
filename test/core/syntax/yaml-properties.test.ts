// What holds for every text: no throw, spans inside the text, the same tree each time, time in proportion.
// Deliberately knows no example; yaml-parse.test.ts has those.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseYaml } from '../../../src/core/syntax/parse-yaml.ts';
import { offsetMap } from '../../../src/core/syntax/scalar-offsets.ts';
import type { Node, Tree } from '../../../src/core/syntax/tree.ts';
import { plainValue } from '../../../src/core/syntax/yaml-value.ts';
import type { Span } from '../../../src/core/text/span.ts';

const fragment = fc.constantFrom(
  ...[
    'a',
    'b: ',
    'c:',
    '- ',
    '? ',
    ': ',
    '\n',
    '\n  ',
    '\n    ',
    '\r\n',
    '\r',
    '\t',
    '# c',
    '"',
    "'",
    '{',
    '}',
  ],
  ...[
    '[',
    ']',
    ', ',
    '&x ',
    '*x',
    '<<: *x',
    '!!binary ',
    '!f ',
    '|',
    '>',
    '>-',
    '|2',
    '---',
    '...',
    '%YAML 1.1',
  ],
  ...[
    '\\',
    '\\x41',
    '\\u00',
    '${id}',
    '\0',
    '\x02',
    '\x1f',
    '\ufeff',
    '\ud800',
    '😀',
    '\u2028',
    '12',
    '0x1',
    '~',
  ],
);
const yamlish = fc.array(fragment, { maxLength: 40 }).map((parts) => parts.join(''));
const anyText = fc.oneof(fc.string({ unit: 'binary' }), fc.string(), yamlish);

function nodesOf(node: Node | undefined): Node[] {
  if (node === undefined) return [];
  if (node.kind === 'scalar') return [node];
  if (node.kind === 'list') return [node, ...node.items.flatMap(nodesOf)];
  return [node, ...node.entries.flatMap(({ key, value }) => [key, ...nodesOf(value)])];
}

function spansOf(tree: Tree): Span[] {
  const nodes = nodesOf(tree.root);
  const entries = nodes.flatMap((node) => (node.kind === 'map' ? node.entries : []));
  const aliases = nodes.flatMap((node) => node.alias ?? []);
  return [...nodes, ...entries, ...tree.problems, ...tree.comments].map(({ span }) => span).concat(aliases);
}

describe('parseYaml, for every text', () => {
  it('has a tree whose spans lie inside the text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const tree = parseYaml(text);
        plainValue(tree.root);
        for (const { start, end } of spansOf(tree)) {
          assert.ok(0 <= start && start <= end && end <= text.length, `${start}-${end}`);
        }
        assert.ok(!tree.problems.some(({ code }) => code === 'unreadable'));
      }),
      { numRuns: 1500 },
    );
  });

  it('maps every character of every scalar into its span, in order', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const node of nodesOf(parseYaml(text).root)) {
          if (node.kind !== 'scalar') continue;
          const place = offsetMap(text, node);
          let before = node.span.start;
          for (let i = 0; i <= node.source.length; i++) {
            assert.ok(before <= place(i) && place(i) <= node.span.end);
            before = place(i);
          }
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('is the same each time', () => {
    fc.assert(
      fc.property(anyText, (text) => assert.deepEqual(parseYaml(text), parseYaml(text))),
      { numRuns: 300 },
    );
  });

  it('has at most 200 problems', () => {
    assert.equal(parseYaml('}'.repeat(2000)).problems.length <= 200, true);
    assert.equal(parseYaml('a: *b\n'.repeat(2000)).problems.length, 200);
  });
});
