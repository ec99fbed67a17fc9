// From the paths of a command line to model files: files as named, folders and globs as what they hold.
// Deliberately never gives a file twice, and goes on where one path is wrong.
import path from 'node:path';
import { isDynamicPattern } from 'tinyglobby';
import type { Io } from './io.ts';
import { troubleOf } from './trouble.ts';

export interface ModelPath {
  /** As it is printed: relative to the current folder, with `/`. */
  readonly name: string;
  readonly path: string;
}

export interface FoundModels {
  /** By name. */
  readonly models: readonly ModelPath[];
  /** What was asked for and is not there, each with its reason. */
  readonly troubles: readonly { readonly name: string; readonly message: string }[];
}

const inFolder = '**/*.ddb.{yaml,yml}';
const isModelName = (name: string): boolean => /\.ddb\.ya?ml$/.test(name);

export async function findModels(operands: readonly string[], io: Io): Promise<FoundModels> {
  const paths = new Set<string>();
  const troubles: { name: string; message: string }[] = [];
  for (const operand of operands) {
    try {
      const found = await modelsAt(operand, io);
      if (typeof found === 'string') troubles.push({ name: operand, message: found });
      else for (const each of found) paths.add(path.normalize(each));
    } catch (error) {
      troubles.push({ name: operand, message: troubleOf(error) });
    }
  }
  const models = [...paths].map((each) => ({ name: nameOf(each, io.cwd), path: each }));
  return { models: models.sort((a, b) => (a.name < b.name ? -1 : 1)), troubles };
}

/** The paths, or why there are none. */
async function modelsAt(operand: string, { cwd, files }: Io): Promise<readonly string[] | string> {
  const absolute = path.resolve(cwd, operand);
  const found = await files.find(absolute);
  if (found?.kind === 'file') return [absolute];
  if (found?.kind === 'folder') {
    const models = await files.glob(inFolder, absolute);
    return models.length > 0 ? models : 'no *.ddb.yaml in this folder or below';
  }
  const pattern = path.sep === '\\' ? operand.replaceAll('\\', '/') : operand;
  if (!isDynamicPattern(pattern)) return 'there is no such file or folder';
  const models = (await files.glob(pattern, cwd)).filter(isModelName);
  return models.length > 0 ? models : 'no *.ddb.yaml matches';
}

/** The path as it is printed. */
export function nameOf(absolute: string, cwd: string): string {
  const relative = path.relative(cwd, absolute);
  return (relative === '' ? absolute : relative).split(path.sep).join('/');
}
