// CSV, Markdown and SVG of one example as golden files, and what holds of them for any text in a model.
// Deliberately through the one entry that the command line and the server use.
import assert from 'node:assert/strict';
import path from 'node:path';
import fc from 'fast-check';
import { csvText } from '../../../src/core/export/csv.ts';
import { exportInSteps } from '../../../src/core/export/export.ts';
import type { FormatId } from '../../../src/core/export/formats.ts';
import { escapeXml, shortened, widthOf } from '../../../src/core/export/svg-elements.ts';
import { toEnd } from '../../../src/core/preview/answer.ts';
import { createSnapshot } from '../../../src/core/snapshot.ts';
import { expectGolden, readIfThere, root } from '../../support/golden.ts';

const page = { script: '', styles: '', hash: () => '' };

function exported(model: string, format: FormatId, target = 'table'): string {
  const result = toEnd(exportInSteps(createSnapshot(model), { format, target, name: 'a model' }, page));
  assert.ok(result.kind === 'text', result.kind === 'nothing' ? result.why : '');
  return result.text;
}

const shop = readIfThere(path.join(root, 'media/examples/debrie-ecommerce.ddb.yaml')) ?? '';

const modelOf = (text: string, other = 'x'): string => `version: 1
table: { name: Shop, partitionKey: PK }
indexes: { GSI1: { partitionKey: id, projection: keys-only } }
entities:
  Customer:
    attributes: { id: string, note: { type: string, optional: true }, age: { type: number, optional: true } }
    keys: { PK: "C#\${id}" }
    samples: [{ id: ann, note: ${JSON.stringify(text)}, age: -5 }, { id: bob, note: ${JSON.stringify(other)} }]
accessPatterns:
  customer: { get: Customer, description: ${JSON.stringify(text)} }
`;

const special = fc.constantFrom(
  '"',
  ',',
  '\n',
  '\r\n',
  '=1+1',
  '@',
  '|',
  '`',
  '<script>',
  '</text>',
  '&',
  ']]>',
  '\0',
);
const anyText = fc
  .array(fc.oneof(special, fc.string({ unit: 'binary' })), { maxLength: 6 })
  .map((all) => all.join(''));

/** A reader of RFC 4180 for the sake of the test. */
function readCsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  for (const [, quoted, bare, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? bare ?? '');
    if (end === '\r\n') rows.push([]);
  }
  return rows.slice(0, -1);
}

describe('an exported preview', () => {
  const golden = (name: string): string => path.join(root, 'test/fixtures/export', name);
  for (const [format, name, target] of [
    ['csv', 'ecommerce.csv', 'table'],
    ['csv', 'ecommerce-gsi1.csv', 'index:GSI1'],
    ['markdown', 'ecommerce.md', 'table'],
    ['svg', 'ecommerce.svg', 'table'],
    ['svg', 'ecommerce-gsi1.svg', 'index:GSI1'],
  ] as const) {
    it(`is ${name}`, () => expectGolden(golden(name), exported(shop, format, target)));
  }

  it('is nothing where there is no table, and no such index', () => {
    const of = (model: string, target: string) =>
      toEnd(exportInSteps(createSnapshot(model), { format: 'svg', target, name: '' }, page));
    const none = of('version: 1', 'table');
    assert.match(none.kind === 'nothing' ? none.why : '', /no table with a partition key/);
    const other = of(modelOf('x'), 'index:GSI2');
    assert.match(other.kind === 'nothing' ? other.why : '', /no such index\. There are GSI1\./);
  });

  it('is there for any text whatever', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        assert.notEqual(exported(text, 'markdown'), '');
      }),
    );
  });
});

describe('CSV', () => {
  it('has what the table holds, and of an index only what is projected', () => {
    assert.deepEqual(readCsv(exported(modelOf('a "quoted", text'), 'csv')), [
      ['PK', 'entity', 'id', 'note', 'age'],
      ['C#ann', 'Customer', 'ann', 'a "quoted", text', '-5'],
      ['C#bob', 'Customer', 'bob', 'x', ''],
    ]);
    assert.deepEqual(readCsv(exported(modelOf('x'), 'csv', 'index:GSI1'))[0], ['id', 'entity', 'PK']);
  });

  it('keeps spreadsheets from taking a text for a formula, and numbers numbers', () => {
    assert.equal(csvText('=HYPERLINK("http://x")'), `"'=HYPERLINK(""http://x"")"`);
    for (const start of ['=', '+', '-', '@', '\t', '\r', '\n']) assert.match(csvText(`${start}1`), /^"?'/);
  });

  it('reads back as it was, whatever the text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const [field] = readCsv(`${csvText(text)}\r\n`)[0] ?? [];
        assert.equal(field, /^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text);
        assert.equal(readCsv(exported(modelOf(text), 'csv')).length, 3);
      }),
      { numRuns: 50 },
    );
  });
});

describe('SVG', () => {
  const tags = (svg: string): readonly string[] =>
    (svg.match(/<[a-z]+/g) ?? []).filter((tag) => tag !== '<title');

  it('has the same elements whatever the text, and nothing that XML forbids', () => {
    const plain = tags(exported(modelOf('x'), 'svg'));
    fc.assert(
      fc.property(anyText, (text) => {
        const svg = exported(modelOf(`x${text}`, `y${text}`), 'svg');
        assert.deepEqual(tags(svg), plain);
        assert.doesNotMatch(svg, /(?![\t\n\r])[\p{Cc}\ufffe\uffff]|&(?!amp;|lt;|gt;|quot;|#39;)/u);
        assert.ok(svg.isWellFormed());
      }),
      { numRuns: 50 },
    );
    assert.equal(escapeXml('\ud800<\0'), '\ufffd&lt;\ufffd');
  });

  it('shortens to a width, in which wide characters count twice', () => {
    assert.equal(shortened('abcdef', 4), 'abc…');
    assert.equal(shortened('日本語', 4), '日…');
    assert.equal(shortened('a\nb', 4), 'a b');
    fc.assert(
      fc.property(
        anyText,
        fc.integer({ min: 1, max: 40 }),
        (text, most) => widthOf(shortened(text, most)) <= most,
      ),
    );
  });

  it('says what is absent, and what is not projected', () => {
    const svg = exported(modelOf('x'), 'svg', 'index:GSI1');
    assert.match(svg, /not projected/);
    assert.match(svg, /absent/);
  });
});

describe('Markdown', () => {
  it('keeps the rows of a table whatever the text', () => {
    const rows = (text: string): number => exported(modelOf(text), 'markdown').match(/^\| /gm)?.length ?? 0;
    fc.assert(
      fc.property(anyText, (text) => rows(text) === rows('x')),
      { numRuns: 30 },
    );
    assert.doesNotMatch(exported(modelOf('<img src=x>'), 'markdown'), /(?<!\\)<img/);
  });
});
