// A half-typed model: the broken place is reported, and everything around it can still be read.
// Deliberately tests values and positions, not how the text was repaired.
import assert from 'node:assert/strict';
import { parseYaml } from '../../../src/core/syntax/parse-yaml.ts';
import type { Node } from '../../../src/core/syntax/tree.ts';
import { plainValue } from '../../../src/core/syntax/yaml-value.ts';

const read = (text: string): unknown => JSON.parse(JSON.stringify(plainValue(parseYaml(text).root)));

/** A model with one broken line in the middle of an entity. */
const around = (line: string): string =>
  `version: 1\nentities:\n  A:\n    x: 1\n${line}    y: 2\n  B:\n    z: 3\nindexes:\n  I: { a: "b" }\n`;

const expected = (broken: object): object => ({
  version: 1,
  entities: { A: { x: 1, ...broken, y: 2 }, B: { z: 3 } },
  indexes: { I: { a: 'b' } },
});

describe('a half-typed model keeps the rest', () => {
  const examples: readonly (readonly [line: string, seen: object])[] = [
    ['    k: "USER#${id\n', { k: 'USER#${id' }],
    ["    k: 'USER#\n", { k: 'USER#' }],
    ['    k: { PK: "USER#${id} }\n', { k: { PK: 'USER#${id}' } }],
    ['    k: { PK: ${id} }\n', { k: { PK: '${id}' } }],
    ['    k: { PK: a, \n', { k: { PK: 'a' } }],
    ['    k: [ a, b\n', { k: ['a', 'b'] }],
    ['    k: [ a ] ]\n', { k: ['a'] }],
    ['    }\n', {}],
    ['    k\n', { k: null }],
    ['    k:v\n', { 'k:v': null }],
    ['    k: a: b\n', { k: 'a: b' }],
    ['    - a\n', {}],
    ['\tk: 3\n', {}],
    ['    k: >= 5\n', { k: '>= 5' }],
    ['    "k: 3\n', { k: 3 }],
    ['    k: *\n', { k: null }],
    ['      k: 3\n', { k: 3 }],
  ];
  for (const [line, seen] of examples) {
    it(JSON.stringify(line), () => {
      const text = around(line);
      assert.notDeepEqual(parseYaml(text).problems, []);
      if (!line.startsWith('\t')) assert.deepEqual(read(text), expected(seen));
      else assert.deepEqual((read(text) as { indexes: unknown }).indexes, { I: { a: 'b' } });
    });
  }

  it('also where all lines are indented by tabs', () => {
    assert.deepEqual(read('a:\n\tb: 1\n\tc:\n\t\td: 2\ne: 3\n'), { a: { b: 1, c: { d: 2 } }, e: 3 });
  });

  it('also where the first line alone is indented', () => {
    assert.deepEqual(read('  version: 1\ntable:\n  name: x\n'), { version: 1, table: { name: 'x' } });
  });

  it('at places of the text as it is', () => {
    for (const [line] of examples) {
      const text = around(line);
      for (const { source, span } of plainScalars(parseYaml(text).root)) {
        if (/^[xyzBI]$/.test(source)) assert.equal(text.slice(span.start, span.end), source, line);
      }
    }
  });
});

function plainScalars(node: Node | undefined): { source: string; span: { start: number; end: number } }[] {
  if (node === undefined) return [];
  if (node.kind === 'scalar') return [node];
  if (node.kind === 'list') return node.items.flatMap(plainScalars);
  return node.entries.flatMap(({ key, value }) => [key, ...plainScalars(value)]);
}
