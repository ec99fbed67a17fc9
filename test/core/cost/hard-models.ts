// Models with everything that makes a cost hard to get right, drawn at random: for the properties of costs.
// Deliberately one small world: owners, their things, what the things did; what varies is how they are kept and used.
import fc from 'fast-check';

/** What a cost must not fall with. */
export interface Amounts {
  readonly bytes: number;
  readonly rate: number;
  readonly count: number;
}

export interface Draw extends Amounts {
  readonly table: string;
  /** Of the two global indexes and the local one. */
  readonly projections: readonly [string, string, string];
  readonly present: number;
  readonly shards: number;
  readonly replaces: number;
  readonly fails: number;
  /** The names of the patterns that there are. */
  readonly patterns: readonly string[];
}

const patterns: Readonly<Record<string, (draw: Draw) => string>> = {
  add: ({ replaces, fails }) =>
    `transactWrite: [{ put: Thing, replaces: ${replaces}% }, { check: Owner }], fails: ${fails}%`,
  put: ({ replaces }) => `put: Thing, replaces: ${replaces}%, times: 1.5`,
  paint: ({ fails }) => `update: Thing, set: colour, fails: ${fails}%`,
  bleach: () => 'update: Thing, remove: colour, when: colour exists',
  describe: () => 'update: Thing, set: data',
  finish: () => 'update: Thing, set: state = DONE, when: state = OPEN',
  drop: () => 'delete: Thing',
  batch: () => 'batchWrite: [{ put: Thing, times: 4 }, { delete: Thing, times: 2 }]',
  log: () => 'put: Event, peak: 9k/s, hottest: 5%',
  list: () => 'query: Thing, where: name, limit: 20, then: { get: Owner }',
  whole: () => 'query: [Owner, Thing], where: name, consistency: strong',
  clear: () => 'query: Thing, where: name, limit: 5, then: { delete: Thing }',
  newest: () => 'query: Thing, where: name, index: Newest, limit: 7',
  red: () => 'query: Thing, where: colour = RED, select: colour, limit: 5',
  open: () => 'query: Thing, index: Open, where: state = OPEN, select: state, matches: 90',
  days: () => 'query: Event, where: [name, at between], matches: 300',
  all: () => 'scan: Thing',
  page: () => 'scan: Thing, pages: first',
  near: () => 'search: Thing, examines: 9 KB',
  both: () => 'transactGet: [{ get: Owner }, { get: Thing, times: 2 }]',
  some: () => 'batchGet: Thing, times: 12',
  owner: () => 'get: Owner, cache: { with: dax, hits: 80% }',
};

/** All patterns are called at the rate of the draw, scans that many times a day. */
const printPattern = (name: string, draw: Draw): string =>
  `  ${name}: { ${patterns[name]?.(draw) ?? ''}, rate: ${draw.rate}/${name === 'all' ? 'day' : 's'} }`;

/** Vector indexes are for on-demand tables, and only one Region has a price of them. */
const hasVectors = ({ table }: Draw): boolean => !/capacity|replicas/.test(table);

const vectorIndex = `
  Near: { type: vector, vector: meaning, dimensions: 9, distance: cosine, projection: [state] }`;

export const textOf = (draw: Draw): string => {
  const [byColour, open, newest] = draw.projections;
  return `
version: 1
table: { name: T, partitionKey: PK, sortKey: SK, region: us-east-1${draw.table} }
indexes:
  ByColour: { partitionKey: colour, sortKey: SK, projection: ${byColour} }
  Open: { partitionKey: OPK, sortKey: OSK, projection: ${open} }
  Newest: { type: local, sortKey: at, projection: ${newest} }${hasVectors(draw) ? vectorIndex : ''}
entities:
  Owner:
    attributes: { name: { type: string, size: 9 B } }
    keys: { PK: "O#\${name}", SK: "O" }
    count: 100
  Thing:
    attributes:
      name: Owner.name
      at: date-time
      state: { enum: { OPEN: 5%, DONE: 95% } }
      colour: { enum: { RED: 10%, BLUE: 90% }, optional: true, present: ${draw.present}% }
      note: { type: string, size: 700 B, optional: true, present: 50% }
      meaning: { type: list, size: 90 B, optional: true, present: ${draw.present}% }
      data: { type: string, size: ${draw.bytes} B }
    keys:
      PK: "O#\${name}"
      SK: "T#\${at}"
      Open: { when: state = OPEN, OPK: "\${state}#\${name | shard(${draw.shards})}", OSK: "\${at}" }
    count: ${draw.count}
  Event:
    attributes:
      name: Owner.name
      at: { format: date-time, span: 30 days }
      until: epoch-seconds
      data: { type: string, size: ${draw.bytes} B }
    keys: { PK: "E#\${name}#\${at | date(yyyy-MM-dd)}", SK: "\${at}" }
    count: ${draw.count}
accessPatterns:
${draw.patterns
  .filter((name) => name !== 'near' || hasVectors(draw))
  .map((name) => printPattern(name, draw))
  .join('\n')}
`;
};

const projection = fc.constantFrom('all', 'keys-only', '[state]', '[data, colour]');
const withState = fc.constantFrom('all', '[state]', '[data, state]');

const tables = fc.constantFrom(
  '',
  ', capacity: { read: 100, write: 100 }',
  ', capacity: { read: 1, write: 1, autoscaling: { target: 70%, max: { read: 100k, write: 100k } } }',
  ', replicas: [eu-west-1]',
  ', replicas: [eu-west-1], timeToLive: until',
  ', replicas: [eu-west-1], capacity: { read: 100, write: 100 }',
  ', pointInTimeRecovery: true',
  ', class: standard-infrequent-access',
  ', stream: new-image, consumers: [{ name: a, kind: kinesis }, { name: b, kind: application }]',
);

export const amounts = fc.record({
  bytes: fc.integer({ min: 1, max: 20_000 }),
  rate: fc.integer({ min: 1, max: 5000 }),
  count: fc.integer({ min: 1, max: 10_000_000 }),
});

const percent = fc.integer({ min: 0, max: 100 });

export const draws: fc.Arbitrary<Draw> = fc
  .tuple(
    amounts,
    fc.record({
      table: tables,
      projections: fc.tuple(projection, withState, projection),
      present: percent,
      shards: fc.integer({ min: 2, max: 12 }),
      replaces: percent,
      fails: percent,
      patterns: fc.uniqueArray(fc.constantFrom(...Object.keys(patterns)), { minLength: 1, maxLength: 9 }),
    }),
  )
  .map(([own, rest]) => ({ ...own, ...rest }));

export const options = fc.record({
  freeTier: fc.boolean(),
  gigabyte: fc.constantFrom('binary' as const, 'decimal' as const),
  dax: fc.constant({ nodes: 3, node: 't3.small' }),
  streamPolls: fc.constant(4),
});
