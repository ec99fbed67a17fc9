// Small models with random keys and patterns, and random items for them: values from few, so that they meet.
// Deliberately also of keys that do not hold: what the analysis says of them is what is tried.
import fc from 'fast-check';

/** How an attribute is declared, and values that keep to it. */
interface Kind {
  readonly declared: string;
  readonly values: readonly string[];
  readonly isNumber: boolean;
}

const text = (declared: string, values: readonly string[]): Kind => ({ declared, values, isNumber: false });

const kinds: readonly Kind[] = [
  text('{ pattern: "^[ab]{1,2}$" }', ['a', 'b', 'aa', 'ab', 'ba', 'bb']),
  text('{ pattern: "^[a#]{1,2}$" }', ['a', '#', 'a#', '#a', 'aa', '##']),
  text('{ enum: [A, a] }', ['A', 'a']),
  text('{ type: string, size: 900 B }', ['x', 'A#x', '#', 'B', 'x'.repeat(300), 'y'.repeat(480)]),
  text('ulid', ['01ARZ3NDEKTSV4RRFFQ69G5FA0', '01ARZ3NDEKTSV4RRFFQ69G5FA1', '01BRZ3NDEKTSV4RRFFQ69G5FA0']),
  text('date', ['2026-01-01', '2026-01-02', '2026-02-01', '2027-01-01']),
  { declared: '{ type: number, min: 0, max: 12 }', values: ['0', '1', '2', '9', '10', '12'], isNumber: true },
];

const names = ['a', 'b', 'c'] as const;
type Name = (typeof names)[number];
const literals = ['', '', 'A', 'A#', 'AA#'] as const;
/** Those more often whose values meet. */
const oftenFirst = [0, 0, 1, 1, 1, 2, 3, 4, 5, 6] as const;

interface KeyPlan {
  readonly before: string;
  readonly first: Name;
  readonly between: string | undefined;
  readonly second: Name;
}

interface EntityPlan {
  readonly kinds: readonly number[];
  readonly partition: KeyPlan;
  readonly sort: KeyPlan;
  /** Of the index; undefined where the entity is not in it. */
  readonly indexed: readonly [KeyPlan, KeyPlan] | undefined;
}

interface PatternPlan {
  readonly entities: readonly number[];
  readonly where: readonly Name[];
  readonly range: string;
  readonly rangeOn: Name | undefined;
  readonly order: '' | 'ascending' | 'descending';
}

export interface Plan {
  readonly entities: readonly EntityPlan[];
  readonly patterns: readonly PatternPlan[];
  /** For each item its entity and the numbers of its values. */
  readonly items: readonly { readonly entity: number; readonly values: readonly number[] }[];
}

const name = fc.constantFrom(...names);
const keyPlan: fc.Arbitrary<KeyPlan> = fc.record({
  before: fc.constantFrom(...literals),
  first: name,
  between: fc.option(fc.constantFrom('', '#', '#A'), { nil: undefined }),
  second: name,
});

export const plans: fc.Arbitrary<Plan> = fc.record({
  entities: fc.array(
    fc.record({
      kinds: fc.array(fc.constantFrom(...oftenFirst), { minLength: 3, maxLength: 3 }),
      partition: keyPlan,
      sort: keyPlan,
      indexed: fc.option(fc.tuple(keyPlan, keyPlan), { nil: undefined }),
    }),
    { minLength: 1, maxLength: 3 },
  ),
  patterns: fc.array(
    fc.record({
      entities: fc.uniqueArray(fc.nat({ max: 2 }), { minLength: 1, maxLength: 2 }),
      where: fc.uniqueArray(name, { minLength: 1, maxLength: 2 }),
      range: fc.constantFrom('>=', '>', '<=', '<', 'between', 'begins_with'),
      rangeOn: fc.option(name, { nil: undefined }),
      order: fc.constantFrom('', 'ascending', 'descending'),
    }),
    { minLength: 3, maxLength: 5 },
  ),
  items: fc.array(
    fc.record({
      entity: fc.nat({ max: 2 }),
      values: fc.array(fc.nat({ max: 11 }), { minLength: 3, maxLength: 3 }),
    }),
    { minLength: 6, maxLength: 20 },
  ),
});

const kindOf = ({ kinds: own }: EntityPlan, attribute: Name): Kind | undefined =>
  kinds[own[names.indexOf(attribute)] ?? 0];

function template(entity: EntityPlan, { before, first, between, second }: KeyPlan): string {
  const placeholder = (attribute: Name): string =>
    kindOf(entity, attribute)?.isNumber ? `\${${attribute} | pad(2)}` : `\${${attribute}}`;
  const more = between === undefined || first === second ? '' : `${between}${placeholder(second)}`;
  return JSON.stringify(`${before}${placeholder(first)}${more}`);
}

const entityLines = (entity: EntityPlan, i: number): string => {
  const attributes = names.map((each) => `${each}: ${kindOf(entity, each)?.declared}`);
  const [x, y] = entity.indexed ?? [];
  const index = x && y ? `, X: ${template(entity, x)}, Y: ${template(entity, y)}` : '';
  return `  E${i}:
    attributes: { ${attributes.join(', ')} }
    keys: { PK: ${template(entity, entity.partition)}, SK: ${template(entity, entity.sort)}${index} }`;
};

function patternLine({ entities }: Plan, pattern: PatternPlan, i: number): string {
  const queried = [...new Set(pattern.entities.map((each) => each % entities.length))];
  const range = pattern.rangeOn && !pattern.where.includes(pattern.rangeOn);
  const where = [...pattern.where, ...(range ? [`${pattern.rangeOn} ${pattern.range}`] : [])];
  const by = pattern.rangeOn ?? pattern.where[0];
  const order = pattern.order === '' ? '' : `, order: ${by} ${pattern.order}`;
  const from = queried.map((each) => `E${each}`).join(', ');
  return `  q${i}: { query: [${from}], where: [${where.join(', ')}]${order} }`;
}

export const modelOf = (plan: Plan): string => `version: 1
table: { name: Random, partitionKey: PK, sortKey: SK }
indexes: { GSI: { partitionKey: X, sortKey: Y } }
entities:
${plan.entities.map(entityLines).join('\n')}
accessPatterns:
${plan.patterns.map((pattern, i) => patternLine(plan, pattern, i)).join('\n')}
${plan.entities.map((_, i) => `  save${i}: { put: E${i} }`).join('\n')}
`;

/** A ulid that references nothing names one thing: no attribute has those of another. Their order stays as it is. */
const ofAttribute = (value: string, entity: number, attribute: number): string =>
  value.replace('TSV4', `TS${entity}${attribute}`);

/** The values of the plan's items as texts, by the name of the entity. */
export const itemsIn = ({
  entities,
  items,
}: Plan): readonly (readonly [string, ReadonlyMap<string, string>])[] =>
  items.map(({ entity, values }) => {
    const number = entity % entities.length;
    const own = entities[number];
    const texts = names.flatMap((each, i): (readonly [string, string])[] => {
      const pool = own && kindOf(own, each)?.values;
      const value = pool?.[(values[i] ?? 0) % pool.length];
      return value === undefined ? [] : [[each, ofAttribute(value, number, i)]];
    });
    return [`E${number}`, new Map(texts)];
  });
