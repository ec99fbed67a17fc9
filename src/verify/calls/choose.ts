// The calls with which a read is tried: parameters from its own items, one call for each of a few item collections.
// Deliberately few and always the same for the same items: the largest collection first.
import { canonicalValue } from '../../core/analysis/capacity/canonical.ts';
import type { DynamoItem, DynamoValue } from '../../core/analysis/capacity/item.ts';
import type { Parameter } from '../../core/analysis/requests/concrete.ts';
import { type Binding, bind } from '../../core/analysis/routes/bind.ts';
import { clausesOf } from '../../core/analysis/routes/clauses.ts';
import { rangeOperator } from '../../core/analysis/routes/known.ts';
import type { Rendering, Route } from '../../core/analysis/routes/route.ts';
import { compareValues } from '../../core/analysis/samples/compare-values.ts';
import { printValue } from '../../core/analysis/samples/print-value.ts';
import type { Attribute, KeyAttribute, ResolvedAction } from '../../core/model/design.ts';
import type { Clause } from '../../core/syntax/clause.ts';
import { matchTemplate } from '../../core/syntax/match-template.ts';
import { meets, operandsOf } from '../oracle/clauses.ts';
import { itemsOf, type Stored, type World } from '../world.ts';
import { boundsFor, distinctValues } from './bounds.ts';
import type { Call, Given } from './call.ts';
import { otherValue, smallerValue } from './satisfy.ts';

const mostCollections = 3;

/** An item with what it gives of the parameters that are compared by `=`, or that a written key condition holds. */
interface Candidate {
  readonly stored: Stored;
  readonly binding: Binding;
  readonly given: ReadonlyMap<string, Parameter>;
}

/**
 * @param needed the parameters that the request has
 * @param fixed what is given already: by an item before, or by another leg
 */
export function chooseCalls(
  world: World,
  resolved: ResolvedAction,
  route: Route,
  needed: readonly string[],
  fixed: Given = new Map(),
  most: number = mostCollections,
): readonly Call[] {
  const strict = candidatesOf(world, resolved, route, fixed, true);
  const candidates = strict.length > 0 ? strict : candidatesOf(world, resolved, route, fixed, false);
  const collections = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    // A get finds one item: each is a collection of its own.
    const text =
      route.operation === 'GetItem' ? world.keyText(candidate.stored.item) : givenText(candidate.given);
    collections.set(text, [...(collections.get(text) ?? []), candidate]);
  }
  const bySize = [...collections.values()].sort((a, b) => b.length - a.length);
  // The largest, the smallest, and then those between.
  const chosen = new Set([bySize[0], bySize.at(-1), ...bySize.slice(1, most)].slice(0, most));
  const calls = [...chosen].flatMap((members, i) => {
    const variants = hasRange(resolved) && i === 0 ? ([0, 1] as const) : ([0] as const);
    return members
      ? variants.flatMap((variant) => callOf(world, resolved, route, members, needed, fixed, variant) ?? [])
      : [];
  });
  return [...new Map(calls.map((call) => [givenText(call.given), call])).values()];
}

const givenText = (given: Given): string =>
  JSON.stringify([...given].map(([name, { value }]) => [name, canonicalValue(value)]).sort());

const hasRange = ({ action }: ResolvedAction): boolean =>
  clausesOf(action.where).some((clause) => rangeOperator(clause) !== undefined);

/** What a name in an entity's item stands for as a parameter. */
export function parameterOf(world: World, stored: Stored, name: string): Parameter | undefined {
  const value = stored.values.get(name);
  const format = world.design.entities.get(stored.entity)?.attributes.get(name)?.format?.name;
  return value && { value, format };
}

function candidatesOf(
  world: World,
  resolved: ResolvedAction,
  route: Route,
  fixed: Given,
  isStrict: boolean,
): readonly Candidate[] {
  const { action, entities } = resolved;
  const clauses = clausesOf(action.where);
  const isOff = (stored: Stored): boolean =>
    (action.index !== undefined || action.key !== undefined) && !stored.keys.has(route.target);
  // A written condition that shuts the wanted entity out is tried with whatever meets it.
  const pool =
    action.key && route.shutOut.length === entities.length ? world.items : itemsOf(world, entities);
  return pool.flatMap((stored) => {
    const entity = world.design.entities.get(stored.entity);
    if (entity === undefined || isOff(stored)) return [];
    const binding = bind(clauses, entity, entities);
    const given = action.key ? givenByKey(stored, route) : new Map<string, Parameter>();
    if (given === undefined) return [];
    for (const { attribute, clause } of binding.givens) {
      const parameter = parameterOf(world, stored, attribute.name);
      const [operand] = clause.operands;
      const isParameter = operand?.kind === 'parameter';
      if (clause.operator === '=' && isParameter) {
        if (parameter === undefined) return [];
        given.set(operand.name, fixed.get(operand.name) ?? parameter);
      }
      const isFree = rangeOperator(clause) !== undefined && isParameter;
      if (isFree ? parameter === undefined : isStrict && !holds(clause, parameter, given)) return [];
    }
    return [{ stored, binding, given }];
  });
}

const holds = (clause: Clause, parameter: Parameter | undefined, given: Given): boolean =>
  meets(clause, parameter?.value, parameter?.format, given);

/** The parameters of the equalities of a written key condition by which the item is found; undefined where none are. */
function givenByKey({ item }: Stored, { partition, sort }: Route): Map<string, Parameter> | undefined {
  const given = new Map<string, Parameter>();
  for (const condition of [...partition, ...sort]) {
    if (condition.operator !== '=') continue;
    const [template] = condition.values;
    const own = template && parametersIn(template, condition.key, item);
    if (own === undefined) return undefined;
    for (const [name, parameter] of own) if (!given.has(name)) given.set(name, parameter);
  }
  return given;
}

/** What the placeholders of a template hold for the item's key to be that; undefined where it is not of that form. */
function parametersIn(template: Rendering, key: KeyAttribute, item: DynamoItem): Given | undefined {
  const own = item.get(key.name);
  const match = own && matchTemplate(template, printValue(own));
  if (match?.kind !== 'unique') return undefined;
  const type = key.type === 'number' ? 'number' : 'string';
  return new Map(
    match.bindings.flatMap(({ name, text, opaque }) =>
      opaque ? [] : [[name, { value: { type, value: text }, format: undefined }] as const],
    ),
  );
}

/**
 * For a bound that is excluded, of one item alone, a value on its other side: another item's, or one that is made up where
 * any text or number will do.
 */
function withOutside(
  world: World,
  resolved: ResolvedAction,
  { operator }: Clause,
  attribute: Attribute,
  values: readonly DynamoValue[],
): readonly DynamoValue[] {
  const [only, ...more] = distinctValues(values);
  if (only === undefined || more.length > 0 || (operator !== '<' && operator !== '>')) return values;
  const sign = operator === '>' ? -1 : 1;
  const others = distinctValues(
    itemsOf(world, resolved.entities).flatMap((stored) => stored.values.get(attribute.name) ?? []),
  ).filter((value) => value.type === only.type && sign * compareValues(value, only) > 0);
  const near = sign < 0 ? others.at(-1) : others[0];
  const isFree = !attribute.format && !attribute.decl.pattern;
  const made = isFree ? (sign < 0 ? smallerValue(only) : otherValue(only)) : undefined;
  const outside = near ?? made;
  return outside ? [outside] : values;
}

/** The parameters of the range of a written key condition: from the first of the items to the last. */
function rangeByKey(members: readonly Candidate[], { sort }: Route): Given {
  const condition = sort.find(({ operator }) => operator !== '=');
  const given = new Map<string, Parameter>();
  if (condition === undefined) return given;
  const { key, operator, values } = condition;
  const sorted = members
    .flatMap(({ stored }) => {
      const value = stored.item.get(key.name);
      return value ? [{ stored, value }] : [];
    })
    .sort((a, b) => compareValues(a.value, b.value));
  const [first, last] = [sorted[0], sorted.at(-1)];
  for (const [i, template] of values.entries()) {
    const isUpper = operator.startsWith('<') || (operator === 'between' && i === 1);
    const from = isUpper ? last : first;
    for (const [name, parameter] of (from && parametersIn(template, key, from.stored.item)) ?? []) {
      if (!given.has(name)) given.set(name, parameter);
    }
  }
  return given;
}

function callOf(
  world: World,
  resolved: ResolvedAction,
  route: Route,
  members: readonly Candidate[],
  needed: readonly string[],
  fixed: Given,
  variant: 0 | 1,
): Call | undefined {
  const [first] = members;
  if (first === undefined) return undefined;
  const { stored: seed } = first;
  const given = new Map([
    ...(resolved.action.key ? rangeByKey(members, route) : []),
    ...first.given,
    ...fixed,
  ]);
  const add = (clause: Clause, values: readonly DynamoValue[], parameter: Parameter | undefined): void => {
    const bounds = boundsFor(clause, distinctValues(values), parameter?.value, variant);
    for (const [i, operand] of operandsOf(clause).entries()) {
      const value = bounds[i] ?? bounds[0];
      if (operand.kind === 'parameter' && value && !given.has(operand.name)) {
        given.set(operand.name, { value, format: parameter?.format });
      }
    }
  };
  for (const clause of clausesOf(resolved.action.where)) {
    const values = members.flatMap(({ stored, binding }) => {
      const own = binding.givens.find((each) => each.clause === clause);
      return own ? (stored.values.get(own.attribute.name) ?? []) : [];
    });
    const own = first.binding.givens.find((each) => each.clause === clause);
    const parameter = own && parameterOf(world, seed, own.attribute.name);
    add(clause, own ? withOutside(world, resolved, clause, own.attribute, values) : values, parameter);
  }
  for (const clause of clausesOf(resolved.action.filter)) {
    const owners = members.filter(({ stored }) => stored.values.has(clause.attribute));
    const others = itemsOf(world, resolved.entities).filter((stored) => stored.values.has(clause.attribute));
    const from = owners.length > 0 ? owners.map(({ stored }) => stored) : others;
    const [owner] = from;
    add(
      clause,
      from.flatMap((stored) => stored.values.get(clause.attribute) ?? []),
      owner && parameterOf(world, owner, clause.attribute),
    );
  }
  for (const name of needed) {
    const own = given.has(name) ? undefined : parameterOf(world, seed, name);
    if (own) given.set(name, own);
  }
  return { given, seed };
}
