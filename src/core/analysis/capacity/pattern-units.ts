// The units of a whole access pattern: its legs, its further steps, and per second at its rates.
// Deliberately without money and months; those are made of these.
import type { Pattern, ResolvedAction } from '../../model/design.ts';
import type { PatternKind } from '../../model/model.ts';
import { lazy } from '../../text/lazy.ts';
import { once } from '../../text/once.ts';
import type { Analysis } from '../analysis.ts';
import { type ActionUnits, mergeTargets, type TargetUnits } from './action-units.ts';
import { type CacheOptions, type CacheShares, cacheShares } from './cache.ts';
import { distinctMissing, exact, type Missing, type Quantity, sum, unknown } from './quantity.ts';
import { readActionUnits, repeated } from './read-units.ts';
import type { Sizes } from './sizes.ts';
import { given, multiplied, type Step } from './step.ts';
import { mergeVectors, type VectorUnits } from './vector-units.ts';
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
  /** Bytes of one call on vector indexes, which are metered by them. */
  readonly vectors: readonly VectorUnits[];
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
const together = (
  all: readonly ActionUnits[],
): Pick<PatternUnits, 'byTarget' | 'vectors' | 'items' | 'bytes'> => ({
  byTarget: mergeTargets(all.flatMap((each) => each.byTarget)),
  vectors: mergeVectors(all.flatMap((each) => each.vectors ?? [])),
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
  cache: CacheShares | undefined,
): Throughput | undefined {
  if (callsPerSecond === undefined) return undefined;
  const calls = given('calls', callsPerSecond, 'calls/s');
  const left = cache ? [cache.left] : [];
  const reads = multiplied('read units per second', 'RCU/s', [given('a call', read, 'RCU'), calls, ...left]);
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
    vectors: [],
    parts: [],
    items: open,
    bytes: open,
    steps: [],
    unknown: missing,
    atRate: undefined,
    atPeak: undefined,
  };
}

/**
 * What few ask for is computed when they do. A class, since there are thousands of patterns, and getters of a literal are
 * made anew for each.
 */
class UnitsOfParts implements PatternUnits {
  readonly read: Quantity;
  readonly write: Quantity;
  readonly parts: readonly PatternPart[];
  readonly steps: readonly Step[];
  private readonly pattern: Pattern;
  private readonly options: CacheOptions;
  private readonly together: () => ReturnType<typeof together>;

  constructor(pattern: Pattern, parts: readonly PatternPart[], options: CacheOptions) {
    this.pattern = pattern;
    this.options = options;
    this.parts = parts;
    this.steps = parts.flatMap(({ perCall }) => perCall.steps);
    this.read = totalOf(this.steps, 'RCU');
    this.write = totalOf(this.steps, 'WCU');
    this.together = lazy(() => together(parts.map(({ perCall }) => perCall)));
  }

  get byTarget(): readonly TargetUnits[] {
    return this.together().byTarget;
  }

  get vectors(): readonly VectorUnits[] {
    return this.together().vectors;
  }

  get items(): Quantity {
    return this.together().items;
  }

  get bytes(): Quantity {
    return this.together().bytes;
  }

  get unknown(): readonly Missing[] {
    const inVectors = this.vectors.flatMap(({ written, searched }) => [written, searched]);
    return distinctMissing([this.read, this.write, ...inVectors].flatMap(({ missing }) => missing));
  }

  get atRate(): Throughput | undefined {
    return this.throughput(this.pattern.decl.rate);
  }

  get atPeak(): Throughput | undefined {
    return this.throughput(this.pattern.decl.peak);
  }

  private throughput(callsPerSecond: number | undefined): Throughput | undefined {
    return throughput(this.read, this.write, callsPerSecond, cacheShares(this.pattern, this.options));
  }
}

/** The units of one call of the pattern. */
export const unitsOf = (pattern: Pattern, analysis: Analysis, options: CacheOptions = {}): PatternUnits =>
  pattern.kind === 'analyze'
    ? unmetered(pattern)
    : new UnitsOfParts(pattern, chain(analysis.sizes, analysis, pattern), options);

/** The units of each pattern, made when they are first asked for: a finding about one does not pay for all. */
export interface UnitsByPattern {
  readonly get: (pattern: Pattern) => PatternUnits;
}

export const unitsByPattern = (analysis: Analysis, options: CacheOptions = {}): UnitsByPattern => ({
  get: once((pattern) => unitsOf(pattern, analysis, options)),
});
