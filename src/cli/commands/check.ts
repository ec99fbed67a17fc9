// `singlet check`: what the rules find in models, as text or JSON.
// Deliberately goes on where one file cannot be read: the others are checked, and the exit code tells.
import type { Crash } from '../../core/rules/finding.ts';
import { type Severity, severities } from '../../core/rules/rule.ts';
import { createSnapshot, type Snapshot } from '../../core/snapshot.ts';
import type { Arguments, Command } from '../command.ts';
import { findModels } from '../find-models.ts';
import { type ExitCode, exitCodes, type Io } from '../io.ts';
import { type ReadModel, readModel, readStdin } from '../read-model.ts';
import { type CheckedFile, checkedFile } from '../report/checked-file.ts';
import { jsonReport } from '../report/json-report.ts';
import { coloured, plain, type Style } from '../report/style.ts';
import { fileReport, summary } from '../report/text-report.ts';

type Create = (text: string) => Pick<Snapshot, 'report'>;

/** @param create how a text is checked */
export const checkCommand = (create: Create): Command => ({
  name: 'check',
  summary: 'Check models and print what is found.',
  operands: '[PATH…]',
  least: 0,
  most: Number.POSITIVE_INFINITY,
  about: [
    'A PATH is a file, a folder (every *.ddb.yaml and *.ddb.yml in it and below, but',
    'not in node_modules and hidden folders), or a glob in quotes. Without a PATH,',
    'the current folder is checked.',
  ],
  fails: 'a finding is of the level of --fail-on or above',
  options: [
    {
      name: 'stdin-filename',
      value: 'NAME',
      help: 'check standard input, and call it NAME',
    },
    {
      name: 'format',
      value: 'FORMAT',
      choices: ['text', 'json'],
      help: 'text (default) or json',
    },
    {
      name: 'fail-on',
      value: 'LEVEL',
      choices: severities,
      help: 'the least level that makes the exit code 1:\nerror (default), warning, information or hint',
    },
    {
      name: 'color',
      help: 'colours, also where the output is no terminal;\nelse a terminal has them, unless NO_COLOR is set',
    },
  ],
  check({ operands, options }) {
    if (!options.has('stdin-filename') || operands.length === 0) return undefined;
    return 'With --stdin-filename, only standard input is checked: leave the paths out.';
  },
  run: (args, io) => runCheck(args, io, create),
});

export const check = checkCommand(createSnapshot);

interface Source {
  readonly name: string;
  read(): Promise<ReadModel>;
}

async function runCheck({ operands, options }: Arguments, io: Io, create: Create): Promise<ExitCode> {
  const isJson = options.get('format') === 'json';
  const style = styleOf(options, io);
  const { sources, troubles } = await sourcesOf(operands, options, io);
  let isTrouble = troubles.length > 0;
  for (const { name, message } of troubles) io.stderr.write(`singlet: ${name}: ${message}\n`);
  const files: CheckedFile[] = [];
  for (const { name, read } of sources) {
    const model = await read();
    if (model.kind === 'unreadable') {
      isTrouble = true;
      io.stderr.write(`singlet: ${name}: ${model.message}\n`);
      continue;
    }
    if (model.warning) io.stderr.write(`singlet: ${name}: ${model.warning}\n`);
    const { findings, crashes } = create(model.text).report;
    const file = checkedFile(name, model.text, findings);
    files.push(file);
    if (!isJson) io.stdout.write(fileReport(file, style));
    for (const crash of crashes) io.stderr.write(crashReport(name, crash));
    isTrouble ||= crashes.length > 0;
  }
  if (isJson) io.stdout.write(jsonReport(files));
  else if (files.length > 0) io.stdout.write(summary(files));
  if (isTrouble) return exitCodes.trouble;
  return fails(files, options.get('fail-on')) ? exitCodes.findings : exitCodes.success;
}

async function sourcesOf(
  operands: readonly string[],
  options: Arguments['options'],
  io: Io,
): Promise<{
  readonly sources: readonly Source[];
  readonly troubles: readonly { readonly name: string; readonly message: string }[];
}> {
  const stdin = options.get('stdin-filename');
  if (stdin !== undefined) return { sources: [{ name: stdin, read: () => readStdin(io) }], troubles: [] };
  const { models, troubles } = await findModels(operands.length > 0 ? operands : ['.'], io);
  const sources = models.map(({ name, path }) => ({ name, read: () => readModel(io, path) }));
  return { sources, troubles };
}

function styleOf(options: Arguments['options'], io: Io): Style {
  if (options.has('color')) return coloured;
  return io.stdout.isTerminal && !io.env.NO_COLOR ? coloured : plain;
}

function fails(files: readonly CheckedFile[], level: string | undefined): boolean {
  const limit = severities.findIndex((severity) => severity === (level ?? 'error'));
  const grave = (severity: Severity): boolean => severities.indexOf(severity) <= limit;
  return files.some((file) => file.findings.some((finding) => grave(finding.severity)));
}

/** A rule that crashed is a defect of ours; its findings are missing, those of the others are not. */
function crashReport(file: string, { rule, error }: Crash): string {
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `singlet: ${file}: internal error in the rule ${rule}, which is left out: ${detail}\n`;
}
