// How many items of each entity one query reads: what its key condition fixes, against how many there are.
// Deliberately takes all keys as used equally; a busiest key is the business of heat, not of the mean.
import type { Design, Entity, Layout } from '../../model/design.ts';
import type { Action, CountDecl } from '../../model/model.ts';
import { exact, type Missing, product, type Quantity, quotient, unknown } from '../capacity/quantity.ts';
import type { Route } from '../routes/route.ts';
import type { Counts } from './counts.ts';
import { type Fixed, type FixedBy, fixedBy } from './fixed.ts';
import { isStranger } from './strangers.ts';
import { valuesOf } from './worlds.ts';

/** The items of one entity, in one layout, that one query of a route reads. */
export interface Group {
  readonly entity: Entity;
  readonly layout: Layout;
  /** False for what lies in the range and is not asked for. */
  readonly wanted: boolean;
  readonly count: Quantity;
  /** True if the key condition takes a part of the fixed values' items that nothing tells. */
  readonly ranged: boolean;
}

/** The constants that the pattern gives for an attribute, where it gives several: `status = PLACED or HELD`. */
function constantsFor(action: Action, name: string): readonly string[] {
  const clause = action.where.find(
    (decl) => decl.clause?.attribute === name && decl.clause.operator === '=',
  )?.clause;
  const constants =
    clause?.operands.flatMap((operand) => (operand.kind === 'constant' ? [operand.text] : [])) ?? [];
  return constants.length === clause?.operands.length ? constants : [];
}

/** The share of the entity's items that have one of the constants, on average; undefined where values are not listed. */
function constantShare(entity: Entity, name: string, constants: readonly string[]): number | undefined {
  const attribute = entity.attributes.get(name);
  const values = attribute && valuesOf(attribute);
  if (values === undefined || constants.length === 0) return undefined;
  let total = 0;
  for (const constant of constants) {
    const value = values.find(({ text }) => text === constant);
    if (value && value.share === undefined) return undefined;
    total += value?.share ?? 0;
  }
  return total / constants.length;
}

const isDecided = (layout: Layout, name: string): boolean =>
  layout.variant?.when.some((decl) => decl.clause?.attribute === name && decl.clause.operator === '=') ??
  false;

/** Items of the entity in the layout that have the values fixed. */
function matching(
  counts: Counts,
  action: Action,
  layout: Layout,
  entity: Entity,
  fixed: readonly Fixed[],
): Quantity {
  const whole = fixed.filter((each) => each.functions.length === 0);
  const names = [...new Set(whole.map((each) => each.attribute))];
  const factors: Quantity[] = [counts.share(layout)];
  const byParameter = names.filter((name) => {
    if (isDecided(layout, name)) return false;
    const constant = whole.find((each) => each.attribute === name)?.constant;
    const share = constantShare(
      entity,
      name,
      constant === undefined ? constantsFor(action, name) : [constant],
    );
    if (share !== undefined) factors.push(exact(share));
    return share === undefined;
  });
  const divisors: Quantity[] = [];
  for (const each of fixed) {
    const attribute = entity.attributes.get(each.attribute);
    if (each.functions.length > 0 && attribute && !names.includes(each.attribute)) {
      divisors.push(counts.distinctBehind(attribute, each.functions));
    }
  }
  const ofBase = (base: Quantity, rest: readonly string[]): Quantity =>
    product([quotient(base, product([counts.distinct(entity, rest), ...divisors])), ...factors]);
  let counted: { readonly count: CountDecl; readonly by: readonly string[] } | undefined;
  for (const count of entity.decl.counts) {
    const by = counts.countedBy(entity, count) ?? [];
    const isFixed = by.every((name) => byParameter.includes(name));
    if (isFixed && by.length > (counted?.by.length ?? 0)) counted = { count, by };
  }
  // What is counted by the values fixed needs no division; the rest of them divides what is left.
  const beside = byParameter.filter((name) => !counted?.by.includes(name));
  const identity = counts.identity(entity);
  const isNamed = identity.length > 0 && identity.every((name) => byParameter.includes(name));
  const ofAll = isNamed ? product(factors) : ofBase(counts.items(entity), byParameter);
  const ofCounted = counted && ofBase(exact(counted.count.mean), beside);
  const mean = isNamed || ofCounted?.mean === undefined ? ofAll : ofCounted;
  const isOne = identity.every((name) => names.includes(name));
  const worst = isOne ? 1 : counted?.count.max;
  return withWorst(mean, worst);
}

/** The mean of a collection, and its greatest size by what is written; without that nothing bounds it. */
function withWorst({ mean, missing }: Quantity, worst: number | undefined): Quantity {
  if (mean === undefined) return unknown(missing, 0, worst);
  const max = worst === undefined ? undefined : Math.max(worst, mean);
  return { min: 0, mean, max, atLeast: mean, missing };
}

const missingRange = (action: Action): Missing => ({
  what: 'how many items the range holds',
  write: 'matches: 40',
  span: action.span,
});

/** What one query of the route reads, entity by entity; of strangers nothing on average, and at worst all. */
export function groupsOf(design: Design, counts: Counts, route: Route, action: Action): readonly Group[] {
  const also = route.alsoReads.flatMap((name) => design.entities.get(name)?.layouts ?? []);
  const isRead = new Set(route.layouts);
  const layouts = [
    ...route.layouts,
    ...also.filter((layout) => layout.target.name === route.target.name && !isRead.has(layout)),
  ];
  return layouts.flatMap((layout): readonly Group[] => {
    const entity = design.entities.get(layout.entity);
    const wanted = isRead.has(layout);
    const own: FixedBy | undefined =
      route.operation === 'Scan'
        ? { fixed: [], ranged: false }
        : (fixedBy(route, layout) ?? (wanted ? { fixed: [], ranged: true } : undefined));
    if (entity === undefined || own === undefined) return [];
    const all = matching(counts, action, layout, entity, own.fixed);
    if (!wanted && isStranger(design, route, layout)) {
      return [{ entity, layout, wanted, count: { ...exact(0), max: all.max }, ranged: false }];
    }
    const ranged = own.ranged && all.max !== 1;
    const count = ranged ? unknown([missingRange(action)], 0, all.max) : all;
    return [{ entity, layout, wanted, count, ranged }];
  });
}

/** All that a scan of the route's target reads. */
export function groupsOfScan(design: Design, counts: Counts, route: Route, action: Action): readonly Group[] {
  const layouts = [...design.entities.values()].flatMap((entity) =>
    entity.layouts.filter((layout) => layout.target.name === route.target.name),
  );
  const wanted = new Set(action.entities.map((name) => name.value));
  return layouts.flatMap((layout) => {
    const entity = design.entities.get(layout.entity);
    if (entity === undefined) return [];
    const count = product([counts.items(entity), counts.share(layout)]);
    return [{ entity, layout, wanted: wanted.has(entity.name), count, ranged: false }];
  });
}
