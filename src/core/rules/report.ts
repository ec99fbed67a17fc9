// The report of one text: what the rules find, less what the author has silenced.
// Deliberately reports a silence that silences nothing: else old comments would hide new findings.
import { type Finding, type Report, runRules } from './finding.ts';
import { unusedIgnore } from './ignore/unused.ts';
import { type IgnoreComment, ignoreComments } from './ignore-comments.ts';
import type { Rule, RuleContext } from './rule.ts';
import { withoutConsequences } from './yaml/consequences.ts';

const silences = (comment: IgnoreComment, finding: Finding): boolean =>
  finding.rule === comment.rule &&
  comment.line.start <= finding.span.start &&
  finding.span.start <= comment.line.end;

export function reportOf(rules: readonly Rule[], context: RuleContext): Report {
  const report = withoutConsequences(runRules(rules, context));
  const comments = ignoreComments(context.text, context.tree);
  if (comments.length === 0) return report;
  const used = new Set<IgnoreComment>();
  const findings = report.findings.filter((finding) => {
    const comment = comments.find((each) => silences(each, finding));
    if (comment) used.add(comment);
    return comment === undefined;
  });
  const unused = comments.filter((comment) => !used.has(comment)).map(unusedIgnore);
  const all = [...findings, ...unused].sort((a, b) => a.span.start - b.span.start);
  return { findings: all, crashes: report.crashes };
}
