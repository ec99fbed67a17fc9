// A snapshot: everything that can be known of one text, each stage computed once and on demand.
// Deliberately the only thing that editor features, generators, the preview and the command line are given.
import { type Analysis, analyze } from './analysis/analysis.ts';
import { catalogue } from './rules/catalogue.ts';
import { type Finding, fixesOf, type Report } from './rules/finding.ts';
import { reportOf } from './rules/report.ts';
import type { Fix } from './rules/rule.ts';
import { lazy } from './text/lazy.ts';

export interface Snapshot extends Analysis {
  readonly report: Report;
  fixes(finding: Finding): readonly Fix[];
}

/** Any text gives a snapshot; the same text gives the same snapshot. */
export function createSnapshot(text: string): Snapshot {
  const analysis = analyze(text);
  const report = lazy(() => reportOf(catalogue, analysis));
  return Object.create(analysis, {
    report: { get: report, enumerable: true },
    fixes: { value: (finding: Finding) => fixesOf(catalogue, finding, analysis), enumerable: true },
  }) as Snapshot;
}
