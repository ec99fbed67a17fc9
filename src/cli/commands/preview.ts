// `singlet preview`: the preview of a model as a file.
// Deliberately writes what can be shown of a broken model, too; the exit code tells, as that of `check` does.
import { createHash } from 'node:crypto';
import path from 'node:path';
import { exportInSteps } from '../../core/export/export.ts';
import { type Format, formatOf, formats } from '../../core/export/formats.ts';
import type { PageParts } from '../../core/export/html.ts';
import { toEnd } from '../../core/preview/answer.ts';
import { createSnapshot, type Snapshot } from '../../core/snapshot.ts';
import { printable } from '../../core/text/printable.ts';
import { counted, listOf } from '../../core/text/words.ts';
import type { Arguments, Command } from '../command.ts';
import { costOptions, readCostOptions } from '../cost-options.ts';
import { type ExitCode, exitCodes, type Io } from '../io.ts';
import { openModel } from '../open-model.ts';
import { troubleOf } from '../trouble.ts';

const ids = formats.map(({ id }) => id);

/** As named, else by the ending of the file's name. */
const chosenFormat = (options: Arguments['options']): Format | undefined => {
  const named = options.get('format');
  return named === undefined ? formatOf(options.get('out') ?? '') : formats.find(({ id }) => id === named);
};

export const preview: Command = {
  name: 'preview',
  summary: 'Write the preview of a model to a file.',
  operands: 'FILE',
  least: 1,
  most: 1,
  about: [
    'FILE is a model, or - for standard input. The format is that of the ending of',
    'the file to be written, or of --format:',
    ...formats.map(({ id, description }) => `  ${id.padEnd(10)}${description}`),
    'Of a model with errors is written what can be shown.',
  ],
  fails: 'the model has an error; what can be shown is written all the same',
  options: [
    { name: 'out', value: 'FILE', help: 'write to this file instead of standard output' },
    { name: 'format', value: 'FORMAT', choices: ids, help: listOf(ids, 'or') },
    { name: 'index', value: 'NAME', help: 'in SVG and CSV: this index instead of the table' },
    ...costOptions,
  ],
  check({ operands: [file], options }) {
    const out = options.get('out');
    if (file !== '-' && out === file) return '--out would overwrite the model.';
    if (chosenFormat(options)) return undefined;
    if (/\.png$/i.test(out ?? '')) {
      return 'A PNG needs a browser to draw it: VS Code writes one (“Export Preview…”). Here, use .svg or .html.';
    }
    if (out === undefined) return `Say with --format what to print: ${listOf(ids, 'or')}.`;
    const endings = formats.flatMap(({ extensions }) => extensions.map((each) => `.${each}`));
    return `The ending of ${out} is that of no format: use ${listOf(endings, 'or')}, or name one with --format.`;
  },
  run: runPreview,
};

async function runPreview(args: Arguments, io: Io): Promise<ExitCode> {
  const {
    operands: [file = '-'],
    options,
  } = args;
  const format = chosenFormat(options);
  if (format === undefined) return exitCodes.trouble;
  const model = await openModel(io, file);
  if (model === undefined) return exitCodes.trouble;
  const snapshot = createSnapshot(model.text, readCostOptions(args));
  try {
    const index = options.get('index');
    const target = index === undefined ? 'table' : `index:${index}`;
    const wish = { format: format.id, target, name: model.name };
    const exported = toEnd(exportInSteps(snapshot, wish, await pageParts(io)));
    if (exported.kind === 'nothing') {
      io.stderr.write(`singlet: ${model.name}: ${printable(exported.why)}\n`);
      return exitCodes.findings;
    }
    await write(exported.text, options.get('out'), io);
  } catch (error) {
    io.stderr.write(`singlet: ${options.get('out') ?? 'preview'}: ${troubleOf(error)}\n`);
    return exitCodes.trouble;
  }
  return told(snapshot, model.name, io);
}

/** Says that the model has errors, where it has. */
function told(snapshot: Snapshot, name: string, io: Io): ExitCode {
  const errors = snapshot.report.findings.filter(({ severity }) => severity === 'error').length;
  if (errors === 0) return exitCodes.success;
  const shown = `${counted(errors, 'error')}; what is written shows what can be shown`;
  io.stderr.write(`singlet: ${name}: ${shown}. singlet check says what is wrong.\n`);
  return exitCodes.findings;
}

const pageParts = async (io: Io): Promise<PageParts> => ({
  script: await readText(io, io.pageFiles.script),
  styles: await readText(io, io.pageFiles.styles),
  hash: (text) => createHash('sha256').update(text).digest('base64'),
});

const readText = async (io: Io, file: string): Promise<string> =>
  new TextDecoder().decode(await io.files.read(file));

async function write(text: string, out: string | undefined, io: Io): Promise<void> {
  if (out === undefined) io.stdout.write(text);
  else await io.files.write(path.resolve(io.cwd, out), text);
}
