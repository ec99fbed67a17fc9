// Small models at random: two entities over domains so small that all their items can be written down.
// Deliberately texts, as a user writes them: what is compared is the whole way from YAML to verdict.
import fc from 'fast-check';

/** An attribute's declaration, and all its values in its own order. */
export interface Domain {
  readonly yaml: string;
  readonly values: readonly (string | number)[];
  readonly functions: readonly string[];
}

const symbols = ['#', 'a', 'b', 'A'];

/** All texts of up to three symbols that the expression matches. */
function texts(pattern: string, longest = 3): readonly string[] {
  let words = [''];
  const all = [''];
  for (let i = 0; i < longest; i++) {
    words = words.flatMap((word) => symbols.map((symbol) => word + symbol));
    all.push(...words);
  }
  return all.filter((word) => new RegExp(pattern).test(word));
}

const byPattern = (pattern: string, functions: readonly string[] = []): Domain => ({
  yaml: `{ type: string, pattern: ${JSON.stringify(pattern)} }`,
  values: texts(pattern),
  functions: ['', '', '', ...functions],
});

const numbers = (max: number, functions: readonly string[]): Domain => ({
  yaml: `{ type: number, min: 0, max: ${max} }`,
  values: Array.from({ length: max + 1 }, (_, i) => i),
  functions,
});

const dates = ['2026-01-01', '2026-01-30', '2026-02-01'];

const domains: readonly Domain[] = [
  byPattern('^[ab]{1,2}$'),
  byPattern('^[a#]{1,2}$'),
  byPattern('^(a|ab|b#)$'),
  byPattern('^a{0,2}$'),
  byPattern('^[ab]{2}$'),
  byPattern('^[a#]{3}$'),
  byPattern('^[aA]{1,2}$', ['|lower', '|upper']),
  byPattern('^[ab]{1}$', ['|hash(1)', '|shard(2)']),
  { yaml: '{ enum: [a, "a#", ab] }', values: ['a', 'a#', 'ab'], functions: [''] },
  numbers(11, ['', '|pad(2)', '|pad(2)', '|descending(2)']),
  numbers(3, ['', '|pad(1)', '|descending(1)', '|pad(3)']),
  { yaml: `{ format: date, enum: [${dates.join(', ')}] }`, values: dates, functions: ['', '|date(yyyy-MM)'] },
];

export interface ClauseText {
  readonly attribute: string;
  readonly operator: string;
}

export interface SmallEntity {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, Domain>;
}

export interface SmallModel {
  readonly text: string;
  readonly entities: readonly SmallEntity[];
}

const literalPart = fc.constantFrom('#', 'A#', 'a', 'B');

const placeholder = (name: string, domain: Domain): fc.Arbitrary<string> =>
  fc.constantFrom(...domain.functions).map((calls) => `\${${name}${calls}}`);

type Parts = readonly fc.Arbitrary<string>[];
const joined = (...parts: Parts): fc.Arbitrary<string> => fc.tuple(...parts).map((all) => all.join(''));

/** Keys of a few shapes: the attribute alone, between literals, two that run together, one twice. */
function keysOf(x: Domain, y: Domain): fc.Arbitrary<{ partition: string; sort: string }> {
  const [ofX, ofY] = [placeholder('x', x), placeholder('y', y)];
  const partition = fc.oneof(
    { weight: 4, arbitrary: joined(fc.constantFrom('A#', ''), ofX) },
    { weight: 1, arbitrary: joined(ofX, literalPart, ofY) },
    { weight: 1, arbitrary: fc.constant('P') },
  );
  const sort = fc.oneof(
    { weight: 2, arbitrary: joined(fc.constantFrom('A#', '', 'a'), ofY) },
    { weight: 3, arbitrary: joined(fc.constantFrom('A#', ''), ofY, fc.constantFrom('#', 'a'), ofX) },
    { weight: 2, arbitrary: joined(ofY, literalPart) },
    { weight: 2, arbitrary: joined(fc.constantFrom('', 'A#'), ofX, fc.constantFrom('', '#'), ofY) },
    { weight: 1, arbitrary: joined(ofY, ofX, ofY) },
    { weight: 1, arbitrary: fc.constantFrom('a', 'A#', 'B') },
  );
  return fc.record({ partition, sort });
}

const clause = fc.constantFrom(
  'y = :b',
  'y < :b',
  'y <= :b',
  'y > :b',
  'y >= :b',
  'y between :b and :c',
  'y begins_with :b',
);

const pattern: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: clause.map((each) => `{ query: E, where: [x = :p, "${each}"] }`) },
  {
    weight: 2,
    arbitrary: fc.constantFrom('', ' descending').map((way) => `{ query: E, where: x = :p, order: y${way} }`),
  },
  {
    weight: 3,
    arbitrary: fc
      .constantFrom('', ' descending')
      .map((way) => `{ query: [E, F], where: x = :p, order: y${way}, limit: 3 }`),
  },
  { weight: 1, arbitrary: fc.constant('{ query: [E, F], where: x = :p, limit: 3 }') },
);

/** Mostly values that hold what separates keys: it is these that break claims. */
const anyDomain = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      ...domains.filter(({ values }) => values.some((each) => /#./.test(String(each)))),
    ),
  },
  { weight: 2, arbitrary: fc.constantFrom(...domains) },
);

const entityText = (name: string, x: string, y: string, keys: { partition: string; sort: string }): string =>
  `  ${name}:
    identity: [x, y]
    attributes: { x: ${x}, y: ${y} }
    keys: { PK: ${JSON.stringify(keys.partition)}, SK: ${JSON.stringify(keys.sort)} }`;

export const smallModels: fc.Arbitrary<SmallModel> = fc
  .tuple(anyDomain, anyDomain, anyDomain, anyDomain, fc.boolean(), fc.boolean())
  .chain(([xOfE, yOfE, ownX, ownY, isReference, isSame]) => {
    const [xOfF, yOfF] = [isReference ? xOfE : ownX, isSame ? yOfE : ownY];
    return fc
      .tuple(
        keysOf(xOfE, yOfE),
        keysOf(xOfF, yOfF),
        fc.array(pattern, { minLength: 1, maxLength: 3 }),
        fc.boolean(),
      )
      .map(([e, f, patterns, isAlike]): SmallModel => {
        const ofF = {
          ...f,
          ...(isAlike && isReference && (isSame || !e.partition.includes('y'))
            ? { partition: e.partition }
            : {}),
        };
        const text = [
          'version: 1',
          'table: { name: Small, partitionKey: PK, sortKey: SK }',
          'entities:',
          entityText('E', xOfE.yaml, yOfE.yaml, e),
          entityText('F', isReference ? 'E.x' : xOfF.yaml, yOfF.yaml, ofF),
          'accessPatterns:',
          ...patterns.map((each, i) => `  p${i}: ${each}`),
          '',
        ].join('\n');
        return {
          text,
          entities: [
            {
              name: 'E',
              attributes: new Map([
                ['x', xOfE],
                ['y', yOfE],
              ]),
            },
            {
              name: 'F',
              attributes: new Map([
                ['x', xOfF],
                ['y', yOfF],
              ]),
            },
          ],
        };
      });
  });
