// Drops the findings that another one explains, above all a YAML trap: one mistake gives one finding.
// Deliberately reads only the findings themselves, so that no other rule has to know the traps.
import type { Span } from '../../text/span.ts';
import type { Finding, Report } from '../finding.ts';
import { type Explaining, isExplaining } from './trap.ts';

/** What is found where a value is missing, at the key or at the entity that would have it. */
const ofMissingValues: ReadonlySet<string> = new Set([
  'schema/wrong-type',
  'schema/wrong-form',
  'schema/unknown-value',
  'schema/out-of-range',
  'schema/missing-key',
  'key/missing-primary-key',
]);

export function withoutConsequences(report: Report): Report {
  const traps = report.findings.map(({ data }) => data).filter(isExplaining);
  if (traps.length === 0) return report;
  const findings = report.findings.filter(
    (finding) => isExplaining(finding.data) || !traps.some((trap) => explains(trap, finding)),
  );
  return { ...report, findings };
}

function explains(trap: Explaining, { rule, span }: Finding): boolean {
  if (trap.explains.some((outer) => begins(span, outer))) return true;
  return ofMissingValues.has(rule) && (trap.explainsValueOf?.some((key) => isSame(key, span)) ?? false);
}

/** A span without length also counts at the end, where something is missing. */
const begins = ({ start, end }: Span, outer: Span): boolean =>
  start === outer.start || (outer.start < start && (start === end ? start <= outer.end : start < outer.end));

const isSame = (a: Span, b: Span): boolean => a.start === b.start && a.end === b.end;
