// Proves the runner by faults: a suite that is red, empty, cut short or killed must make the whole run fail.
// Deliberately runs the built runner on tables of its own in a temporary folder, as `npm test` runs it.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { run } from '../child.ts';
import type { Suite } from '../suite.ts';
import { temporaryFolder } from '../temporary.ts';

const passing = "it('passes', () => {});\n";
const failing = "it('fails', () => { throw new Error('red on purpose'); });\n";
const killed = "it('dies', () => { process.kill(process.pid, 'SIGKILL'); return new Promise(() => {}); });\n";

describe('the test runner', () => {
  const folder = temporaryFolder('proof');

  /** Runs suites made of these sources, one suite per source; undefined is a suite without a file. */
  async function outcome(sources: readonly (string | undefined)[], suite: Partial<Suite> = {}) {
    const extension = suite.runsIn === 'vscode' ? 'cjs' : 'mjs';
    const suites = sources.map((source, index) => {
      const file = path.join(folder, `fault-${index}.${extension}`);
      if (source !== undefined) writeFileSync(file, source);
      const also = source === undefined ? [] : [file];
      return { name: `fault-${index}`, folder: 'none', also, runsIn: 'node', floor: 1, ...suite };
    });
    const table = path.join(folder, 'suites.mjs');
    writeFileSync(table, `export const suites = ${JSON.stringify(suites)};\n`);
    const ended = await run(process.execPath, ['out/test/host/runner.main.js', '--table', table]);
    const lines = ended.output.trimEnd().split('\n');
    const closing = lines.filter((line) => /^\d+ passed, \d+ failed(, \d+ skipped)?$/.test(line));
    assert.deepEqual(closing, lines.slice(-1), `one closing line, and it is the last:\n${ended.output}`);
    // Indented, lest its closing line be taken for that of the outer run.
    return { exitCode: ended.code, closing: closing[0], output: ended.output.replace(/^/gm, '  | ') };
  }

  async function assertOutcome(
    actual: Promise<{ exitCode: number; closing?: string | undefined; output: string }>,
    exitCode: number,
    closing: string,
  ) {
    const { output, ...ended } = await actual;
    assert.deepEqual(ended, { exitCode, closing }, output);
  }

  describe('in node', () => {
    it('is green when all is well, and sums the suites', () =>
      assertOutcome(outcome([passing, passing]), 0, '2 passed, 0 failed'));

    it('is red when one test fails', () =>
      assertOutcome(outcome([passing, passing + failing]), 1, '2 passed, 1 failed'));

    it('is red when a suite has no test file', () =>
      assertOutcome(outcome([passing, undefined]), 1, '1 passed, 1 failed'));

    it('is red when a suite has no test', () =>
      assertOutcome(outcome([passing, '']), 1, '1 passed, 1 failed'));

    it('is red when fewer tests run than the floor', () =>
      assertOutcome(outcome([passing], { floor: 2 }), 1, '1 passed, 1 failed'));

    it('is red when all tests are skipped', () =>
      assertOutcome(outcome(["it.skip('later', () => {});\n"]), 1, '0 passed, 1 failed, 1 skipped'));

    it('is red when a test ends the process with exit code 0', () =>
      assertOutcome(outcome([`${passing}it('exits', () => process.exit(0));\n`]), 1, '0 passed, 1 failed'));

    it('is red when a test leaves something running', () =>
      assertOutcome(
        outcome([`${passing}after(() => { setInterval(() => {}, 1000); });\n`]),
        1,
        '1 passed, 1 failed',
      ));

    it('is red when a test file does not load', () =>
      assertOutcome(outcome(["throw new Error('broken on purpose');\n"]), 1, '0 passed, 1 failed'));
  });

  describe('in VS Code', () => {
    const inVsCode = { runsIn: 'vscode', host: true } as const;

    it('is green when all is well', () =>
      assertOutcome(outcome([passing], inVsCode), 0, '1 passed, 0 failed'));

    it('is red when one test fails', () =>
      assertOutcome(outcome([passing + failing], inVsCode), 1, '1 passed, 1 failed'));

    it('is red when a suite has no test', () =>
      assertOutcome(outcome([''], inVsCode), 1, '0 passed, 1 failed'));

    it('is red when the extension host is killed after a passing test', () =>
      assertOutcome(outcome([passing + killed], inVsCode), 1, '0 passed, 1 failed'));
  });
});
