// The one model that a command works on, from a file or standard input; what is wrong with it is said.
// Deliberately for commands of a single model; `check` finds its own, many at a time.
import path from 'node:path';
import { nameOf } from './find-models.ts';
import type { Io } from './io.ts';
import { readModel, readStdin } from './read-model.ts';

export interface OpenModel {
  /** As messages name it: the path from where the command runs, or `standard input`. */
  readonly name: string;
  readonly text: string;
}

/** Undefined where it cannot be read, which is then told on standard error; `file` is `-` for standard input. */
export async function openModel(io: Io, file: string): Promise<OpenModel | undefined> {
  const source = path.resolve(io.cwd, file);
  const name = file === '-' ? 'standard input' : nameOf(source, io.cwd);
  const model = file === '-' ? await readStdin(io) : await readModel(io, source);
  if (model.kind === 'unreadable') {
    io.stderr.write(`singlet: ${name}: ${model.message}\n`);
    return undefined;
  }
  if (model.warning) io.stderr.write(`singlet: ${name}: ${model.warning}\n`);
  return { name, text: model.text };
}
