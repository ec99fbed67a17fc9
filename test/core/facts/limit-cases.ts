// For each limit that a rule checks, a model that is just beyond it and one that just meets it.
// Deliberately as near to the limit as a model can come: a rule that compares with another figure fails one of the two.
import type { limits } from '../../../src/core/facts/limits.ts';

export interface LimitCase {
  readonly rule: string;
  readonly over: string;
  readonly within: string;
  /** In the message, where the rule says other things of such models, too. */
  readonly says?: RegExp;
}

interface Parts {
  readonly table?: string;
  readonly indexes?: string;
  readonly attributes?: string;
  readonly entity?: string;
  readonly patterns?: string;
}

const model = ({ table = '', indexes = '', attributes = '', entity = '', patterns = '' }: Parts): string =>
  `version: 1
table: { name: Shop, partitionKey: id, ${table} }
indexes: { ${indexes} }
entities: { A: { attributes: { id: uuid, ${attributes} }, ${entity} } }
accessPatterns: { ${patterns} }
`;

/** `a1, a2, a3`. */
const list = (count: number, item: (n: number) => string): string =>
  Array.from({ length: count }, (_, i) => item(i + 1)).join(', ');

const pair = (
  rule: string,
  at: number,
  next: number,
  of: (n: number) => Parts,
  says?: RegExp,
): LimitCase => ({
  rule,
  over: model(of(next)),
  within: model(of(at)),
  ...(says && { says }),
});

/** The figure itself is allowed, and the next is not. */
const most = (rule: string, figure: number, of: (n: number) => Parts, says?: RegExp): LimitCase =>
  pair(rule, figure, figure + 1, of, says);

const attributesOf = (count: number, type = 'number'): string => list(count, (n) => `a${n}: ${type}`);

const indexes = (count: number, of: (n: number) => string): Parts => ({
  table: 'sortKey: at',
  indexes: list(count, (n) => `I${String(n).padStart(2, '0')}: { ${of(n)} }`),
  attributes: `at: date-time, v: list, ${attributesOf(count)}`,
});

const vector = (more: string): string => `Near: { type: vector, vector: v, distance: cosine, ${more} }`;

/** An item of so many bytes: 38 of the id, 4 of the name, the rest its text. */
const textOf = (bytes: number, size = 'maxSize'): string =>
  `text: { type: string, ${size}: ${bytes - 42} B }`;

const capacity = (read: string | number, write: string | number = 1): Parts => ({
  table: `capacity: { read: ${read}, write: ${write} }`,
});

const scaled = (target: number): Parts => ({
  table: `capacity: { read: 1, write: 1, autoscaling: { target: ${target}%, max: { read: 2 } } }`,
});

const index = (read: number): string => `capacity: { read: ${read}, write: ${read} }`;

const ofAccount = (third: number): Parts => ({
  ...capacity(40_000, 40_000),
  indexes: `One: { partitionKey: a1, ${index(39_999)} }, Two: { partitionKey: a2, ${index(third)} }`,
  attributes: attributesOf(2, 'string'),
});

const front = (kind: string, rate: number): Parts => ({
  entity: '}, Front: { attributes: { n: number }, keys: { id: FRONT }',
  patterns: `front: { ${kind}, rate: ${rate}/s }`,
});

const sample = (value: string, type: string): Parts => ({
  attributes: `a: ${type}`,
  entity: `samples: [{ id: 0b0a2c4e-6d8f-4a1b-8c3d-5e7f9a0b1c2d, a: ${value} }]`,
});

const nested = (levels: number): string => `${'['.repeat(levels)}1${']'.repeat(levels)}`;

const consumers = (count: number, more = ''): Parts => ({
  table: `stream: new-image, consumers: [${list(count, (n) => `{ name: c${n}, kind: lambda }`)}], ${more}`,
});

const filtered = (clauses: string, attributes: string): Parts => ({
  attributes,
  patterns: `some: { query: A, where: id, filter: [${clauses}] }`,
});

const longNames = (length: number): Parts => ({
  attributes: list(100, (n) => `${'x'.repeat(length - 3)}${100 + n}: number`),
  patterns: `some: { get: A, select: [${list(100, (n) => `${'x'.repeat(length - 3)}${100 + n}`)}] }`,
});

/** A page of four items: 38 B of the id, 12 of the sort key, 4 of a name. */
const page = (bytes: number): Parts => ({
  table: 'sortKey: sk',
  attributes: `sk: { type: string, minSize: 1 B, maxSize: 10 B }, text: { type: string, maxSize: ${bytes - 54} B }`,
  entity: 'identity: [id, sk], count: { mean: 1, max: 4, per: id }',
  patterns: 'all: { query: A, where: id, pages: first }',
});

/** A collection of so many GB, of a million items. */
const collection = (items: number): Parts => ({
  table: 'sortKey: sk',
  indexes: 'Local: { type: local, sortKey: n, projection: keys-only }',
  attributes:
    'sk: { type: string, size: 10 B, minSize: 1 B, maxSize: 10 B }, n: { type: string, size: 10 B, minSize: 1 B, maxSize: 10 B }, text: { type: string, size: 10000 B, maxSize: 10000 B }',
  entity: `identity: [id, sk], count: { mean: 10, max: ${items}, per: id }`,
});

export const limitCases: Readonly<Partial<Record<keyof typeof limits, LimitCase>>> = {
  itemBytes: most('cost/item-too-large', 409_600, (n) => ({ attributes: textOf(n) })),
  itemBytesWithLocalIndexes: pair('cost/item-too-large', 200_000, 205_000, (n) => ({
    table: 'sortKey: at',
    indexes: 'Local: { type: local, sortKey: n }',
    attributes: `at: date-time, n: number, ${textOf(n)}`,
  })),
  partitionKeyBytes: most('key/too-long', 2048, (n) => ({
    attributes: `name: { type: string, minSize: 1 B, maxSize: ${n - 2} B }`,
    entity: 'keys: { id: "A#${name}" }',
  })),
  sortKeyBytes: most('key/too-long', 1024, (n) => ({
    table: 'sortKey: sk',
    attributes: `name: { type: string, minSize: 1 B, maxSize: ${n - 2} B }`,
    entity: 'keys: { sk: "A#${name}" }',
  })),
  multiAttributeKeyBytes: most('key/too-long', 1024, (n) => ({
    indexes: 'Both: { partitionKey: [a, b] }',
    attributes: `a: { type: string, minSize: 1 B, maxSize: 1024 B }, b: { type: string, minSize: 1 B, maxSize: ${n} B }`,
  })),
  keyBytesAtLeast: pair('key/can-be-empty', 1, 0, (n) => ({
    indexes: 'ByName: { partitionKey: name }',
    attributes: `name: { type: string, minSize: ${n} B }`,
  })),
  localIndexes: most('key/too-many-indexes', 5, (n) => indexes(n, (i) => `type: local, sortKey: a${i}`)),
  globalIndexes: most('key/too-many-indexes', 20, (n) => indexes(n, (i) => `partitionKey: a${i}`)),
  vectorIndexes: most('key/too-many-indexes', 5, (n) =>
    indexes(n, () => 'type: vector, vector: v, dimensions: 2, distance: cosine'),
  ),
  vectorDimensions: most('schema/out-of-range', 4096, (n) => ({ indexes: vector(`dimensions: ${n}`) })),
  vectorSearchResults: most('read/search-limit', 100, (n) => ({
    indexes: vector('dimensions: 2'),
    attributes: 'v: list',
    patterns: `near: { search: A, limit: ${n} }`,
  })),
  vectorFilters: most('index/vector-index', 18, (n) => ({
    indexes: vector(`dimensions: 2, filters: [${list(n, (i) => `a${i}`)}]`),
    attributes: attributesOf(n),
  })),
  vectorPartitionKeys: most('index/vector-index', 1, (n) => ({
    indexes: vector(`dimensions: 2, partitionKey: [${list(n, (i) => `a${i}`)}]`),
    attributes: attributesOf(n),
  })),
  partitionKeyAttributes: most('key/too-many-attributes', 4, (n) => ({
    indexes: `All: { partitionKey: [${list(n, (i) => `a${i}`)}] }`,
    attributes: attributesOf(n),
  })),
  sortKeyAttributes: most('key/too-many-attributes', 4, (n) => ({
    indexes: `All: { partitionKey: id, sortKey: [${list(n, (i) => `a${i}`)}] }`,
    attributes: attributesOf(n),
  })),
  nameLengthAtLeast: pair('name/invalid', 3, 2, (n) => ({
    indexes: `${'I'.repeat(n)}: { partitionKey: a }`,
  })),
  nameLength: most('name/invalid', 255, (n) => ({ indexes: `${'I'.repeat(n)}: { partitionKey: a }` })),
  nameCharacters: {
    rule: 'name/invalid',
    over: model({ indexes: '"By name": { partitionKey: a }' }),
    within: model({ indexes: '"By_the.name-9": { partitionKey: a }' }),
  },
  attributeNameBytes: most('name/invalid', 65_535, (n) => ({ attributes: `? ${'a'.repeat(n)}\n: number` })),
  keyAttributeNameBytes: most('name/invalid', 255, (n) => ({
    indexes: `ByLong: { partitionKey: ${'a'.repeat(n)} }`,
  })),
  projectedAttributes: most(
    'index/projects-too-many',
    100,
    (n) => ({ indexes: `ByA: { partitionKey: a1, projection: [${list(n, (i) => `b${i}`)}] }` }),
    /over all of them/,
  ),
  projectedAttributesOfOneIndex: most('index/projects-too-many', 20, (n) => ({
    indexes: `ByA: { partitionKey: a1, projection: [${list(n, (i) => `b${i}`)}] }`,
  })),
  pageBytes: pair('cost/beyond-a-page', 1024 ** 2 / 4, 1024 ** 2 / 4 + 1, page),
  batchGetItems: most('batch/too-many-items', 100, (n) => ({
    patterns: `all: { batchGet: A, times: ${n} }`,
  })),
  batchGetBytes: most('batch/too-large', 335_544, (n) => ({
    attributes: textOf(n, 'size'),
    patterns: 'all: { batchGet: A, times: 50 }',
  })),
  batchWriteItems: most('batch/too-many-items', 25, (n) => ({
    patterns: `all: { batchWrite: A, times: ${n} }`,
  })),
  transactionItems: most('batch/too-many-items', 100, (n) => ({
    patterns: `all: { transactWrite: [{ put: A, times: ${n} }] }`,
  })),
  transactionBytes: most('batch/too-large', 1024 ** 2 / 4, (n) => ({
    attributes: textOf(n, 'size'),
    patterns: 'all: { transactWrite: [{ put: A, times: 16 }] }',
  })),
  partitionReadUnits: most('cost/hot-partition', 6000, (n) => front('get: Front', n)),
  partitionWriteUnits: most('cost/hot-partition', 1000, (n) => front('update: Front, set: n', n)),
  itemCollectionBytes: pair('cost/collection-too-large', 1_000_000, 1_100_000, collection),
  streamReaders: most('table/stream-consumers', 2, (n) => consumers(n)),
  streamReadersOfGlobalTable: most('table/stream-consumers', 1, (n) => consumers(n, 'replicas: eu-west-1')),
  nesting: most('attribute/nested-too-deep', 32, (n) => sample(nested(n), 'list')),
  numberDigits: most('yaml/number-loses-digits', 38, (n) => sample('1'.repeat(n), 'number')),
  numberExponentAtLeast: pair('attribute/number-out-of-range', -130, -131, (n) => sample(`1e${n}`, 'number')),
  numberExponent: most('attribute/number-out-of-range', 125, (n) => sample(`9.99e${n}`, 'number')),
  expressionBytes: pair('clause/expression-too-large', 37, 39, longNames),
  operandsOfIn: most('clause/expression-too-large', 100, (n) =>
    filtered(`a = ${list(n, String).replaceAll(',', ' or')}`, 'a: number'),
  ),
  operatorsOfExpression: most('clause/expression-too-large', 150, (n) =>
    filtered(
      list(n, (i) => `a${i} exists`),
      list(n, (i) => `a${i}: { type: number, optional: true }`),
    ),
  ),
  capacityUnitsAtLeast: pair('table/capacity', 1, 0, (n) => capacity(n)),
  autoscalingTargetAtLeast: pair('table/capacity', 20, 19, scaled),
  autoscalingTarget: most('table/capacity', 90, scaled),
  tableReadUnits: most('cost/over-quota', 40_000, (n) => capacity(n)),
  tableWriteUnits: most('cost/over-quota', 40_000, (n) => capacity(1, n)),
  accountReadUnits: most('cost/over-quota', 1, ofAccount, /RCU .*account/),
  accountWriteUnits: most('cost/over-quota', 1, ofAccount, /WCU .*account/),
};
