// Money for vector indexes: bytes written to them in every Region, and bytes that searches examine.
// Deliberately the same in both capacity modes: they are always paid by the byte.
import type { Analysis } from '../analysis.ts';
import type { Quantity } from '../capacity/quantity.ts';
import { given, multiplied, type Step } from '../capacity/step.ts';
import { type Charge, charge } from './charge.ts';
import { callsPerSecond } from './flows.ts';
import { million, millionSeconds, type Pricing, perGigabyte } from './pricing.ts';

const priceOf = (pricing: Pricing, side: 'write' | 'search', region: string): Step =>
  pricing.price(`${pricing.tableClass === 'standard' ? 'vector' : 'vector-ia'}.${side}`, region);

export function vectorCharges({ design, units }: Analysis, pricing: Pricing): readonly Charge[] {
  return design.patterns.flatMap((pattern) => {
    const calls = given('calls', callsPerSecond(pattern, 'rate'), 'calls/s');
    const monthly = (bytes: Quantity, label: string): Step =>
      multiplied(label, 'GB', [
        given('a call', bytes, 'B'),
        calls,
        millionSeconds,
        million,
        perGigabyte(pricing.options),
      ]);
    return units.get(pattern).vectors.flatMap(({ target, written, searched }): readonly Charge[] => {
      const owner = { pattern, target };
      const writes = (region: string): Charge => {
        const isHome = region === pricing.home;
        const label = `writes to ${target.name}${isHome ? '' : ` in ${region}`}`;
        const parts = [monthly(written, 'written a month'), priceOf(pricing, 'write', region)];
        return charge(
          isHome ? 'vector-writes' : 'replicas',
          region,
          multiplied(label, 'USD/month', parts),
          owner,
        );
      };
      const searches = (): Charge => {
        const parts = [monthly(searched, 'examined a month'), priceOf(pricing, 'search', pricing.home)];
        const step = multiplied(`searches of ${target.name}`, 'USD/month', parts);
        return charge('vector-searches', pricing.home, step, owner);
      };
      return [
        ...(written.max === 0 ? [] : pricing.regions.map(writes)),
        ...(searched.max === 0 ? [] : [searches()]),
      ];
    });
  });
}
