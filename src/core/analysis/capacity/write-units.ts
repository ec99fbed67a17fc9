// The units of one put, update, delete or check: the item on the table, and its entries in every index.
// Deliberately without Regions: replicated writes are priced, not metered, per replica.
import { writing } from '../../facts/units.ts';
import type { Design, Entity, Layout, ResolvedAction, Target } from '../../model/design.ts';
import type { Action, PatternKind } from '../../model/model.ts';
import { printNumber } from '../../syntax/quantity.ts';
import { listOf } from '../../text/words.ts';
import { clausesIn } from '../counts/worlds.ts';
import type { ActionUnits, TargetUnits } from './action-units.ts';
import { expected, noSize, type Size } from './item-size.ts';
import { writeUnits } from './metering.ts';
import {
  meteredOfPut,
  overwriteShare,
  overwritesInPlace,
  overwrittenEntry,
  whatOverwriteDoes,
  writesOfOverwrite,
  writesOfPut,
} from './put-entries.ts';
import { exact, type Quantity, scale, sum, zero } from './quantity.ts';
import { unreadable } from './read-units.ts';
import { sizeStep } from './size-step.ts';
import type { Sizes } from './sizes.ts';
import { given, multiplied, type Remark, rounded, type Step } from './step.ts';
import { type EntryChange, entryWrites, type Update, updateOf } from './update-units.ts';
import { vectorWrites } from './vector-units.ts';

/** What one write does, before transactions and failures are counted. */
interface Writes {
  readonly size: Size;
  /** Units of 1 KB on the table. */
  readonly table: Step;
  readonly entries: readonly { readonly target: Target; readonly step: Step }[];
}

const changes: Readonly<Record<EntryChange, string>> = {
  none: 'nothing that it keeps changes',
  enters: 'an entry is put',
  leaves: 'an entry is deleted',
  moves: 'its key changes: deleted and put',
  changes: 'an entry is changed',
};

const itemStep = (entity: Entity, size: Size): Step => sizeStep(`item of ${entity.name}`, size);

const tableStep = (entity: Entity, size: Size, units: Quantity, remark: Remark = {}): Step =>
  rounded('units of 1 KB, rounded up', units, 'times', [itemStep(entity, size)], remark);

const indexLayouts = (entity: Entity): readonly Layout[] =>
  entity.layouts.filter((layout) => layout.target.kind !== 'table');

/** Writes of an entry of so many units each, for the share of items that have one. */
function entryStep(
  sizes: Sizes,
  entity: Entity,
  layout: Layout,
  what: string,
  times: Quantity,
  units: (size: Size) => Quantity = (size) => expected(size, writeUnits),
  remark: Remark = {},
): Step {
  const size = sizes.entry(entity, layout);
  return multiplied(
    what,
    'times',
    [
      rounded('units of 1 KB, rounded up', units(size), 'times', [sizeStep(`entry of ${entity.name}`, size)]),
      given('entries written', times, 'times'),
    ],
    remark,
  );
}

function putEntry(sizes: Sizes, entity: Entity, layout: Layout, overwrites: number): Step {
  const share = sizes.share(entity, layout);
  if (overwrites === 0) return entryStep(sizes, entity, layout, changes.enters, share);
  const change = overwrittenEntry(sizes, entity, layout);
  const times = writesOfPut(share, writesOfOverwrite[change], overwrites);
  // What an entry that stays in its place costs is not documented for puts.
  const remark: Remark = change === 'moves' ? {} : { provenance: 'measured by others' };
  const units = meteredOfPut(overwritesInPlace(change, overwrites), writeUnits);
  return entryStep(sizes, entity, layout, whatOverwriteDoes[change], times, units, remark);
}

function putWrites(sizes: Sizes, entity: Entity, action: Action): Writes {
  const size = sizes.item(entity);
  const overwrites = overwriteShare(action);
  const note = overwrites === 0 ? {} : { note: 'overwriting costs the larger of old and new' };
  const entries = indexLayouts(entity).map((layout) => ({
    target: layout.target,
    step: putEntry(sizes, entity, layout, overwrites),
  }));
  return { size, table: tableStep(entity, size, meteredOfPut(overwrites, writeUnits)(size), note), entries };
}

/** Where there are no items of an entity, a delete finds nothing. */
function deleteWrites(sizes: Sizes, entity: Entity): Writes {
  if (sizes.counts.items(entity).max === 0) {
    return { size: noSize, table: tableStep(entity, noSize, exact(writeUnits(0))), entries: [] };
  }
  const size = sizes.item(entity);
  const entries = indexLayouts(entity).map((layout) => ({
    target: layout.target,
    step: entryStep(sizes, entity, layout, changes.leaves, sizes.share(entity, layout)),
  }));
  return { size, table: tableStep(entity, size, expected(size, writeUnits)), entries };
}

function checkWrites(sizes: Sizes, entity: Entity): Writes {
  const size = sizes.item(entity);
  const remark: Remark = {
    note: 'metered like a write of the item checked',
    provenance: 'measured by others',
  };
  return { size, table: tableStep(entity, size, expected(size, writeUnits), remark), entries: [] };
}

/** The item as the update finds it and as it leaves it, by what `when` and `condition` say of it. */
function sizesAround(
  sizes: Sizes,
  entity: Entity,
  { action, touched: { names, removed } }: Update,
): readonly [before: Size, after: Size] {
  const set = [...names].filter((name) => !removed.has(name));
  const clauses = clausesIn([...action.when, ...action.condition]);
  const named = (operator: string) =>
    clauses.filter((clause) => clause.operator === operator).map(({ attribute }) => attribute);
  const [there, missing] = [named('exists'), named('not-exists')];
  const without = (from: readonly string[], others: readonly string[]) =>
    from.filter((name) => !others.includes(name));
  return [
    sizes.itemWith(entity, without([...removed, ...there], missing), missing),
    sizes.itemWith(entity, [...set, ...without(there, [...removed])], [...removed, ...without(missing, set)]),
  ];
}

/** What the two differ in is nearly always one way, so the larger on average is the larger of each pair. */
const largerOf = (before: Size, after: Size): Size =>
  before.total.atLeast > after.total.atLeast ? before : after;

function updateWrites(sizes: Sizes, entity: Entity, action: Action): Writes {
  const update = updateOf(entity, action);
  const size = largerOf(...sizesAround(sizes, entity, update));
  const targets = [...new Set(indexLayouts(entity).map((layout) => layout.target))];
  const entries = targets.map((target) => {
    const { units, change } = entryWrites(sizes, entity, target, update);
    const layouts = indexLayouts(entity).filter((layout) => change !== 'none' && layout.target === target);
    const parts = layouts.map((layout) => sizeStep(`entry of ${entity.name}`, sizes.entry(entity, layout)));
    return { target, step: rounded(changes[change], units, 'times', parts, { note: 'units of 1 KB' }) };
  });
  return {
    size,
    table: tableStep(entity, size, expected(size, writeUnits), {
      note: 'the whole item, the larger of before and after',
    }),
    entries,
  };
}

function writesOf(sizes: Sizes, entity: Entity, action: Action): Writes {
  switch (action.kind) {
    case 'delete':
      return deleteWrites(sizes, entity);
    case 'check':
      return checkWrites(sizes, entity);
    case 'update':
      return updateWrites(sizes, entity, action);
    default:
      return putWrites(sizes, entity, action);
  }
}

/** A failed condition costs on the table only: one unit at the least, what success would cost at the most. */
function failedCall(table: Step, factor: number, share: number): Step {
  const max = scale(table.value, factor);
  const cost: Quantity = { ...max, min: Math.min(factor, max.min) };
  const note = `AWS’s texts differ: from ${printNumber(cost.min)} to what success costs`;
  return multiplied('calls whose condition fails', 'WCU', [
    given('units on the table, at the most', cost, 'times', { note, provenance: 'disputed' }),
    given('share of calls', share, 'share'),
  ]);
}

const factorSteps = (factor: number, label: string, remark: Remark = {}): readonly Step[] =>
  factor === 1 ? [] : [given(label, factor, 'times', remark)];

/** The units of one write. `kind` is the operation around it: transactions cost twice on the table. */
export function writeActionUnits(sizes: Sizes, resolved: ResolvedAction, kind: PatternKind): ActionUnits {
  const { action } = resolved;
  const [entity] = resolved.entities;
  const { table } = sizes.design;
  if (entity === undefined || table === undefined) {
    const what = 'what this writes: the table or the entity is not known';
    return unreadable(resolved, table?.target, what, 'WCU');
  }
  const writes = writesOf(sizes, entity, action);
  const isTransaction = kind === 'transactWrite';
  const factor = isTransaction ? writing.transactional.value : writing.standard.value;
  const fails = action.fails ?? 0;
  const succeeds = fails === 0 ? [] : [given('share of calls that succeed', 1 - fails, 'share')];
  const verb = `${action.kind} ${entity.name}`;
  const replicas = replicaNote(sizes.design);
  const onTable = multiplied(
    `${verb} on the table`,
    'WCU',
    [writes.table, ...factorSteps(factor, 'in a transaction'), ...succeeds],
    noted([replicas]),
  );
  const failed = fails === 0 ? [] : [failedCall(writes.table, factor, fails)];
  const onIndexes = writes.entries.map(({ target, step }) => ({
    target,
    step: multiplied(
      `${verb} in ${target.name}`,
      'WCU',
      [step, ...succeeds],
      indexRemark(target, isTransaction, replicas),
    ),
  }));
  const byTarget: TargetUnits[] = [
    { target: table.target, read: zero, write: sum([onTable, ...failed].map((step) => step.value)) },
    ...onIndexes.map(({ target, step }) => ({ target, read: zero, write: step.value })),
  ];
  const inVectors = vectorWrites(sizes, entity, action, kind);
  return {
    byTarget,
    items: exact(1),
    returned: zero,
    bytes: writes.size.total,
    steps: [onTable, ...failed, ...[...onIndexes, ...inVectors].map(({ step }) => step)],
    ...(inVectors.length > 0 && { vectors: inVectors.map(({ units }) => units) }),
  };
}

const noted = (notes: readonly (string | undefined)[]): Remark => {
  const note = notes.filter((each) => each !== undefined).join(', ');
  return note === '' ? {} : { note };
};

/** Units are those of the home Region; a global table writes as much in each of the others. */
function replicaNote({ model }: Design): string | undefined {
  const regions = (model.table?.replicas ?? []).map((each) => each.value);
  return regions.length === 0 ? undefined : `and as much in ${listOf(regions)}`;
}

function indexRemark(target: Target, isTransaction: boolean, replicas: string | undefined): Remark {
  const local = target.kind === 'local' ? 'taken from the table’s capacity' : undefined;
  const doubled = isTransaction ? 'not doubled by the transaction' : undefined;
  const remark = noted([doubled, local, replicas]);
  return isTransaction ? { ...remark, provenance: 'measured by others' } : remark;
}
