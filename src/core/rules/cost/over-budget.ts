// cost/over-budget: a pattern that costs more than its `budget`, in units of a call or in money a month.
// Deliberately silent where the figure is unknown; what is known already of it still counts.
import { printQuantity } from '../../analysis/capacity/print-steps.ts';
import type { Quantity } from '../../analysis/capacity/quantity.ts';
import type { Step } from '../../analysis/capacity/step.ts';
import type { Pattern } from '../../model/design.ts';
import type { Budget } from '../../model/model.ts';
import { printMoney, printNumber, printRate } from '../../syntax/quantity.ts';
import { listOf } from '../../text/words.ts';
import { defineRule, type RuleContext } from '../rule.ts';

interface Spending {
  readonly is: Quantity;
  readonly most: number;
  readonly message: string;
}

function unitsOf(
  { units }: RuleContext,
  pattern: Pattern,
  budget: Extract<Budget, { kind: 'units' }>,
): Spending | undefined {
  const is = units.get(pattern)?.[budget.of];
  if (is === undefined) return undefined;
  const isRead = budget.of === 'read';
  const unit = isRead ? 'RCU' : 'WCU';
  const less = isRead
    ? 'Read fewer or smaller items: give more of the key, a limit, or an index that projects less'
    : 'Write smaller items, or have fewer indexes that the write changes';
  const message = `A call of ${pattern.name} uses ${printQuantity(is, unit)}, and its budget is ${printNumber(budget.units)} ${unit}. ${less}; or raise the budget.`;
  return { is, most: budget.units, message };
}

/** `$40 of it writes to GSI1`, the dearest first; empty where there is only one. */
function shares(steps: readonly Step[]): string {
  const known = steps.filter((step) => step.value.atLeast > 0);
  if (known.length < 2) return '';
  const sorted = known.toSorted((a, b) => b.value.atLeast - a.value.atLeast).slice(0, 3);
  return `, ${listOf(sorted.map(({ label, value }) => `${printMoney(value.atLeast)} for ${label}`))}`;
}

function moneyOf(
  { cost }: RuleContext,
  pattern: Pattern,
  budget: Extract<Budget, { kind: 'money' }>,
): Spending | undefined {
  const own = cost.patterns.get(pattern);
  if (own === undefined) return undefined;
  const { rate } = pattern.decl;
  const at = rate === undefined ? '' : ` at ${printRate(rate)}`;
  const figure = `${own.usd.mean === undefined ? 'at least ' : ''}${printMoney(own.usd.atLeast)}`;
  const message = `${pattern.name} costs ${figure} a month${at}${shares(own.steps)}, and its budget is ${printMoney(budget.usdPerMonth)}. Use fewer units in each call, call it less often, or raise the budget.`;
  return { is: own.usd, most: budget.usdPerMonth, message };
}

export const overBudget = defineRule<{
  readonly pattern: string;
  readonly is: number;
  readonly most: number;
}>({
  id: 'cost/over-budget',
  title: 'An access pattern over its budget',
  why: 'The model says what the pattern may cost, and by its sizes, counts and rate it costs more. The hover of the pattern has the working of the figure.',
  remedy:
    'Use fewer units in a call (smaller items, a limit, a narrower key condition, a smaller projection), call it less often, or raise the `budget`.',
  severity: 'warning',
  *check(context) {
    for (const pattern of context.design.patterns) {
      for (const budget of pattern.decl.budgets) {
        const found =
          budget.kind === 'units' ? unitsOf(context, pattern, budget) : moneyOf(context, pattern, budget);
        if (found === undefined || found.is.atLeast <= found.most) continue;
        yield {
          span: budget.span,
          message: found.message,
          data: { pattern: pattern.name, is: found.is.atLeast, most: found.most },
          ...(found.is.min > found.most ? { severity: 'error' as const } : {}),
        };
      }
    }
  },
});
