// Fits one pattern to one layout: which key condition reads the wanted items of one entity in one target, or why none does.
// Deliberately looks at one entity; combine-fits.ts makes one condition for several.
import type { Entity, KeyPart, Layout } from '../../model/design.ts';
import type { Clause } from '../../syntax/clause.ts';
import { printClause } from '../../syntax/print-clause.ts';
import type { Literal, Placeholder } from '../../syntax/template.ts';
import type { Binding, Given } from './bind.ts';
import { orderOf } from './functions.ts';
import { heldByLayout } from './guards.ts';
import { knownOf, operandPart, type RangeOperator, rangeOperator } from './known.ts';
import { askedRange, type Range, toCondition } from './range.ts';
import { append, parameter, rendering } from './rendering.ts';
import type { FanOut, KeyCondition, Obstacle, Rendering } from './route.ts';

export interface Fit {
  readonly entity: Entity;
  readonly layout: Layout;
  readonly partition: readonly KeyCondition[];
  /** The sort key attributes that are fixed whole, left to right. */
  readonly fixed: readonly KeyCondition[];
  /** The key attribute behind those and the range that is read of it; undefined where all are fixed or there is none. */
  readonly open: { readonly part: KeyPart; readonly range: Range } | undefined;
  readonly fanOut: readonly FanOut[];
}

export type FitResult =
  | { readonly kind: 'fits'; readonly fit: Fit }
  | { readonly kind: 'refused'; readonly obstacles: readonly Obstacle[] };

/** The key condition of a sort key that is read by one entity alone. */
export const sortConditions = (fit: Fit): readonly KeyCondition[] => {
  const open = fit.open && toCondition(fit.open.part.key, fit.open.range);
  return open ? [...fit.fixed, open] : fit.fixed;
};

/** What DynamoDB's operators cannot do with this attribute behind these functions; undefined where they can. */
function rangeObstacle(
  entity: string,
  given: Given,
  operator: RangeOperator,
  placeholder: Placeholder,
  part: KeyPart,
): Obstacle | undefined {
  const attribute = given.attribute;
  const isText = part.key.type !== 'number';
  const functionName = placeholder.functions.at(-1)?.name ?? '';
  if (operator === 'begins_with') {
    const why =
      attribute.type === 'number' ? 'a number has no beginning' : `${functionName} changes the beginning`;
    const possible =
      isText &&
      attribute.type !== 'number' &&
      placeholder.functions.every((call) => call.name === 'upper' || call.name === 'lower');
    return possible
      ? undefined
      : { kind: 'operator-impossible', entity, attribute: attribute.name, operator, why };
  }
  const unpadded = isText && attribute.type === 'number' && placeholder.functions.length === 0;
  if (unpadded || orderOf(placeholder.functions) === 'loses') {
    return { kind: 'sort-key-loses-order', entity, attribute: attribute.name, function: functionName };
  }
  return undefined;
}

const turned: Record<string, RangeOperator> = {
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
  between: 'between',
};

/** The two ends of `between` are two parameters, so they need two names. */
function boundNames(clause: Clause, operator: RangeOperator): readonly [string, string] {
  return operator === 'between'
    ? [`${clause.attribute}From`, `${clause.attribute}To`]
    : [clause.attribute, clause.attribute];
}

function rangeOf(
  part: KeyPart,
  placeholder: Placeholder,
  given: Given,
  operator: RangeOperator,
  prefix: Rendering,
  tail: Literal | Placeholder | undefined,
): Range {
  const { clause, attribute } = given;
  const names = boundNames(clause, operator);
  const operands = clause.operands.length > 0 ? clause.operands : [];
  const bound = (index: 0 | 1) => {
    const operand = operands[index];
    const implied =
      operand === undefined || (operand.kind === 'parameter' && operand.name === clause.attribute);
    const own = implied
      ? parameter(names[index], placeholder.functions)
      : operandPart(operand, attribute, placeholder.functions);
    return append(prefix, own ?? parameter(names[index], placeholder.functions));
  };
  const reverses = orderOf(placeholder.functions) === 'reverses';
  const values = operator !== 'between' ? [bound(0)] : reverses ? [bound(1), bound(0)] : [bound(0), bound(1)];
  const seen = reverses ? (turned[operator] ?? operator) : operator;
  const tailText = tail === undefined ? undefined : tail.kind === 'literal' ? tail.text : '';
  return askedRange(part.key, seen, prefix, values, tailText);
}

/** Guards of the layout are not looked at: route-query.ts decides whether missing items matters. */
export function fitLayout(layout: Layout, binding: Binding): FitResult {
  const { entity, givens, unbound } = binding;
  const obstacles: Obstacle[] = unbound.map((clause) => ({
    kind: 'sort-key-lacks',
    entity: entity.name,
    attribute: clause.attribute,
  }));
  const open = new Set(givens.map((given) => given.clause));
  const fanOut: FanOut[] = [];
  const consume = (clauses: readonly Clause[]) => {
    for (const clause of clauses) open.delete(clause);
  };
  consume(heldByLayout(layout, givens));

  const partition = layout.partition.flatMap((part): readonly KeyCondition[] => {
    const parts = part.template.parts.map((each) => {
      if (each.kind === 'literal') return each;
      const known = knownOf(each, entity, givens, true);
      if (known.kind === 'value') {
        consume(known.consumes);
        if (known.fanOut) fanOut.push(known.fanOut);
        return known.part;
      }
      obstacles.push(
        known.kind === 'range'
          ? {
              kind: 'partition-key-needs-equality',
              entity: entity.name,
              key: part.key.name,
              attribute: each.name,
            }
          : { kind: 'partition-key-needs', entity: entity.name, key: part.key.name, attributes: [each.name] },
      );
      return each;
    });
    return [{ key: part.key, operator: '=', values: [rendering(parts)] }];
  });
  if (obstacles.length > 0) return { kind: 'refused', obstacles };

  const fixed: KeyCondition[] = [];
  let end: Fit['open'];
  for (const part of layout.sort) {
    const { range, consumes, fanOuts, obstacle } = walkSortKey(part, entity, givens);
    if (obstacle) obstacles.push(obstacle);
    consume(consumes);
    fanOut.push(...fanOuts);
    if (range.kind === 'equal') {
      fixed.push({ key: part.key, operator: '=', values: [range.at] });
      continue;
    }
    end = { part, range };
    break;
  }
  if (obstacles.length === 0) obstacles.push(...leftOver([...open], givens, layout, entity));
  if (obstacles.length > 0) return { kind: 'refused', obstacles };
  return { kind: 'fits', fit: { entity, layout, partition, fixed, open: end, fanOut } };
}

interface Walked {
  readonly range: Range;
  readonly consumes: readonly Clause[];
  readonly fanOuts: readonly FanOut[];
  readonly obstacle: Obstacle | undefined;
}

/** From left to right, as far as values are known; there the range begins. */
function walkSortKey(part: KeyPart, entity: Entity, givens: readonly Given[]): Walked {
  const consumes: Clause[] = [];
  const fanOuts: FanOut[] = [];
  let prefix = rendering([]);
  const { parts } = part.template;
  for (const [index, each] of parts.entries()) {
    if (each.kind === 'literal') {
      prefix = append(prefix, each);
      continue;
    }
    const known = knownOf(each, entity, givens, false);
    if (known.kind === 'value') {
      prefix = append(prefix, known.part);
      consumes.push(...known.consumes);
      if (known.fanOut) fanOuts.push(known.fanOut);
      continue;
    }
    if (known.kind === 'beginning') {
      consumes.push(...known.consumes);
      return {
        range: { kind: 'prefix', at: append(prefix, known.part) },
        consumes,
        fanOuts,
        obstacle: undefined,
      };
    }
    if (known.kind === 'range') {
      consumes.push(known.given.clause);
      const obstacle = rangeObstacle(entity.name, known.given, known.operator, each, part);
      const range = rangeOf(part, each, known.given, known.operator, prefix, parts[index + 1]);
      return { range, consumes, fanOuts, obstacle };
    }
    const range: Range = prefix.parts.length > 0 ? { kind: 'prefix', at: prefix } : { kind: 'all' };
    return { range, consumes, fanOuts, obstacle: undefined };
  }
  return { range: { kind: 'equal', at: prefix }, consumes, fanOuts, obstacle: undefined };
}

/** Clauses that no key condition of this layout answers, and why. */
function leftOver(
  open: readonly Clause[],
  givens: readonly Given[],
  layout: Layout,
  entity: Entity,
): readonly Obstacle[] {
  const placeholders = layout.sort.flatMap((part) =>
    part.template.parts.filter((each): each is Placeholder => each.kind === 'placeholder'),
  );
  return open.map((clause): Obstacle => {
    const name = givens.find((given) => given.clause === clause)?.attribute.name ?? clause.attribute;
    const at = placeholders.findIndex((each) => each.name === name);
    if (clause.operator === 'exists' || clause.operator === 'not-exists') {
      return { kind: 'condition-not-held', entity: entity.name, clause: printClause(clause) };
    }
    if (at < 0) {
      const inPartition = layout.partition.find((part) =>
        part.template.parts.some((p) => p.kind === 'placeholder' && p.name === name),
      );
      const loser = inPartition?.template.parts.find((p) => p.kind === 'placeholder' && p.name === name);
      return inPartition && loser?.kind === 'placeholder' && loser.functions.length > 0
        ? {
            kind: 'partition-key-loses',
            entity: entity.name,
            key: inPartition.key.name,
            attribute: name,
            function: loser.functions.at(-1)?.name ?? '',
          }
        : { kind: 'sort-key-lacks', entity: entity.name, attribute: name };
    }
    const ranges = givens.filter((given) => rangeOperator(given.clause) !== undefined);
    if (ranges.length > 1 && rangeOperator(clause))
      return { kind: 'second-range', attributes: ranges.map((given) => given.attribute.name) };
    const before = placeholders
      .slice(0, at)
      .find((each) => !givens.some((g) => g.attribute.name === each.name && g.clause.operator === '='));
    return { kind: 'sort-key-order', entity: entity.name, attribute: name, before: before?.name ?? name };
  });
}
