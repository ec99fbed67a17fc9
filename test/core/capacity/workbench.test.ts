// AWS's published measurements on its own sample items: the bytes that a query reads, and the units it costs.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { type DynamoItem, type DynamoValue, itemSizeOf } from '../../../src/core/analysis/capacity/item.ts';
import { readPages } from '../../../src/core/analysis/capacity/metering.ts';
import { reading } from '../../../src/core/facts/units.ts';
import { hoverAt } from '../../../src/core/ide/hover.ts';
import { createSnapshot } from '../../../src/core/snapshot.ts';

interface Json {
  readonly S?: string;
  readonly N?: string;
  readonly M?: Readonly<Record<string, Json>>;
}

const dynamoValue = ({ S, N, M }: Json): DynamoValue => {
  if (S !== undefined) return { type: 'string', value: S };
  if (N !== undefined) return { type: 'number', value: N };
  assert.ok(M, 'a type that these files do not have');
  return { type: 'map', value: itemOf(M) };
};

const itemOf = (json: Readonly<Record<string, Json>>): DynamoItem =>
  new Map(Object.entries(json).map(([name, value]) => [name, dynamoValue(value)]));

function itemsIn(file: string): readonly DynamoItem[] {
  const { DataModel } = JSON.parse(readFileSync(`test/fixtures/workbench/${file}.json`, 'utf8')) as {
    readonly DataModel: readonly { readonly TableData: readonly Readonly<Record<string, Json>>[] }[];
  };
  return DataModel.flatMap(({ TableData }) => TableData.map(itemOf));
}

const text = (item: DynamoItem, name: string): string => {
  const value = item.get(name);
  return value?.type === 'string' ? value.value : '';
};

/** What an eventually consistent query of these items reads. */
function query(items: readonly DynamoItem[]) {
  const bytes = items.reduce((all, item) => all + itemSizeOf(item), 0);
  return { bytes, rcu: readPages(items.length, bytes, false).units * reading.eventual.value };
}

describe('what AWS measured', () => {
  it('of partition d#12345 in DeviceStateLog_2: 11,793 B and 1.5 RCU, with the filter or without', () => {
    const items = itemsIn('DeviceStateLog_2').filter((item) => text(item, 'DeviceID') === 'd#12345');
    assert.deepEqual(query(items), { bytes: 11_793, rcu: 1.5 });
    // The filter drops items after they have been read and metered.
    const returned = items.filter((item) => text(item, 'State') === 'WARNING1');
    assert.ok(returned.length > 0 && returned.length < items.length);
  });

  it('of begins_with WARNING1# in DeviceStateLog_3: 267 B and 0.5 RCU', () => {
    const items = itemsIn('DeviceStateLog_3').filter(
      (item) => text(item, 'DeviceID') === 'd#12345' && text(item, 'State#Date').startsWith('WARNING1#'),
    );
    assert.deepEqual(query(items), { bytes: 267, rcu: 0.5 });
  });
});

interface Shape {
  readonly file: string;
  readonly sortKey: string;
  readonly keys: string;
  readonly where: string;
}

/** The published items in a model, as they are. */
function model({ file, sortKey, keys, where }: Shape): string {
  const made = new Set(['State#Date']);
  const samples = itemsIn(file).map((item) =>
    Object.fromEntries([...item].flatMap(([name, value]) => (made.has(name) ? [] : [[name, plain(value)]]))),
  );
  return `version: 1
table: { name: DeviceStateLog, partitionKey: DeviceID, sortKey: ${sortKey} }
entities:
  DeviceLog:
    attributes:
      DeviceID: { type: string, pattern: "^d#[0-9]+$" }
      Date: string
      State: string
      Detail: { type: map, optional: true }
    ${keys}
    samples:
${samples.map((sample) => `      - ${JSON.stringify(sample)}`).join('\n')}
accessPatterns:
  all: { query: DeviceLog, where: ${where} }
  warnings: { query: DeviceLog, where: ${where}, filter: State = WARNING1 }
  scan: { scan: DeviceLog, consistency: strong }
`;
}

function plain(value: DynamoValue): unknown {
  if (value.type === 'map') {
    return Object.fromEntries([...value.value].map(([name, inner]) => [name, plain(inner)]));
  }
  return value.type === 'string' ? value.value : undefined;
}

describe('what AWS measured, in the hover of a model with these samples', () => {
  const second = model({ file: 'DeviceStateLog_2', sortKey: 'Date', keys: '', where: 'DeviceID' });
  const third = model({
    file: 'DeviceStateLog_3',
    sortKey: 'State#Date',
    keys: 'keys: { State#Date: "${State}#${Date}" }',
    where: '[DeviceID, State = WARNING1]',
  });
  const hover = (text: string, word: string): string => {
    const snapshot = createSnapshot(text);
    assert.deepEqual(
      snapshot.report.findings.filter(({ severity }) => severity === 'error').map(({ message }) => message),
      [],
    );
    return hoverAt(snapshot, text.indexOf(`\n  ${word}`) + 3)?.markdown ?? '';
  };

  it('reads 11,793 B of partition d#12345 for 1.5 RCU', () => {
    assert.match(
      hover(second, 'all'),
      /^On its samples `DeviceID = d#12345`: 4 items, 11,793 B, \*\*1\.5 RCU\*\*$/m,
    );
  });

  it('and as much with the filter, of which three items are left', () => {
    assert.match(
      hover(second, 'warnings'),
      /^On its samples `DeviceID = d#12345`: 4 items, 11,793 B, \*\*1\.5 RCU\*\*; 3 items of them returned$/m,
    );
  });

  it('reads 267 B that begin with WARNING1# for 0.5 RCU', () => {
    assert.match(
      hover(third, 'all'),
      /^On its samples `DeviceID = d#12345 and State#Date begins_with WARNING1#`: 3 items, 267 B, \*\*0\.5 RCU\*\*$/m,
    );
  });

  it('weighs each of the samples', () => {
    const sizes = itemsIn('DeviceStateLog_2').map(itemSizeOf);
    const [least, most] = [Math.min(...sizes), Math.max(...sizes)].map((size) => size.toLocaleString('en'));
    assert.ok(hover(second, 'DeviceLog').includes(`Its 11 samples: ${least} B to ${most} B`));
    const total = sizes.reduce((all, size) => all + size, 0);
    assert.ok(
      hover(second, 'scan').includes(
        `On its samples: 11 items, ${total.toLocaleString('en')} B, **${Math.ceil(total / 4096)} RCU**`,
      ),
    );
  });

  it('says nothing of samples where there are none', () => {
    const without = second.replace(/ {4}samples:\n( {6}- .*\n)+/, '');
    assert.doesNotMatch(hover(without, 'all'), /On its samples/);
    assert.doesNotMatch(hover(without, 'DeviceLog'), /samples:/);
  });
});
