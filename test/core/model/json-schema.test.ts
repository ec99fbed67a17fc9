import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { jsonSchema } from '../../../src/core/model/json-schema.ts';
import { document } from '../../../src/core/model/schema/document.ts';
import { parseYaml } from '../../../src/core/syntax/parse-yaml.ts';
import { plainValue } from '../../../src/core/syntax/yaml-value.ts';

const validate = new Ajv({ strict: false }).compile(jsonSchema() as object);

const design = (file: string): unknown =>
  plainValue(parseYaml(readFileSync(`test/fixtures/designs/${file}`, 'utf8')).root);

const model = (parts: string): unknown => {
  const { root, problems } = parseYaml(`version: 1\ntable: { name: Shop }\nentities: {}\n${parts}`);
  assert.deepEqual(problems, []);
  return plainValue(root);
};

const accepted: readonly string[] = [
  'indexes: { GSI1: { partitionKey: [a, { name: b, type: number }], projection: [c] } }',
  'indexes: { V: { type: vector, vector: v, dimensions: 1024, distance: cosine, filters: status } }',
  'accessPatterns: { a: { query: [A, B], where: id, key: { PK: x, SK: { between: [a, b] } }, limit: 10k } }',
  'accessPatterns: { a: { transactWrite: [{ put: A, times: 3.2 }, { check: B }], fails: 2%, budget: [2 RCU, $50] } }',
  'accessPatterns: { a: { get: A, then: [{ batchGet: B }, { update: C, set: [x = 1] }] } }',
];

const refused: readonly string[] = [
  'colour: red',
  'indexes: { GSI1: { partitonKey: a } }',
  'indexes: { GSI1: { partitionKey: [] } }',
  'indexes: { V: { dimensions: 5000 } }',
  'indexes: { V: { dimensions: 1.5 } }',
  'accessPatterns: { a: { rate: 1/s } }',
  'accessPatterns: { a: { get: A, query: B } }',
  'accessPatterns: { a: { get: A, limit: 5 } }',
  'accessPatterns: { a: { get: A, rate: 80 } }',
  'accessPatterns: { a: { query: A, limit: -1 } }',
  'accessPatterns: { a: { query: A, key: { SK: { between: [a] } } } }',
  'accessPatterns: { a: { get: A, then: [{ get: A }, { get: B }, { get: C }] } }',
  'accessPatterns: { a: { transactWrite: A } }',
];

describe('JSON Schema', () => {
  for (const file of readdirSync('test/fixtures/designs')) {
    it(`accepts ${file}`, () => {
      assert.ok(validate(design(file)), JSON.stringify(validate.errors));
    });
  }

  for (const parts of accepted) {
    it(`accepts, as zod does: ${parts}`, () => {
      assert.ok(document.safeParse(model(parts)).success);
      assert.ok(validate(model(parts)), JSON.stringify(validate.errors));
    });
  }

  for (const parts of refused) {
    it(`refuses, as zod does: ${parts}`, () => {
      assert.ok(!document.safeParse(model(parts)).success);
      assert.ok(!validate(model(parts)));
    });
  }

  it('accepts keys that start with x- wherever the keys are closed', () => {
    const model = design('debrie-github.ddb.yaml') as { table: object };
    assert.ok(validate({ ...model, 'x-note': 1, table: { ...model.table, 'x-owner': { team: 'a' } } }));
    assert.ok(!validate({ ...model, table: { ...model.table, y: 1 } }));
  });

  it('is draft-07, which every YAML tool reads', () => {
    const { $schema } = jsonSchema() as { $schema: string };
    assert.equal($schema, 'http://json-schema.org/draft-07/schema#');
  });

  it('describes every property, for hovers of other tools', () => {
    const missing: string[] = [];
    walk(jsonSchema(), (schema, path) => {
      for (const [name, property] of Object.entries((schema.properties ?? {}) as object)) {
        if (!property.description || !property.markdownDescription) missing.push([...path, name].join('.'));
      }
    });
    assert.deepEqual(missing, []);
  });

  it('is the same every time', () => {
    assert.equal(JSON.stringify(jsonSchema()), JSON.stringify(jsonSchema()));
  });
});

type Json = Readonly<Record<string, unknown>>;

function walk(
  value: unknown,
  visit: (schema: Json, path: readonly string[]) => void,
  path: string[] = [],
): void {
  if (typeof value !== 'object' || value === null) return;
  visit(value as Json, path);
  for (const [key, inner] of Object.entries(value)) walk(inner, visit, [...path, key]);
}
