// Sample items of any model: always the same, no primary key twice, every reference to something that is there.
// Deliberately random in structure; what single features do is in samples.test.ts.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { analyze } from '../../../src/core/analysis/analysis.ts';
import type { SampleOptions } from '../../../src/core/analysis/samples/family.ts';
import { shownScale } from '../../../src/core/analysis/samples/how-many.ts';
import { printValue } from '../../../src/core/analysis/samples/print-value.ts';
import { samplesOf } from '../../../src/core/analysis/samples/samples.ts';

const plain = fc.constantFrom(
  'string',
  'number',
  'boolean',
  'ulid',
  'date-time',
  '{ type: string, size: 3 B }',
  '{ type: string, distinct: 5 }',
  "{ pattern: '^[ab]{1,2}$' }",
  '{ enum: [A, B, C] }',
  '{ enum: { X: 1%, Y: 99% } }',
  '{ type: number, min: 3, max: 4 }',
  '{ const: K }',
  '{ type: string, optional: true, present: 20% }',
  '{ type: map, size: 50 B }',
);

const names = ['a', 'b', 'c', 'd'] as const;
type Name = (typeof names)[number];

interface EntityPlan {
  readonly kinds: readonly (string | { readonly entity: number; readonly attribute: Name })[];
  readonly partition: Name;
  readonly sort: readonly [Name, Name];
  readonly indexed: Name | undefined;
  readonly count: string;
}

const entityPlan: fc.Arbitrary<EntityPlan> = fc.record({
  kinds: fc.array(
    fc.oneof(plain, fc.record({ entity: fc.nat({ max: 3 }), attribute: fc.constantFrom(...names) })),
    { minLength: 4, maxLength: 4 },
  ),
  partition: fc.constantFrom(...names),
  sort: fc.tuple(fc.constantFrom(...names), fc.constantFrom(...names)),
  indexed: fc.option(fc.constantFrom(...names), { nil: undefined }),
  count: fc.constantFrom('1M', '40', '1', '3 per E0', '0.4 per a', '{ mean: 20, max: 500, per: E1 }'),
});

function modelOf(plans: readonly EntityPlan[]): string {
  const entities = plans.map(({ kinds, partition, sort, indexed, count }, i) => {
    const attributes = kinds.map((kind, j) =>
      typeof kind === 'string' ? `${names[j]}: ${kind}` : `${names[j]}: E${kind.entity}.${kind.attribute}`,
    );
    const index =
      indexed === undefined ? '' : `\n      GSI: { when: ${indexed} exists, X: "\${${indexed}}" }`;
    return `  E${i}:
    attributes:
      ${attributes.join('\n      ')}
    keys:
      PK: "P#\${${partition}}"
      SK: "S${i % 2}#\${${sort[0]}}#\${${sort[1]}}"${index}
    count: ${count}`;
  });
  return `version: 1
table: { name: Random, partitionKey: PK, sortKey: SK }
indexes: { GSI: { partitionKey: X, sortKey: SK } }
entities:
${entities.join('\n')}
`;
}

/** Every item on a line, with the targets that it lies in. */
function printed(text: string, options: SampleOptions): readonly string[] {
  const { items, gaps } = samplesOf(analyze(text).design, options);
  const lines = items.map(({ entity, item, keys }) => {
    const values = [...item].map(([name, value]) => `${name}=${printValue(value)}`);
    return [entity, ...values, ...[...keys.keys()].map((target) => target.name)].join(' ');
  });
  return [...lines, ...gaps.map((gap) => JSON.stringify(gap))];
}

const kinds: readonly (readonly [string, SampleOptions])[] = [
  ['as shown', { scale: shownScale, hostile: false, beside: false }],
  ['many', { scale: { items: 20, children: 9, values: 5, roots: 4 }, hostile: false, beside: false }],
  ['hostile', { scale: { items: 12, children: 6, values: 8, roots: 8 }, hostile: true, beside: true }],
];

for (const [kind, options] of kinds) {
  describe(`samples of any model, ${kind}`, () => holdsFor(options));
}

function holdsFor(options: SampleOptions): void {
  const models = fc.array(entityPlan, { minLength: 1, maxLength: 4 }).map(modelOf);

  it('are the same for the same text', function () {
    this.timeout(20_000);
    fc.assert(
      fc.property(models, (text) => {
        assert.deepEqual(printed(text, options), printed(text, options));
      }),
    );
  });

  it('have no primary key twice, and lie in the table', function () {
    this.timeout(20_000);
    fc.assert(
      fc.property(models, (text) => {
        const { design } = analyze(text);
        const keys = samplesOf(design, options).items.map((item) => {
          const key = design.table && item.keys.get(design.table.target);
          assert.ok(key);
          return JSON.stringify([...key.partition, ...key.sort].map(printValue));
        });
        assert.equal(new Set(keys).size, keys.length);
      }),
    );
  });

  it('refer only to what is there', function () {
    this.timeout(20_000);
    fc.assert(
      fc.property(models, (text) => {
        const { design } = analyze(text);
        const { items } = samplesOf(design, options);
        for (const item of items) {
          for (const attribute of design.entities.get(item.entity)?.attributes.values() ?? []) {
            const value = item.values.get(attribute.name);
            if (value === undefined || attribute.references.length === 0) continue;
            const there = attribute.references.some((reference) =>
              items.some((other) => {
                const theirs = other.entity === reference.entity && other.values.get(reference.name);
                return theirs && printValue(theirs) === printValue(value);
              }),
            );
            assert.ok(there, `${item.entity}.${attribute.name} = ${printValue(value)}`);
          }
        }
      }),
    );
  });
}
