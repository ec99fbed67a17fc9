// What a verification comes to: how many patterns and checks ended how, and how much could not be checked, and why.
// Deliberately in plain sentences that client and command line share.
import { printShare } from '../core/syntax/quantity.ts';
import { counted } from '../core/text/words.ts';
import { type Check, type PatternResult, type Summary, summaryOf } from './checks/check.ts';
import type { Verification } from './run.ts';

export type Done = Extract<Verification, { readonly kind: 'done' }>;

export interface Totals {
  readonly patterns: Readonly<Record<Summary, number>>;
  readonly checks: Readonly<Record<Summary, number>>;
  /** Of all checks those that are not checkable, 0 to 1. */
  readonly notCheckable: number;
  /** Why, the most frequent first. */
  readonly reasons: readonly { readonly reason: string; readonly checks: number }[];
}

/** The model as a whole first, then its patterns. */
export const allResults = ({ model, patterns }: Done): readonly PatternResult[] => [model, ...patterns];

const kindOf = ({ verdict }: Check): Summary =>
  verdict.kind === 'confirmed' ? (verdict.on === 'shadow' ? 'shadow' : 'confirmed') : verdict.kind;

function countedBy<T>(all: readonly T[], kind: (each: T) => Summary): Record<Summary, number> {
  const counts = { confirmed: 0, shadow: 0, mismatch: 0, 'not-checkable': 0 };
  for (const each of all) counts[kind(each)] += 1;
  return counts;
}

export function totalsOf(done: Done): Totals {
  const checks = allResults(done).flatMap((result) => result.checks);
  const byReason = new Map<string, number>();
  for (const { verdict } of checks) {
    if (verdict.kind !== 'not-checkable') continue;
    byReason.set(verdict.reason, (byReason.get(verdict.reason) ?? 0) + 1);
  }
  const counts = countedBy(checks, kindOf);
  return {
    patterns: countedBy(done.patterns, summaryOf),
    checks: counts,
    notCheckable: checks.length === 0 ? 0 : counts['not-checkable'] / checks.length,
    reasons: [...byReason]
      .map(([reason, number]) => ({ reason, checks: number }))
      .sort((a, b) => b.checks - a.checks),
  };
}

const words: Readonly<Record<Summary, string>> = {
  mismatch: 'with a mismatch',
  confirmed: 'confirmed',
  shadow: 'confirmed on a shadow index',
  'not-checkable': 'not checkable',
};

/** `24 patterns: 22 confirmed, 2 with a mismatch. 7 of 173 checks (4%) are not checkable on dynalite 4.0.0.` */
export function totalsLine(done: Done, totals: Totals): string {
  const order: readonly Summary[] = ['confirmed', 'shadow', 'mismatch', 'not-checkable'];
  const parts = order.flatMap((kind) =>
    totals.patterns[kind] > 0 ? [`${totals.patterns[kind]} ${words[kind]}`] : [],
  );
  const all = Object.values(totals.checks).reduce((sum, number) => sum + number, 0);
  const open = totals.checks['not-checkable'];
  const rest =
    open === 0
      ? `All ${counted(all, 'check')} could be made on ${done.profile.name}.`
      : `${open} of ${counted(all, 'check')} (${printShare(totals.notCheckable, 2)}) ${open === 1 ? 'is' : 'are'} not checkable on ${done.profile.name}.`;
  return `${counted(done.patterns.length, 'pattern')}${parts.length > 0 ? `: ${parts.join(', ')}` : ''}. ${rest}`;
}

/** `items, with username = ann`. */
export const checkTitle = ({ aspect, call }: Check): string =>
  call === '' ? aspect : `${aspect}, with ${call}`;
