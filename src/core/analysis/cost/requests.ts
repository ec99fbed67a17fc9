// On-demand: each pattern's units on each table and index, a month long, at the price of a million.
// Deliberately all reads in the home Region: a model does not say where else they are made.
import type { PriceName } from '../../facts/prices/price.ts';
import { multiplied, type Remark, type Step } from '../capacity/step.ts';
import { type Charge, type ChargeKind, charge } from './charge.ts';
import type { Flow } from './flows.ts';
import { millionSeconds, type Pricing } from './pricing.ts';

interface RequestNames {
  readonly write: PriceName;
  readonly read: PriceName;
  readonly replicated: PriceName;
}

const requestNames: Readonly<Record<Pricing['tableClass'], RequestNames>> = {
  standard: {
    write: 'on-demand.write',
    read: 'on-demand.read',
    replicated: 'on-demand.replicated-write',
  },
  'standard-infrequent-access': {
    write: 'on-demand-ia.write',
    read: 'on-demand-ia.read',
    replicated: 'on-demand-ia.replicated-write',
  },
};

/** The price of a million units that are written to a table or an index. In a global table those to the table are replicated. */
export function writePrice(pricing: Pricing, isTable: boolean, region: string): Step {
  const names = requestNames[pricing.tableClass];
  const isReplicated = isTable && pricing.regions.length > 1;
  return pricing.price(isReplicated ? names.replicated : names.write, region);
}

export const readPrice = (pricing: Pricing): Step =>
  pricing.price(requestNames[pricing.tableClass].read, pricing.home);

const monthly = (perSecond: Step, unit: 'M RCU/month' | 'M WCU/month'): Step =>
  multiplied('units a month', unit, [perSecond, millionSeconds]);

/** Which Region's, and how sure it is that a transaction is replicated at twice the units, too. */
function remarkOn({ target, pattern }: Flow, region: string, pricing: Pricing): Remark {
  const isTransaction = [pattern.kind, ...pattern.steps.map((step) => step.kind)].includes('transactWrite');
  return region !== pricing.home && target.kind === 'table' && isTransaction
    ? { note: 'no text says whether a transaction is replicated at twice the units', provenance: 'disputed' }
    : {};
}

/** What reads and writes cost in every Region. */
export function requestCharges(flows: readonly Flow[], pricing: Pricing): readonly Charge[] {
  const charges: Charge[] = [];
  for (const flow of flows) {
    const { pattern, target, read, write } = flow;
    const owner = { pattern, target };
    const isTable = target.kind === 'table';
    const where = isTable ? 'the table' : target.name;
    if (read) {
      const step = multiplied(`reads of ${where}`, 'USD/month', [
        monthly(read, 'M RCU/month'),
        readPrice(pricing),
      ]);
      charges.push(charge('reads', pricing.home, step, owner));
    }
    if (write === undefined) continue;
    const units = monthly(write, 'M WCU/month');
    for (const region of pricing.regions) {
      const isHome = region === pricing.home;
      const kind: ChargeKind = !isHome ? 'replicas' : isTable ? 'writes' : 'index-writes';
      const label = `writes to ${where}${isHome ? '' : ` in ${region}`}`;
      const parts = [units, writePrice(pricing, isTable, region)];
      const remark = remarkOn(flow, region, pricing);
      charges.push(charge(kind, region, multiplied(label, 'USD/month', parts, remark), owner));
    }
  }
  return charges;
}
