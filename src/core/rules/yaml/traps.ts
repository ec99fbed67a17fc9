// All YAML traps of a text, and what they explain: one mistake gives one finding.
// Deliberately the only place that knows every kind of trap; other rules ask here before they report.
import type { Analysis } from '../../analysis/analysis.ts';
import type { ShapeIssue } from '../../model/shape-issue.ts';
import type { Span } from '../../text/span.ts';
import { hugeAliases } from './alias-too-large.ts';
import { badEscapes } from './bad-escape.ts';
import { booleanWords } from './boolean-word.ts';
import { cutClauses } from './clause-cut.ts';
import { cutValues } from './comment-cuts-value.ts';
import { missingSpaces } from './missing-space.ts';
import { unquotedValues } from './needs-quotes.ts';
import { lossyNumbers } from './number-loses-digits.ts';
import { operatorsAsBlocks } from './operator-as-block.ts';
import { quotedValues } from './quoted-value.ts';
import { furtherDocuments } from './several-documents.ts';
import { tabs } from './tab.ts';
import { thousandsSeparators } from './thousands-separator.ts';
import type { Trap, TrapFinder } from './trap.ts';

const finders: readonly TrapFinder[] = [
  badEscapes,
  booleanWords,
  cutClauses,
  cutValues,
  furtherDocuments,
  hugeAliases,
  lossyNumbers,
  missingSpaces,
  operatorsAsBlocks,
  quotedValues,
  tabs,
  thousandsSeparators,
  unquotedValues,
];

export const trapsOf = (analysis: Analysis): readonly Trap[] => finders.flatMap((find) => find(analysis));

const holds = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.start <= outer.end;

/** True if what is wrong at this place is so because of a trap. */
export const isExplained = (traps: readonly Trap[], at: Span): boolean =>
  traps.some((trap) => trap.explains.some((span) => holds(span, at)));

/** As `isExplained`; a problem of a key's value is also explained where the trap took the value away. */
export function isShapeExplained(traps: readonly Trap[], issue: ShapeIssue): boolean {
  if (isExplained(traps, issue.span)) return true;
  const isOfKey = issue.kind === 'unknown-key' || (issue.kind === 'aws-word' && issue.isKey);
  if (isOfKey) return false;
  return traps.some((trap) =>
    trap.explainsValueOf?.some(({ start, end }) => start === issue.span.start && end === issue.span.end),
  );
}
