// Runs the suites of .ci/suites.mjs and ends with one line: N passed, N failed[, N skipped].
// Deliberately keeps no rule of its own about what passes: suite.ts judges.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { glob } from 'tinyglobby';
import { type Ended, endOnSignals, npm, run } from './child.ts';
import { CannotInstall, installChromium, installVsCode } from './install.ts';
import { root } from './paths.ts';
import { readRecord } from './record.ts';
import {
  builtFile,
  closingLine,
  failedWhole,
  filesOf,
  judge,
  type Suite,
  type Verdict,
  withoutHost,
} from './suite.ts';
import { temporaryFolder } from './temporary.ts';

const { values, positionals } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    grep: { type: 'string' },
    deep: { type: 'boolean', default: false },
    /** Runs the suites of another table, with nothing built before them. */
    table: { type: 'string' },
    'update-golden': { type: 'boolean', default: false },
    pictures: { type: 'boolean', default: false },
  },
  allowPositionals: true,
});

const ci = process.env.CI === 'true';
const desktop = process.env.SINGLET_VSCODE === 'desktop' || process.env.VSCODE_PATH !== undefined;
const suiteLimitMs = 15 * 60_000;
const vsix = path.join(root, 'singlet.vsix');
const records = temporaryFolder('records');

endOnSignals();

if (values.deep) process.env.SINGLET_DEEP = '1';
if (values['update-golden']) process.env.SINGLET_UPDATE = '1';
if (values.pictures) process.env.SINGLET_PICTURES = path.join(root, 'media/pictures');

interface Finished {
  readonly name: string;
  readonly verdict: Verdict;
  readonly skippedTitles: readonly string[];
}

const finished: Finished[] = [];

function finish(name: string, verdict: Verdict, skippedTitles: readonly string[] = []): void {
  finished.push({ name, verdict, skippedTitles });
}

/** A step that must succeed, as a suite of one: silent when it does, and one failure when it does not. */
async function step(name: string, doIt: () => Promise<Ended>): Promise<boolean> {
  console.log(`${name} …`);
  const { code, output } = await doIt();
  if (code === 0) return true;
  console.log(output);
  finish(name, failedWhole(`failed with exit code ${code}`));
  return false;
}

async function loadSuites(): Promise<{ all: readonly Suite[]; chosen: readonly Suite[] }> {
  const table = path.resolve(values.table ?? '.ci/suites.mjs');
  const all: readonly Suite[] = (await import(pathToFileURL(table).href)).suites;
  const names = [...values.only.split(','), ...positionals].filter((name) => name !== '');
  const unknown = names.filter((name) => !all.some((suite) => suite.name === name));
  if (unknown.length > 0) {
    throw new Error(`no suite ${unknown.join(', ')}; there are ${all.map(({ name }) => name).join(', ')}`);
  }
  const wanted = ({ name, deep = false }: Suite): boolean =>
    names.length > 0 ? names.includes(name) : deep === values.deep;
  return { all, chosen: all.filter(wanted) };
}

/** Installs what the host suites need; the reason when this machine cannot have it. */
async function installHost(): Promise<string | undefined> {
  try {
    await installChromium(console.log);
    await installVsCode(console.log);
    return undefined;
  } catch (error) {
    if (error instanceof CannotInstall) return error.message;
    throw error;
  }
}

/** Type check, package, and the builds, in an order that leaves the development build for the suites. */
async function build(chosen: readonly Suite[]): Promise<boolean> {
  const esbuild = (...args: string[]) => run(process.execPath, ['esbuild.mjs', ...args]);
  const all = values.only === '' && positionals.length === 0 && !values.deep;
  if (all) await step('check', () => npm(['run', 'check']));
  const packaged =
    !chosen.some(({ runsIn }) => runsIn === 'vsix') || (await step('package', () => npm(['run', 'package'])));
  return (
    packaged &&
    (await step('build', () => esbuild())) &&
    (await step('build tests', () => esbuild('--tests')))
  );
}

function command(suite: Suite, record: string, files: readonly string[]): string[] {
  const grep = values.grep ? ['--grep', values.grep] : [];
  const common = ['--record', record, ...grep, ...files];
  switch (suite.runsIn) {
    case 'node':
      return ['out/test/host/mocha.main.js', ...common];
    case 'vscode':
      return ['out/test/host/extension-suite.main.js', '--extension', root, ...common];
    case 'vsix': {
      const harness = path.join(root, 'test/host/harness');
      return ['out/test/host/extension-suite.main.js', '--extension', harness, '--vsix', vsix, ...common];
    }
  }
}

async function runSuite(suite: Suite, all: readonly Suite[], testFiles: readonly string[]): Promise<void> {
  const files = filesOf(suite, all, testFiles).map((file) => (values.table ? file : builtFile(file)));
  if (files.length === 0) {
    finish(suite.name, failedWhole(`there is no test file in ${suite.folder}`));
    return;
  }
  const started = Date.now();
  const record = path.join(records, `${suite.name}.json`);
  // Mocha would write colours into the pipe wherever CI is set.
  const { FORCE_COLOR: _forced, ...env } = process.env;
  // Suites run two at a time, so each one's output is kept together and printed at its end.
  const { code, output } = await run(process.execPath, command(suite, record, files), {
    limitMs: suiteLimitMs,
    env: { ...env, NO_COLOR: '1' },
  });
  const result = readRecord(record);
  const seconds = Math.round((Date.now() - started) / 1000);
  console.log(`\n── ${suite.name} (${seconds} s) ${'─'.repeat(60 - suite.name.length)}\n${output.trimEnd()}`);
  finish(suite.name, judge(suite, result, code), result?.skipped);
}

/** Runs the chosen suites: those in node beside those that need the host, then those to be alone. */
async function runAll(): Promise<void> {
  const { all, chosen } = await loadSuites();
  const onDesktop = ({ runsIn }: Suite): boolean => desktop && runsIn !== 'node';
  const needsHost = chosen.some((suite) => suite.host && !onDesktop(suite));
  const installing = needsHost ? installHost() : Promise.resolve(undefined);
  // Its failure is met by the host lane below; until then it must not end the run as an unhandled rejection.
  installing.catch(() => undefined);
  if (!values.table && !(await build(chosen))) return;

  const testFiles = (await glob('test/**/*.test.ts', { ignore: ['test/fixtures/**'] })).sort();
  const lane = async (suites: readonly Suite[]): Promise<void> => {
    for (const suite of suites) await runSuite(suite, all, testFiles);
  };
  const hostLane = async (suites: readonly Suite[]): Promise<void> => {
    const verdict = await installing.then(
      (reason) => (reason === undefined ? undefined : withoutHost(reason, ci)),
      (error: Error) => failedWhole(error.message),
    );
    const canRun = (suite: Suite): boolean => verdict === undefined || onDesktop(suite);
    for (const suite of suites) {
      if (verdict && !canRun(suite)) finish(suite.name, verdict);
    }
    await lane(suites.filter(canRun));
  };
  await Promise.all([
    lane(chosen.filter(({ host, alone }) => !host && !alone)),
    hostLane(chosen.filter(({ host, alone }) => host && !alone)),
  ]);
  await hostLane(chosen.filter(({ alone }) => alone));
}

try {
  await runAll();
} catch (error) {
  finish('the run', failedWhole(error instanceof Error ? error.message : String(error)));
}
if (values['update-golden']) spawnSync('git', ['diff', '--stat'], { stdio: 'inherit' });
console.log('');
for (const { name, verdict, skippedTitles } of finished) {
  for (const title of skippedTitles) console.log(`${name}: skipped: ${title}`);
  for (const problem of verdict.problems) console.log(`${name}: ${problem}`);
}
console.log(closingLine(finished.map(({ verdict }) => verdict)));
const green = finished.length > 0 && finished.every(({ verdict }) => verdict.failed === 0);
// An installation may still be under way when the build has failed.
process.exit(green ? 0 : 1);
