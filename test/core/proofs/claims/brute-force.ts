// Claims judged by trying everything: every item, every value that a caller can give.
// Deliberately knows nothing of automata and equations: it renders keys and compares their bytes.
import type { Analysis } from '../../../../src/core/analysis/analysis.ts';
import type { ReadClaims } from '../../../../src/core/analysis/proofs/reads.ts';
import type { KeyCondition } from '../../../../src/core/analysis/routes/route.ts';
import type { Attribute, Entity, Layout } from '../../../../src/core/model/design.ts';
import { keyParts, tableLayout } from '../../../../src/core/model/layouts.ts';
import type { Clause, Operand } from '../../../../src/core/syntax/clause.ts';
import { renderTemplate } from '../../../../src/core/syntax/render-template.ts';
import type { Template } from '../../../../src/core/syntax/template.ts';
import type { SmallModel } from './models.ts';

type Value = string | number;
type Values = ReadonlyMap<string, Value>;

export interface Item {
  readonly entity: Entity;
  readonly values: Values;
  readonly keys: ReadonlyMap<string, string>;
}

const compareText = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));
const compareValues = (a: Value, b: Value): number =>
  typeof a === 'number' && typeof b === 'number' ? a - b : compareText(String(a), String(b));

const rendered = (template: Template, values: Values, entity: Entity): string | undefined =>
  renderTemplate(
    template,
    (name) => values.get(name),
    (name) => entity.attributes.get(name)?.format?.name,
  );

/** All items that have a key. */
export function itemsOf({ entities }: SmallModel, { design }: Analysis): readonly Item[] {
  return entities.flatMap(({ name, attributes }) => {
    const entity = design.entities.get(name);
    const layout = entity && tableLayout(entity);
    const [xs, ys] = [attributes.get('x')?.values ?? [], attributes.get('y')?.values ?? []];
    if (entity === undefined || layout === undefined) return [];
    return xs.flatMap((x) =>
      ys.flatMap((y): readonly Item[] => {
        const values = new Map([
          ['x', x],
          ['y', y],
        ]);
        const keys = new Map<string, string>();
        for (const { key, template } of keyParts(layout)) {
          const text = rendered(template, values, entity);
          if (text === undefined) return [];
          keys.set(key.name, text);
        }
        return [{ entity, values, keys }];
      }),
    );
  });
}

export const samePlace = (a: Item, b: Item): boolean =>
  [...a.keys].every(([key, text]) => b.keys.get(key) === text);

export const collide = (items: readonly Item[], a: string, b: string): boolean =>
  items.some(
    (one) => one.entity.name === a && items.some((other) => other.entity.name === b && samePlace(one, other)),
  );

/** Two items of the entity that differ in the attribute and have one key. */
export const isAmbiguous = (items: readonly Item[], entity: string, attribute: string): boolean =>
  items.some(
    (one) =>
      one.entity.name === entity &&
      items.some(
        (other) =>
          other.entity.name === entity &&
          one.values.get(attribute) !== other.values.get(attribute) &&
          samePlace(one, other),
      ),
  );

interface Call {
  /** What the caller gives, by name. */
  readonly given: Values;
  readonly inCollection: (item: Item) => boolean;
  readonly inRange: (item: Item) => boolean;
  readonly answers: (item: Item, clause: Clause) => boolean;
}

function meets({ operator, values, key }: KeyCondition, item: Item, given: Values, typing: Entity): boolean {
  const own = item.keys.get(key.name) ?? '';
  const [low, high = low] = values.map((value) => rendered(value, given, typing));
  // A value that cannot be rendered cannot be sent; that a key is empty is said by key/can-be-empty.
  if (low === undefined || high === undefined) return false;
  switch (operator) {
    case '=':
      return own === low;
    case 'begins_with':
      return own.startsWith(low);
    case 'between':
      return compareText(own, low) >= 0 && compareText(own, high) <= 0;
    case '<':
      return compareText(own, low) < 0;
    case '<=':
      return compareText(own, low) <= 0;
    case '>':
      return compareText(own, low) > 0;
    case '>=':
      return compareText(own, low) >= 0;
  }
}

const operandValue = (operand: Operand | undefined, given: Values): Value =>
  operand?.kind === 'parameter' ? (given.get(operand.name) ?? '') : (operand?.text ?? '');

function isAnswered({ attribute, operator, operands }: Clause, { values }: Item, given: Values): boolean {
  const own = values.get(attribute) ?? '';
  const [low, high] = [operandValue(operands[0], given), operandValue(operands[1], given)];
  const difference = compareValues(own, low);
  switch (operator) {
    case '=':
      return difference === 0;
    case '<':
      return difference < 0;
    case '<=':
      return difference <= 0;
    case '>':
      return difference > 0;
    case '>=':
      return difference >= 0;
    case 'between':
      return difference >= 0 && compareValues(own, high) <= 0;
    case 'begins_with':
      return String(own).startsWith(String(low));
    default:
      throw new Error(`${operator} is not asked here`);
  }
}

/** Every call that can be made: `p` is given for x of E, `b` and `c` for y. */
export function* callsOf({ entities }: SmallModel, claims: ReadClaims): Iterable<Call> {
  const typing = claims.use.entities[0];
  if (typing === undefined) return;
  const { route, use } = claims;
  const names = new Set(
    use.action.where.flatMap(({ clause }) =>
      (clause?.operands ?? []).flatMap((operand) => (operand.kind === 'parameter' ? [operand.name] : [])),
    ),
  );
  // A value that any of the entities can have.
  const wanted = entities.filter(({ name }) => use.entities.some((each) => each.name === name));
  const valuesOf = (attribute: string): readonly Value[] => {
    const all = wanted.flatMap(({ attributes }) => attributes.get(attribute)?.values ?? []);
    return [...new Set(all)];
  };
  const ofName = (name: string): readonly Value[] =>
    names.has(name) ? valuesOf(name === 'p' ? 'x' : 'y') : [''];
  // Parameters are rendered as the attribute is that they are given for.
  const formats = new Map<string, Attribute>();
  for (const [name, attribute] of [
    ['p', 'x'],
    ['b', 'y'],
    ['c', 'y'],
  ] as const) {
    const own = typing.attributes.get(attribute);
    if (own) formats.set(name, own);
  }
  const caller: Entity = { ...typing, attributes: formats };
  for (const p of ofName('p'))
    for (const b of ofName('b'))
      for (const c of ofName('c')) {
        const given = new Map([
          ['p', p],
          ['b', b],
          ['c', c],
        ]);
        const meet = (conditions: readonly KeyCondition[], item: Item): boolean =>
          conditions.every((condition) => meets(condition, item, given, caller));
        yield {
          given,
          inCollection: (item) => meet(route.partition, item),
          inRange: (item) => meet([...route.partition, ...route.sort], item),
          answers: (item, clause) => isAnswered(clause, item, given),
        };
      }
}

/** How the sort keys of the two compare. */
const compareKeys = (layout: Layout, a: Item, b: Item): number => {
  for (const { key } of layout.sort) {
    const difference = compareText(a.keys.get(key.name) ?? '', b.keys.get(key.name) ?? '');
    if (difference !== 0) return difference;
  }
  return 0;
};

/** True if the call returns the first before the second. */
export const comesFirst = ({ route }: ReadClaims, first: Item, second: Item): boolean => {
  const [layout] = route.layouts;
  const difference = layout ? compareKeys(layout, first, second) : 0;
  return route.forward ? difference < 0 : difference > 0;
};

export const isSmaller = (a: Item, b: Item, attribute: string): boolean =>
  compareValues(a.values.get(attribute) ?? '', b.values.get(attribute) ?? '') < 0;
