// Runs of the Test Explorer: which tests of which models, in a thread of their own, until done or cancelled.
// Deliberately model after model on one engine; a new engine is started where one has failed.
import * as vscode from 'vscode';
import type { Ending } from '../../verify/thread/messages.ts';
import { startThread, type VerifyThread } from '../../verify/thread/start.ts';
import type { Kept } from './keep.ts';
import { textOf } from './model-files.ts';
import { type Report, showEnding, showOutcome } from './report.ts';
import { verifySettings } from './settings.ts';
import type { Suites } from './suites.ts';

export interface RunParts {
  readonly controller: vscode.TestController;
  readonly suites: Suites;
  readonly kept: Kept;
  /** The folder of the bundles. */
  readonly dist: string;
}

/** Tests of one model. */
interface Chosen {
  readonly suite: vscode.TestItem;
  readonly tests: readonly vscode.TestItem[];
}

/** Resolves when all is done, or one of the tokens was cancelled, and the engine is gone. */
export async function runTests(
  parts: RunParts,
  request: vscode.TestRunRequest,
  token?: vscode.CancellationToken,
): Promise<void> {
  const run = parts.controller.createTestRun(request);
  const report: Report = { run, kept: parts.kept };
  const tokens = token ? [run.token, token] : [run.token];
  let thread: VerifyThread | undefined;
  const cancelling = vscode.Disposable.from(
    ...tokens.map((each) => each.onCancellationRequested(() => thread?.cancel())),
  );
  try {
    const chosen = await choose(parts, request);
    for (const test of chosen.flatMap(({ tests }) => tests)) run.enqueued(test);
    for (const each of chosen) {
      if (tokens.some((each) => each.isCancellationRequested)) break;
      thread ??= startThread({
        file: `${parts.dist}/verify-thread.cjs`,
        engineFile: `${parts.dist}/engine.cjs`,
        endpoint: verifySettings(each.suite.uri).endpoint,
      });
      const ending = await verifyModel(report, each, thread);
      if (ending?.type !== 'failed') continue;
      await thread.close();
      thread = undefined;
    }
  } finally {
    cancelling.dispose();
    await thread?.close();
    run.end();
  }
}

/** The tests to run, by model and in the order of the text. */
async function choose(
  { controller, suites }: RunParts,
  { include, exclude = [] }: vscode.TestRunRequest,
): Promise<readonly Chosen[]> {
  if (include === undefined) await suites.discover();
  const roots = include ?? [...controller.items].map(([, suite]) => suite);
  const wanted = new Set(roots);
  const found = new Set(roots.map((item) => item.parent ?? item));
  const chosen: Chosen[] = [];
  for (const suite of found) {
    if (exclude.includes(suite)) continue;
    await suites.load(suite);
    const tests = [...suite.children]
      .map(([, test]) => test)
      .filter((test) => (wanted.has(suite) || wanted.has(test)) && !exclude.includes(test))
      .sort((a, b) => (a.sortText ?? '').localeCompare(b.sortText ?? ''));
    if (tests.length > 0) chosen.push({ suite, tests });
  }
  return chosen;
}

async function verifyModel(
  report: Report,
  { suite, tests }: Chosen,
  thread: VerifyThread,
): Promise<Ending | undefined> {
  const { run } = report;
  const text = suite.uri && (await textOf(suite.uri));
  if (text === undefined) {
    const message = new vscode.TestMessage('The file cannot be read, or is above 1 MB.');
    for (const test of tests) run.errored(test, message);
    return undefined;
  }
  const open = new Map(tests.map((test) => [test.id, test]));
  const begun = new Map<string, number>();
  const isWhole = tests.length === suite.children.size;
  const ending = await thread.verify(
    { text, patterns: [...open.keys()], hostile: verifySettings(suite.uri).hostile },
    {
      started(pattern) {
        begun.set(pattern, performance.now());
        const test = open.get(pattern);
        if (test) run.started(test);
      },
      outcome(outcome) {
        const test = open.get(outcome.pattern);
        open.delete(outcome.pattern);
        const ms = performance.now() - (begun.get(outcome.pattern) ?? performance.now());
        if (test) showOutcome(report, test, outcome, ms);
      },
    },
  );
  await showEnding(report, { suite, unfinished: [...open.values()], isWhole }, ending);
  return ending;
}
