// Drops the findings that another one explains, above all a YAML trap: one mistake gives one finding.
// Deliberately reads only the findings themselves, so that no other rule has to know the traps.
import type { Span } from '../../text/span.ts';
import type { Finding, Report } from '../finding.ts';
import { type Explaining, isExplaining } from './trap.ts';

/** What an entity or index lacks because nothing stands under its name. */
const ofEmptyMaps: ReadonlySet<string> = new Set([
  'schema/missing-key',
  'key/missing-primary-key',
  'key/index-without-key',
]);

/** What is found where a value is missing, at the key or at the entity that would have it. */
const ofMissingValues: ReadonlySet<string> = new Set([
  'schema/wrong-type',
  'schema/wrong-form',
  'schema/unknown-value',
  'schema/out-of-range',
  ...ofEmptyMaps,
]);

export function withoutConsequences(report: Report): Report {
  const traps: Explaining[] = [];
  const plain: Explaining[] = [];
  const empty: Finding[] = [];
  for (const finding of report.findings) {
    if (isExplaining(finding.data)) (isPlain(finding) ? plain : traps).push(finding.data);
    else if (isEmptyValue(finding)) empty.push(finding);
  }
  if (traps.length + plain.length + empty.length === 0) return report;
  const findings = report.findings.filter((finding) => {
    if (isExplaining(finding.data)) return !isPlain(finding) || !isOf(traps, finding);
    return !isOf(traps, finding) && !isOf(plain, finding) && !empty.some((each) => isOfEmpty(finding, each));
  });
  return { ...report, findings };
}

/** What YAML itself says explains much, but a trap says it better. */
const isPlain = ({ rule }: Finding): boolean => rule === 'yaml/syntax';

const isOf = (traps: readonly Explaining[], finding: Finding): boolean =>
  traps.some((trap) => explains(trap, finding));

const isEmptyValue = ({ rule, data }: Finding): boolean =>
  rule === 'schema/wrong-type' &&
  typeof data === 'object' &&
  data !== null &&
  'found' in data &&
  data.found === 'nothing';

const isOfEmpty = ({ rule, span }: Finding, empty: Finding): boolean =>
  ofEmptyMaps.has(rule) && isSame(span, empty.span);

function explains(trap: Explaining, { rule, span }: Finding): boolean {
  if (trap.explains.some((outer) => begins(span, outer))) return true;
  return ofMissingValues.has(rule) && (trap.explainsValueOf?.some((key) => isSame(key, span)) ?? false);
}

/** A span without length also counts at the end, where something is missing. */
const begins = ({ start, end }: Span, outer: Span): boolean =>
  start === outer.start || (outer.start < start && (start === end ? start <= outer.end : start < outer.end));

const isSame = (a: Span, b: Span): boolean => a.start === b.start && a.end === b.end;
