// What was different before 1 November 2024, when on-demand requests and replicated writes became cheaper.
// Deliberately only what a copy of the old price page states; elsewhere the old price is unknown.
import type { Price, PriceName } from './price.ts';
import { priceSources } from './sources.ts';

const page = (value: number): Price => ({
  value,
  source: priceSources.pricingPage,
  confidence: 'high',
  note: 'before 2024-11-01',
});

/** No Region has these prices of today's list in the old one, unless they stand below. */
export const changedIn2024: ReadonlySet<PriceName> = new Set<PriceName>([
  'on-demand.write',
  'on-demand.read',
  'on-demand.replicated-write',
  'on-demand-ia.write',
  'on-demand-ia.read',
  'on-demand-ia.replicated-write',
  'provisioned.replicated-write',
  'provisioned-ia.replicated-write',
]);

/** By Region. */
export const pricesBefore2024: ReadonlyMap<string, readonly (readonly [PriceName, Price])[]> = new Map([
  [
    'us-east-1',
    [
      ['on-demand.write', page(1.25)],
      ['on-demand.read', page(0.25)],
      ['on-demand.replicated-write', page(1.875)],
      ['on-demand-ia.write', page(1.56)],
      ['on-demand-ia.read', page(0.31)],
      ['on-demand-ia.replicated-write', page(2.344)],
    ],
  ],
]);
