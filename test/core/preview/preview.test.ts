// The preview's view model: golden for the published designs, and what is left of a broken one.
// Deliberately golden as an outline of text, which reads like the picture and shows a change as one.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { previewOf } from '../../../src/core/preview/preview.ts';
import type { PreviewModel, PreviewView } from '../../../src/core/preview/view-model.ts';
import { createSnapshot } from '../../../src/core/snapshot.ts';
import { expectGolden, root } from '../../support/golden.ts';

const preview = (text: string): PreviewModel => previewOf(createSnapshot(text));

const short = (text: string): string => (text.length > 40 ? `${text.slice(0, 39)}…` : text);

function viewLines(view: PreviewView, model: PreviewModel): readonly string[] {
  const name = (entity: number): string => model.entities[entity]?.name ?? '?';
  const keys = [...view.partitionKey, ...view.sortKey].map((key) => key.name).join(', ');
  return [
    `${view.title} (${view.kind}, ${keys}, projects ${view.projection})`,
    ...view.collections.flatMap(({ partition, runs }) => [
      `  ${partition.map((value) => value.text).join(', ')}`,
      ...runs.flatMap((run) =>
        run.rows.map((row) => {
          const values = run.columns.map((column, i) => {
            const value = row.values[i];
            return `${column.isKey ? '*' : ''}${column.name}=${value ? short(value.text) : '-'}`;
          });
          const sort = row.sort.map((value) => value.text).join(', ');
          return `    ${model.entities[run.entity]?.mark} ${sort} | ${values.join(' ')}`;
        }),
      ),
    ]),
    ...view.absent.map(({ entity, missing }) => `  not ${name(entity)}: no ${missing.join(', ')}`),
  ];
}

function patternLines(model: PreviewModel): readonly string[] {
  const marks = (entities: readonly number[]): string =>
    entities.map((i) => model.entities[i]?.mark).join(' ');
  return model.patterns.flatMap((pattern) => [
    `${pattern.name}: ${pattern.rate ?? '-'}`,
    ...pattern.actions.flatMap((action) => [
      `  ${action.isStep ? 'then ' : ''}${action.label} [${marks(action.entities)}] ${action.remarks.join(', ')}`.trimEnd(),
      ...[...action.conditions, ...action.problems].map((line) => `    ${line}`),
      ...(action.alsoReads.length > 0 ? [`    also reads ${marks(action.alsoReads)}`] : []),
    ]),
  ]);
}

const outline = (model: PreviewModel): string =>
  [
    model.title,
    ...model.entities.map(({ mark, name, count }) => `${mark} ${name} ${count ?? ''}`.trimEnd()),
    ...model.notes.map((note) => `! ${note.text}`),
    ...model.views.flatMap((view) => ['', ...viewLines(view, model)]),
    '',
    ...patternLines(model),
    '',
  ].join('\n');

const shop = `version: 1
table: { name: Shop, partitionKey: PK, sortKey: SK, typeAttribute: type }
indexes:
  ByState: { partitionKey: [shop, state], sortKey: [total, id], projection: [note] }
  Keys: { partitionKey: GSIPK, projection: keys-only }
entities:
  Order:
    attributes:
      shop: { type: string, size: 3 B, distinct: 9 }
      id: { type: number, max: 999 }
      state: { enum: [OPEN, DONE] }
      total: number
      note: { type: string, optional: true }
    keys: { PK: "S#\${shop}", SK: "O#\${id | pad(3)}", GSIPK: "O#\${id}" }
    count: 900
  Setting:
    attributes: { value: boolean }
    keys: { PK: SETTINGS, SK: SETTINGS }
accessPatterns:
  open: { query: Order, where: [shop, state = OPEN], select: [id, note], rate: 5/s }
`;

const table = (model: PreviewModel, id = 'table'): PreviewView => {
  const view = model.views.find((each) => each.id === id);
  assert.ok(view, id);
  return view;
};

describe('the preview', () => {
  for (const name of ['aws-device-state-log', 'aws-online-shop', 'debrie-github']) {
    it(`draws ${name} as it did`, () => {
      const text = readFileSync(path.join(root, `test/fixtures/designs/${name}.ddb.yaml`), 'utf8');
      const file = path.join(root, `test/fixtures/preview/${name}.txt`);
      expectGolden(file, outline(preview(text)));
    });
  }

  it('is plain data, the same for the same text', () => {
    const model = preview(shop);
    assert.deepEqual(JSON.parse(JSON.stringify(model)), JSON.parse(JSON.stringify(preview(shop))));
    assert.deepEqual(structuredClone(model), model);
  });

  it('shows of an item what the index projects, and the item as the same row everywhere', () => {
    const model = preview(shop);
    const columns = (id: string): readonly string[] | undefined =>
      table(model, id).collections[0]?.runs[0]?.columns.map((column) => column.name);
    assert.deepEqual(columns('table'), ['shop', 'id', 'state', 'total', 'note', 'GSIPK']);
    assert.deepEqual(columns('index:ByState'), ['note', 'PK', 'SK']);
    assert.deepEqual(columns('index:Keys'), ['PK', 'SK']);
    const ids = (id: string): Set<string> =>
      new Set(
        table(model, id).collections.flatMap((c) => c.runs.flatMap((run) => run.rows.map((row) => row.id))),
      );
    for (const id of ids('index:Keys')) assert.ok(ids('table').has(id));
    assert.deepEqual(table(model, 'index:Keys').absent, [{ entity: 1, missing: ['GSIPK'] }]);
  });

  it('sorts numbers as numbers in a sort key of several attributes', () => {
    for (const { runs } of table(preview(shop), 'index:ByState').collections) {
      const totals = runs.flatMap((run) => run.rows.map((row) => Number(row.sort[0]?.text)));
      assert.deepEqual(
        totals,
        totals.toSorted((a, b) => a - b),
      );
    }
  });

  it('gives every entity a mark of its own', () => {
    const names = ['Order', 'OrderItem', 'Organization', 'Orbit', 'order', 'X', 'x', '店'];
    const entities = names.map(
      (name) => `  ${name}: { attributes: { id: ulid }, keys: { PK: "${name}#\${id}" } }`,
    );
    const model = preview(
      `version: 1\ntable: { name: T, partitionKey: PK }\nentities:\n${entities.join('\n')}\n`,
    );
    const marks = model.entities.map((entity) => entity.mark);
    assert.equal(new Set(marks).size, names.length, marks.join());
    assert.deepEqual(marks.slice(0, 4), ['Or', 'OI', 'Og', 'Ob']);
  });

  it('shows what it can of a broken model, and says what it cannot', () => {
    const broken = preview(
      shop.replace('"S#${shop}"', '"S#${shopp}"').replace('PK: SETTINGS', 'PK: SETTING'),
    );
    assert.ok(broken.findings.error > 0);
    assert.deepEqual(
      table(broken).collections.map((collection) => collection.partition.map((value) => value.text)),
      [['SETTING']],
    );
    assert.equal(broken.notes.length, 1);
    assert.match(broken.notes[0]?.text ?? '', /^No Order is shown: its primary key/);
    for (const text of ['', ':', '- a', 'entities: 5', 'table: {partitionKey: PK}', 'entities: { A: }']) {
      assert.deepEqual(preview(text).patterns, []);
    }
  });

  it('has a span inside the text for everything that can be clicked', () => {
    const model = preview(shop);
    const spans = [...model.entities, ...model.views, ...model.patterns].map((each) => each.span);
    for (const { start, end } of spans) assert.ok(0 <= start && start < end && end <= shop.length);
    assert.equal(shop.slice(model.entities[0]?.span.start, model.entities[0]?.span.end), 'Order');
    assert.equal(shop.slice(model.patterns[0]?.span.start, model.patterns[0]?.span.end), 'open');
  });
});
