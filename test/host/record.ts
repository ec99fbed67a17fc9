// Runs mocha and writes down what happened, in node and in the extension host alike.
// Deliberately trusts no exit code: only a record that was written at the end counts.
import { readFileSync, writeFileSync } from 'node:fs';
import type Mocha from 'mocha';

export interface Failure {
  readonly title: string;
  readonly message: string;
}

/** What a finished run says of itself. */
export interface RunRecord {
  readonly passed: number;
  readonly failures: readonly Failure[];
  /** Full titles of the tests that were skipped. */
  readonly skipped: readonly string[];
}

/** How a test may take on a slow machine; tests assert no time. */
export const testTimeoutMs = 120_000;

/** The options of every mocha run here. An `it.only` that was left behind must not hide the other tests. */
export const mochaOptions: Mocha.MochaOptions = {
  ui: 'bdd',
  reporter: 'spec',
  color: false,
  timeout: testTimeoutMs,
  forbidOnly: process.env.CI === 'true',
};

/** Runs the files that mocha has loaded and writes the record. */
export function runAndRecord(mocha: Mocha, recordFile: string | undefined): Promise<RunRecord> {
  return new Promise((resolve) => {
    let passed = 0;
    const failures: Failure[] = [];
    const skipped: string[] = [];
    const runner = mocha.run(() => {
      const record = { passed, failures, skipped };
      if (recordFile) writeFileSync(recordFile, JSON.stringify(record, null, 2));
      resolve(record);
    });
    runner.on('pass', () => {
      passed += 1;
    });
    runner.on('pending', (test) => skipped.push(test.fullTitle()));
    runner.on('fail', (test, error) => {
      failures.push({ title: test.fullTitle(), message: String(error?.stack ?? error) });
    });
  });
}

/** Reads a record; undefined when the run never finished. */
export function readRecord(recordFile: string): RunRecord | undefined {
  try {
    return JSON.parse(readFileSync(recordFile, 'utf8')) as RunRecord;
  } catch {
    return undefined;
  }
}
