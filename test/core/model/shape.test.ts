import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { document } from '../../../src/core/model/schema/document.ts';
import { checkShape } from '../../../src/core/model/shape.ts';
import type { ShapeIssue } from '../../../src/core/model/shape-issue.ts';
import { shapeMessage } from '../../../src/core/model/shape-message.ts';
import { parseYaml } from '../../../src/core/syntax/parse-yaml.ts';
import { plainValue } from '../../../src/core/syntax/yaml-value.ts';
import { marked } from '../marked.ts';

const required = ['version: 1', 'table: { name: Shop }', 'entities: {}'];

/** The fixture with the required parts that it does not write itself. */
function whole(fixture: string): string {
  const lines = required.filter((line) => !new RegExp(`^${line.split(':')[0]}:`, 'm').test(fixture));
  return [...lines, fixture.replace(/^\n/, '')].join('\n');
}

const folder = 'test/fixtures/designs';

const issuesOf = (text: string): readonly ShapeIssue[] => checkShape(parseYaml(text));

/** The issues, their messages and places must be exactly those marked. */
function check(fixture: string): void {
  const { text, marks } = marked(whole(fixture));
  const found = issuesOf(text).map((issue) => ({ span: issue.span, note: shapeMessage(issue) }));
  assert.deepEqual(found, marks);
}

function only(fixture: string): ShapeIssue {
  const [issue, ...others] = issuesOf(whole(fixture));
  assert.ok(issue && others.length === 0, `not one issue, but ${issue ? others.length + 1 : 0}`);
  return issue;
}

describe('shape: keys', () => {
  it('names the key that is likely meant', () => {
    check(`
indexes:
  GSI1: { partitonKey: GSI1PK }
          ^^^^^^^^^^^ partitonKey is not a property of an index. Did you mean partitionKey?`);
  });

  it('names what is known where nothing is near', () => {
    check(`
entities:
  Order: { colour: red }
           ^^^^^^ colour is not a property of an entity. If it is an attribute, it belongs under attributes:. Remove it, or start it with x- to keep it as a note. Known are description, attributes, keys, identity, sharesKeysWith, count and samples.`);
  });

  it('carries the data for a quick fix', () => {
    const issue = only('table: { name: Shop, regoin: us-east-1 }');
    assert.equal(issue.kind, 'unknown-key');
    assert.deepEqual(issue.path, ['table']);
    assert.deepEqual(issue.kind === 'unknown-key' && [issue.key, issue.nearest], ['regoin', 'region']);
  });

  it('points at the name of the map where a key is missing', () => {
    check(`
table:
^^^^^ name is missing: every table needs it. Add name: … with the name of the table.
  region: us-east-1`);
    check(`
table:
  name: Shop
  consumers:
    - { name: indexer }
      ^^^^^^^^^^^^^^^^^ kind is missing: every consumer needs it. Add kind: … with lambda, kinesis, pipe or application.`);
  });

  it('points at the start of the document where a part is missing', () => {
    const issue = issuesOf('# A shop\nversion: 1\nentities: {}\n');
    assert.deepEqual(
      issue.map(({ kind, span }) => ({ kind, span })),
      [{ kind: 'missing-key', span: { start: 9, end: 9 } }],
    );
  });

  it('says once that a file is empty', () => {
    assert.deepEqual(
      issuesOf('').map(({ kind, span }) => ({ kind, span })),
      [{ kind: 'wrong-type', span: { start: 0, end: 0 } }],
    );
  });

  it('does not report a missing key beside its misspelling', () => {
    check(`
table: { nmae: Shop }
         ^^^^ nmae is not a property of a table. Did you mean name?`);
  });

  it('points at the key of an empty value', () => {
    check(`
entities:
  Order:
    count:
    ^^^^^ count is empty. Write a number of items such as 1M, 20 per Customer or { mean: 20, max: 5000, per: Customer }.`);
  });

  it('keeps keys that start with x-', () => {
    check(`
x-common: &common { colour: red }
table: { name: Shop, x-owner: team-a }
entities:
  Order: { x-note: [1, 2], attributes: { id: { type: string, x-legacy: true } } }
accessPatterns:
  getOrder: { get: Order, x-seen: { by: me } }`);
  });

  it('takes any name where names are given', () => {
    check(`
entities:
  __proto__: { attributes: { constructor: string, x-y: string, 007: number } }`);
  });
});

describe('shape: values', () => {
  it('says what may stand there', () => {
    check(`
table: { name: Shop, stream: new-images }
                             ^^^^^^^^^^ new-images is written new-image here.
indexes:
  GSI1: { partitionKey: A, projection: som }
                                       ^^^ som is not possible here. Write all, keys-only, or a list of attributes.
  GSI2: { type: globel, partitionKey: A }
                ^^^^^^ globel is not possible here. Did you mean global?`);
  });

  it('marks the whole scalar, quotes included', () => {
    check(`
entities:
  Order: { attributes: { id: { size: "12 \\x42ytes" } } }
                                     ^^^^^^^^^^^^^ "12 Bytes" cannot be read here. Write a size such as 400 B or 2 KB (1 KB is 1,024 bytes).`);
  });

  it('knows quantities by their form', () => {
    check(`
accessPatterns:
  getOrder: { get: Order, rate: 80, hottest: 0.5, peak: 900 per second }
                                ^^ 80 cannot be read here. Write a rate such as 80/s, 5k/min or 2M/month.
                                             ^^^ 0.5 cannot be read here. Write a share such as 3% or 60%.
                                                        ^^^^^^^^^^^^^^ "900 per second" cannot be read here. Write a rate such as 80/s, 5k/min or 2M/month.`);
  });

  it('keeps to the kind of value that was written', () => {
    check(`
table: { name: 12, partitionKey: [PK], sortKey: { name: SK, type: boolean } }
               ^^ Expected the name of the table, found the number 12. If it is meant as text, put it in quotes: "12".
                                 ^^^^ Expected the name of an attribute, or { name, type }, found a list.
                                                                  ^^^^^^^ boolean is not possible here. Write string, number or binary.
entities:
  Order: shop
         ^^^^ Expected an entity, found the text shop.`);
  });

  it('checks bounds of numbers and lists', () => {
    check(`
indexes:
  V: { type: vector, dimensions: 5000 }
                                 ^^^^ 5000 is out of range: it must be between 1 and 4096.
accessPatterns:
  a: { query: Order, where: id, limit: -1 }
                                       ^^ -1 is out of range: it must be at least 1.
  b: { query: Order, key: { PK: a, SK: { between: [a, b, c] } } }
                                                         ^ This list has 3 items; it can have exactly 2.
  c: { query: Order, where: id, then: [] }
                                ^^^^ This list is empty. Write at least 1, or remove it.`);
  });

  it('reports a broken value under an anchor once, where it stands', () => {
    check(`
entities:
  Order: &order { cuont: 5 }
                  ^^^^^ cuont is not a property of an entity. Did you mean count?
  Invoice: *order`);
  });

  it('reports a value that is broken only through its alias at the alias', () => {
    check(`
x-shared: &shared { cuont: 5 }
entities:
  Order: *shared
         ^^^^^^^ cuont is not a property of an entity. Did you mean count?`);
  });

  it('leaves to YAML what YAML could not read', () => {
    check(`
entities:
  Order: *nowhere
accessPatterns:
  a: { query: [Order, *nothing] }`);
  });
});

describe('shape: access patterns', () => {
  it('asks for one operation', () => {
    check(`
accessPatterns:
  a: { rate: 1/s }
  ^ This access pattern does not say what is done. Write one of get, query, scan, put, update, delete, batchGet, batchWrite, transactGet, transactWrite, search and analyze with the name of an entity, such as get: Order.
  b: { get: Order, query: Order, where: id, limit: x }
                   ^^^^^ This access pattern does two things at once: get and query. Keep one, and write another entry for the other.
  c:
    transactWrite:
      - put: Order
      - times: 3
        ^^^^^ This part of transactWrite does not say what is done. Write one of put, update, delete and check with the name of an entity, such as put: Order.
  d: { query: Order, then: { where: id } }
                     ^^^^ This step does not say what is done. Write one of get, batchGet, query, put, update and delete with the name of an entity, such as get: Order.`);
  });

  it('reads on by the operation that is meant', () => {
    check(`
accessPatterns:
  a: { qurey: Order, wher: id, rate: 5 }
       ^^^^^ qurey is not a property of a query. Did you mean query?
                     ^^^^ wher is not a property of a query. Did you mean where?
                                     ^ 5 cannot be read here. Write a rate such as 80/s, 5k/min or 2M/month.`);
  });

  it('says to which operation a property belongs', () => {
    check(`
accessPatterns:
  a: { get: Order, pages: first }
                   ^^^^^ pages is not a property of a get. It belongs to query and scan.`);
  });

  it('takes a leg alone or in a list', () => {
    check(`
accessPatterns:
  a: { transactWrite: { put: Order, condition: not-exists } }
  b: { batchGet: [Order, { get: Customer, times: 3 }], then: [{ get: Order }, { query: Order, where: id }] }
  c: { transactWrite: Order }
                      ^^^^^ Expected a list of { put }, { update }, { delete } and { check }, found the text Order.`);
  });
});

describe('shape: words of other tools', () => {
  it('are named with ours', () => {
    check(`
table: { TableName: Shop, hashKey: PK, BillingMode: PAY_PER_REQUEST, ttl: expiresAt }
         ^^^^^^^^^ TableName is written name here.
                          ^^^^^^^ hashKey is written partitionKey here.
                                       ^^^^^^^^^^^ BillingMode is written capacity here.
                                                                     ^^^ ttl is written timeToLive here.
indexes:
  GSI1: { partitionKey: A, projection: KEYS_ONLY }
                                       ^^^^^^^^^ KEYS_ONLY is written keys-only here.`);
  });

  it('stand as types of attributes, in one word and in the long form', () => {
    check(`
entities:
  Order:
    attributes:
      a: S
         ^ S is written string here.
      b: { type: BOOL }
                 ^^^^ BOOL is written boolean here.
      c: { type: uuid }
                 ^^^^ uuid is a format, not a type. Write format: uuid.
      d: datetime
         ^^^^^^^^ datetime is written date-time here.
      e: { type: NULL }
                 ^^^^ NULL is written "null" here.
      f: { type: string, optional: yes }
                                   ^^^ yes is written true here.
      g: { type: string, required: true }
                         ^^^^^^^^ required is not a property here. Every attribute is required unless it says optional: true: remove required: true, or write optional: true for required: false.
      h: UUID
         ^^^^ UUID is written uuid here.
      i: Customer.S
      j: { type: string, format: date }`);
  });

  it('stand as operations', () => {
    check(`
accessPatterns:
  a: { PutItem: Order, ConditionExpression: not-exists }
       ^^^^^^^ PutItem is written put here.
                       ^^^^^^^^^^^^^^^^^^^ ConditionExpression is written condition here.
  b: { query: Order, order: DESC }
                            ^^^^ DESC is written descending here.`);
  });

  it('are explained where a word of ours would not do', () => {
    const issue = only('table: { name: Shop, capacity: PROVISIONED }');
    assert.equal(issue.kind === 'aws-word' && issue.replaces, false);
    check(`
table: { name: Shop, KeySchema: [] }
                     ^^^^^^^^^ KeySchema is not a property here. Write partitionKey and sortKey with the names of the attributes: partitionKey: PK, sortKey: SK.`);
  });
});

describe('shape: designs', () => {
  for (const file of readdirSync(folder)) {
    it(`finds nothing in ${file}`, () => {
      const text = readFileSync(`${folder}/${file}`, 'utf8');
      assert.deepEqual(issuesOf(text), []);
      // A design that were not read at all would have no issues either.
      assert.ok(text.length > 500);
    });
  }
});

describe('shape: properties', () => {
  const word = fc.constantFrom(
    ...[
      'version',
      'table',
      'entities',
      'Order',
      'name',
      'query',
      'get',
      'where',
      'rate',
      '1',
      '80/s',
      'null',
      'x-a',
    ],
    ...[
      'accessPatterns',
      'attributes',
      'type',
      'string',
      'count',
      'then',
      'batchGet',
      '&a',
      '*a',
      '<<',
      '__proto__',
    ],
  );
  const token = fc.oneof(
    word,
    fc.constantFrom(
      '\n',
      '\n  ',
      '\n    ',
      ': ',
      ' ',
      ', ',
      '{',
      '}',
      '[',
      ']',
      '- ',
      '"',
      "'",
      '#',
      '|',
      '%',
    ),
    fc.string({ maxLength: 3 }),
  );
  const yamlish = fc.array(token, { maxLength: 60 }).map((tokens) => tokens.join(''));

  it('never throws, and points into the text', () => {
    fc.assert(
      fc.property(yamlish, (text) => {
        for (const { span } of issuesOf(text)) {
          assert.ok(0 <= span.start && span.start <= span.end && span.end <= text.length);
        }
      }),
    );
  });

  it('is of one mind with the zod schema', function () {
    this.timeout(30_000);
    const design = readFileSync(`${folder}/aws-device-state-log.ddb.yaml`, 'utf8')
      .concat(
        '  page: { query: [DeviceLog], then: { get: DeviceLog, times: 3 }, rate: 80/s, cache: { with: dax } }\n',
      )
      .concat(
        '  write: { transactWrite: [{ put: DeviceLog }, { check: DeviceLog }], budget: [2 WCU, $50] }\n',
      )
      .split('\n');
    const change = fc.record({
      at: fc.nat(),
      from: fc.constantFrom(/\w+/, /\S+$/, /: .*/, /^ +/, /[[\]{}]/, /\d+/, /(?<=: )\w+/),
      to: fc.oneof(word, fc.constantFrom('', ' ', ': 5', ': [a]', ': { a: b }', ': true', '5', '- a')),
    });
    let broken = 0;
    fc.assert(
      fc.property(change, ({ at, from, to }) => {
        const line = at % design.length;
        const text = design.with(line, (design[line] ?? '').replace(from, to)).join('\n');
        const tree = parseYaml(text);
        // Keys kept by x- and values that YAML could not read are no matter of the schema.
        fc.pre(tree.problems.length === 0 && !text.includes('x-a'));
        const issues = checkShape(tree);
        const strict = issues.filter((issue) => !isFreeText(issue));
        assert.equal(strict.length === 0, document.safeParse(plainValue(tree.root)).success);
        if (strict.length > 0) broken++;
      }),
      { numRuns: 300, examples: [[{ at: 26, from: /\S+$/, to: 'null' }]] },
    );
    assert.ok(broken > 20);
  });

  it('carries large and deep files', function () {
    this.timeout(30_000);
    const keys = Array.from({ length: 20_000 }, (_, at) => `  key${at}: 1`).join('\n');
    assert.equal(issuesOf(`version: 1\ntable:\n  name: Shop\n${keys}\nentities: {}`).length, 20_000);
    assert.ok(issuesOf('['.repeat(5000)).length <= 1);
    assert.ok(issuesOf(`version: 1\nentities: ${'{a: '.repeat(90)}${'}'.repeat(90)}`).length > 0);
  });

  it('is not led astray by aliases of aliases', () => {
    const many = (of: string) => Array.from({ length: 100 }, (_, at) => `k${at}: *${of}`).join(', ');
    const text = `
x-type: &a { type: strin }
x-attributes: &b { attributes: { ${many('a')} } }
entities: { ${many('b')} }`;
    assert.equal(issuesOf(whole(text)).length, 1);
  });
});

/** A word of another tool in a place where the schema takes any text; YAML's null is none. */
const isFreeText = (issue: ShapeIssue): boolean =>
  issue.kind === 'aws-word' &&
  !issue.isKey &&
  issue.word !== 'null' &&
  ['attributes', 'order', 'format'].some((key) => issue.path.includes(key)) &&
  !issue.path.includes('type');
