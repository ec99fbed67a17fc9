// What chains of template functions do to order and identity, as routes need it.
// Deliberately no more than a fold over facts/functions.ts; printed-order.ts looks at the values, too.
import { type OrderEffect, templateFunctions } from '../../facts/functions.ts';
import type { FunctionCall } from '../../syntax/template.ts';

export const orderOfCall = ({ name, args }: FunctionCall): OrderEffect =>
  templateFunctions.get(name)?.order(args) ?? 'loses';

/** What becomes of the order of values; an unknown function loses it. */
export function orderOf(calls: readonly FunctionCall[]): OrderEffect {
  let result: OrderEffect = 'keeps';
  for (const call of calls) {
    const effect = orderOfCall(call);
    if (effect === 'loses') return 'loses';
    if (effect === 'reverses') result = result === 'keeps' ? 'reverses' : 'keeps';
  }
  return result;
}

/**
 * True if equal results mean the value that was asked for. Case folding and hashes count: who looks up by them
 * means all that fold alike. Truncated dates and shards do not: they hold many values by design.
 */
export const determines = (calls: readonly FunctionCall[]): boolean =>
  calls.every((call) => call.name !== 'date' && call.name !== 'shard');

/** True if different values have different texts behind the functions. */
export const tellsApart = (calls: readonly FunctionCall[]): boolean =>
  calls.every(({ name }) => templateFunctions.get(name)?.injective === true);

export const sameCalls = (a: readonly FunctionCall[], b: readonly FunctionCall[]): boolean =>
  a.length === b.length &&
  a.every((call, i) => call.name === b[i]?.name && call.args.join() === b[i]?.args.join());

/** The functions left after those that the caller has applied; undefined where the chain does not begin with them. */
export function remainder(
  chain: readonly FunctionCall[],
  applied: readonly FunctionCall[],
): readonly FunctionCall[] | undefined {
  if (applied.length === 0) return chain;
  return sameCalls(chain.slice(0, applied.length), applied) ? chain.slice(applied.length) : undefined;
}

/** The format of a lone `date(…)`, as in `at | date(yyyy-MM)`; undefined for any other chain. */
export function dateFormatOf(calls: readonly FunctionCall[]): string | undefined {
  const [call, ...others] = calls;
  return call?.name === 'date' && others.length === 0 ? call.args[0] : undefined;
}

/** Applies a chain to a constant; undefined where it cannot be applied. */
export function applyCalls(
  value: string | number | boolean,
  calls: readonly FunctionCall[],
  format: string | undefined,
): string | undefined {
  let result: string | number | boolean | undefined = value;
  for (const call of calls) {
    if (result === undefined) return undefined;
    result = templateFunctions.get(call.name)?.apply(result, call.args, format);
  }
  return result === undefined ? undefined : String(result);
}

/** How often one call must ask where a value behind these functions is not given; undefined where it cannot be asked so. */
export function shardsOf(calls: readonly FunctionCall[]): number | undefined {
  const lastCall = calls.at(-1);
  return lastCall?.name === 'shard' ? templateFunctions.get('shard')?.fanOut(lastCall.args) : undefined;
}
