// Findings: what the rules of the catalogue say of one text, in the order of the text.
// Deliberately catches a rule that crashes, alone: the others still speak, and the crash is shown as what it is.
import type { Fix, Problem, Rule, RuleContext, Severity } from './rule.ts';

export interface Finding extends Problem<unknown> {
  /** The rule's id. */
  readonly rule: string;
  readonly severity: Severity;
}

/** A rule that threw: a defect of ours, to be logged by the shell. */
export interface Crash {
  readonly rule: string;
  readonly error: unknown;
}

export interface Report {
  readonly findings: readonly Finding[];
  readonly crashes: readonly Crash[];
}

export function runRules(rules: readonly Rule[], context: RuleContext): Report {
  const findings: Finding[] = [];
  const crashes: Crash[] = [];
  for (const rule of rules) {
    const before = findings.length;
    try {
      for (const problem of rule.check(context)) {
        findings.push({ ...problem, rule: rule.id, severity: problem.severity ?? rule.severity });
      }
    } catch (error) {
      findings.length = before;
      crashes.push({ rule: rule.id, error });
    }
  }
  findings.sort(
    (a, b) => a.span.start - b.span.start || a.span.end - b.span.end || (a.rule < b.rule ? -1 : 1),
  );
  return { findings, crashes };
}

/** The fixes that the finding's own rule offers. A crash in it is the shell's to catch, as one fix is asked for at a time. */
export const fixesOf = (rules: readonly Rule[], finding: Finding, context: RuleContext): readonly Fix[] =>
  rules.find(({ id }) => id === finding.rule)?.fixes?.(finding, context) ?? [];
