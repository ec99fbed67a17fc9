// Loaded by VS Code's extension host, on the desktop and in the browser alike, to run mocha there.
// Deliberately chooses nothing: SINGLET_TEST_FILES lists the files, SINGLET_TEST_RECORD takes what happened.
import { format } from 'node:util';
import Mocha from 'mocha';
import { mochaOptions, runAndRecord } from '../host/record.ts';

/** Runs the listed files. Rejects when a test failed or none ran, which is how VS Code learns of it. */
export async function run(): Promise<void> {
  markConsole(process.env.SINGLET_TEST_MARK);
  const files: string[] = JSON.parse(process.env.SINGLET_TEST_FILES ?? '[]');
  const grep = process.env.SINGLET_TEST_GREP;
  const mocha = new Mocha({ ...mochaOptions, ...(grep ? { grep } : {}) });
  for (const file of files) mocha.addFile(file);
  await mocha.loadFilesAsync();
  const { passed, failures } = await runAndRecord(mocha, process.env.SINGLET_TEST_RECORD);
  if (failures.length > 0) throw new Error(`${failures.length} tests failed`);
  if (passed === 0) throw new Error('no test ran');
}

/**
 * Puts a mark before every line, by which the reporter's lines can be told from VS Code's own log. The
 * extension host's console ignores assignments, hence defineProperty; and mocha kept the console of its load time.
 */
function markConsole(mark: string | undefined): void {
  if (mark) {
    for (const name of ['log', 'info', 'warn', 'error'] as const) {
      const original = console[name].bind(console);
      const value = (...parts: unknown[]): void => {
        for (const line of format(...parts).split('\n')) original(mark + line);
      };
      Object.defineProperty(console, name, { configurable: true, writable: true, value });
    }
  }
  Object.assign(Mocha.reporters.Base, { consoleLog: (...parts: unknown[]) => console.log(...parts) });
}
