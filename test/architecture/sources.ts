// The source files of the repository with what they import, read once for all tests of the architecture.
// Deliberately by regular expressions: the house style leaves but a few ways to write an import.
import fs from 'node:fs';
import path from 'node:path';
import { root } from '../support/golden.ts';

export interface Import {
  /** Path below the root for files of ours, else the package or built-in as written. */
  readonly from: string;
  readonly typeOnly: boolean;
}

export interface Source {
  /** Below the root, with forward slashes: `src/core/text/span.ts`. */
  readonly file: string;
  readonly text: string;
  readonly imports: readonly Import[];
}

const statement =
  /^(?:import|export)\s+(type\s+)?((?:[\w*{][^;'"]*?)\sfrom\s+)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/gm;

/** `{ type A, type B }`: nothing is left of it at run time. */
const namesOnlyTypes = (clause: string | undefined): boolean =>
  clause !== undefined && /^\{\s*(?:type\s+[^,{}]+,?\s*)+\}/.test(clause);

function importsOf(file: string, text: string): readonly Import[] {
  return [...text.matchAll(statement)].map(([, type, clause, plain, dynamic]) => {
    const name = plain ?? dynamic ?? '';
    const from = name.startsWith('.') ? path.posix.join(path.posix.dirname(file), name) : name;
    return { from, typeOnly: type !== undefined || namesOnlyTypes(clause) };
  });
}

/** The TypeScript files below a folder, `src/core` for instance, in alphabetical order. */
export function sourcesIn(folder: string): readonly Source[] {
  return fs
    .readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => path.posix.join(folder, name.split(path.sep).join('/')))
    .filter((file) => /(?<!\.d)\.tsx?$/.test(file))
    .toSorted()
    .map((file) => {
      const text = fs.readFileSync(path.join(root, file), 'utf8');
      return { file, text, imports: importsOf(file, text) };
    });
}

/** The text without comments and without what stands in quotes, on the same lines: for searches for code. */
export const codeOf = ({ text }: Source): string =>
  text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"/gm, (found) =>
    found.replace(/[^\n]/g, ' '),
  );

/** `file:line` of everything that the expression finds in the code; the expression needs the flag g. */
export function findInCode(sources: readonly Source[], wanted: RegExp): readonly string[] {
  return sources.flatMap((source) => {
    const code = codeOf(source);
    return [...code.matchAll(wanted)].map(
      (match) => `${source.file}:${code.slice(0, match.index).split('\n').length}: ${match[0].trim()}`,
    );
  });
}

/** The first folder or file below `src`: `core`, `server`. */
export const partOf = (file: string): string => file.split('/')[1] ?? '';
