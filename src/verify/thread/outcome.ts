// What came of a pattern, as plain data for another thread.
// Deliberately without values of items: what is shown is text already, what is kept is a sample's text.

import { sampleText } from '../../core/analysis/samples/sample-text.ts';
import type { Reason } from '../../core/generate/target.ts';
import type { KeptSample } from '../../core/ide/keep-samples.ts';
import { printable, printableLines } from '../../core/text/printable.ts';
import { counted } from '../../core/text/words.ts';
import { type PatternResult, summaryOf, type Witness } from '../checks/check.ts';
import { isFailure } from '../failure.ts';
import { resultLines } from '../lines.ts';
import { checkTitle, type Done, totalsLine, totalsOf } from '../totals.ts';
import type { Difference, Ending, Outcome } from './messages.ts';

export function outcomeOf(result: PatternResult): Outcome {
  const differences = result.checks.flatMap((check): Difference[] => {
    const { verdict } = check;
    if (verdict.kind !== 'mismatch') return [];
    return [
      {
        title: printable(checkTitle(check)),
        message: printable(verdict.message),
        expected: verdict.expected.flatMap(printableLines),
        actual: verdict.actual.flatMap(printableLines),
        samples: verdict.witnesses.flatMap(keptSample),
      },
    ];
  });
  const reasons = result.checks.flatMap(({ verdict }) =>
    verdict.kind === 'not-checkable' ? [verdict.reason] : [],
  );
  return {
    pattern: result.pattern,
    summary: summaryOf(result),
    differences,
    reasons: [...new Set(reasons)].map(printable),
    lines: [...resultLines(result), ...openLines(reasons)].map(printable),
  };
}

function keptSample({ entity, values }: Witness): readonly KeptSample[] {
  const text = sampleText(values);
  return text === undefined ? [] : [{ entity, text }];
}

function openLines(reasons: readonly string[]): readonly string[] {
  return [...new Set(reasons)].map((reason) => {
    const times = reasons.filter((each) => each === reason).length;
    return `    ${counted(times, 'check')} not made: ${reason}`;
  });
}

/** What an engine or a model says, with the line breaks that it has. */
const printableText = (text: string): string => printableLines(text).join('\n');

export function refusalOf(reasons: readonly Reason[]): Ending {
  return {
    type: 'refused',
    reasons: reasons.map(({ message, span }) => ({ message: printableText(message), span })),
  };
}

export function failureOf(error: unknown): Ending {
  if (isFailure(error)) return { type: 'failed', kind: error.kind, message: printableText(error.message) };
  const said = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { type: 'failed', kind: 'crashed', message: printableText(said) };
}

export function endingOf(done: Done): Ending {
  const { profile, place, items } = done;
  const head = `On ${profile.name} (${place}), ${counted(items, 'sample item')}.`;
  return {
    type: 'done',
    model: outcomeOf(done.model),
    lines: [head, totalsLine(done, totalsOf(done))].map(printable),
  };
}
