// Runs of the Test Explorer as tests of it see them: what was told to VS Code of every run.
// Deliberately passes everything on; VS Code itself gives no extension its results.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Api } from '../../src/client/extension.ts';
import { eventually, singlet } from './support.ts';

const verdictNames = ['passed', 'failed', 'errored', 'skipped'] as const;

export interface RecordedRun {
  /** Of the tests of a model, by their names; the suite itself is not among them. */
  verdicts(model: string): Readonly<Record<string, string>>;
  messages(label: string): readonly vscode.TestMessage[];
  /** The tests of a model, in the order in which they began. */
  started(model: string): readonly string[];
  output(): string;
  isEnded(): boolean;
}

export interface Runs {
  readonly controller: vscode.TestController;
  count(): number;
  last(): RecordedRun | undefined;
  /** The run that begins meanwhile, once it has ended. */
  during(act: () => Thenable<unknown>): Promise<RecordedRun>;
  stop(): void;
}

/** From now on, every run is recorded. */
export async function recordRuns(): Promise<Runs> {
  const { tests: controller } = (await singlet().activate()) as Api;
  const all: RecordedRun[] = [];
  const create = controller.createTestRun;
  controller.createTestRun = (...given) => {
    const run = create.apply(controller, given);
    all.push(record(run));
    return run;
  };
  return {
    controller,
    count: () => all.length,
    last: () => all.at(-1),
    async during(act) {
      const before = all.length;
      await act();
      const run = await eventually('a run', () => all[before]);
      await eventually('its end', () => run.isEnded());
      assert.equal(all.length, before + 1, 'one run');
      return run;
    },
    stop() {
      controller.createTestRun = create;
    },
  };
}

function record(run: vscode.TestRun): RecordedRun {
  const verdicts: { readonly test: vscode.TestItem; readonly verdict: string }[] = [];
  const messages: { readonly test: vscode.TestItem; readonly message: vscode.TestMessage }[] = [];
  const started: vscode.TestItem[] = [];
  let output = '';
  let isEnded = false;
  for (const name of verdictNames) {
    const own = run[name].bind(run) as (test: vscode.TestItem, ...rest: unknown[]) => void;
    const heard = (test: vscode.TestItem, ...rest: unknown[]): void => {
      verdicts.push({ test, verdict: name });
      const [said] = rest;
      for (const message of [said].flat())
        if (message instanceof vscode.TestMessage) messages.push({ test, message });
      own(test, ...rest);
    };
    Object.assign(run, { [name]: heard });
  }
  const { started: begin, appendOutput, end } = run;
  Object.assign(run, {
    started(test: vscode.TestItem) {
      started.push(test);
      begin.call(run, test);
    },
    appendOutput(text: string, ...rest: [vscode.Location?, vscode.TestItem?]) {
      output += text;
      appendOutput.call(run, text, ...rest);
    },
    end() {
      end.call(run);
      isEnded = true;
    },
  });
  return {
    verdicts: (model) =>
      Object.fromEntries(
        verdicts
          .filter(({ test }) => test.parent?.label === model)
          .map(({ test, verdict }) => [test.label, verdict]),
      ),
    messages: (label) => messages.filter(({ test }) => test.label === label).map(({ message }) => message),
    started: (model) => started.filter(({ parent }) => parent?.label === model).map(({ label }) => label),
    output: () => output,
    isEnded: () => isEnded,
  };
}

/** The threads of the extension host that Node knows of. */
export async function workers(): Promise<readonly unknown[]> {
  const { workers: found } = process.report.getReport() as { readonly workers?: readonly unknown[] };
  return found ?? [];
}
