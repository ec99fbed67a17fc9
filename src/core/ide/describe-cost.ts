// Money within hovers: the figure for a line at the top, its working for the block below, and what it lacks.
// Deliberately words only; the cost stage has every figure, and the steps are printed as they are.
import { printQuantity, printSteps } from '../analysis/capacity/print-steps.ts';
import { distinctMissing, type Missing, type Quantity } from '../analysis/capacity/quantity.ts';
import type { Entity, Pattern, Target } from '../model/design.ts';
import type { Snapshot } from '../snapshot.ts';
import { figure } from './figure.ts';

export interface MoneyText {
  readonly line: string;
  /** Empty where no figure is known. */
  readonly working: readonly string[];
  /** With what is assumed for the whole model, where a figure stands on it. */
  readonly missing: readonly Missing[];
}

const monthly = 'USD/month';

export function patternMoney({ cost }: Snapshot, pattern: Pattern): MoneyText | undefined {
  const own = cost.patterns.get(pattern);
  if (own === undefined || own.steps.length === 0) return undefined;
  const { usd, steps, saved } = own;
  const isKnown = usd.atLeast > 0 || usd.mean !== undefined;
  const saving = saved === undefined ? '' : ` · its cache saves ${figure(saved.value, monthly, 'money')}`;
  return {
    line: `**${figure(usd, monthly, 'cost')}**${saving}`,
    working: isKnown ? printSteps([...steps, ...(saved ? [saved] : [])]) : [],
    missing: isKnown ? distinctMissing([...usd.missing, ...cost.assumed]) : usd.missing,
  };
}

export function indexMoney({ cost }: Snapshot, target: Target | undefined): MoneyText | undefined {
  const own = target && cost.indexes.get(target);
  if (own === undefined || own.steps.length === 0) return undefined;
  const { keep, storage, writes, reads } = own;
  const part = (name: string, of: Quantity) => {
    if (of.max === 0) return [];
    return of.mean === undefined && of.atLeast === 0
      ? [`${name} not known`]
      : [`${name} ${printQuantity(of, monthly)}`];
  };
  const parts = [...part('storage', storage), ...part('writes', writes)].join(', ');
  const read = part('its reads', reads).map((each) => ` · ${each}`);
  return {
    line: `**${figure(keep, monthly, 'cost')}** to keep${parts === '' ? '' : `: ${parts}`}${read.join('')}`,
    working: keep.atLeast > 0 ? printSteps(own.steps) : [],
    missing: distinctMissing([...keep.missing, ...cost.assumed]),
  };
}

export function entityMoney({ cost }: Snapshot, entity: Entity): MoneyText | undefined {
  const own = cost.entities.get(entity);
  if (own === undefined || own.steps.length === 0) return undefined;
  const { usd, gigabytes } = own;
  return {
    line: `**${figure(usd, monthly, 'cost')}** for storage, indexes included: ${figure(gigabytes, 'GB')}`,
    working: usd.atLeast > 0 ? printSteps(own.steps) : [],
    missing: distinctMissing([...usd.missing, ...cost.assumed]),
  };
}
