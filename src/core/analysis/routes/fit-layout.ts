// Fits one pattern to one layout: which key condition reads the wanted items of one entity in one target, or why none does.
// Deliberately looks at one entity; combine-fits.ts makes one condition for several, left-over.ts says why a clause is left.
import type { Entity, KeyPart, Layout } from '../../model/design.ts';
import type { Clause } from '../../syntax/clause.ts';
import type { Literal, Placeholder, TemplatePart } from '../../syntax/template.ts';
import type { Binding, Given } from './bind.ts';
import { determines } from './functions.ts';
import { heldByLayout } from './guards.ts';
import { boundPart, knownOf, mayBeKnown } from './known.ts';
import { leftOver, rangeObstacle } from './left-over.ts';
import { printedOrder } from './printed-order.ts';
import {
  askedRange,
  type Range,
  type RangeOperator,
  toCondition,
  turnedOperator,
  withBound,
} from './range.ts';
import { append, rendering } from './rendering.ts';
import type { FanOut, KeyCondition, Obstacle, Rendering } from './route.ts';

export interface Fit {
  readonly entity: Entity;
  readonly layout: Layout;
  readonly partition: readonly KeyCondition[];
  /** The sort key attributes that are fixed whole, left to right. */
  readonly fixed: readonly KeyCondition[];
  /** The key attribute behind those and the range that is read of it; undefined where all are fixed or there is none. */
  readonly open: Open | undefined;
  readonly fanOut: readonly FanOut[];
}

interface Open {
  readonly part: KeyPart;
  readonly range: Range;
  /** What varies first among the items read: by this they are ordered. */
  readonly leading: Placeholder;
}

export type FitResult =
  | { readonly kind: 'fits'; readonly fit: Fit }
  | { readonly kind: 'refused'; readonly obstacles: readonly Obstacle[] };

/** The key condition of a sort key that is read by one entity alone. */
export const sortConditions = (fit: Fit): readonly KeyCondition[] => {
  const open = fit.open && toCondition(fit.open.part.key, fit.open.range);
  return open ? [...fit.fixed, open] : fit.fixed;
};

function rangeOf(
  part: KeyPart,
  placeholder: Placeholder,
  { clause, attribute }: Given,
  operator: RangeOperator,
  prefix: Rendering,
  tail: Literal | Placeholder | undefined,
): Range {
  const bound = (end: 0 | 1) => append(prefix, boundPart(clause, end, attribute, placeholder.functions));
  const reverses = printedOrder(attribute, placeholder.functions, part.key.type).kind === 'reverses';
  const values = operator !== 'between' ? [bound(0)] : reverses ? [bound(1), bound(0)] : [bound(0), bound(1)];
  const seen = reverses ? turnedOperator(operator) : operator;
  // Values on the right side of a bound can share its truncation, so the bound is read, too.
  const wide = determines(placeholder.functions) ? seen : withBound(seen);
  const tailText = tail === undefined ? undefined : tail.kind === 'literal' ? tail.text : '';
  return askedRange(part.key, wide, prefix, values, tailText);
}

/** What a walk over the keys of one layout gathers. */
interface Walk {
  readonly entity: Entity;
  readonly givens: readonly Given[];
  /** The clauses that are not answered yet. */
  readonly open: Set<Clause>;
  readonly fanOut: FanOut[];
  readonly obstacles: Obstacle[];
}

/** False where the pattern cannot give the whole partition key: most layouts that a query is tried on. */
export const isInReach = ({ partition }: Layout, { entity, givens, unbound }: Binding): boolean =>
  unbound.length === 0 &&
  partition.every(({ template }) =>
    template.parts.every((part) => part.kind === 'literal' || mayBeKnown(part, entity, givens)),
  );

/** Guards of the layout are not looked at: route-query.ts decides whether missing items matters. */
export function fitLayout(layout: Layout, { entity, givens, unbound }: Binding): FitResult {
  const obstacles = unbound.map(
    (clause): Obstacle => ({ kind: 'sort-key-lacks', entity: entity.name, attribute: clause.attribute }),
  );
  const open = new Set(givens.map((given) => given.clause));
  const walk: Walk = { entity, givens, open, fanOut: [], obstacles };
  for (const clause of heldByLayout(layout, givens)) open.delete(clause);
  const partition = layout.partition.map((part) => partitionCondition(walk, part));
  if (obstacles.length > 0) return { kind: 'refused', obstacles };

  const fixed: KeyCondition[] = [];
  let end: Open | undefined;
  for (const part of layout.sort) {
    const { range, leading } = walkSortKey(walk, part);
    if (leading === undefined && range.kind === 'equal') {
      fixed.push({ key: part.key, operator: '=', values: [range.at] });
      continue;
    }
    if (leading) end = { part, range, leading };
    break;
  }
  if (obstacles.length === 0 && open.size > 0) obstacles.push(...leftOver([...open], givens, layout, entity));
  if (obstacles.length > 0) return { kind: 'refused', obstacles };
  return { kind: 'fits', fit: { entity, layout, partition, fixed, open: end, fanOut: walk.fanOut } };
}

/** The part of the template, or its value where the pattern gives it; what it lacks becomes an obstacle. */
function partitionCondition(walk: Walk, { key, template }: KeyPart): KeyCondition {
  const { entity, givens, open, fanOut, obstacles } = walk;
  const missing: string[] = [];
  const parts = template.parts.map((each): TemplatePart => {
    if (each.kind === 'literal') return each;
    const known = knownOf(each, entity, givens, true, open);
    if (known.kind === 'value') {
      if (known.answers) for (const clause of known.uses) open.delete(clause);
      if (known.fanOut) fanOut.push(known.fanOut);
      return known.part;
    }
    if (known.kind !== 'range') missing.push(each.name);
    else
      obstacles.push({
        kind: 'partition-key-needs-equality',
        entity: entity.name,
        key: key.name,
        attribute: each.name,
      });
    return each;
  });
  if (missing.length > 0)
    obstacles.push({
      kind: 'partition-key-needs',
      entity: entity.name,
      key: key.name,
      attributes: [...new Set(missing)],
    });
  return { key, operator: '=', values: [rendering(parts)] };
}

interface Walked {
  readonly range: Range;
  /** Undefined where all is fixed. */
  readonly leading: Placeholder | undefined;
}

/** From left to right, as far as values are known; there the range begins. */
function walkSortKey({ entity, givens, open, fanOut, obstacles }: Walk, part: KeyPart): Walked {
  const { parts } = part.template;
  const before: TemplatePart[] = [];
  for (const [index, each] of parts.entries()) {
    if (each.kind === 'literal') {
      before.push(each);
      continue;
    }
    const known = knownOf(each, entity, givens, false, open);
    switch (known.kind) {
      case 'value':
        before.push(known.part);
        if (known.answers) for (const clause of known.uses) open.delete(clause);
        if (known.fanOut) fanOut.push(known.fanOut);
        continue;
      case 'beginning': {
        if (known.fanOut) fanOut.push(known.fanOut);
        const at = rendering([...before, known.part]);
        if (open.delete(known.clause)) return { range: { kind: 'prefix', at }, leading: each };
        // The partition key has said so: the literals in front keep others out as well as the repetition does.
        const range = before.length > 0 ? prefixOf(before) : ({ kind: 'prefix', at, implied: true } as const);
        return { range, leading: each };
      }
      case 'range': {
        const { given, operator } = known;
        open.delete(given.clause);
        const obstacle = rangeObstacle(entity.name, given, operator, each, part);
        if (obstacle) obstacles.push(obstacle);
        const range = rangeOf(part, each, given, operator, rendering(before), parts[index + 1]);
        return { range, leading: each };
      }
      case 'unknown':
        return { range: prefixOf(before), leading: each };
    }
  }
  return { range: { kind: 'equal', at: rendering(before) }, leading: undefined };
}

const prefixOf = (before: readonly TemplatePart[]): Range =>
  before.length > 0 ? { kind: 'prefix', at: rendering(before) } : { kind: 'all' };
