// The preview's view model: golden for the published designs, and what is left of a broken one.
// Deliberately golden as an outline of text, which reads like the picture and shows a change as one.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { answerAll } from '../../../src/core/preview/answer.ts';
import { overviewOf } from '../../../src/core/preview/overview.ts';
import type { Overview } from '../../../src/core/preview/view/overview.ts';
import type { PatternView } from '../../../src/core/preview/view/patterns.ts';
import type { TableView, TargetView } from '../../../src/core/preview/view/table.ts';
import { wholePreview } from '../../../src/core/preview/whole.ts';
import { createSnapshot } from '../../../src/core/snapshot.ts';
import { expectGolden, root } from '../../support/golden.ts';
import { outline } from './outline.ts';

const overview = (text: string): Overview => overviewOf(createSnapshot(text));

function tableOf(text: string): TableView {
  const { table } = answerAll(createSnapshot(text), [{ kind: 'table' }]);
  assert.ok(table);
  return table;
}

function targetOf(text: string, id = 'table'): TargetView {
  const target = tableOf(text).targets.find((each) => each.id === id);
  assert.ok(target, id);
  return target;
}

function patternOf(text: string, name: string): PatternView {
  const { pattern } = answerAll(createSnapshot(text), [{ kind: 'pattern', name }]);
  assert.ok(pattern, name);
  return pattern;
}

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

describe('the preview', () => {
  for (const name of ['aws-device-state-log', 'aws-online-shop', 'debrie-github']) {
    it(`draws ${name} as it did`, () => {
      const text = readFileSync(path.join(root, `test/fixtures/designs/${name}.ddb.yaml`), 'utf8');
      expectGolden(path.join(root, `test/fixtures/preview/${name}.txt`), outline(createSnapshot(text)));
    });
  }

  it('is plain data, the same for the same text', () => {
    const whole = wholePreview(createSnapshot(shop));
    const again = wholePreview(createSnapshot(shop));
    assert.deepEqual(JSON.parse(JSON.stringify(whole)), JSON.parse(JSON.stringify(again)));
    assert.deepEqual(structuredClone(whole), whole);
  });

  it('tells of an item what an index holds, and what it does not', () => {
    const { columns } = tableOf(shop);
    assert.deepEqual(
      columns[0]?.map(({ name }) => name),
      ['shop', 'id', 'state', 'total', 'note', 'PK', 'SK', 'GSIPK'],
    );
    const absent = (id: string): readonly string[] =>
      (columns[0] ?? []).flatMap(({ name }, i) => (targetOf(shop, id).holds[0]?.[i] ? [] : [name]));
    assert.deepEqual(absent('table'), []);
    assert.deepEqual(absent('index:ByState'), ['GSIPK']);
    assert.deepEqual(absent('index:Keys'), ['shop', 'id', 'state', 'total', 'note']);
  });

  it('says why an item is in an index or not', () => {
    assert.deepEqual(targetOf(shop, 'index:Keys').memberships, [
      { entity: 0, kind: 'always', why: '' },
      { entity: 1, kind: 'never', why: 'no GSIPK' },
    ]);
    const [outside] = targetOf(shop, 'index:Keys').outside;
    assert.deepEqual([outside?.entity, outside?.missing, outside?.items.length], [1, ['GSIPK'], 1]);
    const sparse = shop.replace('GSIPK: "O#${id}" }', 'Keys: { when: state = OPEN, GSIPK: "O#${id}" } }');
    assert.deepEqual(targetOf(sparse, 'index:Keys').memberships[0], {
      entity: 0,
      kind: 'sometimes',
      why: 'when state = OPEN',
    });
  });

  it('sorts numbers as numbers in a sort key of several attributes', () => {
    const table = tableOf(shop);
    const at = table.columns[0]?.findIndex(({ name }) => name === 'total') ?? -1;
    for (const { items } of targetOf(shop, 'index:ByState').collections) {
      const totals = items.map((place) => Number(table.items[place]?.values[at]?.text));
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
    const model = overview(
      `version: 1\ntable: { name: T, partitionKey: PK }\nentities:\n${entities.join('\n')}\n`,
    );
    const marks = model.entities.map((entity) => entity.mark);
    assert.equal(new Set(marks).size, names.length, marks.join());
    assert.deepEqual(marks.slice(0, 4), ['Or', 'OI', 'Og', 'Ob']);
  });

  it('shows what it can of a broken model, and says what it cannot', () => {
    const text = shop.replace('"S#${shop}"', '"S#${shopp}"').replace('PK: SETTINGS', 'PK: SETTING');
    const broken = overview(text);
    assert.ok(broken.findings.error > 0);
    assert.deepEqual(
      targetOf(text).collections.map(({ partition }) => partition.map((value) => value.text)),
      [['SETTING']],
    );
    assert.equal(broken.notes.length, 1);
    assert.match(broken.notes[0]?.text ?? '', /^No Order is shown: its primary key/);
    for (const odd of ['', ':', '- a', 'entities: 5', 'table: {partitionKey: PK}', 'entities: { A: }']) {
      assert.equal(overview(odd).patterns, 0);
    }
  });

  it('has a span inside the text for everything that can be clicked', () => {
    const { entities, targets } = overview(shop);
    const pattern = patternOf(shop, 'open');
    const spans = [...entities, ...targets, ...tableOf(shop).items, pattern].map((each) => each.span);
    for (const { start, end } of spans) assert.ok(0 <= start && start < end && end <= shop.length);
    assert.equal(shop.slice(entities[0]?.span.start, entities[0]?.span.end), 'Order');
    assert.equal(shop.slice(pattern.span.start, pattern.span.end), 'open');
  });
});

describe('one pattern of the preview', () => {
  const waste = `version: 1
table: { name: Shop, partitionKey: PK, sortKey: SK }
entities:
  Order: { attributes: { c: { type: string, size: 5 B }, id: ulid }, keys: { PK: "C#\${c}", SK: "O#\${id}" }, count: 3 per c }
  Other: { attributes: { c: Order.c, id: ulid }, keys: { PK: "C#\${c}", SK: "O#X#\${id}" } }
accessPatterns:
  orders: { query: Order, where: c, rate: 9/s }
  bad: { query: Order, where: id }
  put: { put: Order, rate: 2/s }
`;

  it('has figures, conditions, and what is read surely or perhaps beside what is wanted', () => {
    const { figures, legs } = patternOf(waste, 'orders');
    assert.deepEqual(
      figures.map(({ label }) => label),
      ['a call', 'items', 'bytes', 'calls', 'at its rate', 'a month'],
    );
    const [leg] = legs;
    assert.deepEqual(leg?.conditions, ['PK = "C#${c}"', 'SK begins_with "O#"']);
    assert.deepEqual(leg?.overRead, { surely: [1], perhaps: [] });
    assert.ok(leg?.run.kind === 'read');
    const fates = leg.run.items.map(({ fate }) => fate);
    assert.ok(fates.includes('unwanted') && fates.includes('returned'), fates.join());
  });

  it('has its request in every language, and none where there is no call', () => {
    assert.deepEqual(
      patternOf(waste, 'orders').requests.map(({ id }) => id),
      ['aws-cli', 'javascript', 'python', 'partiql'],
    );
    assert.deepEqual(patternOf(waste, 'bad').requests, []);
  });

  it('has the findings that stand in its lines, and no others', () => {
    const { findings } = patternOf(waste, 'bad');
    assert.ok(findings.length > 0);
    const line = waste.indexOf('bad:');
    assert.ok(findings.every(({ span }) => span.start >= line && span.end <= waste.indexOf('put:')));
    assert.ok(!patternOf(waste, 'orders').findings.some(({ message }) => message.includes('bad')));
  });

  it('shows entries of a write with their units', () => {
    const [leg] = patternOf(waste, 'put').legs;
    assert.ok(leg?.run.kind === 'write');
    assert.deepEqual(
      leg.run.entries.map(({ target, fate, units }) => [target, fate, units]),
      [['table', 'enters', '1 WCU']],
    );
  });

  it('is null where the model has none of that name', () => {
    assert.equal(answerAll(createSnapshot(waste), [{ kind: 'pattern', name: 'gone' }]).pattern, null);
  });

  it('tells in the list of patterns which of them is well', () => {
    const { patterns } = answerAll(createSnapshot(waste), [{ kind: 'patterns' }]);
    assert.deepEqual(
      patterns?.patterns.map(({ name, verdict }) => [name, verdict]),
      [
        ['orders', 'waste'],
        ['bad', 'broken'],
        ['put', 'well'],
      ],
    );
  });
});
