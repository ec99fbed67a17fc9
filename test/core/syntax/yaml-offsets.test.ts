// Where the characters of a decoded text stand in the file, in each of YAML's five styles.
// Deliberately compares with the text itself, never with a second decoder.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { stringify } from 'yaml';
import { parseYaml } from '../../../src/core/syntax/parse-yaml.ts';
import { offsetMap } from '../../../src/core/syntax/scalar-offsets.ts';
import type { ScalarNode } from '../../../src/core/syntax/tree.ts';
import { nodeAt } from '../../../src/core/syntax/yaml-value.ts';

function scalarAt(text: string, ...path: string[]): ScalarNode {
  const { node } = nodeAt(parseYaml(text).root, path);
  assert.equal(node?.kind, 'scalar', text);
  return node as ScalarNode;
}

/** The text from where `part` begins in the decoded value of `k`. */
function textAt(text: string, part: string): string {
  const scalar = scalarAt(text, 'k');
  const index = scalar.source.indexOf(part);
  assert.notEqual(index, -1, scalar.source);
  const place = offsetMap(text, scalar);
  return text.slice(place(index), place(index + part.length));
}

describe('offsetMap', () => {
  const examples: readonly (readonly [text: string, part: string, written: string])[] = [
    ['k: USER#${id}\n', '${id}', '${id}'],
    ['k: "USER#${id}"\n', '${id}', '${id}'],
    ["k: 'it''s ${id}'\n", '${id}', '${id}'],
    ["k: 'it''s'\n", "'", "''"],
    ['k: "a\\tb\\x41\\u00e9\\U0001F600${id}"\n', '${id}', '${id}'],
    ['k: "a\\U0001F600"\n', '😀', '\\U0001F600'],
    ['k: "a\\\n   b ${id}"\n', '${id}', '${id}'],
    ['k: "a\n\n   b ${id}"\n', '${id}', '${id}'],
    ['k: a\n  b\n\n  ${id}\n', '${id}', '${id}'],
    ['k: |\n  a\n    ${id}\n', '${id}', '${id}'],
    ['k: |1-\n   a\n  ${id}\n', '${id}', '${id}'],
    ['k: >\r\n  a\r\n  b\r\n\r\n  ${id}\r\n', '${id}', '${id}'],
    ['k: >+\n  a ${id}\n\n', '${id}', '${id}'],
    ['k: "USER#${id}\nl: 1\n', '${id}', '${id}'],
    ['l: { k: 1 }\nk: a: ${id}\n', '${id}', '${id}'],
  ];
  for (const [text, part, written] of examples) {
    it(JSON.stringify(text), () => assert.equal(textAt(text, part), written));
  }

  it('ends before the closing quote, and before the line break of a block', () => {
    assert.equal(offsetMap('k: "ab"\n', scalarAt('k: "ab"\n', 'k'))(2), 6);
    assert.equal(offsetMap('k: |\n  ab\n', scalarAt('k: |\n  ab\n', 'k'))(3), 9);
  });

  const piece = fc.constantFrom(
    ...['a', 'b', ' ', '  ', '\n', '\n\n', '\t', "'", '"', '\\', ' #', ': ', '${x}', 'é', '😀', '\u0001'],
    'words and words and more words ',
  );
  const texts = fc.array(piece, { maxLength: 12 }).map((parts) => parts.join(''));
  const styles = fc.constantFrom('PLAIN', 'QUOTE_SINGLE', 'QUOTE_DOUBLE', 'BLOCK_LITERAL', 'BLOCK_FOLDED');

  it('finds each character of any text in any style', () => {
    fc.assert(
      fc.property(
        texts,
        styles,
        fc.boolean(),
        fc.integer({ min: 20, max: 60 }),
        (value, style, isDos, width) => {
          const unix = stringify(
            { outer: { k: value } },
            { defaultStringType: style, defaultKeyType: 'PLAIN', lineWidth: width },
          );
          const text = isDos ? unix.replaceAll('\n', '\r\n') : unix;
          const scalar = scalarAt(text, 'outer', 'k');
          const place = offsetMap(text, scalar);
          for (let i = 0; i < scalar.source.length; i++) {
            const [unit, there] = [scalar.source.charAt(i), text.charAt(place(i))];
            const isBreak = there === '\n' || text.startsWith('\r\n', place(i));
            const isMade =
              (scalar.style === 'double-quoted' && there === '\\') || (/[ \n]/.test(unit) && isBreak);
            assert.ok(unit === there || isMade, `${i}: ${JSON.stringify([unit, there])}`);
          }
        },
      ),
      { numRuns: 1500 },
    );
  });
});
