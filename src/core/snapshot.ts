// A snapshot: everything that can be known of one text, each stage computed once and on demand.
// Deliberately the only thing that editor features, generators, the preview and the command line are given.
import { type Analysis, analyze } from './analysis/analysis.ts';
import type { CostOptions } from './analysis/cost/options.ts';
import { catalogue } from './rules/catalogue.ts';
import { type Finding, fixesOf, type Report } from './rules/finding.ts';
import { reportOf } from './rules/report.ts';
import type { Fix } from './rules/rule.ts';
import { createContext } from './rules/uses.ts';
import { lazy } from './text/lazy.ts';

export interface Snapshot extends Analysis {
  readonly report: Report;
  fixes(finding: Finding): readonly Fix[];
}

/** Any text gives a snapshot; the same text with the same options gives the same snapshot. */
export function createSnapshot(text: string, options: CostOptions = {}): Snapshot {
  const analysis = analyze(text, options);
  const context = createContext(analysis);
  const report = lazy(() => reportOf(catalogue, context));
  return Object.create(analysis, {
    report: { get: report, enumerable: true },
    fixes: { value: (finding: Finding) => fixesOf(catalogue, finding, context), enumerable: true },
  }) as Snapshot;
}
