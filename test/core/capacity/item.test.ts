// The size of concrete items: every rule of the developer guide, and what emulators measure.
import assert from 'node:assert/strict';
import { type DynamoValue, itemSizeOf, valueSizeOf } from '../../../src/core/analysis/capacity/item.ts';

const text = (value: string): DynamoValue => ({ type: 'string', value });
const list = (...value: readonly DynamoValue[]): DynamoValue => ({ type: 'list', value });
const map = (value: Readonly<Record<string, DynamoValue>>): DynamoValue => ({
  type: 'map',
  value: new Map(Object.entries(value)),
});

describe('size of an item', () => {
  it('counts names and values, as in the guide: shirt-color R, shirt-size M are 23 B', () => {
    assert.equal(
      itemSizeOf(
        new Map([
          ['shirt-color', text('R')],
          ['shirt-size', text('M')],
        ]),
      ),
      23,
    );
  });

  it('counts names in UTF-8', () => assert.equal(itemSizeOf(new Map([['é', text('')]])), 2));

  it('is 0 for an item without attributes', () => assert.equal(itemSizeOf(new Map()), 0));

  const values: readonly (readonly [what: string, value: DynamoValue, bytes: number])[] = [
    ['an empty string', text(''), 0],
    ['abc', text('abc'), 3],
    ['é, two bytes in UTF-8', text('é'), 2],
    ['an emoji, four bytes in UTF-8', text('😀'), 4],
    ['a number', { type: 'number', value: '12345' }, 4],
    ['three bytes', { type: 'binary', value: new Uint8Array(3) }, 3],
    ['true', { type: 'boolean', value: true }, 1],
    ['null', { type: 'null' }, 1],
    ['an empty list', list(), 3],
    ['[a]', list(text('a')), 5],
    ['[a, b, c]', list(text('a'), text('b'), text('c')), 9],
    ['[[]]', list(list()), 7],
    ['an empty map', map({}), 3],
    ['{k: a}', map({ k: text('a') }), 6],
    ['{k: a, kk: b}', map({ k: text('a'), kk: text('b') }), 10],
    ['{k: {}}', map({ k: map({}) }), 8],
    ['{k: {j: a}}', map({ k: map({ j: text('a') }) }), 11],
    ['a set of strings, without overhead', { type: 'string-set', value: ['a', 'bb'] }, 3],
    ['a set of numbers', { type: 'number-set', value: ['1', '12', '123'] }, 7],
    ['a set of binaries', { type: 'binary-set', value: [new Uint8Array(2), new Uint8Array(2)] }, 4],
  ];
  for (const [what, value, bytes] of values) {
    it(`${what}: ${bytes} B`, () => assert.equal(valueSizeOf(value), bytes));
  }
});
