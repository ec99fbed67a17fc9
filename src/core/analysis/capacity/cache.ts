// What a cache in front of a pattern answers in DynamoDB's place, and what it leaves.
// Deliberately by calls: which of its items a cache holds is not for a model to say.
import type { Pattern } from '../../model/design.ts';
import { exact, type Quantity, unknown, zero } from './quantity.ts';
import { given, type Remark, type Step } from './step.ts';

/** Where hits are not written on the pattern: the share of reads that its cache answers, 0 to 1. */
export interface CacheOptions {
  readonly cacheHits?: number;
}

/** DAX answers what may be old; it passes on what may not (DynamoDB developer guide, DAX and consistency, as of 2026). */
const passesOn = ({ decl, kind, actions }: Pattern): boolean =>
  decl.cacheWith === 'dax' &&
  (kind === 'transactGet' || (actions.length > 0 && actions.every(({ action }) => action.strong)));

/** The share of calls that the cache answers; undefined where there is none. */
function hitsOf(pattern: Pattern, { cacheHits }: CacheOptions): Quantity | undefined {
  const { decl } = pattern;
  const hits = decl.cacheHits ?? (decl.cacheWith === undefined ? undefined : cacheHits);
  if (decl.cacheWith === undefined && hits === undefined) return undefined;
  if (passesOn(pattern)) return zero;
  if (hits !== undefined) return exact(hits);
  const missing = {
    what: `what share of ${pattern.name} its cache answers`,
    write: 'hits: 90%',
    span: decl.nameSpan,
  };
  return unknown([missing], 0, 1);
}

export interface CacheShares {
  /** Of the calls, those that the cache answers. */
  readonly answered: Step;
  /** Those that DynamoDB answers. */
  readonly left: Step;
}

/** Undefined where there is no cache. */
export function cacheShares(pattern: Pattern, options: CacheOptions): CacheShares | undefined {
  const hits = hitsOf(pattern, options);
  if (hits === undefined) return undefined;
  const remark: Remark = passesOn(pattern) ? { note: 'DAX passes strongly consistent reads on' } : {};
  return {
    answered: given('answered by the cache', hits, 'share', remark),
    left: given('not answered by the cache', rest(hits), 'share', remark),
  };
}

const rest = ({ min, mean, max, missing }: Quantity): Quantity =>
  mean === undefined ? unknown(missing, 1 - (max ?? 1), 1 - min) : exact(1 - mean);
