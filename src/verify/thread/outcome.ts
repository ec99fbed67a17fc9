// What came of a pattern, as plain data for another thread.
// Deliberately without values of items: what is shown is text already, what is kept is a sample's text.
import { sampleText } from '../../core/analysis/samples/sample-text.ts';
import type { KeptSample } from '../../core/ide/keep-samples.ts';
import { counted } from '../../core/text/words.ts';
import { type PatternResult, summaryOf, type Witness } from '../checks/check.ts';
import { resultLines } from '../lines.ts';
import { checkTitle, type Done, totalsLine, totalsOf } from '../totals.ts';
import type { Difference, Ending, Outcome } from './messages.ts';

export function outcomeOf(result: PatternResult): Outcome {
  const differences = result.checks.flatMap((check): Difference[] => {
    const { verdict } = check;
    if (verdict.kind !== 'mismatch') return [];
    const { message, expected, actual, witnesses } = verdict;
    return [{ title: checkTitle(check), message, expected, actual, samples: witnesses.flatMap(keptSample) }];
  });
  const reasons = result.checks.flatMap(({ verdict }) =>
    verdict.kind === 'not-checkable' ? [verdict.reason] : [],
  );
  return {
    pattern: result.pattern,
    summary: summaryOf(result),
    differences,
    reasons: [...new Set(reasons)],
    lines: [...resultLines(result), ...openLines(reasons)],
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

export function endingOf(done: Done): Ending {
  const { profile, place, items } = done;
  const head = `On ${profile.name} (${place}), ${counted(items, 'sample item')}.`;
  return { type: 'done', model: outcomeOf(done.model), lines: [head, totalsLine(done, totalsOf(done))] };
}
