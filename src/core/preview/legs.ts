// One read or write of a pattern: by which key condition, what it reads of the sample items, what it writes where.
// Deliberately words what others computed: routes from analysis/routes, runs from analysis/runs, units from analysis/capacity.
import { printQuantity } from '../analysis/capacity/print-steps.ts';
import { explainRefusals } from '../analysis/routes/explain.ts';
import { overReadOf } from '../analysis/routes/over-read.ts';
import { conditionLine, routeLabel } from '../analysis/routes/request.ts';
import type { Route, RouteResult } from '../analysis/routes/route.ts';
import type { EntryRun, LegRun, NoRunReason } from '../analysis/runs/run.ts';
import type { SampleKey } from '../analysis/samples/assemble.ts';
import { printValue } from '../analysis/samples/print-value.ts';
import type { SampleItem } from '../analysis/samples/samples.ts';
import type { ResolvedAction } from '../model/design.ts';
import type { Action } from '../model/model.ts';
import type { Snapshot } from '../snapshot.ts';
import { counted } from '../text/words.ts';
import { createPlaces, placesOf, targetId } from './names.ts';
import { capitalised } from './pattern-list.ts';
import { valueView } from './table.ts';
import type { EntryView, LabelledText, LegRunView, LegView } from './view/patterns.ts';

export interface LegParts {
  readonly snapshot: Snapshot;
  /** The place of a sample item among all. */
  readonly itemPlace: (item: SampleItem) => number;
}

export function legView(parts: LegParts, run: LegRun, isStep: boolean): LegView {
  const { snapshot } = parts;
  const { resolved } = run;
  const places = createPlaces(snapshot.design);
  const result = snapshot.routes.get(resolved.action);
  const route = result?.kind === 'served' ? result.route : undefined;
  const over = route ? overReadOf(snapshot.design, route) : { surely: [], perhaps: [] };
  return {
    label: route ? routeLabel(route) : capitalised(resolved.action.kind),
    isStep,
    entities: placesOf(places, resolved.entities),
    target: route && targetId(route.target),
    conditions: route ? conditionsOf(route) : [],
    remarks: remarksOf(resolved.action, route),
    problems: problemsOf(result),
    overRead: { surely: placesOf(places, over.surely), perhaps: placesOf(places, over.perhaps) },
    args: argumentsOf(run, route),
    run: runView(parts, run),
  };
}

/** One line for each key attribute. */
const conditionsOf = (route: Route): readonly string[] =>
  [...route.partition, ...route.sort].map((condition) =>
    conditionLine({ ...route, partition: [condition], sort: [] }),
  );

function remarksOf(action: Action, route: Route | undefined): readonly string[] {
  return [
    ...(route && !route.forward ? ['descending'] : []),
    ...(action.limit === undefined ? [] : [`limit ${action.limit}`]),
    ...(action.strong ? ['strongly consistent'] : []),
    ...(action.times === undefined ? [] : [`${action.times} times`]),
    ...(route?.fanOut ?? []).map(({ name, queries }) =>
      queries === undefined
        ? `one query for each value of ${name}`
        : `${counted(queries, 'query', 'queries')}, by ${name}`,
    ),
    ...(action.filter.length > 0 ? ['then a filter'] : []),
    ...(route && route.fetched.length > 0 ? [`fetches ${route.fetched.join(', ')} from the table`] : []),
  ];
}

function problemsOf(result: RouteResult | undefined): readonly string[] {
  if (result === undefined || result.kind === 'served') return [];
  if (result.kind === 'unserved')
    return ['No table or index serves it.', ...explainRefusals(result.refusals)];
  switch (result.reason) {
    case 'no-table-keys':
      return ['The table has no keys yet, so nothing is routed.'];
    case 'ambiguous-reference':
      return ['Two references fit what the pattern gives: name one with key.'];
    case 'unreadable':
      return ['It names something that the model does not have.'];
  }
}

/** What several queries go through one by one is no argument of the call. */
function argumentsOf(run: LegRun, route: Route | undefined): readonly LabelledText[] {
  if (run.kind === 'none') return [];
  const fanned = new Set(route?.fanOut.map(({ name }) => name));
  return [...run.args]
    .filter(([name]) => !fanned.has(name))
    .map(([label, value]) => ({ label, text: printValue(value) }));
}

const whyNoRun: Readonly<Record<NoRunReason, string>> = {
  'no-route': 'Nothing is read: no table or index serves it.',
  'no-sample': 'No sample item answers it.',
  'no-call': 'It is no call by keys, so there is nothing to show on the sample items.',
};

function runView(parts: LegParts, run: LegRun): LegRunView {
  switch (run.kind) {
    case 'read':
      return {
        kind: 'read',
        items: run.items.map(({ sample, fate }) => ({ item: parts.itemPlace(sample), fate })),
      };
    case 'write': {
      const units = unitsByTarget(parts.snapshot, run.resolved);
      return {
        kind: 'write',
        item: parts.itemPlace(run.sample),
        entries: run.entries.map((entry) => entryView(entry, units)),
      };
    }
    case 'none':
      return { kind: 'none', why: whyNoRun[run.reason] };
  }
}

/** What the capacity says of the write, target by target: of all items, not of the one in the picture. */
function unitsByTarget({ design, units }: Snapshot, { action }: ResolvedAction): ReadonlyMap<string, string> {
  const part = design.patterns
    .flatMap((pattern) => units.get(pattern)?.parts ?? [])
    .find(({ resolved }) => resolved.action === action);
  return new Map(
    (part?.once.byTarget ?? [])
      .filter(({ write }) => write.max !== 0)
      .map(({ target, write }) => [targetId(target), printQuantity(write, 'WCU')]),
  );
}

const keyView = (key: SampleKey | undefined): EntryView['before'] =>
  key ? [...key.partition, ...key.sort].map(valueView) : null;

const entryView = (
  { target, fate, before, after, missing }: EntryRun,
  units: ReadonlyMap<string, string>,
): EntryView => ({
  target: targetId(target),
  fate,
  before: keyView(before),
  after: keyView(after),
  missing,
  units: units.get(targetId(target)),
});
