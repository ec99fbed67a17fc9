// The YAML front by example: what the tree holds, and what each mistake is called and where.
// Deliberately without the language's own traps inside templates and clauses; those have rules of their own.
import assert from 'node:assert/strict';
import { parseYaml } from '../../../src/core/syntax/parse-yaml.ts';
import { entryOf, type Node, type ScalarNode } from '../../../src/core/syntax/tree.ts';
import { problemCodes, problemMessage } from '../../../src/core/syntax/yaml-problems.ts';
import { nodeAt, plainValue } from '../../../src/core/syntax/yaml-value.ts';

const read = (text: string): unknown => JSON.parse(JSON.stringify(plainValue(parseYaml(text).root)));

/** Each problem as `code: the text it is about`. */
const problemsOf = (text: string): string[] =>
  parseYaml(text).problems.map(({ code, span }) => `${code}: ${text.slice(span.start, span.end)}`);

function scalarAt(text: string, ...path: (string | number)[]): ScalarNode {
  const { node } = nodeAt(parseYaml(text).root, path);
  assert.equal(node?.kind, 'scalar');
  return node as ScalarNode;
}

const written = (text: string, node: Node | undefined): string | undefined =>
  node && text.slice(node.span.start, node.span.end);

describe('parseYaml', () => {
  it('keeps a number as it is written, beside what YAML makes of it', () => {
    const text = 'id: 0123456\nbig: 12345678901234567890123\nsize: 12 B\n';
    assert.deepEqual(read(text), { id: 123456, big: 1.2345678901234568e22, size: '12 B' });
    assert.equal(scalarAt(text, 'id').source, '0123456');
    assert.equal(scalarAt(text, 'big').source, '12345678901234567890123');
  });

  it('takes keys as they are written', () => {
    assert.deepEqual(read('1: a\n007: b\nYes: c\nnull: d\n"x y": e\n'), {
      '1': 'a',
      '007': 'b',
      Yes: 'c',
      null: 'd',
      'x y': 'e',
    });
  });

  it('tells an empty value from null', () => {
    const { root } = parseYaml('empty:\ncomment: # later\nwritten: null\ntilde: ~\n');
    assert.equal(entryOf(root, 'empty')?.value, undefined);
    assert.equal(entryOf(root, 'comment')?.value, undefined);
    assert.equal(entryOf(root, 'written')?.value?.kind, 'scalar');
    assert.equal(entryOf(root, 'tilde')?.value?.kind, 'scalar');
  });

  it('spans an entry from its key to its value, or to its colon', () => {
    const text = 'a:\n  b: [1, 2] # two\n  c: |\n    x\n    y\n\nd:\n';
    const { root } = parseYaml(text);
    const inner = entryOf(root, 'a')?.value;
    const spans = [entryOf(inner, 'b'), entryOf(inner, 'c'), entryOf(root, 'd')].map(
      (entry) => entry && text.slice(entry.span.start, entry.span.end),
    );
    assert.deepEqual(spans, ['b: [1, 2]', 'c: |\n    x\n    y', 'd:']);
    assert.equal(written(text, inner), 'b: [1, 2] # two\n  c: |\n    x\n    y');
  });

  it('knows an empty item of a list', () => {
    const { root } = parseYaml('- a\n-\n- b\n-\n');
    assert.equal(root?.kind === 'list' && root.items.map((item) => item?.kind).join(), 'scalar,,scalar,');
  });

  it('decodes every style and remembers it', () => {
    const text = `- a\n  b\n- 'it''s'\n- "x\\ty"\n- |\n  l\n- >\n  f\n  g\n`;
    const { root } = parseYaml(text);
    const seen = root?.kind === 'list' ? root.items.map((item) => item?.kind === 'scalar' && item) : [];
    assert.deepEqual(
      seen.map((item) => item && [item.style, item.source]),
      [
        ['plain', 'a b'],
        ['single-quoted', "it's"],
        ['double-quoted', 'x\ty'],
        ['literal', 'l\n'],
        ['folded', 'f g\n'],
      ],
    );
  });

  it('gathers comments from anywhere, and none from inside texts', () => {
    const text = '# top\na: "# no" # one\nb: { # two\n  c: 1 }\nd: |\n  # no\n# end\n';
    const { comments } = parseYaml(text);
    assert.deepEqual(
      comments.map((comment) => comment.text),
      [' top', ' one', ' two', ' end'],
    );
    assert.ok(comments.every(({ text: of, span }) => text.slice(span.start, span.end) === `#${of}`));
  });

  it('replaces an alias by the value it names, and marks it', () => {
    const text = 'a: &x { n: 1 }\nb: *x\n';
    const { node } = nodeAt(parseYaml(text).root, ['b']);
    assert.deepEqual(read(text), { a: { n: 1 }, b: { n: 1 } });
    assert.equal(written(text, node), '{ n: 1 }');
    assert.deepEqual(node?.alias, { start: 18, end: 20 });
  });

  it('merges maps behind the own entries', () => {
    const text = 'x: &x { a: 1, b: 1 }\ny: &y { b: 2, c: 2 }\nz:\n  <<: [*x, *y]\n  a: 0\n';
    assert.equal(JSON.stringify(plainValue(nodeAt(parseYaml(text).root, ['z']).node)), '{"a":0,"b":1,"c":2}');
  });

  it('reads the first of several documents', () => {
    assert.deepEqual(problemsOf('a: 1\n---\nb: 2\n'), ['several-documents: ---']);
    assert.deepEqual(read('a: 1\n---\nb: 2\n'), { a: 1 });
    assert.deepEqual(problemsOf('---\na: 1\n...\n'), []);
  });

  it('reads a byte order mark, CR LF and a YAML 1.1 directive as the same model', () => {
    assert.deepEqual(read('\ufeffa: yes\r\nb:\r\n  - 1\r\n'), { a: 'yes', b: [1] });
    assert.deepEqual(read('%YAML 1.1\n---\na: yes\n'), { a: 'yes' });
    assert.deepEqual(problemsOf('%YAML 1.1\n---\na: yes\n'), []);
  });

  it('reads __proto__ as a key like any other', () => {
    const value = plainValue(parseYaml('__proto__: { a: 1 }\n').root) as Record<string, unknown>;
    assert.deepEqual(Object.keys(value), ['__proto__']);
  });
});

describe('YAML problems', () => {
  const examples: readonly (readonly [text: string, ...problems: string[]])[] = [
    ['a: 1\nb: 2\na: 3\n', 'duplicate-key: a'],
    ['a: *x\n', 'unknown-alias: *x'],
    ['a: &x [*x]\n', 'alias-cycle: *x'],
    ['a: *\n', 'bad-alias: *'],
    ['a: { <<: 1 }\n', 'bad-merge: 1'],
    ['? [a]: b\n', 'complex-key: [a]'],
    ['[a]: b\n', 'complex-key: [a]'],
    [': b\n', 'empty-key: :'],
    ['a: !!binary aGk=\nb: !foo x\n', 'tag-resolve-failed: !!binary', 'tag-resolve-failed: !foo'],
    ['a:\n\tb: 1\n', 'tab-as-indent: \t'],
    ['a: "x\nb: 1\n', 'unclosed-quote: "x'],
    ['a: { b: 1\nc: 2\n', 'unclosed-flow: {'],
    ['a: { PK: ORDER#${x} }\n', 'unquoted-bracket: ORDER#${x}'],
    ['a: { pattern: ^[a-z]+$, max: 3 }\n', 'unquoted-bracket: ^[a-z]+$'],
    ['description: a: b # c\n', 'nested-map: a: b'],
    ['filter: >= 5 # c\n', 'bad-block-header: >= 5'],
    ['pattern: "^\\d+$"\n', 'bad-dq-escape: \\'],
    ['a: @x\n', 'bad-scalar-start: @'],
    ['a:\n  b: 1\n  cust\n', 'missing-colon: cust'],
    ['a: [1] ]\n', 'stray-token: ]'],
    ['a: "x" y\n', 'unexpected-token: y'],
    ['a:\n  b: 1\n c: 2\n', 'bad-indent: c: 2'],
    ['%FOO bar\n---\na: 1\n', 'bad-directive: %FOO bar'],
  ];
  for (const [text, ...problems] of examples) {
    it(JSON.stringify(text), () => assert.deepEqual(problemsOf(text), problems));
  }

  it('ends an alias bomb with one problem', () => {
    const lines = Array.from({ length: 40 }, (_, i) => `a${i}: &a${i} [${i ? `*a${i - 1}, *a${i - 1}` : 1}]`);
    assert.deepEqual(
      parseYaml(lines.join('\n')).problems.map(({ code }) => code),
      ['alias-too-large'],
    );
  });

  it('refuses what nests too deeply, and reads the rest', () => {
    const text = `a: 1\nb: ${'['.repeat(50_000)}\nc: 2\n`;
    assert.deepEqual(
      parseYaml(text).problems.map(({ code }) => code),
      ['too-deep'],
    );
    assert.deepEqual(read(text), { a: 1, c: 2 });
  });

  it('has words for each', () => {
    assert.equal(new Set(problemCodes.map(problemMessage)).size, problemCodes.length);
    for (const [text] of examples) {
      for (const { code } of parseYaml(text).problems) assert.ok(problemCodes.includes(code), code);
    }
  });
});
