// `singlet cost`: the figures in each format, what options change, and what is said of the unknown.
// Deliberately takes the figures of the examples as golden files; test/core/cost proves single ones.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { expectGolden, root } from '../support/golden.ts';
import { folderOf, good, removeFolders, singlet } from './support.ts';

interface StepJson {
  readonly label: string;
  readonly value: number | null;
  readonly unit: string;
  readonly parts: readonly StepJson[];
}

interface CostJson {
  readonly patterns: Readonly<
    Record<
      string,
      {
        readonly route: string | null;
        readonly perCall: {
          readonly readUnits: number | null;
          readonly writeUnits: number | null;
          readonly byTarget: Readonly<Record<string, unknown>>;
        };
        readonly perMonth: {
          readonly usd: number | null;
          readonly readUnits: number | null;
          readonly writeUnits: number | null;
        };
        readonly steps: readonly StepJson[];
      }
    >
  >;
  readonly entities: Readonly<Record<string, { readonly itemBytes: number | null }>>;
  readonly storage: Readonly<
    Record<
      string,
      {
        readonly gigabytes: number | null;
        readonly usd: number | null;
        readonly gigabytesAfterAYear: number | null;
        readonly collections?: readonly {
          readonly partitionKey: string;
          readonly bytes: number | null;
          readonly largestBytes: number | null;
          readonly bytesAfterAYear: number | null;
        }[];
      }
    >
  >;
  readonly monthlyUsd: number | null;
  readonly unknown: readonly {
    readonly what: string;
    readonly write: string | null;
    readonly option: string | null;
    readonly line: number;
  }[];
}

/** Items of 1 KB, a million of them put and a million read in a month. */
const million = `version: 1
table: { name: Shop, partitionKey: PK }
entities:
  Item:
    attributes: { id: { type: string, size: 2 B }, data: { type: string, size: 1000 B } }
    keys: { PK: "\${id}" }
    count: 1M
accessPatterns:
  write: { put: Item, rate: 1M/month }
  read: { get: Item, consistency: strong, rate: 1M/month }
`;

/** Busy sensors with a local index: events of 1,000 B, of which each sensor gets a thousand a day. */
const sensors = `version: 1
table: { name: Metrics, partitionKey: PK, sortKey: SK, region: us-east-1 }
indexes:
  ByValue: { type: local, sortKey: value, projection: keys-only }
entities:
  Event:
    attributes:
      sensor: { type: string, size: 8 B, distinct: 100 }
      at: { format: date-time, span: 1 year }
      value: { type: number, min: 10, max: 99 }
      body: { type: string, size: 911 B }
    keys: { PK: "S#\${sensor}", SK: "\${at}" }
    count: 1M
accessPatterns:
  log: { put: Event, rate: 20k/day, peak: 3k/s, hottest: 50% }
  all: { query: Event, where: sensor, rate: 1/h }
`;

async function json(text: string, ...options: readonly string[]): Promise<CostJson> {
  const { code, out, err } = await singlet(['cost', '-', '--format', 'json', ...options], { stdin: text });
  assert.deepEqual({ code, err }, { code: 0, err: '' });
  return JSON.parse(out);
}

const usdOf = ({ patterns }: CostJson, name: string): number | null | undefined =>
  patterns[name]?.perMonth.usd;

const near = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a));

const total = (steps: readonly StepJson[], unit: string): number =>
  steps.filter((step) => step.unit === unit).reduce((sum, { value }) => sum + (value ?? Number.NaN), 0);

const examples = fs.readdirSync(path.join(root, 'media/examples'));

const readExample = (name: string): string =>
  fs.readFileSync(path.join(root, 'media/examples', name), 'utf8');

describe('singlet cost', () => {
  afterEach(removeFolders);

  for (const name of examples) {
    const file = path.join('media/examples', name);
    const golden = (ending: string) =>
      path.join(root, 'test/fixtures/cli/cost', name.replace('.ddb.yaml', ending));

    for (const [format, ending] of [
      ['text', '.txt'],
      ['markdown', '.md'],
    ] as const) {
      it(`prints ${name} as ${format}`, async () => {
        const { code, out, err } = await singlet(['cost', file, '--format', format], { cwd: root });
        assert.deepEqual({ code, err }, { code: 0, err: '' });
        expectGolden(golden(ending), out);
      });
    }

    it(`prints ${name} as JSON`, async () => {
      const report = await json(readExample(name));
      const brief = (key: string, value: unknown): unknown =>
        key === 'parts' && Array.isArray(value) ? `${value.length} parts` : value;
      expectGolden(golden('.json'), `${JSON.stringify(report, brief, 2)}\n`);
    });

    it(`has a working of ${name} that adds up`, async () => {
      const { patterns } = await json(readExample(name));
      for (const [pattern, { perCall, perMonth, steps }] of Object.entries(patterns)) {
        assert.ok(near(total(steps, 'RCU'), perCall.readUnits ?? Number.NaN), pattern);
        assert.ok(near(total(steps, 'WCU'), perCall.writeUnits ?? Number.NaN), pattern);
        if (perMonth.usd !== null) assert.ok(near(total(steps, 'USD/month'), perMonth.usd), pattern);
      }
    });
  }

  it('prints no digits that are the noise of binary fractions', async () => {
    const noisy: string[] = [];
    const look = (key: string, value: unknown): unknown => {
      if (typeof value === 'number' && Number(value.toPrecision(10)) !== value)
        noisy.push(`${key}: ${value}`);
      return value;
    };
    for (const text of [sensors, ...examples.map((name) => readExample(name))]) {
      JSON.stringify(await json(text), look);
      for (const format of ['text', 'markdown']) {
        const { out } = await singlet(['cost', '-', '--format', format], { stdin: text });
        noisy.push(...(out.match(/\d\.\d{9,}|\d[eE]-?\d|NaN|Infinity|undefined/g) ?? []));
      }
    }
    assert.deepEqual(noisy, []);
  });

  it('has in JSON exactly the properties that the help names', async () => {
    const report = await json(million);
    assert.deepEqual(Object.keys(report), ['patterns', 'entities', 'storage', 'monthlyUsd', 'unknown']);
    const { write } = report.patterns;
    assert.deepEqual(Object.keys(write ?? {}), ['route', 'perCall', 'perMonth', 'steps']);
    assert.deepEqual(write?.route, 'PutItem');
    assert.deepEqual(write?.perCall, {
      readUnits: 0,
      writeUnits: 1,
      byTarget: { table: { readUnits: 0, writeUnits: 1 } },
    });
    assert.deepEqual(write?.perMonth, { usd: 0.625, readUnits: 0, writeUnits: 1_000_000 });
    assert.deepEqual(report.entities, { Item: { itemBytes: 1012 } });
    assert.deepEqual(Object.keys(report.storage.table ?? {}), ['gigabytes', 'usd', 'gigabytesAfterAYear']);
  });

  it('has the prices of now, and those before November 2024', async () => {
    const now = await json(million);
    assert.deepEqual([usdOf(now, 'write'), usdOf(now, 'read')], [0.625, 0.125]);
    const before = await json(million, '--prices', 'before-2024-11');
    assert.deepEqual([usdOf(before, 'write'), usdOf(before, 'read')], [1.25, 0.25]);
  });

  it('takes the Region, the free tier and the size of a GB from its options', async () => {
    assert.equal(usdOf(await json(million, '--region', 'eu-west-1'), 'write'), 0.705);
    const named = million.replace('PK }', 'PK, region: us-east-1 }');
    assert.equal(usdOf(await json(named, '--region', 'eu-west-1'), 'write'), 0.625);
    assert.equal((await json(million, '--free-tier')).storage.table?.usd, 0);
    assert.equal((await json(million)).storage.table?.gigabytes, Number((1112e6 / 2 ** 30).toPrecision(10)));
    assert.equal((await json(million, '--gb', '1e9')).storage.table?.gigabytes, 1.112);
  });

  it('sets traffic, item collections and pages beside their limits', async () => {
    const { out } = await singlet(['cost', '-'], { stdin: sensors });
    const section = (title: string) =>
      out
        .split('\n\n')
        .find((each) => each.startsWith(title))
        ?.split('\n')
        .slice(1)
        .map((line) => line.trim().split(/ {2,}/));
    assert.deepEqual(section('Traffic on the busiest partition key at the peaks'), [
      ['partition key', 'in', 'RCU/s', 'WCU/s', 'shards that would do', 'when busy'],
      ['S#${sensor}', 'the table', '0.003403', '3,000', '3', 'a local index: cannot be divided'],
      ['In 3 shards, a call of all costs 1,226 RCU instead of 1,225 RCU.'],
    ]);
    assert.deepEqual(section('Item collections, which have at most 10 GB with a local index'), [
      ['partition key', 'on average', 'at most', 'after a year'],
      ['S#${sensor}', '9.966 MB', 'no bound', '82.72 MB'],
    ]);
    assert.deepEqual(section('Queries and scans beyond one page of 1 MB'), [
      ['pattern', 'reads', 'bytes', 'pages', 'pages at most', 'which pages are read'],
      ['all', 'the table', '9.537 MB', '10', 'no bound', 'all'],
    ]);
    const report = await json(sensors);
    const { table, ByValue } = report.storage;
    // 20,000 a day for 365 days, beside the million; 1,000 B and the overhead, in the index 45 B and the overhead.
    const items = 1e6 + 20_000 * 365;
    assert.ok(near(table?.gigabytesAfterAYear ?? 0, (items * 1100) / 2 ** 30));
    assert.ok(near(ByValue?.gigabytesAfterAYear ?? 0, (items * 145) / 2 ** 30));
    assert.equal(ByValue?.collections, undefined);
    assert.deepEqual(table?.collections, [
      {
        partitionKey: 'S#${sensor}',
        bytes: 10_450_000,
        largestBytes: null,
        bytesAfterAYear: 83_000 * 1045,
      },
    ]);
    const [read] = report.patterns.all?.steps ?? [];
    assert.deepEqual(read?.parts[0]?.parts[1]?.value, 10);
  });

  it('takes own prices, in all Regions or in one, and estimates', async () => {
    const own = async (...prices: readonly string[]) =>
      usdOf(await json(million, ...prices.flatMap((price) => ['--price', price])), 'write');
    assert.equal(await own('on-demand.write=2'), 2);
    assert.equal(await own('us-east-1:on-demand.write=3', 'on-demand.write=2'), 3);
    assert.equal(await own('eu-west-1:on-demand.write=3'), 0.625);
    assert.equal(await own('on-demand.write=2', 'on-demand.read=9', 'on-demand.write=4'), 4);
    assert.equal(usdOf(await json(million, '--region', 'us-west-2'), 'write'), null);
    assert.equal(usdOf(await json(million, '--region', 'us-west-2', '--estimates'), 'write'), 0.625);
  });

  it('takes what stands beside the table: backups, DAX, what caches answer, polls of the stream', async () => {
    const beside = million
      .replace('PK }', 'PK, stream: new-image, consumers: [{ name: c, kind: application }] }')
      .replace('consistency: strong, rate: 1M/month', 'rate: 2M/month, cache: { with: dax }');
    const open = await json(beside);
    assert.deepEqual(
      open.unknown.map(({ what }) => what),
      [
        'how many DAX nodes of which type there are',
        'how often c reads the stream',
        'what share of read its cache answers',
        'the Region of the table',
      ],
    );
    const plain = (await json(million.replace('consistency: strong, ', ''))).monthlyUsd ?? Number.NaN;
    const known = await json(
      beside,
      ...['--backups', '2', '--dax', '3 x t3.small', '--cache-hits', '90%', '--stream-polls', '4/s'],
    );
    const gigabytes = 1112e6 / 2 ** 30;
    // Of 2 million eventual reads a tenth; backups, nodes and polls beside the rest.
    assert.equal(usdOf(known, 'read'), 0.0125);
    const beyond = 2 * gigabytes * 0.1 + 3 * 0.04 * 730 + 4 * 26.28 * 0.02;
    assert.ok(near(known.monthlyUsd ?? Number.NaN, plain - 0.0625 + 0.0125 + beyond));
  });

  it('has null for what is not known, and says what to write, where', async () => {
    const { patterns, monthlyUsd, storage, unknown } = await json(
      million.replace(', rate: 1M/month }\n  read', ' }\n  read').replace('    count: 1M\n', ''),
    );
    assert.deepEqual(patterns.write?.perMonth, { usd: null, readUnits: 0, writeUnits: null });
    assert.deepEqual([monthlyUsd, storage.table?.usd], [null, null]);
    assert.deepEqual(
      unknown.map(({ what, write, line }) => [line, what, write]),
      [
        [8, 'how often write is called', 'rate: 20/s'],
        [4, 'how many Item items there are', 'count: 1M'],
        [2, 'the Region of the table', 'region: eu-west-1'],
      ],
    );
  });

  it('gives the reason of every figure that is null, also of those that cost nothing', async () => {
    const { storage, unknown } = await json(
      million
        .replace('PK }', 'PK, region: us-west-2, timeToLive: until }')
        .replace('size: 1000 B }', 'size: 1000 B }, until: epoch-seconds'),
    );
    assert.deepEqual(
      unknown.map(({ what, write, option }) => [what, write, option]),
      [
        ['the price of a GB stored for a month in us-west-2', null, '--price us-west-2:storage.standard=USD'],
        [
          'the price of a million write request units in us-west-2',
          null,
          '--price us-west-2:on-demand.write=USD',
        ],
        [
          'the price of a million read request units in us-west-2',
          null,
          '--price us-west-2:on-demand.read=USD',
        ],
        ['how long Item items live until until deletes them', null, null],
      ],
    );
    assert.equal(storage.table?.gigabytesAfterAYear, null);
    const { out } = await singlet(['cost', '-'], {
      stdin: million.replace('PK }', 'PK, region: us-west-2 }'),
    });
    assert.match(
      out,
      /units in us-west-2\. Give `--price us-west-2:on-demand\.write=USD`, or `--estimates`\./,
    );
  });

  it('reads any text: what costs nobody can say is null, and no failure', async () => {
    for (const text of ['', 'accessPatterns: [', 'version: 1\n', '- a\n- b\n', '\u0000']) {
      const { monthlyUsd } = await json(text);
      assert.equal(monthlyUsd, null, text);
      assert.equal((await singlet(['cost', '-'], { stdin: text })).code, 0);
    }
  });

  it('keeps names apart, whatever they are', async () => {
    const text = million
      .replace('  write:', '  __proto__:')
      .replace('entities:', 'indexes: { table: { partitionKey: PK } }\nentities:');
    const { patterns, storage } = await json(text);
    assert.deepEqual(Object.keys(patterns), ['__proto__', 'read']);
    assert.deepEqual(Object.keys(storage), ['table', 'index table']);
  });

  it('lets no name out of its cell', async () => {
    const text = million.replace('  write:', '  "a|b`<i>\\e[31m":');
    const { out } = await singlet(['cost', '-', '--format', 'markdown'], { stdin: text });
    assert.match(out, /^\| ``a\\\|b`<i>.*`` \|/m);
    const { out: plain } = await singlet(['cost', '-'], { stdin: text });
    assert.match(plain, /a\|b`<i>\ufffd\[31m/);
  });

  const misuses: readonly (readonly [words: readonly string[], message: RegExp])[] = [
    [[], /^singlet cost: FILE is missing something/],
    [['missing.ddb.yaml'], /^singlet: missing\.ddb\.yaml: there is no such file or folder/],
    [['a.ddb.yaml', 'b.ddb.yaml'], /"b\.ddb\.yaml" is one too many/],
    [['a.ddb.yaml', '--format', 'xml'], /--format takes text, markdown or json, not xml/],
    [['a.ddb.yaml', '--region', 'eu-wst-1'], /No price is known in eu-wst-1\. Did you mean eu-west-1\?/],
    [['a.ddb.yaml', '--price', '3'], /--price takes NAME=USD or REGION:NAME=USD, not 3/],
    [
      ['a.ddb.yaml', '--price', 'on-demand.wirte=3'],
      /on-demand\.wirte is no price\. Did you mean on-demand\.write\?/,
    ],
    [['a.ddb.yaml', '--price', 'on-demand.write=-3'], /-3 is no amount of US dollars/],
    [['a.ddb.yaml', '--backups', '1.5'], /--backups takes a whole number, not 1\.5/],
    [['a.ddb.yaml', '--dax', '20 x t3.small'], /--dax takes 1 to 11 nodes of a type/],
    [['a.ddb.yaml', '--cache-hits', '0.9'], /--cache-hits takes a share such as 90%, not 0\.9/],
    [['a.ddb.yaml', '--stream-polls', '4'], /--stream-polls takes a rate such as 4\/s, not 4/],
    [['a.ddb.yaml', '--gb', '1000'], /--gb takes 2\^30 or 1e9, not 1000/],
  ];
  for (const [words, message] of misuses) {
    it(`ends with 2: ${['cost', ...words].join(' ')}`, async () => {
      const cwd = folderOf({ 'a.ddb.yaml': good });
      const { code, out, err } = await singlet(['cost', ...words], { cwd });
      assert.deepEqual([code, out], [2, '']);
      assert.match(err, message);
    });
  }
});
