// The units of a whole access pattern: its legs, its further steps, and per second at its rates.
// Deliberately without money and months; those are made of these.
import type { Pattern, ResolvedAction } from '../../model/design.ts';
import type { PatternKind } from '../../model/model.ts';
import { lazy } from '../../text/lazy.ts';
import type { Analysis } from '../analysis.ts';
import { type ActionUnits, mergeTargets, type TargetUnits } from './action-units.ts';
import { distinctMissing, exact, type Missing, type Quantity, sum, unknown } from './quantity.ts';
import { readActionUnits, repeated } from './read-units.ts';
import type { Sizes } from './sizes.ts';
import { given, multiplied, type Step } from './step.ts';
import { writeActionUnits } from './write-units.ts';

/** What one leg of the operation or of a further step uses. */
export interface PatternPart {
  readonly resolved: ResolvedAction;
  /** The operation around it. */
  readonly kind: PatternKind;
  /** Done once. */
  readonly once: ActionUnits;
  /** In one call of the pattern: by `times`, and once for each item before it. */
  readonly perCall: ActionUnits;
}

export interface PatternUnits {
  /** RCU of one call. */
  readonly read: Quantity;
  /** WCU of one call, entries in indexes included. */
  readonly write: Quantity;
  /** The same by table and index. */
  readonly byTarget: readonly TargetUnits[];
  /** The same by leg, in the order of the calls. */
  readonly parts: readonly PatternPart[];
  /** Items read or written by one call. */
  readonly items: Quantity;
  /** Bytes metered by one call, before rounding. */
  readonly bytes: Quantity;
  /** The working: the units of these steps add up to `read` and `write`. */
  readonly steps: readonly Step[];
  /** What the model does not say, and what is assumed in its place. */
  readonly unknown: readonly Missing[];
  /** Undefined where no rate is written. */
  readonly atRate: Throughput | undefined;
  /** Undefined where no peak is written. */
  readonly atPeak: Throughput | undefined;
}

/** Units per second. */
export interface Throughput {
  readonly read: Quantity;
  readonly write: Quantity;
  readonly steps: readonly Step[];
}

const isRead = (kind: ResolvedAction['action']['kind']): boolean =>
  kind === 'get' || kind === 'query' || kind === 'scan' || kind === 'search';

function partOf(sizes: Sizes, analysis: Analysis, resolved: ResolvedAction, kind: PatternKind): PatternPart {
  const { action } = resolved;
  const once = isRead(action.kind)
    ? readActionUnits(sizes, resolved, analysis.routes.get(action), kind)
    : writeActionUnits(sizes, resolved, kind);
  const perCall = action.times === undefined ? once : repeated(once, exact(action.times), 'times');
  return { resolved, kind, once, perCall };
}

/** All legs of an operation together. */
const together = (all: readonly ActionUnits[]): Pick<PatternUnits, 'byTarget' | 'items' | 'bytes'> => ({
  byTarget: mergeTargets(all.flatMap((each) => each.byTarget)),
  items: sum(all.map((each) => each.items)),
  bytes: sum(all.map((each) => each.bytes)),
});

/** The operation, then each further step once for every item that came before it. */
function chain(sizes: Sizes, analysis: Analysis, pattern: Pattern): readonly PatternPart[] {
  const legs = (kind: PatternKind, actions: readonly ResolvedAction[]) =>
    actions.map((action) => partOf(sizes, analysis, action, kind));
  const returnedBy = (parts: readonly PatternPart[]) => sum(parts.map(({ perCall }) => perCall.returned));
  const all = [...legs(pattern.kind, pattern.actions)];
  let before = returnedBy(all);
  for (const step of pattern.steps) {
    const parts = legs(step.kind, step.actions).map((part) => ({
      ...part,
      perCall: repeated(part.perCall, before, 'items before it'),
    }));
    all.push(...parts);
    if (step.actions.some(({ action }) => isRead(action.kind))) before = returnedBy(parts);
  }
  return all;
}

const totalOf = (steps: readonly Step[], unit: 'RCU' | 'WCU'): Quantity =>
  sum(steps.filter((step) => step.unit === unit).map((step) => step.value));

function throughput(
  read: Quantity,
  write: Quantity,
  callsPerSecond: number | undefined,
  cacheHits: number | undefined,
): Throughput | undefined {
  if (callsPerSecond === undefined) return undefined;
  const calls = given('calls', callsPerSecond, 'calls/s');
  const missed =
    cacheHits === undefined ? [] : [given('share that the cache does not answer', 1 - cacheHits, 'share')];
  const reads = multiplied('read units per second', 'RCU/s', [
    given('a call', read, 'RCU'),
    calls,
    ...missed,
  ]);
  const writes = multiplied('write units per second', 'WCU/s', [given('a call', write, 'WCU'), calls]);
  const isUsed = (units: Quantity) => units.max !== 0;
  const steps = [...(isUsed(read) ? [reads] : []), ...(isUsed(write) ? [writes] : [])];
  return { read: reads.value, write: writes.value, steps };
}

/** `analyze` is no DynamoDB call: what it costs is not known, and not nothing. */
function unmetered(pattern: Pattern): PatternUnits {
  const missing: Missing[] = [
    { what: 'what this question costs: no key answers it', write: undefined, span: pattern.decl.kindSpan },
  ];
  const open = unknown(missing);
  return {
    read: open,
    write: open,
    byTarget: [],
    parts: [],
    items: open,
    bytes: open,
    steps: [],
    unknown: missing,
    atRate: undefined,
    atPeak: undefined,
  };
}

/** The units of one call of the pattern. What few ask for is computed when they do. */
export function unitsOf(pattern: Pattern, analysis: Analysis): PatternUnits {
  if (pattern.kind === 'analyze') return unmetered(pattern);
  const { sizes } = analysis;
  const parts = chain(sizes, analysis, pattern);
  const steps = parts.flatMap(({ perCall }) => perCall.steps);
  const read = totalOf(steps, 'RCU');
  const write = totalOf(steps, 'WCU');
  const { rate, peak, cacheHits } = pattern.decl;
  const whole = lazy(() => together(parts.map(({ perCall }) => perCall)));
  const atRate = lazy(() => throughput(read, write, rate, cacheHits));
  const atPeak = lazy(() => throughput(read, write, peak, cacheHits));
  return {
    read,
    write,
    parts,
    steps,
    get byTarget() {
      return whole().byTarget;
    },
    get items() {
      return whole().items;
    },
    get bytes() {
      return whole().bytes;
    },
    get unknown() {
      return distinctMissing([...read.missing, ...write.missing]);
    },
    get atRate() {
      return atRate();
    },
    get atPeak() {
      return atPeak();
    },
  };
}

/** The units of every pattern. */
export const unitsOfAll = (analysis: Analysis): ReadonlyMap<Pattern, PatternUnits> =>
  new Map(analysis.design.patterns.map((pattern) => [pattern, unitsOf(pattern, analysis)]));
