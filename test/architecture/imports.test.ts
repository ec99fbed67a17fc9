// Invariant 1: who may import whom.
// Deliberately a table: a new folder must be given its place here before it can be imported.
import assert from 'node:assert/strict';
import { isBuiltin } from 'node:module';
import { type Import, partOf, type Source, sourcesIn } from './sources.ts';

const src = sourcesIn('src');
const core = src.filter(({ file }) => partOf(file) === 'core');

/** From the bottom to the top; what stands in one row does not see each other. */
const layers: readonly (readonly string[])[] = [
  ['text', 'facts'],
  ['syntax'],
  ['model'],
  ['analysis'],
  ['rules', 'calls'],
  ['snapshot.ts'],
  ['ide', 'generate', 'preview', 'import'],
  ['export'],
];

/** What each part of `src` may import of the others. */
const parts: Readonly<Record<string, readonly string[]>> = {
  core: [],
  protocol: ['core'],
  verify: ['core'],
  server: ['core', 'protocol'],
  client: ['core', 'protocol', 'verify'],
  webview: ['core', 'protocol'],
  cli: ['core', 'protocol', 'verify'],
};

/** Which files may import a package, beside types. A package that is not here may be imported by none. */
const packages: readonly (readonly [name: RegExp, by: RegExp])[] = [
  [/^vscode$/, /^src\/client\//],
  [/^vscode-languageclient(\/|$)/, /^src\/client\//],
  [/^vscode-languageserver(-textdocument)?(\/|$)/, /^src\/server\//],
  [/^yaml$/, /^src\/core\/(syntax|generate|import)\//],
  [/^zod$/, /^src\/core\/model\/schema\/|^src\/protocol\/settings\.ts$/],
  [/^fastest-levenshtein$/, /^src\/core\//],
  [/^@eslint-community\/regexpp$/, /^src\/core\//],
  [/^preact(\/|$)/, /^src\/webview\//],
  [/^@aws-sdk\/client-dynamodb$/, /^src\/verify\//],
  [/^dynalite$/, /^src\/verify\/engines\/embedded-worker\.ts$/],
  [/^tinyglobby$/, /^src\/(cli|server)\//],
  [/^package\.json$/, /^src\/(cli|server)\//],
];

const isOurs = ({ from }: Import): boolean => from.startsWith('src/');
const layerName = (file: string): string => file.split('/')[2] ?? '';
const layerOf = (file: string): number => layers.findIndex((row) => row.includes(layerName(file)));

/** `file imports what` for every import that is not allowed. */
const offenders = (
  sources: readonly Source[],
  isAllowed: (source: Source, each: Import) => boolean,
): readonly string[] =>
  sources.flatMap((source) =>
    source.imports
      .filter((each) => !isAllowed(source, each))
      .map(({ from }) => `${source.file} imports ${from}`),
  );

describe('imports', () => {
  it('are found at all', () => {
    assert.ok(src.length > 100);
    const snapshot = src.find(({ file }) => file === 'src/core/snapshot.ts');
    assert.ok(snapshot?.imports.some(({ from }) => from === 'src/core/analysis/analysis.ts'));
    assert.ok(snapshot?.imports.some(({ from, typeOnly }) => from === 'src/core/rules/rule.ts' && typeOnly));
  });

  it('name files that exist, with their endings', () => {
    const files = new Set(src.map(({ file }) => file));
    const isThere = (_: Source, each: Import) =>
      !isOurs(each) || files.has(each.from) || /\.css$/.test(each.from);
    assert.deepEqual(offenders(src, isThere), []);
  });

  it('stay within src', () => {
    assert.deepEqual(
      offenders(src, (_, { from }) => !/^(\.\.|test\/|media\/)/.test(from)),
      [],
    );
  });

  it('go from a part only to the parts that it may use', () => {
    assert.deepEqual(
      [...new Set(src.map(({ file }) => partOf(file)))].filter((part) => !(part in parts)),
      [],
      'a new folder of src needs a line in `parts`',
    );
    const isAllowed = ({ file }: Source, each: Import): boolean => {
      const [own, other] = [partOf(file), partOf(each.from)];
      return !isOurs(each) || own === other || (parts[own] ?? []).includes(other);
    };
    assert.deepEqual(offenders(src, isAllowed), []);
  });

  it('go down the layers of core', () => {
    assert.deepEqual(
      core.filter(({ file }) => layerOf(file) < 0).map(({ file }) => file),
      [],
      'a new folder of src/core needs a place in `layers`',
    );
    const isAllowed = ({ file }: Source, each: Import): boolean =>
      !each.from.startsWith('src/core/') ||
      layerName(file) === layerName(each.from) ||
      layerOf(each.from) < layerOf(file);
    assert.deepEqual(offenders(core, isAllowed), []);
  });

  it('name a package only where it belongs', () => {
    const isAllowed = ({ file }: Source, { from }: Import): boolean => {
      if (from.startsWith('src/') || isBuiltin(from)) return true;
      return packages.some(([name, by]) => name.test(from) && by.test(file));
    };
    assert.deepEqual(offenders(src, isAllowed), []);
  });

  it('name no module of Node in core, protocol and webview', () => {
    const pure = src.filter(({ file }) => ['core', 'protocol', 'webview'].includes(partOf(file)));
    assert.deepEqual(
      offenders(pure, (_, { from }) => !isBuiltin(from)),
      [],
    );
  });

  it('have no cycle among the files of core, types aside', () => {
    const next = new Map(
      core.map(({ file, imports }) => [
        file,
        imports.filter((each) => !each.typeOnly).map(({ from }) => from),
      ]),
    );
    assert.deepEqual(cyclesOf(next), []);
  });

  it('take zod whole, as the bundle is a fifth of the size then', () => {
    assert.deepEqual(
      src.filter(({ text }) => /from 'zod'/.test(text) && !/^import \* as z from 'zod';$/m.test(text)),
      [],
    );
  });

  it('leave lines and columns to the edges', () => {
    const index = 'src/core/text/line-index.ts';
    const isAllowed = ({ file }: Source, { from }: Import) =>
      from !== index || ['server', 'cli'].includes(partOf(file));
    assert.deepEqual(offenders(src, isAllowed), []);
  });
});

/** Each cycle once, as a chain of files; by depth-first search. */
function cyclesOf(next: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const done = new Set<string>();
  const way: string[] = [];
  const cycles: string[] = [];
  const visit = (file: string): void => {
    const at = way.indexOf(file);
    if (at >= 0) cycles.push([...way.slice(at), file].join(' → '));
    if (at >= 0 || done.has(file)) return;
    way.push(file);
    for (const other of next.get(file) ?? []) visit(other);
    way.pop();
    done.add(file);
  };
  for (const file of next.keys()) visit(file);
  return cycles;
}
