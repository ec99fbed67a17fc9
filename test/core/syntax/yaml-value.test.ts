// From the schema's paths back to the text.
// Deliberately small: values themselves are tested with the parser.
import assert from 'node:assert/strict';
import { parseYaml } from '../../../src/core/syntax/parse-yaml.ts';
import type { Path } from '../../../src/core/syntax/tree.ts';
import { nodeAt, plainValue } from '../../../src/core/syntax/yaml-value.ts';

const text = 'a:\n  b: [x, { c: 1 }]\n  d:\n1: y\n';

/** The text of what a path leads to, the key of its entry, and how far it led. */
function found(path: Path): [string | undefined, string | undefined, number] {
  const { node, entry, depth } = nodeAt(parseYaml(text).root, path);
  return [node && text.slice(node.span.start, node.span.end), entry?.key.source, depth];
}

describe('nodeAt', () => {
  it('finds entries and items', () => {
    assert.deepEqual(found(['a', 'b', 1, 'c']), ['1', 'c', 4]);
    assert.deepEqual(found(['a', 'b', 0]), ['x', 'b', 3]);
    assert.deepEqual(found([1]), ['y', '1', 1]);
  });
  it('finds the entry of an empty value', () => assert.deepEqual(found(['a', 'd']), [undefined, 'd', 2]));
  it('stops at the deepest that exists', () => {
    assert.deepEqual(found(['a', 'b', 7, 'z']), ['[x, { c: 1 }]', 'b', 2]);
    assert.deepEqual(nodeAt(undefined, ['a']), { depth: 0 });
  });
});

describe('plainValue', () => {
  it('takes the last of a key written twice, and null for nothing', () => {
    const value = plainValue(parseYaml('a: 1\nb:\na: 2\n').root);
    assert.deepEqual(JSON.stringify(value), '{"a":2,"b":null}');
  });
});
