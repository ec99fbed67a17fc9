// Names that try to break out of the generated text: whatever a model names, it comes back as the same name.
// Deliberately through the whole generator, as invariant 11 is about what reaches the user.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parse } from 'yaml';
import { cloudFormation } from '../../../src/core/generate/cloudformation.ts';
import { createTable } from '../../../src/core/generate/create-table.ts';
import type { GeneratorTarget } from '../../../src/core/generate/target.ts';
import { createSnapshot } from '../../../src/core/snapshot.ts';

const nasty = [
  'yes',
  'No',
  'on',
  'null',
  '~',
  '',
  '0x1F',
  '0o17',
  '017',
  '1e3',
  '.5',
  '1:30',
  '2026-01-01',
  '<<',
  '=',
  '# no comment',
  'a # b',
  'a: b',
  '- a',
  '? a',
  '[a]',
  '{a}',
  '*a',
  '&a',
  '!a',
  '|',
  '>',
  '%a',
  '@a',
  '`a`',
  "it's",
  '"quoted"',
  'back\\slash',
  'line\nbreak',
  'carriage\rreturn',
  'tab\t',
  ' lead',
  'trail ',
  '---',
  '...',
  '${AWS::Region}',
  '${!x}',
  '__proto__',
  'constructor',
  '\u0085',
  '\u2028',
  '\ufeff',
  '\u0000',
  '\u001b[31m',
  '\ud83d\ude00',
  '名前',
  'é',
  '-',
  '.',
  '..',
  '/',
  'a\u00a0b',
]; // prettier-ignore

const name = fc
  .oneof(
    fc.constantFrom(...nasty),
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.string({ maxLength: 60 }),
  )
  .filter((text) => text !== '' && Buffer.byteLength(text) <= 255 && !text.includes('{{resolve:'));

const names = fc.uniqueArray(name, { minLength: 6, maxLength: 6 });

/** JSON is YAML; what the generator must escape anew is thus read exactly. */
const modelOf = ([pk, sk, gsi, projected, ttl, description]: readonly string[]): string =>
  JSON.stringify({
    version: 1,
    table: { name: 'Hostile', description, partitionKey: pk, sortKey: sk, timeToLive: ttl },
    indexes: { GSI1: { partitionKey: gsi, projection: [projected] } },
  });

function generate(target: GeneratorTarget, text: string): string {
  const result = target.generate(createSnapshot(text));
  assert.ok(result.kind === 'text', JSON.stringify(result));
  return result.text;
}

const element = (AttributeName: string | undefined, KeyType: string) => ({ AttributeName, KeyType });

describe('hostile names in generated text', () => {
  it('come back from CloudFormation as they were', () => {
    fc.assert(
      fc.property(names, (all) => {
        const text = generate(cloudFormation, modelOf(all));
        const [pk, sk, gsi, projected, ttl, description] = all;
        for (const template of [parse(text), parse(text, { version: '1.1' })]) {
          assert.equal(template.Description, description);
          const { KeySchema, GlobalSecondaryIndexes, TimeToLiveSpecification } =
            template.Resources.HostileTable.Properties;
          assert.deepEqual(KeySchema, [element(pk, 'HASH'), element(sk, 'RANGE')]);
          assert.deepEqual(GlobalSecondaryIndexes[0].KeySchema, [element(gsi, 'HASH')]);
          assert.deepEqual(GlobalSecondaryIndexes[0].Projection.NonKeyAttributes, [projected]);
          assert.deepEqual(TimeToLiveSpecification, { AttributeName: ttl, Enabled: true });
        }
      }),
    );
  });

  it('come back from the CreateTable request as they were', () => {
    fc.assert(
      fc.property(names, (all) => {
        const request = JSON.parse(generate(createTable, modelOf(all)));
        assert.deepEqual(
          request.AttributeDefinitions.map((each: { AttributeName: string }) => each.AttributeName),
          all.slice(0, 3),
        );
      }),
    );
  });

  it('cannot end a comment', () => {
    const text = generate(
      cloudFormation,
      JSON.stringify({
        version: 1,
        table: { name: 'Hostile', partitionKey: 'PK', replicas: ['x\nResources: {}', 'y\u2028z: 1'] },
      }),
    );
    assert.equal(parse(text).Resources.HostileTable.Type, 'AWS::DynamoDB::GlobalTable');
  });

  it('that CloudFormation would look up are refused', () => {
    const model = modelOf(['{{resolve:ssm:secret}}', 'SK', 'GSI', 'a', 'b', 'c']);
    assert.equal(cloudFormation.generate(createSnapshot(model)).kind, 'refused');
    assert.equal(createTable.generate(createSnapshot(model)).kind, 'text');
  });
});
