// One access pattern whole: on the sample items, as requests to copy, in units and money with the working, its findings.
// Deliberately made for one pattern at a time, since a model may have a thousand.
import { printMissing, printQuantity, printSteps } from '../analysis/capacity/print-steps.ts';
import { distinctMissing } from '../analysis/capacity/quantity.ts';
import { runPattern } from '../analysis/runs/run-pattern.ts';
import { sceneOf } from '../analysis/runs/scene.ts';
import { callsOf } from '../calls/calls-of.ts';
import { languages } from '../calls/languages.ts';
import type { Pattern } from '../model/design.ts';
import type { Snapshot } from '../snapshot.ts';
import { printRate } from '../syntax/quantity.ts';
import { legView } from './legs.ts';
import { unitsText } from './units-text.ts';
import type { FindingView, LabelledText, PatternView, PrintedRequest } from './view/patterns.ts';

/** Null where the model has no such pattern. */
export function patternView(snapshot: Snapshot, name: string): PatternView | null {
  const pattern = snapshot.design.patterns.find((each) => each.name === name);
  if (pattern === undefined) return null;
  const run = runPattern(sceneOf(snapshot), pattern);
  const places = new Map(snapshot.samples.items.map((item, place) => [item, place]));
  const parts = {
    snapshot,
    itemPlace: (item: (typeof snapshot.samples.items)[number]) => places.get(item) ?? 0,
  };
  const used = snapshot.units.get(pattern);
  const money = snapshot.cost.patterns.get(pattern);
  const missing = distinctMissing([...(used?.unknown ?? []), ...(money?.usd.missing ?? [])]);
  return {
    name,
    description: pattern.decl.description,
    span: pattern.decl.nameSpan,
    figures: figuresOf(snapshot, pattern),
    legs: [
      ...run.legs.map((leg) => legView(parts, leg, false)),
      ...run.steps.flatMap((step) => step.map((leg) => legView(parts, leg, true))),
    ],
    requests: requestsOf(snapshot, pattern, run),
    working: printSteps([...(used?.steps ?? []), ...(money?.steps ?? [])]),
    lacks: printMissing(missing),
    findings: findingsOf(snapshot, pattern),
  };
}

function figuresOf({ units, cost }: Snapshot, pattern: Pattern): readonly LabelledText[] {
  const used = units.get(pattern);
  const usd = cost.patterns.get(pattern)?.usd;
  const { rate, peak } = pattern.decl;
  const all: readonly (readonly [label: string, text: string | undefined])[] = [
    ['a call', used && (unitsText(used) ?? 'not known')],
    ['items', used && printQuantity(used.items, 'items')],
    ['bytes', used && printQuantity(used.bytes, 'B')],
    ['calls', rate === undefined ? 'rate not known' : printRate(rate)],
    ['at its rate', used?.atRate && unitsText(used.atRate, '/s')],
    ['peak', peak === undefined ? undefined : printRate(peak)],
    ['at its peak', used?.atPeak && unitsText(used.atPeak, '/s')],
    ['a month', usd && usd.max !== 0 ? printQuantity(usd, 'USD/month').replace(/\/month$/, '') : undefined],
  ];
  return all.flatMap(([label, text]) => (text === undefined ? [] : [{ label, text }]));
}

function requestsOf(
  snapshot: Snapshot,
  pattern: Pattern,
  run: ReturnType<typeof runPattern>,
): readonly PrintedRequest[] {
  const calls = callsOf(snapshot, pattern, run);
  if (calls.length === 0) return [];
  return languages.map(({ id, title, languageId, print }) => ({ id, title, languageId, ...print(calls) }));
}

/** The findings that stand within the pattern's lines. */
function findingsOf({ report }: Snapshot, { decl }: Pattern): readonly FindingView[] {
  const { start, end } = decl.span;
  return report.findings
    .filter(({ span }) => span.start >= start && span.end <= end)
    .map(({ severity, message, rule, span }) => ({ severity, message, rule, span }));
}
