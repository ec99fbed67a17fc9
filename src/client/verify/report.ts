// What came of a pattern or a model, as VS Code's Test Explorer shows it: verdicts, both sides of a mismatch, output.
// Deliberately never "passed" for what could not be checked: that is skipped, and the output has the reason.
import * as vscode from 'vscode';
import type { Difference, Ending, Outcome } from '../../verify/thread/messages.ts';
import type { Kept } from './keep.ts';

export interface Report {
  readonly run: vscode.TestRun;
  readonly kept: Kept;
}

/** Lines of a terminal. */
export function write({ run }: Report, lines: readonly string[], test?: vscode.TestItem): void {
  if (lines.length > 0) run.appendOutput(`${lines.join('\r\n')}\r\n`, undefined, test);
}

/** `ms` is how long it took. */
export function showOutcome(report: Report, test: vscode.TestItem, outcome: Outcome, ms: number): void {
  const { run } = report;
  write(report, outcome.lines, test);
  switch (outcome.summary) {
    case 'confirmed':
    case 'shadow':
      run.passed(test, ms);
      return;
    case 'mismatch':
      run.failed(test, messagesOf(report, test, outcome.differences), ms);
      return;
    case 'not-checkable':
      run.skipped(test);
  }
}

function messagesOf(
  { kept }: Report,
  test: vscode.TestItem,
  differences: readonly Difference[],
): vscode.TestMessage[] {
  return differences.map((difference) => {
    const { title, message, expected, actual, samples } = difference;
    const both = [expected, actual].map((lines) => (lines.length > 0 ? lines : ['(nothing)']).join('\n'));
    const shown = vscode.TestMessage.diff(`${title}: ${message}`, both[0] ?? '', both[1] ?? '');
    const location = placeOf(test);
    if (location) shown.location = location;
    if (test.uri && samples.length > 0) shown.contextValue = kept.remember(test.uri, samples);
    return shown;
  });
}

/** Where the pattern's name stands; of a suite, the file's beginning. */
function placeOf({ uri, range }: vscode.TestItem): vscode.Location | undefined {
  return uri && new vscode.Location(uri, range?.start ?? new vscode.Position(0, 0));
}

export interface Ended {
  readonly suite: vscode.TestItem;
  /** Those of its tests that nothing came of. */
  readonly unfinished: readonly vscode.TestItem[];
  /** All of its tests were run, so that the run says something of the suite itself. */
  readonly isWhole: boolean;
}

export async function showEnding(
  report: Report,
  { suite, unfinished, isWhole }: Ended,
  ending: Ending,
): Promise<void> {
  const { run } = report;
  switch (ending.type) {
    case 'done':
      write(report, ending.lines, suite);
      for (const test of unfinished) run.skipped(test);
      if (isWhole && ending.model.summary === 'mismatch') showOutcome(report, suite, ending.model, 0);
      else write(report, ending.model.lines, suite);
      return;
    case 'refused':
      if (isWhole) run.errored(suite, await refusal(suite, ending.reasons));
      write(
        report,
        [
          'No table can be made from this model yet, so nothing could be checked.',
          ...ending.reasons.map(({ message }) => `    ${message}`),
        ],
        suite,
      );
      for (const test of unfinished) run.skipped(test);
      return;
    case 'failed': {
      if (ending.kind === 'cancelled') {
        write(report, ['Cancelled. The tables of this run are deleted.'], suite);
        return;
      }
      write(report, ending.message.split('\n'), suite);
      for (const test of unfinished) {
        const message = new vscode.TestMessage(ending.message);
        const location = placeOf(test);
        if (location) message.location = location;
        run.errored(test, message);
      }
    }
  }
}

async function refusal(
  { uri }: vscode.TestItem,
  reasons: Extract<Ending, { type: 'refused' }>['reasons'],
): Promise<vscode.TestMessage[]> {
  const document = uri && (await vscode.workspace.openTextDocument(uri));
  return reasons.map(({ message, span }) => {
    const shown = new vscode.TestMessage(message);
    if (document) {
      const range = new vscode.Range(document.positionAt(span.start), document.positionAt(span.end));
      shown.location = new vscode.Location(document.uri, range);
    }
    return shown;
  });
}
