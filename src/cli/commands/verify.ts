// `singlet verify`: runs a model on a DynamoDB engine and compares what comes back with what the model says.
// Deliberately starts nothing before the model is known to be a table, and leaves nothing behind.
import { refusals } from '../../core/generate/refusals.ts';
import { createSnapshot, type Snapshot } from '../../core/snapshot.ts';
import { printable } from '../../core/text/printable.ts';
import { endpointProblem } from '../../verify/engines/endpoint-problem.ts';
import type { Engine } from '../../verify/engines/engine.ts';
import { isFailure } from '../../verify/failure.ts';
import type { Verifier } from '../../verify/main.ts';
import { newRunId } from '../../verify/run-id.ts';
import { spendingOf } from '../../verify/spending.ts';
import { defaultPrefix, tableName } from '../../verify/table/names.ts';
import { type Done, totalsOf } from '../../verify/totals.ts';
import type { Arguments, Command } from '../command.ts';
import { type ExitCode, exitCodes, type Io } from '../io.ts';
import { openModel } from '../open-model.ts';
import { placeOf } from '../report/checked-file.ts';
import { verifyJson } from '../report/verify-json.ts';
import { verifyJUnit } from '../report/verify-junit.ts';
import { spendingNotice, verifyText } from '../report/verify-text.ts';

export const verify: Command = {
  name: 'verify',
  summary: 'Run a model on a DynamoDB engine and compare.',
  operands: 'FILE',
  least: 1,
  most: 1,
  about: [
    'FILE is a model, or - for standard input. The table is made, sample items are',
    'written, and every access pattern is called through the AWS SDK. Compared are:',
    'the items returned with those declared, their order, what writes leave behind,',
    'and the units consumed with the estimate for those same items. Each check ends',
    'as confirmed, confirmed on a shadow index, a mismatch, or not checkable on the',
    'engine, with the reason. The table is deleted afterwards.',
    '',
    'The engine is an embedded one unless another is named; it needs no network. With',
    '--aws, credentials are found as for the AWS CLI; what it will cost is told, and',
    'nothing is done unless the answer is yes.',
  ],
  fails: 'something does not match, or no table can be made from the model',
  options: [
    {
      name: 'endpoint',
      value: 'URL',
      help: 'DynamoDB Local or another engine, such as\nhttp://localhost:8000',
    },
    { name: 'aws', help: 'Amazon DynamoDB itself, on-demand; costs money' },
    { name: 'region', value: 'REGION', help: 'with --aws, where nothing else says the Region' },
    { name: 'prefix', value: 'TEXT', help: 'what the table’s name begins with (singlet-verify)' },
    { name: 'hostile', help: 'samples that break keys which only look right' },
    {
      name: 'format',
      value: 'FORMAT',
      choices: ['text', 'json', 'junit'],
      help: 'text (default), json or junit',
    },
  ],
  check({ options }) {
    if (options.has('aws') && options.has('endpoint'))
      return '--aws and --endpoint are two engines; name one.';
    if (options.has('region') && !options.has('aws')) return '--region is for --aws.';
    const prefix = options.get('prefix');
    if (prefix !== undefined && !/^[A-Za-z0-9_.-]{1,60}$/.test(prefix)) {
      return '--prefix takes up to 60 letters, digits, and the signs _ . -';
    }
    const endpoint = options.get('endpoint');
    return endpoint === undefined ? undefined : endpointProblem(endpoint);
  },
  run: runVerify,
};

async function runVerify(args: Arguments, io: Io): Promise<ExitCode> {
  const [file = '-'] = args.operands;
  const model = await openModel(io, file);
  if (model === undefined) return exitCodes.trouble;
  const cancelling = new AbortController();
  const stopListening = io.onInterrupt(() => {
    io.stderr.write('\nCancelling: the table is deleted first …\n');
    cancelling.abort();
  });
  try {
    return await verifyModel({
      name: model.name,
      snapshot: createSnapshot(model.text),
      args,
      io,
      signal: cancelling.signal,
    });
  } catch (error) {
    if (!isFailure(error)) throw error;
    io.stderr.write(`singlet: ${model.name}: ${printable(error.message)}\n`);
    return exitCodes.trouble;
  } finally {
    stopListening();
  }
}

interface Task {
  readonly name: string;
  readonly snapshot: Snapshot;
  readonly args: Arguments;
  readonly io: Io;
  readonly signal: AbortSignal;
}

async function verifyModel(task: Task): Promise<ExitCode> {
  const { name, snapshot, args, io, signal } = task;
  const reasons = refusals(snapshot);
  if (reasons.length > 0) {
    for (const { message, span } of reasons) {
      io.stderr.write(`${name}:${placeOf(snapshot.text, span)}: ${printable(message)}\n`);
    }
    io.stderr.write('Nothing is verified: no table can be made from this model yet.\n');
    return exitCodes.findings;
  }
  const { verifier } = await import('../../verify/main.ts');
  const runId = newRunId();
  const engine = await openEngine(verifier, task, runId);
  if (engine === undefined) {
    io.stderr.write('Nothing was done.\n');
    return exitCodes.trouble;
  }
  try {
    const prefix = args.options.get('prefix');
    const done = await verifier.verify(snapshot, {
      engine,
      signal,
      runId,
      hostile: args.options.has('hostile'),
      ...(prefix !== undefined && { prefix }),
      ...(io.stderr.isTerminal && { onStart: (pattern: string) => showProgress(io, pattern) }),
    });
    if (io.stderr.isTerminal) showProgress(io, '');
    if (done.kind === 'refused') return exitCodes.findings;
    io.stdout.write(printed(name, done, args.options.get('format')));
    return totalsOf(done).checks.mismatch > 0 ? exitCodes.findings : exitCodes.success;
  } finally {
    await engine.close();
  }
}

function printed(name: string, done: Done, format: string | undefined): string {
  switch (format) {
    case 'json':
      return verifyJson(name, done);
    case 'junit':
      return verifyJUnit(name, done);
    default:
      return verifyText(name, done);
  }
}

/** On one line, which the next one overwrites. */
const showProgress = ({ stderr }: Io, pattern: string): void =>
  stderr.write(`\r\u001b[K${printable(pattern).slice(0, 70)}`);

/** Undefined where the person does not want it. */
async function openEngine(verifier: Verifier, task: Task, runId: string): Promise<Engine | undefined> {
  const { args, io, signal } = task;
  const endpoint = args.options.get('endpoint');
  if (endpoint !== undefined) return verifier.openEndpoint(endpoint, signal);
  if (!args.options.has('aws')) return verifier.startEmbedded({ file: io.engineFile });
  const region =
    args.options.get('region') ??
    (await verifier.configuredRegion()) ??
    task.snapshot.design.model.table?.region?.value;
  if (region === undefined) {
    io.stderr.write('singlet verify: no Region is configured; name one with --region.\n');
    return undefined;
  }
  const answer = await askFor(verifier, task, region, runId);
  return answer ? verifier.openAws({ region, runId }) : undefined;
}

/** A rehearsal on the embedded engine tells what it will cost; then the person is asked. */
async function askFor(verifier: Verifier, task: Task, region: string, runId: string): Promise<boolean> {
  const { snapshot, args, io, signal } = task;
  const engine = await verifier.startEmbedded({ file: io.engineFile });
  try {
    const hostile = args.options.has('hostile');
    const rehearsal = await verifier.verify(snapshot, { engine, signal, runId, hostile });
    if (rehearsal.kind === 'refused') return false;
    const table = tableName(
      { prefix: args.options.get('prefix') ?? defaultPrefix, run: runId },
      rehearsal.table,
    );
    io.stderr.write(spendingNotice(table, rehearsal.items, spendingOf(rehearsal.tally, region)));
    const answer = await io.ask('Type yes to go on: ');
    return answer.trim().toLowerCase() === 'yes';
  } finally {
    await engine.close();
  }
}
