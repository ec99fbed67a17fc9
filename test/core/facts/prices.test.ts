// Prices: the figures of the issue, what is unknown, and what overrides them.
import assert from 'node:assert/strict';
import { freeTier } from '../../../src/core/facts/prices/allowances.ts';
import { priceNames } from '../../../src/core/facts/prices/price.ts';
import { createPriceList, pricedRegions } from '../../../src/core/facts/prices/price-list.ts';

const current = createPriceList();
const old = createPriceList({ list: 'before-2024-11-01' });

describe('prices', () => {
  it('of requests in us-east-1 are those of today, and those before November 2024', () => {
    assert.equal(current('us-east-1', 'on-demand.write')?.value, 0.625);
    assert.equal(current('us-east-1', 'on-demand.read')?.value, 0.125);
    assert.equal(old('us-east-1', 'on-demand.write')?.value, 1.25);
    assert.equal(old('us-east-1', 'on-demand.read')?.value, 0.25);
    assert.equal(old('us-east-1', 'on-demand.replicated-write')?.value, 1.875);
  });

  it('that did not change in 2024 are in both lists', () => {
    assert.deepEqual(old('us-east-1', 'storage.standard'), current('us-east-1', 'storage.standard'));
    assert.deepEqual(old('eu-west-2', 'provisioned.write'), current('eu-west-2', 'provisioned.write'));
  });

  it('are unknown where no source has them, and in a Region that does not exist', () => {
    assert.equal(current('us-west-2', 'on-demand.write'), undefined);
    assert.equal(old('eu-west-1', 'on-demand.write'), undefined);
    assert.equal(current('us-east-1', 'provisioned-ia.write'), undefined);
    assert.equal(current('moon-west-1', 'storage.standard'), undefined);
  });

  it('all have a source with a date, and are more than nothing', () => {
    const names = Object.keys(priceNames) as readonly (keyof typeof priceNames)[];
    const all = pricedRegions.flatMap((region) => names.flatMap((name) => current(region, name) ?? []));
    assert.ok(all.length > 200);
    for (const { value, source } of all) {
      assert.ok(value > 0);
      assert.match(source.date, /^20\d\d/);
      assert.notEqual(source.title, '');
    }
  });

  it('have no Region in which the newer source contradicts the older one by more than a hair', () => {
    // A slip of the keyboard would show here: reserved capacity always costs less than half as much.
    for (const region of pricedRegions) {
      const hour = current(region, 'provisioned.write')?.value ?? Number.NaN;
      const upfront = current(region, 'reserved-1y.write-upfront')?.value ?? Number.NaN;
      const reserved = current(region, 'reserved-1y.write-hour')?.value ?? Number.NaN;
      const share = (upfront / 8760 + reserved) / 100 / hour;
      assert.ok(share > 0.4 && share < 0.5, `${region}: ${share}`);
      const reads = current(region, 'provisioned.read')?.value ?? Number.NaN;
      assert.ok(Math.abs(reads / hour - 0.2) < 0.001, region);
    }
  });

  it('of replicated writes are those of writes since November 2024', () => {
    const price = current('eu-west-1', 'on-demand.replicated-write');
    assert.equal(price?.value, 0.705);
    assert.equal(price?.confidence, 'medium');
    assert.equal(old('eu-west-1', 'on-demand.replicated-write'), undefined);
  });

  it('are estimated only if wanted, and said to be', () => {
    const estimates = createPriceList({ estimates: true });
    assert.equal(estimates('us-west-2', 'on-demand.write')?.value, 0.625);
    assert.equal(estimates('us-west-2', 'on-demand.write')?.confidence, 'low');
    assert.equal(estimates('eu-west-1', 'on-demand.write')?.value, 0.705);
    assert.equal(estimates('us-west-2', 'stream.read'), undefined);
  });

  it('can be replaced, in one Region or in all', () => {
    const prices = createPriceList({
      overrides: {
        '*': { 'on-demand.write': 0.5 },
        'us-west-2': { 'on-demand.write': 0.4, 'on-demand.read': 0 },
      },
    });
    assert.equal(prices('us-west-2', 'on-demand.write')?.value, 0.4);
    assert.equal(prices('us-west-2', 'on-demand.replicated-write')?.value, 0.4);
    assert.equal(prices('us-west-2', 'on-demand.read')?.value, 0);
    assert.equal(prices('us-east-1', 'on-demand.write')?.value, 0.5);
    assert.equal(prices('us-east-1', 'on-demand.write')?.source.title, 'your own price');
  });

  it('know the free tier', () => {
    assert.equal(freeTier.storage.value, 25);
    assert.equal(freeTier.provisionedWrite.value, 25);
  });
});
