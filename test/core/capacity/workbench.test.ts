// AWS's published measurements on its own sample items: the bytes that a query reads, and the units it costs.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { type DynamoItem, type DynamoValue, itemSizeOf } from '../../../src/core/analysis/capacity/item.ts';
import { readPages } from '../../../src/core/analysis/capacity/metering.ts';
import { reading } from '../../../src/core/facts/units.ts';

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
