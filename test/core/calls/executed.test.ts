// Calls in each language, run: what arrives at a stand-in for the API is what was meant, whatever names and values hold.
// Deliberately through the real interpreters: node, sh, and python3 where it is installed.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { awsCli, inputJson } from '../../../src/core/calls/aws-cli.ts';
import type { Call } from '../../../src/core/calls/call.ts';
import { javascript } from '../../../src/core/calls/javascript.ts';
import { partiql } from '../../../src/core/calls/partiql.ts';
import { python } from '../../../src/core/calls/python.ts';
import { temporaryFolder } from '../../host/temporary.ts';
import { callsIn, hostileModel, models } from './calls.ts';

/** The name of the operation and its input, in DynamoDB's JSON, sets in order. */
type Received = readonly (readonly [operation: string, input: unknown])[];

/** What was meant; sets, which have no order, sorted. */
const meant = (calls: readonly Call[]): Received =>
  calls.map((call) => [call.operation, sortedSets(JSON.parse(JSON.stringify(inputJson(call))))]);

function sortedSets(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortedSets);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [
      name,
      ['SS', 'NS', 'BS'].includes(name) && Array.isArray(each) ? each.toSorted() : sortedSets(each),
    ]),
  );
}

/** As the document client does, for the types that occur. */
class NumberValue {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
  static from(text: string): NumberValue {
    return new NumberValue(text);
  }
}

function marshalled(value: unknown): unknown {
  if (value === null) return { NULL: true };
  if (typeof value === 'string') return { S: value };
  if (typeof value === 'number') return { N: String(value) };
  if (typeof value === 'boolean') return { BOOL: value };
  if (value instanceof NumberValue) return { N: value.text };
  if (value instanceof Uint8Array) return { B: Buffer.from(value).toString('base64') };
  if (Array.isArray(value)) return { L: value.map(marshalled) };
  if (value instanceof Set) {
    const all = [...value].map((each) => Object.values(marshalled(each) as object)[0]);
    const [letter] = Object.keys(marshalled([...value][0]) as object);
    return { [`${letter}S`]: all };
  }
  return {
    M: Object.fromEntries(Object.entries(value as object).map(([name, each]) => [name, marshalled(each)])),
  };
}

/** Which parts of an input hold attribute values by name. */
const holders = new Set(['Key', 'Item', 'ExpressionAttributeValues']);

function withValues(input: unknown, name = ''): unknown {
  if (Array.isArray(input)) {
    return input.map((each) => (name === 'Keys' ? byName(each) : withValues(each)));
  }
  if (typeof input !== 'object' || input === null) return input;
  return holders.has(name)
    ? byName(input)
    : Object.fromEntries(Object.entries(input).map(([key, each]) => [key, withValues(each, key)]));
}

const byName = (fields: object): unknown =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, marshalled(value)]));

const AsyncFunction = (async () => undefined).constructor as new (
  ...args: string[]
) => (...values: unknown[]) => Promise<void>;

async function runJavaScript(text: string): Promise<Received> {
  const received: (readonly [string, unknown])[] = [];
  const imported = [...text.matchAll(/^import \{ (.*) \} from/gm)].flatMap(([, names]) =>
    (names ?? '').split(', '),
  );
  const command = (name: string) =>
    class {
      readonly operation = name.replace('Command', '');
      readonly input: unknown;
      constructor(input: unknown) {
        this.input = input;
      }
    };
  const client = {
    send: async ({ operation, input }: { operation: string; input: unknown }) => {
      received.push([operation, sortedSets(withValues(input))]);
      return {};
    },
  };
  const provided: Readonly<Record<string, unknown>> = {
    NumberValue,
    DynamoDBClient: class {},
    DynamoDBDocumentClient: { from: () => client },
  };
  const values = imported.map((name) => provided[name] ?? command(name));
  await new AsyncFunction(...imported, `'use strict';\n${text.replace(/^import .*$/gm, '')}`)(...values);
  return received;
}

/** The document client's commands are shorter than the API's operations. */
const shortName = (operation: string): string =>
  operation.replace(/(?<=^(?:Get|Put|Update|Delete|Batch(?:Get|Write)))Item$|Items$/, '');

function runShell(text: string): Received {
  // The number of words before them: whatever marked the end of a call might be one of its words.
  const script = `aws() { printf '%s\\0' "$#" "$@"; }\n${text}`;
  const { stdout, status, stderr } = spawnSync('/bin/sh', ['-c', script], { encoding: 'utf8' });
  assert.equal(status, 0, stderr);
  const printed = stdout.split('\0').slice(0, -1);
  const calls: (readonly string[])[] = [];
  while (printed.length > 0) calls.push(printed.splice(0, Number(printed.shift())));
  return calls.map(([service, operation = '', ...words]) => {
    assert.equal(service, 'dynamodb');
    const pascal = (kebab: string) => kebab.replace(/(?:^|-)(.)/g, (_, first: string) => first.toUpperCase());
    const input: Record<string, unknown> = {};
    for (let i = 0; i < words.length; i++) {
      const word = words[i] ?? '';
      const [, flag = '', joined] = /^--([a-z-]+)(?:=([\s\S]*))?$/.exec(word) ?? [];
      const name = pascal(flag.replace(/^no-/, ''));
      const next = words[i + 1];
      if (joined !== undefined) input[name] = joined;
      else if (next === undefined || next.startsWith('--')) input[name] = !flag.startsWith('no-');
      else {
        i++;
        input[name] =
          /^[[{]/.test(next) && name !== 'TableName' && name !== 'IndexName' ? JSON.parse(next) : next;
        if (name === 'Limit') input[name] = Number(next);
      }
    }
    return [pascal(operation), sortedSets(input)] as const;
  });
}

const stub = `
import base64, json, decimal
received = []
def value(v):
    if v is None: return {'NULL': True}
    if isinstance(v, bool): return {'BOOL': v}
    if isinstance(v, str): return {'S': v}
    if isinstance(v, (int, decimal.Decimal)): return {'N': str(v)}
    if isinstance(v, bytes): return {'B': base64.b64encode(v).decode()}
    if isinstance(v, list): return {'L': [value(x) for x in v]}
    if isinstance(v, set):
        letter = next(iter(value(next(iter(v)))))
        return {letter + 'S': sorted(next(iter(value(x).values())) for x in v)}
    return {'M': {k: value(x) for k, x in v.items()}}
def fields(v): return {k: value(x) for k, x in v.items()}
def walk(v, name=''):
    if isinstance(v, list): return [fields(x) if name == 'Keys' else walk(x) for x in v]
    if not isinstance(v, dict): return v
    if name in ('Key', 'Item', 'ExpressionAttributeValues'): return fields(v)
    return {k: walk(x, k) for k, x in v.items()}
class Target:
    def __init__(self, table=None): self.table = table
    def __getattr__(self, name):
        if name in ('meta', 'client'): return self
        if name == 'Table': return Target
        def call(**input):
            if self.table is not None: input = {'TableName': self.table, **input}
            received.append([''.join(x.capitalize() for x in name.split('_')), walk(input)])
            return {}
        return call
def resource(name): return Target()
`;

const hasPython = spawnSync('python3', ['--version']).status === 0;

function runPython(texts: readonly string[]): readonly Received[] {
  const folder = temporaryFolder('boto3');
  writeFileSync(path.join(folder, 'boto3.py'), stub);
  mkdirSync(path.join(folder, 'calls'));
  for (const [i, text] of texts.entries()) writeFileSync(path.join(folder, 'calls', `${i}.py`), text);
  const main = `
import json, boto3
out = []
for i in range(${texts.length}):
    boto3.received.clear()
    with open(f'calls/{i}.py', encoding='utf-8', newline='') as f: exec(compile(f.read(), f'{i}.py', 'exec'), {})
    out.append(list(boto3.received))
print(json.dumps(out))
`;
  const { stdout, status, stderr } = spawnSync('python3', ['-c', main], { cwd: folder, encoding: 'utf8' });
  assert.equal(status, 0, stderr);
  return (JSON.parse(stdout) as Received[]).map((calls) =>
    calls.map(([operation, input]) => [operation, sortedSets(input)]),
  );
}

/** What is left of a statement when everything in quotes is gone. */
const bare = (statement: string): string => statement.replace(/"(?:[^"]|"")*"|'(?:[^']|'')*'/g, '');

const words =
  /^(?:SELECT|FROM|WHERE|AND|OR|ORDER|BY|DESC|INSERT|INTO|VALUE|UPDATE|SET|REMOVE|DELETE|EXISTS|BETWEEN|IN|IS|NOT|MISSING|NULL|TRUE|FALSE|begins_with|contains|list_append|set_add|-?\d[\d.e+-]*|[\s*.,:(){}[\]<>=+?])+$/;

/** Characters that end a quotation somewhere, and those that move what follows. */
const nasty = fc.oneof(
  fc.string({
    unit: fc.constantFrom(
      "'",
      '"',
      '`',
      '$',
      '{',
      '}',
      '\\',
      '#',
      '\n',
      ';',
      '-',
      ' ',
      'a',
      '*',
      '/',
      '\u2028',
      '😀',
      '!',
      '%',
      '(',
      ')',
    ),
  }),
  fc.constantFrom(
    '${id}',
    '$(touch x)',
    '`id`',
    "'; DROP TABLE x; --",
    '__proto__',
    '{id}',
    '\\',
    '"""',
    "'''",
    '-x',
    '--limit',
  ),
  fc.string({ unit: 'binary' }),
);
/** DynamoDB has no empty key, and a NUL is no part of a shell's words. */
const usable = nasty.map((text) => text.replaceAll(/\0|\p{Cs}/gu, '') || 'x');

describe('calls do what was meant', function () {
  this.timeout(120_000);

  for (const [name, text] of models) {
    const all = callsIn(text);

    it(`in JavaScript, for ${name}`, async () => {
      for (const { pattern, calls } of all) {
        const expected = meant(calls).map(([operation, input]) => [shortName(operation), input]);
        assert.deepEqual(await runJavaScript(javascript.print(calls).text), expected, pattern);
      }
    });

    it(`in a shell, for ${name}`, () => {
      for (const { pattern, calls } of all) {
        assert.deepEqual(runShell(awsCli.print(calls).text), meant(calls), pattern);
      }
    });

    it(`in Python, for ${name}`, function () {
      if (!hasPython) this.skip();
      const received = runPython(all.map(({ calls }) => python.print(calls).text));
      assert.deepEqual(
        received,
        all.map(({ calls }) => meant(calls)),
      );
    });

    it(`in PartiQL, nothing of the model outside of quotes, for ${name}`, () => {
      for (const { calls } of all) assert.match(bare(partiql.print(calls).text), words);
    });
  }

  it('whatever names, literals and values hold', async () => {
    const texts = fc.uniqueArray(usable, { minLength: 4, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(texts, async (four) => {
        const all = callsIn(hostileModel(four));
        for (const { calls } of all) {
          const expected = meant(calls);
          assert.deepEqual(
            await runJavaScript(javascript.print(calls).text),
            expected.map(([operation, input]) => [shortName(operation), input]),
          );
          assert.match(bare(partiql.print(calls).text), words);
        }
        assert.deepEqual(
          runShell(all.map(({ calls }) => awsCli.print(calls).text).join('\n')),
          all.flatMap(({ calls }) => meant(calls)),
        );
        if (!hasPython) return;
        const received = runPython(all.map(({ calls }) => python.print(calls).text));
        assert.deepEqual(
          received,
          all.map(({ calls }) => meant(calls)),
        );
      }),
      { numRuns: 25 },
    );
  });
});
