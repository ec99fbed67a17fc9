// One call of an access pattern on the sample items, leg by leg and step by step.
// Deliberately lets each leg go with those before it: an order line is of the order that is put beside it.
import type { Pattern, ResolvedAction } from '../../model/design.ts';
import type { SampleItem } from '../samples/samples.ts';
import { type Before, nothingBefore, runRead } from './read.ts';
import type { LegRun, NoRunReason, PatternRun, ReadItem, ReadRun } from './run.ts';
import type { Scene } from './scene.ts';
import { runWrite } from './write.ts';

/** A step is done with so many of the items before it at the most. */
const mostItems = 25;

const none = (resolved: ResolvedAction, reason: NoRunReason): LegRun => ({ kind: 'none', resolved, reason });

function runLeg(scene: Scene, pattern: Pattern, resolved: ResolvedAction, before: Before): LegRun {
  const { action } = resolved;
  if (pattern.kind === 'analyze' || action.kind === 'search') return none(resolved, 'no-call');
  if (action.kind !== 'get' && action.kind !== 'query' && action.kind !== 'scan') {
    return runWrite(scene, resolved, before) ?? none(resolved, 'no-sample');
  }
  const result = scene.analysis.routes.get(action);
  if (result?.kind !== 'served') return none(resolved, 'no-route');
  return runRead(scene, resolved, result.route, before) ?? none(resolved, 'no-sample');
}

/** The items that a leg leaves for others to go with. */
function itemsOf(run: LegRun): readonly SampleItem[] {
  switch (run.kind) {
    case 'read':
      return run.items.filter(({ fate }) => fate === 'returned').map(({ sample }) => sample);
    case 'write':
      return [run.sample];
    case 'none':
      return [];
  }
}

/** The same read for every item before it; what two of them read is there once. */
function together(runs: readonly ReadRun[]): ReadRun | undefined {
  const [first] = runs;
  if (first === undefined) return undefined;
  const items = new Map<SampleItem, ReadItem>();
  for (const run of runs) for (const item of run.items) items.set(item.sample, item);
  return { ...first, items: [...items.values()] };
}

function runStep(
  scene: Scene,
  pattern: Pattern,
  resolved: ResolvedAction,
  items: readonly SampleItem[],
  reads: readonly ResolvedAction[],
): LegRun {
  const runs = items
    .slice(0, mostItems)
    .map((item) => runLeg(scene, pattern, resolved, { items: [item], args: item.values, reads }));
  const all = together(runs.flatMap((run) => (run.kind === 'read' ? [run] : [])));
  return all ?? runs[0] ?? none(resolved, 'no-sample');
}

export function runPattern(scene: Scene, pattern: Pattern): PatternRun {
  const legs: LegRun[] = [];
  for (const resolved of pattern.actions) {
    // What one leg reads of several items says nothing of the next; single items do.
    const items = legs.flatMap((leg) =>
      leg.kind === 'write' || leg.resolved.action.kind === 'get' ? itemsOf(leg) : [],
    );
    legs.push(runLeg(scene, pattern, resolved, { ...nothingBefore, items }));
  }
  let items = legs.flatMap(itemsOf);
  let reads = pattern.actions;
  const steps: (readonly LegRun[])[] = [];
  for (const { actions } of pattern.steps) {
    const before = { items, reads };
    const runs = actions.map((resolved) => runStep(scene, pattern, resolved, before.items, before.reads));
    steps.push(runs);
    reads = actions;
    const next = runs.flatMap((run) => (run.kind === 'read' ? itemsOf(run) : []));
    if (next.length > 0) items = next;
  }
  return { legs, steps };
}
