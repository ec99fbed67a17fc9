// Edits of quick fixes, as the author sees them: before and after.
// Deliberately also by property: after an edit the document holds what was asked for and all it held before.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { stringify } from 'yaml';
import {
  insertEntry,
  insertUnder,
  removeEntry,
  replaceScalar,
  type YamlText,
} from '../../../src/core/syntax/edit-yaml.ts';
import { parseYaml } from '../../../src/core/syntax/parse-yaml.ts';
import { quote } from '../../../src/core/syntax/quote-yaml.ts';
import { entryOf, type MapEntry, type MapNode, type Path } from '../../../src/core/syntax/tree.ts';
import { nodeAt, plainValue } from '../../../src/core/syntax/yaml-value.ts';
import { applyEdits } from '../../../src/core/text/edit.ts';

const read = (text: string): unknown => JSON.parse(JSON.stringify(plainValue(parseYaml(text).root)));

function mapAt(text: string, path: Path): MapNode {
  const { node } = nodeAt(parseYaml(text).root, path);
  assert.equal(node?.kind, 'map');
  return node as MapNode;
}

function entryAt(text: string, path: Path): { map: MapNode; entry: MapEntry } {
  const map = mapAt(text, path.slice(0, -1));
  const entry = entryOf(map, String(path.at(-1)));
  assert.ok(entry);
  return { map, entry };
}

const inserted = (text: string, path: Path, key: string, value: YamlText): string =>
  applyEdits(text, insertEntry(text, mapAt(text, path), key, value));

const insertedUnder = (text: string, path: Path, key: string, value: YamlText): string => {
  const { map, entry } = entryAt(text, path);
  return applyEdits(text, insertUnder(text, map, entry, key, value));
};

const removed = (text: string, path: Path): string => {
  const { map, entry } = entryAt(text, path);
  return applyEdits(text, removeEntry(text, map, entry));
};

describe('insertEntry', () => {
  it('writes a line behind the last entry, before the next section', () => {
    const text = 'keys:\n    PK: a # own\n\n# next\ncount: 1\n';
    assert.equal(
      inserted(text, ['keys'], 'SK', 'b'),
      'keys:\n    PK: a # own\n    SK: b\n\n# next\ncount: 1\n',
    );
  });
  it('writes behind a last entry of several lines, and at an end without line break', () => {
    assert.equal(inserted('a:\n  b:\n    c: 1', ['a'], 'd', '2'), 'a:\n  b:\n    c: 1\n  d: 2');
    assert.equal(inserted('a: |\n  x\n', [], 'd', '2'), 'a: |\n  x\nd: 2\n');
  });
  it('aligns with the entries of a list item', () => {
    assert.equal(inserted('- put: A\n- get: B\n', [0], 'times', '2'), '- put: A\n  times: 2\n- get: B\n');
  });
  it('nests by the document’s own indentation and line ends', () => {
    const text = 'a:\r\n    b: 1\r\n';
    const value = { type: 'local', keys: { x: '1' } };
    assert.equal(
      inserted(text, [], 'c', value),
      'a:\r\n    b: 1\r\nc:\r\n    type: local\r\n    keys:\r\n        x: 1\r\n',
    );
  });
  it('writes before a closing brace', () => {
    assert.equal(inserted('a: { b: 1 }\n', ['a'], 'c', { d: '2' }), 'a: { b: 1, c: { d: 2 } }\n');
    assert.equal(inserted('a: {}\n', ['a'], 'c', '2'), 'a: { c: 2 }\n');
    assert.equal(inserted('a: { b: 1, }\n', ['a'], 'c', '2'), 'a: { b: 1, c: 2 }\n');
    assert.equal(inserted('a: [b: 1]\n', ['a', 0], 'c', '2'), 'a: [{ b: 1, c: 2 }]\n');
    assert.equal(
      inserted('a: {\n  b: 1, # one\n  d: 2 # two\n}\n', ['a'], 'c', '3'),
      'a: {\n  b: 1, # one\n  d: 2,\n  c: 3 # two\n}\n',
    );
  });
  it('begins a document', () => {
    assert.equal(
      applyEdits('# new\n', insertEntry('# new\n', undefined, 'version', '1')),
      '# new\nversion: 1\n',
    );
  });
});

describe('insertUnder', () => {
  it('fills an empty value', () => {
    assert.equal(
      insertedUnder('keys: # later\ncount: 1\n', ['keys'], 'PK', 'a'),
      'keys: # later\n  PK: a\ncount: 1\n',
    );
    assert.equal(insertedUnder('a:\n  keys: null\n', ['a', 'keys'], 'PK', 'a'), 'a:\n  keys: \n    PK: a\n');
    assert.equal(insertedUnder('a: { keys: }\n', ['a', 'keys'], 'PK', 'a'), 'a: { keys: { PK: a } }\n');
    assert.equal(insertedUnder('a: 1\nkeys\n', ['keys'], 'PK', 'a'), 'a: 1\nkeys:\n  PK: a\n');
  });
  it('adds to a map, and leaves anything else alone', () => {
    assert.equal(insertedUnder('keys:\n  PK: a\n', ['keys'], 'SK', 'b'), 'keys:\n  PK: a\n  SK: b\n');
    assert.equal(insertedUnder('keys: 3\n', ['keys'], 'SK', 'b'), 'keys: 3\n');
  });
});

describe('removeEntry', () => {
  const examples: readonly (readonly [text: string, path: Path, after: string])[] = [
    ['a: 1\nb: 2 # two\nc: 3\n', ['b'], 'a: 1\nc: 3\n'],
    ['a: 1\nb:\n  x: 1\n  y: 2', ['b'], 'a: 1'],
    ['- a: 1\n  b: 2\n', [0, 'a'], '- b: 2\n'],
    ['- a: 1\n- b: 2\n', [0, 'a'], '- \n- b: 2\n'],
    ['a: { b: 1, c: 2 }\n', ['a', 'b'], 'a: { c: 2 }\n'],
    ['a: { b: 1, c: 2 }\n', ['a', 'c'], 'a: { b: 1 }\n'],
    ['a: { b: 1 }\n', ['a', 'b'], 'a: {  }\n'],
  ];
  for (const [text, path, after] of examples) {
    it(JSON.stringify(text), () => assert.equal(removed(text, path), after));
  }
});

describe('quote', () => {
  const examples: readonly (readonly [value: string, written: string])[] = [
    ['Order', 'Order'],
    ['status = PLACED', 'status = PLACED'],
    ['20 per Customer', '20 per Customer'],
    ['ORDER#${id}', '"ORDER#${id}"'],
    ['^\\d+$', "'^\\d+$'"],
    ['a: b', '"a: b"'],
    ['a #b', '"a #b"'],
    ['0123', '"0123"'],
    ['2024-01-31', '"2024-01-31"'],
    ['yes', '"yes"'],
    ['', '""'],
    ['a\nb', '"a\\nb"'],
    ['>= 5', '">= 5"'],
  ];
  for (const [value, written] of examples) it(written, () => assert.equal(quote(value), written));
});

describe('edits, for every document', () => {
  const name = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 6 }),
    fc.constantFrom('a', 'b', 'PK', 'a: b', ' #'),
  );
  const model = fc.dictionary(
    name,
    fc.oneof(
      name,
      fc.dictionary(name, fc.oneof(name, fc.array(name, { maxLength: 2 })), {
        maxKeys: 3,
        noNullPrototype: true,
      }),
    ),
    { minKeys: 1, maxKeys: 4, noNullPrototype: true },
  );
  const flows = fc.constantFrom(undefined, 'flow' as const, 'block' as const);
  const print = (value: unknown, flow: 'flow' | 'block' | undefined): string =>
    stringify(value, {
      collectionStyle: flow ?? 'any',
      indent: 4,
      lineWidth: 30,
      defaultKeyType: 'QUOTE_DOUBLE',
      defaultStringType: 'QUOTE_DOUBLE',
      aliasDuplicateObjects: false,
    });

  it('quote keeps the text, in block and in flow style', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), name), (value) => {
        const text = `${quote(value)}: ${quote(value)}\nlist: [${quote(value)}, { k: ${quote(value)} }]\n`;
        const { root, problems } = parseYaml(text);
        if (value !== 'list') assert.deepEqual(problems, []);
        assert.deepEqual(
          plainValue(nodeAt(root, [value]).node),
          value === 'list' ? [value, { k: value }].map((one) => plainOf(one)) : value,
        );
        assert.deepEqual(plainValue(nodeAt(root, ['list', 0]).node), value);
        assert.deepEqual(plainValue(nodeAt(root, ['list', 1, 'k']).node), value);
      }),
    );
  });

  const plainOf = (one: unknown): unknown =>
    typeof one === 'object' ? Object.assign(Object.create(null), one) : one;

  it('an insertion adds the entry and changes nothing else', () => {
    fc.assert(
      fc.property(model, flows, fc.boolean(), (value, flow, isDos) => {
        const unix = print(value, flow);
        const text = isDos ? unix.replaceAll('\n', '\r\n') : unix;
        const before = read(text) as object;
        const after = inserted(text, [], 'added here', { x: quote('1'), 'y: y': { z: '[1]' } });
        assert.deepEqual(parseYaml(after).problems, []);
        assert.deepEqual(read(after), { ...before, 'added here': { x: '1', 'y: y': { z: [1] } } });
      }),
      { numRuns: 300 },
    );
  });

  it('a removal takes one entry away and changes nothing else', () => {
    fc.assert(
      fc.property(model, flows, fc.nat(), (value, flow, pick) => {
        const text = print({ outer: value, last: 1 }, flow);
        const { outer } = read(text) as { outer: Record<string, unknown> };
        const keys = Object.keys(outer);
        const key = keys[pick % keys.length] ?? '';
        const rest = Object.fromEntries(Object.entries(outer).filter(([of]) => of !== key));
        const after = removed(text, ['outer', key]);
        const expected = Object.keys(rest).length === 0 && flow !== 'flow' ? null : rest;
        assert.deepEqual(parseYaml(after).problems, []);
        assert.deepEqual(read(after), { outer: expected, last: 1 });
      }),
      { numRuns: 300 },
    );
  });

  it('a replaced scalar reads as the new text', () => {
    const styles = fc.constantFrom('a', "'a'", '"a"', '|\n  a', 'a\n  b');
    fc.assert(
      fc.property(styles, name, (style, value) => {
        const text = `k: ${style}\nl: 1\n`;
        const { node } = nodeAt(parseYaml(text).root, ['k']);
        assert.equal(node?.kind, 'scalar');
        const after = node?.kind === 'scalar' ? applyEdits(text, [replaceScalar(node, value)]) : '';
        assert.deepEqual(read(after), { k: value, l: 1 });
      }),
    );
  });
});
