// Sample items: consistent across entities, true to what is declared, the same for the same text.
// Deliberately reads items as `attribute=value` lines, so that a test shows what a person would see.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { analyze } from '../../../src/core/analysis/analysis.ts';
import { printValue } from '../../../src/core/analysis/samples/print-value.ts';
import { type SampleItem, type Samples, samplesOf } from '../../../src/core/analysis/samples/samples.ts';

const designs = 'test/fixtures/designs';

const samplesFor = (text: string): Samples => samplesOf(analyze(text).design);

/** A model with a table of PK and SK; the entities are indented by two. */
const model = (entities: string, indexes = ''): string => `version: 1
table: { name: T, partitionKey: PK, sortKey: SK }
${indexes}
entities:
${entities}`;

const of = (samples: Samples, entity: string): readonly SampleItem[] =>
  samples.items.filter((item) => item.entity === entity);

const text = (item: SampleItem, name: string): string | undefined => {
  const value = item.values.get(name) ?? item.item.get(name);
  return value && printValue(value);
};

const column = (items: readonly SampleItem[], name: string): readonly (string | undefined)[] =>
  items.map((item) => text(item, name));

/** The primary key, as one text. */
const keyOf = (item: SampleItem): string =>
  [...item.keys]
    .filter(([target]) => target.kind === 'table')
    .map(([, key]) => [...key.partition, ...key.sort].map(printValue).join(' / '))
    .join();

const shop = model(`  Customer:
    attributes: { username: string }
    keys: { PK: "C#\${username}", SK: "C#\${username}" }
    count: 1M
  Order:
    attributes: { username: Customer.username, orderId: ksuid }
    keys: { PK: "C#\${username}", SK: "O#\${orderId}" }
    count: 20 per Customer
  Line:
    attributes: { orderId: Order.orderId, username: Customer.username, line: number }
    keys: { PK: "O#\${orderId}", SK: "L#\${line | pad(3)}" }
    count: 3 per Order`);

describe('samples', () => {
  it('refer to items that are there, and all references of an item tell one story', () => {
    const samples = samplesFor(shop);
    const orders = of(samples, 'Order');
    const lines = of(samples, 'Line');
    assert.ok(lines.length >= 3);
    for (const line of lines) {
      const order = orders.find((each) => text(each, 'orderId') === text(line, 'orderId'));
      assert.ok(order, `no order ${text(line, 'orderId')}`);
      assert.equal(text(line, 'username'), text(order, 'username'));
    }
  });

  it('are few, in the proportions of count: the first parent has most', () => {
    const samples = samplesFor(shop);
    assert.equal(of(samples, 'Customer').length, 3);
    const [first] = of(samples, 'Customer');
    const owners = column(of(samples, 'Order'), 'username');
    assert.deepEqual(
      of(samples, 'Customer').map(
        (each) => owners.filter((owner) => owner === text(each, 'username')).length,
      ),
      [4, 3, 1],
    );
    assert.ok(first);
  });

  it('hold references to several attributes of one entity together, and begin a second group for a second', () => {
    const samples = samplesFor(
      model(`  Repo:
    attributes: { owner: { type: string, size: 8 B }, name: { type: string, size: 9 B } }
    keys: { PK: "R#\${owner}", SK: "R#\${name}" }
  Fork:
    attributes:
      owner: Repo.owner
      name: Repo.name
      sourceOwner: Repo.owner
      sourceName: Repo.name
    keys: { PK: "F#\${owner}#\${name}", SK: "F#\${sourceOwner}#\${sourceName}" }`),
    );
    const repos = of(samples, 'Repo').map((repo) => `${text(repo, 'owner')}/${text(repo, 'name')}`);
    const forks = of(samples, 'Fork');
    assert.ok(forks.length > 0);
    for (const fork of forks) {
      assert.ok(repos.includes(`${text(fork, 'owner')}/${text(fork, 'name')}`));
      assert.ok(repos.includes(`${text(fork, 'sourceOwner')}/${text(fork, 'sourceName')}`));
    }
    assert.ok(forks.some((fork) => text(fork, 'owner') !== text(fork, 'sourceOwner')));
  });

  it('keep to pattern, size, maxSize, min, max, const and enum', () => {
    const samples = samplesFor(
      model(`  Thing:
    attributes:
      id: { type: string, size: 7 B }
      slug: { type: string, pattern: '^[A-Z]{2}-(\\d{3}|x+)$', maxSize: 6 B }
      level: { type: number, min: 5, max: 7 }
      kind: { const: THING }
      status: { enum: { OPEN: 10%, DONE: 90% } }
      text: { type: string, size: 300 B }
      code: { type: string, minSize: 20 B, maxSize: 22 B }
    keys: { PK: "T#\${id}", SK: T }
    count: 5000`),
    );
    const things = of(samples, 'Thing');
    assert.deepEqual(samples.gaps, []);
    assert.equal(things.length, 3);
    for (const thing of things) {
      assert.equal(text(thing, 'id')?.length, 7);
      assert.match(text(thing, 'slug') ?? '', /^[A-Z]{2}-(\d{3}|x+)$/);
      assert.ok((text(thing, 'slug') ?? '').length <= 6);
      assert.ok(['5', '6', '7'].includes(text(thing, 'level') ?? ''));
      assert.equal(text(thing, 'kind'), 'THING');
      assert.equal(text(thing, 'text')?.length, 300);
      assert.match(text(thing, 'code') ?? '', /^.{20,22}$/);
    }
    assert.deepEqual(column(things, 'status').toSorted(), ['DONE', 'DONE', 'OPEN']);
  });

  it('say so where a pattern is beyond them, and make no item with a wrong key', () => {
    const samples = samplesFor(
      model(`  Thing:
    attributes: { id: { type: string, pattern: '^(?=x)(\\w)\\1$' }, note: { pattern: '^(?!a).$' } }
    keys: { PK: "T#\${id}", SK: T }`),
    );
    assert.deepEqual(samples.items, []);
    assert.deepEqual(
      samples.gaps.map((gap) => [gap.kind, gap.entity, gap.kind === 'no-value' ? gap.attribute : undefined]),
      [
        ['no-key', 'Thing', undefined],
        ['no-value', 'Thing', 'id'],
        ['no-value', 'Thing', 'note'],
      ],
    );
  });

  it('show each alternative of conditional keys, and absent optional attributes', () => {
    const samples = samplesFor(
      model(
        `  Message:
    attributes:
      user: { type: string, size: 5 B }
      id: ulid
      unread: boolean
      people: { type: number, max: 9 }
      folder: { type: string, optional: true, present: 90% }
    keys:
      PK: "U#\${user}"
      SK: "M#\${id}"
      GSI1:
        - { when: [unread = true, people < 2], GSI1PK: "ALONE#\${user}", GSI1SK: "\${id}" }
        - { when: folder not-exists, GSI1PK: "LOOSE#\${user}", GSI1SK: "\${id}" }
    count: { mean: 3, per: user }`,
        'indexes: { GSI1: { partitionKey: GSI1PK, sortKey: GSI1SK } }',
      ),
    );
    const messages = of(samples, 'Message');
    const keys = new Set(column(messages, 'GSI1PK').map((key) => key?.split('#')[0]));
    assert.deepEqual([...keys].map(String).toSorted(), ['ALONE', 'LOOSE', 'undefined']);
    const inIndex = messages.filter((item) => [...item.keys.keys()].some((target) => target.name === 'GSI1'));
    assert.equal(inIndex.length, messages.filter((item) => item.item.has('GSI1PK')).length);
    assert.deepEqual(
      [...new Set(column(messages, 'folder').map((folder) => folder === undefined))].length,
      2,
    );
  });

  it('keep what is not stored out of the item, but not out of its keys', () => {
    const samples = samplesFor(
      model(`  Page:
    attributes: { site: { type: string, size: 4 B, stored: false }, path: string }
    keys: { PK: "S#\${site}", SK: "P#\${path}" }`),
    );
    const [page] = samples.items;
    assert.ok(page);
    assert.deepEqual([...page.item.keys()], ['PK', 'SK', 'path']);
    assert.equal(text(page, 'PK'), `S#${text(page, 'site')}`);
  });

  it('are those that the user writes, to the last digit; what is left out is made', () => {
    const samples = samplesFor(
      model(`  Customer:
    attributes: { username: string, points: number, note: { type: string, optional: true } }
    keys: { PK: "C#\${username}", SK: "C#\${username}" }
    samples:
      - { username: alexdebrie, points: 12345678901234567890123 }
      - { username: 0042 }
  Order:
    attributes: { username: Customer.username, points: Customer.points, orderId: ulid }
    keys: { PK: "C#\${username}", SK: "O#\${orderId}" }
    samples:
      - { username: alexdebrie, orderId: FIRST }`),
    );
    assert.deepEqual(column(of(samples, 'Customer'), 'username'), ['alexdebrie', '0042']);
    assert.equal(text(of(samples, 'Customer')[0] as SampleItem, 'points'), '12345678901234567890123');
    assert.match(text(of(samples, 'Customer')[1] as SampleItem, 'points') ?? '', /^\d+$/);
    assert.deepEqual(column(of(samples, 'Customer'), 'note'), [undefined, undefined]);
    const [order] = of(samples, 'Order');
    assert.ok(order?.written);
    assert.equal(keyOf(order), 'C#alexdebrie / O#FIRST');
    assert.equal(text(order, 'points'), '12345678901234567890123');
  });

  it('never have one primary key twice, and lack nothing in the published designs', () => {
    for (const file of readdirSync(designs).filter((name) => name.endsWith('.ddb.yaml'))) {
      const { design } = analyze(readFileSync(`${designs}/${file}`, 'utf8'));
      const samples = samplesOf(design);
      assert.deepEqual(samples.gaps, [], file);
      const keys = design.table ? samples.items.map(keyOf) : [];
      assert.equal(new Set(keys).size, keys.length, file);
      for (const name of design.entities.keys()) assert.ok(of(samples, name).length > 0, `${file}: ${name}`);
    }
  });

  it('close circles of references between entities', () => {
    const samples = samplesFor(
      model(`  User:
    attributes: { name: string, lastOrder: Order.id }
    keys: { PK: "U#\${name}", SK: U }
  Order:
    attributes: { id: ulid, name: User.name }
    keys: { PK: "U#\${name}", SK: "O#\${id}" }
    count: 2 per User`),
    );
    const ids = column(of(samples, 'Order'), 'id');
    for (const user of of(samples, 'User')) assert.ok(ids.includes(text(user, 'lastOrder')));
    assert.deepEqual(samples.gaps, []);
  });
});
