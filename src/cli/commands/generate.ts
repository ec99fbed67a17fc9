// `singlet generate`: a table definition from a model, to standard output or a file.
// Deliberately writes nothing where the model cannot be a table, and tells on standard error what the text cannot say.
import path from 'node:path';
import { targets } from '../../core/generate/targets.ts';
import { nearest } from '../../core/model/suggest.ts';
import { createSnapshot } from '../../core/snapshot.ts';
import { printable } from '../../core/text/printable.ts';
import { didYouMean, listOf } from '../../core/text/words.ts';
import type { Arguments, Command } from '../command.ts';
import { type ExitCode, exitCodes, type Io } from '../io.ts';
import { openModel } from '../open-model.ts';
import { placeOf } from '../report/checked-file.ts';
import { troubleOf } from '../trouble.ts';

const ids = targets.map((target) => target.id);
const width = Math.max(...ids.map((id) => id.length)) + 2;

export const generate: Command = {
  name: 'generate',
  summary: 'Generate a table definition from a model.',
  operands: 'TARGET FILE',
  least: 2,
  most: 2,
  about: [
    'TARGET is one of:',
    ...targets.map(({ id, title }) => `  ${id.padEnd(width)}${title}`),
    'FILE is a model, or - for standard input.',
  ],
  fails: 'no table can be made from the model',
  options: [{ name: 'out', value: 'FILE', help: 'write to this file instead of standard output' }],
  check: ({ operands: [target = '', file], options }) => {
    if (!ids.includes(target)) {
      return `Unknown target ${target}.${didYouMean(nearest(target, ids))} There are ${listOf(ids)}.`;
    }
    return file !== '-' && options.get('out') === file ? '--out would overwrite the model.' : undefined;
  },
  run: runGenerate,
};

async function runGenerate({ operands, options }: Arguments, io: Io): Promise<ExitCode> {
  const [id, file = '-'] = operands;
  const target = targets.find((each) => each.id === id);
  if (target === undefined) return exitCodes.trouble;
  const model = await openModel(io, file);
  if (model === undefined) return exitCodes.trouble;
  const generated = target.generate(createSnapshot(model.text));
  if (generated.kind === 'refused') {
    for (const { message, span } of generated.reasons) {
      io.stderr.write(`${model.name}:${placeOf(model.text, span)}: ${printable(message)}\n`);
    }
    io.stderr.write(`Nothing is generated: no table can be made from this model yet.\n`);
    return exitCodes.findings;
  }
  for (const note of generated.notes) io.stderr.write(`note: ${printable(note)}\n`);
  return write(generated.text, options.get('out'), io);
}

async function write(text: string, out: string | undefined, io: Io): Promise<ExitCode> {
  if (out === undefined) {
    io.stdout.write(text);
    return exitCodes.success;
  }
  try {
    await io.files.write(path.resolve(io.cwd, out), text);
    return exitCodes.success;
  } catch (error) {
    io.stderr.write(`singlet: ${out}: ${troubleOf(error)}\n`);
    return exitCodes.trouble;
  }
}
