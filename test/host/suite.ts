// What a suite is, which test files are its own, and what its run amounts to.
// Deliberately starts nothing (runner.main.ts does), so that each rule can be tested by itself.
import type { RunRecord } from './record.ts';

/** One line of .ci/suites.mjs, which explains the fields. Folders and files are sources, from the root. */
export interface Suite {
  readonly name: string;
  readonly folder: string;
  readonly also?: readonly string[];
  readonly runsIn: 'node' | 'vscode' | 'vsix';
  readonly host?: boolean;
  readonly alone?: boolean;
  readonly deep?: boolean;
  readonly floor: number;
}

/** What a suite adds to the closing line; each problem is a failure beside the failed tests. */
export interface Verdict {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly problems: readonly string[];
}

/** The test files of a suite among all test files: those that no other suite has by a longer folder. */
export function filesOf(suite: Suite, suites: readonly Suite[], testFiles: readonly string[]): string[] {
  const contains = (folder: string, file: string): boolean => file.startsWith(`${folder}/`);
  const own = testFiles.filter(
    (file) =>
      contains(suite.folder, file) &&
      !suites.some((other) => other.folder.length > suite.folder.length && contains(other.folder, file)),
  );
  // VS Code never puts an extension to sleep again, so what tests its waking must come first.
  const wakes = (file: string): boolean => file.endsWith('/activation.test.ts');
  return [...own, ...(suite.also ?? [])].sort((a, b) => Number(wakes(b)) - Number(wakes(a)));
}

/** Where esbuild.mjs puts the bundle of a test file. */
export function builtFile(testFile: string): string {
  const extension = testFile.startsWith('test/vscode/') ? '.cjs' : '.js';
  return `out/${testFile.replace(/\.ts$/, extension)}`;
}

/** Judges a run by its record; the exit code alone can only make it worse. */
export function judge(suite: Suite, record: RunRecord | undefined, exitCode: number): Verdict {
  if (!record) {
    return failedWhole('it did not finish: nothing was recorded, so its process or VS Code died');
  }
  const { passed, failures, skipped } = record;
  const ran = passed + failures.length;
  const problems: string[] = [];
  const floor = Math.max(1, suite.floor);
  if (ran < floor) problems.push(`${ran} tests ran, but at least ${floor} must (.ci/suites.mjs)`);
  // Without a test or a floor to blame, the exit code is the only sign that something went wrong.
  if (exitCode !== 0 && failures.length + problems.length === 0) {
    problems.push(`all tests passed, but it ended with exit code ${exitCode}`);
  }
  return { passed, failed: failures.length + problems.length, skipped: skipped.length, problems };
}

/** The verdict on a suite that cannot be judged by its tests. */
export function failedWhole(problem: string): Verdict {
  return { passed: 0, failed: 1, skipped: 0, problems: [problem] };
}

/** The verdict on a suite whose VS Code or Chromium cannot be had: CI must have it, a developer need not. */
export function withoutHost(reason: string, ci: boolean): Verdict {
  return ci ? failedWhole(reason) : { passed: 0, failed: 0, skipped: 1, problems: [`skipped: ${reason}`] };
}

/** The closing line over all suites. */
export function closingLine(verdicts: readonly Verdict[]): string {
  const sum = (field: 'passed' | 'failed' | 'skipped'): number =>
    verdicts.reduce((total, verdict) => total + verdict[field], 0);
  const line = `${sum('passed')} passed, ${sum('failed')} failed`;
  return sum('skipped') > 0 ? `${line}, ${sum('skipped')} skipped` : line;
}
