// What a call writes to vector indexes and what a search of one examines, in bytes: what these are metered in.
// Deliberately without a rule for searches, as there is none: a search examines what it meets on its way.
import { limits } from '../../facts/limits.ts';
import { vectors } from '../../facts/units.ts';
import type { Entity, ResolvedAction, Target } from '../../model/design.ts';
import type { Action, PatternKind } from '../../model/model.ts';
import { isProjected } from './item-rows.ts';
import { expected } from './item-size.ts';
import {
  meteredOfPut,
  overwriteShare,
  overwritesInPlace,
  overwrittenEntry,
  whatOverwriteDoes,
  writesOfOverwrite,
  writesOfPut,
} from './put-entries.ts';
import {
  capped,
  exact,
  type Missing,
  one,
  product,
  type Quantity,
  scale,
  sum,
  unknown,
  zero,
} from './quantity.ts';
import { sizeStep } from './size-step.ts';
import type { Sizes } from './sizes.ts';
import { given, multiplied, type Remark, rounded, type Step } from './step.ts';
import { touchedBy } from './touched.ts';
import { type VectorEntry, vectorBytes } from './vector-entries.ts';

/** Bytes on one vector index. */
export interface VectorUnits {
  readonly target: Target;
  readonly written: Quantity;
  readonly searched: Quantity;
}

export interface VectorUse {
  readonly units: VectorUnits;
  readonly step: Step;
}

const metered = (bytes: number): number => Math.max(bytes, vectors.atLeast.value);

const measured: Remark = { provenance: 'measured by others' };

interface EntryWrite {
  readonly what: string;
  /** How often, for each call. */
  readonly times: Quantity;
  readonly bytes: Quantity;
}

function ofPut(
  sizes: Sizes,
  entity: Entity,
  { layout, size, share }: VectorEntry,
  action: Action,
): EntryWrite {
  const overwrites = overwriteShare(action);
  const change = overwrittenEntry(sizes, entity, layout);
  return {
    what: overwrites === 0 ? 'an entry is put' : whatOverwriteDoes[change],
    times: writesOfPut(share, writesOfOverwrite[change], overwrites),
    bytes: meteredOfPut(overwritesInPlace(change, overwrites), metered)(size),
  };
}

/** An update writes the entry of what it changes in it; one whose partition key changes is deleted and put. */
function ofUpdate(
  sizes: Sizes,
  { target, size, share }: VectorEntry,
  action: Action,
): EntryWrite | undefined {
  const { names, removed } = touchedBy(action);
  const vector = target.decl?.vector?.value ?? '';
  const keys = target.partitionKey.map((key) => key.name);
  const bytes = expected(size, metered);
  const touches = (all: readonly string[]) => all.some((name) => names.has(name));
  if ([vector, ...keys].some((name) => removed.has(name))) {
    return { what: 'an entry is deleted', times: one, bytes };
  }
  if (touches(keys)) {
    const times = names.has(vector)
      ? exact(vectors.movedEntry.value)
      : scale(share, vectors.movedEntry.value);
    return { what: 'its partition key changes: deleted and put', times, bytes };
  }
  if (names.has(vector)) return { what: 'an entry is put or changed', times: one, bytes };
  return target.projection === 'all' || [...names].some((name) => isProjected(sizes.design, target, name))
    ? { what: 'an entry is changed', times: share, bytes }
    : undefined;
}

function entryWrite(
  sizes: Sizes,
  entity: Entity,
  entry: VectorEntry,
  action: Action,
): EntryWrite | undefined {
  switch (action.kind) {
    case 'put':
      return ofPut(sizes, entity, entry, action);
    case 'update':
      return ofUpdate(sizes, entry, action);
    case 'delete':
      return { what: 'an entry is deleted', times: entry.share, bytes: expected(entry.size, metered) };
    default:
      return undefined;
  }
}

/** What a write leaves in vector indexes, if its condition holds. */
export function vectorWrites(
  sizes: Sizes,
  entity: Entity,
  action: Action,
  kind: PatternKind,
): readonly VectorUse[] {
  return sizes.vectorEntries(entity).flatMap((entry): readonly VectorUse[] => {
    const write = entryWrite(sizes, entity, entry, action);
    if (write === undefined) return [];
    const { target } = entry;
    const fails = action.fails ?? 0;
    const remark: Remark =
      kind === 'transactWrite'
        ? { note: 'taken as not doubled by the transaction', provenance: 'assumed' }
        : {};
    const step = multiplied(
      `${action.kind} ${entity.name} in ${target.name}, a vector index`,
      'B',
      [
        rounded(
          'bytes replicated, 1 KB at the least',
          write.bytes,
          'B',
          [sizeStep(`entry of ${entity.name}`, entry.size)],
          measured,
        ),
        given(write.what, write.times, 'times'),
        ...(fails === 0 ? [] : [given('share of calls that succeed', 1 - fails, 'share')]),
      ],
      remark,
    );
    return [{ units: { target, written: step.value, searched: zero }, step }];
  });
}

/** The vector index that a search uses; undefined where none, or more than one, has the entity's items. */
export function searchedTarget(sizes: Sizes, { action, entities }: ResolvedAction): Target | undefined {
  const [entity] = entities;
  const all = entity ? sizes.vectorEntries(entity).map(({ target }) => target) : [];
  const named = action.index?.value;
  const fitting = named === undefined ? all : all.filter(({ name }) => name === named);
  return fitting.length === 1 ? fitting[0] : undefined;
}

function examined(target: Target, { examines, limit, span }: Action): Quantity {
  if (examines !== undefined) return exact(metered(examines));
  const missing: Missing = {
    what: `how many bytes a search of ${target.name} examines`,
    write: 'examines: 40 KB',
    span,
  };
  // It examines at least what it returns.
  const returned = product([vectorBytes(target), exact(limit ?? 1)]).min;
  return unknown([missing], vectors.atLeast.value, undefined, metered(returned));
}

export interface Search extends VectorUse {
  readonly items: Quantity;
}

/** A search of a vector index, and how many items it returns. */
export function vectorSearch(sizes: Sizes, resolved: ResolvedAction, target: Target): Search {
  const { action, entities } = resolved;
  const bytes = examined(target, action);
  const step = rounded(`search of ${target.name}`, bytes, 'B', [], {
    note: 'the vectors that it examines, 1 KB at the least',
  });
  const [entity] = entities;
  const all = entity ? sizes.counts.items(entity) : zero;
  // The nearest are found however far they are, so a search returns as many as it asks for.
  const items = capped(all, action.limit ?? limits.vectorSearchResults.value);
  return { units: { target, written: zero, searched: bytes }, step, items };
}

/** One entry for each index, in the order in which they came. */
export function mergeVectors(all: readonly VectorUnits[]): readonly VectorUnits[] {
  const byTarget = new Map<Target, VectorUnits[]>();
  for (const each of all) byTarget.set(each.target, [...(byTarget.get(each.target) ?? []), each]);
  return [...byTarget].map(([target, own]) => ({
    target,
    written: sumOf(own, ({ written }) => written),
    searched: sumOf(own, ({ searched }) => searched),
  }));
}

const sumOf = (all: readonly VectorUnits[], pick: (each: VectorUnits) => Quantity): Quantity =>
  sum(all.map(pick));

export const repeatVectors = (all: readonly VectorUnits[], times: Quantity): readonly VectorUnits[] =>
  all.map(({ target, written, searched }) => ({
    target,
    written: product([written, times]),
    searched: product([searched, times]),
  }));
