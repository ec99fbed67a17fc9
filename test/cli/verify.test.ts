// `singlet verify` end to end: what is printed, exit codes, and AWS, for which an endpoint of our own stands in.
// Deliberately never AWS itself; the SDK finds the stand-in as it finds any other, by its environment.
import assert from 'node:assert/strict';
import path from 'node:path';
import { apiError, type Fault, type Faulty, pass, type Request, startFaulty } from '../verify/faulty.ts';
import { folderOf, type Outcome, removeFolders, singlet, type World } from './support.ts';

const model = `version: 1
table: { name: Shop, partitionKey: PK, sortKey: SK }
entities:
  Order:
    attributes: { username: { type: string, distinct: 2 }, orderId: ulid, total: number }
    keys: { PK: "CUSTOMER#\${username}", SK: "ORDER#\${orderId}" }
    count: 20
accessPatterns:
  all: { query: Order, where: username }
  one: { get: Order }
  save: { put: Order, condition: not-exists }
`;
/** Two pages have one key, as hostile values show. */
const ambiguous = `version: 1
table: { name: Pages, partitionKey: PK }
entities:
  Page:
    attributes: { site: string, path: string }
    keys: { PK: "PAGE#\${site}#\${path}" }
accessPatterns: { page: { get: Page } }
`;

const fileOf = (text: string): string => path.join(folderOf({ 'shop.ddb.yaml': text }), 'shop.ddb.yaml');

describe('singlet verify', function () {
  this.timeout(60_000);
  afterEach(removeFolders);

  it('prints a line for each pattern, and what could not be checked', async () => {
    const { code, out, err } = await singlet(['verify', fileOf(model)]);
    assert.equal(code, 0, err);
    assert.match(out, /^✓ all$/m);
    assert.match(
      out,
      /3 patterns: 3 confirmed\. (All \d+ checks could be made|\d+ of \d+ checks \([\d.]+%\) (is|are) not checkable) on dynalite 4\.0\.0\./,
    );
  });

  it('ends with 1 where something does not match', async () => {
    const { code, out } = await singlet(['verify', fileOf(ambiguous), '--hostile']);
    assert.equal(code, 1);
    assert.match(out, /✗ all samples/);
  });

  it('ends with 1 where no table can be made, and says why', async () => {
    const { code, err } = await singlet(['verify', fileOf('version: 1\n')]);
    assert.equal(code, 1);
    assert.match(err, /no table can be made from this model yet/);
  });

  it('prints JSON that adds up', async () => {
    const { code, out } = await singlet(['verify', fileOf(ambiguous), '--hostile', '--format', 'json']);
    assert.equal(code, 1);
    const report = JSON.parse(out) as {
      results: { pattern: string | null; verdict: string; checks: { verdict: string }[] }[];
      checks: Record<string, number>;
    };
    const all = report.results.flatMap(({ checks }) => checks.map(({ verdict }) => verdict));
    const count = (verdict: string): number => all.filter((each) => each === verdict).length;
    assert.equal(report.checks.mismatch, count('mismatch'));
    assert.equal(report.checks.confirmed, count('confirmed'));
    assert.equal(report.checks.notCheckable, count('not-checkable'));
    assert.ok(count('mismatch') > 0);
  });

  it('prints JUnit whose numbers are those of its cases', async () => {
    const { code, out } = await singlet(['verify', fileOf(ambiguous), '--hostile', '--format', 'junit']);
    assert.equal(code, 1);
    const [, tests, failures] = /<testsuites tests="(\d+)" failures="(\d+)"/.exec(out) ?? [];
    assert.equal(Number(tests), out.match(/<testcase /g)?.length);
    const failed = out.split('<testcase ').filter((each) => each.includes('<failure'));
    assert.equal(Number(failures), failed.length);
    assert.ok(failed.length > 0);
  });

  it('ends with 2 where the engine fails, and says how', async () => {
    const faulty = await startFaulty((request) =>
      request.operation === 'Query' ? apiError('InternalServerError', 'out of order', 500) : pass,
    );
    try {
      const { code, out, err } = await singlet(['verify', fileOf(model), '--endpoint', faulty.endpoint]);
      assert.equal(code, 2);
      assert.equal(out, '');
      assert.match(err, /answers Query with an error: InternalServerError: out of order/);
      assert.deepEqual(await faulty.tables(), []);
    } finally {
      await faulty.close();
    }
  });

  it('does not take AWS for an endpoint', async () => {
    const { code, err } = await singlet([
      'verify',
      fileOf(model),
      '--endpoint',
      'https://dynamodb.eu-west-1.amazonaws.com',
    ]);
    assert.equal(code, 2);
    assert.match(err, /is AWS itself, where tables cost money/);
  });
});

describe('singlet verify --aws', function () {
  this.timeout(60_000);

  const secret = 'wJalrXUtnFEMI-not-a-real-secret';
  const environment = {
    AWS_ACCESS_KEY_ID: 'AKIATESTONLY',
    AWS_SECRET_ACCESS_KEY: secret,
    AWS_SESSION_TOKEN: 'session-token-of-nobody',
    AWS_REGION: 'eu-west-1',
    AWS_CONFIG_FILE: '/nonexistent/config',
    AWS_SHARED_CREDENTIALS_FILE: '/nonexistent/credentials',
    AWS_EC2_METADATA_DISABLED: 'true',
  };
  const before: Record<string, string | undefined> = {};

  const set = (all: Readonly<Record<string, string | undefined>>): void => {
    for (const [name, value] of Object.entries(all)) {
      before[name] ??= process.env[name];
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  };
  afterEach(() => {
    removeFolders();
    for (const [name, value] of Object.entries(before)) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  });

  async function onStandIn(
    faultFor: (request: Request) => Fault,
    world: World,
    check: (outcome: Outcome, faulty: Faulty) => Promise<void> | void,
    words: readonly string[] = [],
  ): Promise<void> {
    const faulty = await startFaulty(faultFor);
    set({ ...environment, AWS_ENDPOINT_URL_DYNAMODB: faulty.endpoint });
    try {
      const outcome = await singlet(['verify', fileOf(model), '--aws', ...words], world);
      for (const text of [outcome.out, outcome.err]) {
        assert.ok(!text.includes(secret) && !text.includes('session-token') && !text.includes('AKIATEST'));
      }
      await check(outcome, faulty);
    } finally {
      await faulty.close();
    }
  }

  it('tells what it will make and cost, and does nothing without a yes', () =>
    onStandIn(
      () => pass,
      { answer: 'y' },
      ({ code, out, err }, { log }) => {
        assert.equal(code, 2);
        assert.equal(out, '');
        assert.match(err, /on-demand table in eu-west-1[\s\S]*singlet-verify-Shop-[0-9a-f]{10}\n/);
        assert.match(err, /at most about [\d,]+ write\nand [\d,]+ read request units\. That is about/);
        assert.ok(err.indexOf('request units') < err.indexOf('Type yes'));
        assert.match(err, /Nothing was done\.\n$/);
        assert.deepEqual(log, []);
      },
    ));

  it('makes its own table, tagged and on-demand, and deletes it', () =>
    onStandIn(
      () => pass,
      { answer: 'yes' },
      async ({ code, out, err }, { log, tables }) => {
        assert.equal(code, 0, `${out}${err}`);
        assert.match(out, /on Amazon DynamoDB \(DynamoDB in eu-west-1\)/);
        const [made] = log.filter(({ operation }) => operation === 'CreateTable');
        assert.ok(made);
        assert.equal(made.input.BillingMode, 'PAY_PER_REQUEST');
        assert.match(made.table ?? '', /^trial-Shop-[0-9a-f]{10}$/);
        const run = made.table?.slice(-10) ?? '';
        assert.deepEqual(made.input.Tags, [
          { Key: 'created-by', Value: 'singlet-verify' },
          { Key: 'singlet-run', Value: run },
        ]);
        assert.deepEqual([...new Set(log.map(({ table }) => table))], [made.table]);
        assert.deepEqual(await tables(), []);
        // The SDK signs; the secret itself never travels.
        assert.ok(log.every(({ authorization }) => /^AWS4-HMAC-SHA256 .*Signature=/.test(authorization)));
        assert.ok(!JSON.stringify(log).includes(secret));
      },
      ['--prefix', 'trial'],
    ));

  it('deletes the table where the run fails', () =>
    onStandIn(
      (request) => (request.operation === 'Query' ? apiError('AccessDeniedException', 'no query') : pass),
      { answer: 'yes' },
      async ({ code, err }, { tables }) => {
        assert.equal(code, 2);
        assert.match(err, /DynamoDB in eu-west-1 refuses Query: AccessDeniedException: no query/);
        assert.deepEqual(await tables(), []);
      },
    ));

  it('deletes the table where the person cancels', () => {
    let interrupt = (): void => undefined;
    return onStandIn(
      (request) => {
        if (request.operation === 'GetItem') interrupt();
        return pass;
      },
      {
        answer: 'yes',
        interrupting: (own) => {
          interrupt = own;
        },
      },
      async ({ code, err }, { log, tables }) => {
        assert.equal(code, 2);
        assert.match(err, /Cancelling: the table is deleted first …[\s\S]*Cancelled\./);
        assert.ok(log.some(({ operation }) => operation === 'DeleteTable'));
        assert.deepEqual(await tables(), []);
      },
    );
  });

  it('leaves a table of that name that has not its tags, though nobody knows who made it', () => {
    return onStandIn(
      ({ operation }) => (operation === 'CreateTable' ? { kind: 'untagged' } : pass),
      { answer: 'yes' },
      async ({ code, err }, own) => {
        assert.equal(code, 2);
        assert.match(err, /does not answer CreateTable/);
        assert.equal((await own.tables()).length, 1);
        assert.ok(own.log.every(({ operation }) => operation !== 'DeleteTable'));
      },
    );
  });

  it('says so where the SDK finds no credentials', async () => {
    set({
      ...environment,
      AWS_ACCESS_KEY_ID: undefined,
      AWS_SECRET_ACCESS_KEY: undefined,
      AWS_SESSION_TOKEN: undefined,
    });
    const { code, err } = await singlet(['verify', fileOf(model), '--aws'], { answer: 'yes' });
    assert.equal(code, 2);
    assert.match(err, /The AWS SDK finds no Region or no credentials: .*Sign in as for the AWS CLI/s);
  });

  it('says so where nothing names a Region', async () => {
    set({ ...environment, AWS_REGION: undefined, AWS_DEFAULT_REGION: undefined });
    const { code, err } = await singlet(['verify', fileOf(model), '--aws'], { answer: 'yes' });
    assert.equal(code, 2);
    assert.match(err, /no Region is configured; name one with --region/);
  });

  it('gives an endpoint nobody’s credentials', async () => {
    const faulty = await startFaulty();
    set(environment);
    try {
      const { code } = await singlet(['verify', fileOf(model), '--endpoint', faulty.endpoint]);
      assert.equal(code, 0);
      assert.ok(faulty.log.every(({ authorization }) => authorization.includes('Credential=singlet/')));
    } finally {
      await faulty.close();
    }
  });
});
