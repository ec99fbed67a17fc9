// The access patterns as the preview lists them: route, key condition, units.
// Deliberately words what others computed: routes from analysis/routes, units from analysis/capacity.
import type { Analysis } from '../analysis/analysis.ts';
import type { PatternUnits } from '../analysis/capacity/pattern-units.ts';
import { printQuantity } from '../analysis/capacity/print-steps.ts';
import type { Quantity } from '../analysis/capacity/quantity.ts';
import { explainRefusals } from '../analysis/routes/explain.ts';
import { conditionLine, routeLabel } from '../analysis/routes/request.ts';
import type { Route, RouteResult } from '../analysis/routes/route.ts';
import type { Pattern, ResolvedAction } from '../model/design.ts';
import type { Action } from '../model/model.ts';
import { printRate } from '../syntax/quantity.ts';
import { counted } from '../text/words.ts';
import type { PreviewAction, PreviewPattern } from './view-model.ts';
import { viewId } from './views.ts';

export function patternsOf(analysis: Analysis): readonly PreviewPattern[] {
  const entities = [...analysis.design.entities.keys()];
  const { units } = analysis;
  return analysis.design.patterns.map((pattern) => {
    const { rate, peak, description, nameSpan } = pattern.decl;
    const used = units.get(pattern);
    const unknown = used?.unknown.filter((missing) => missing.assumed === undefined) ?? [];
    return {
      name: pattern.name,
      description,
      span: nameSpan,
      actions: actionsOf(pattern, analysis, entities),
      rate: rate === undefined ? undefined : printRate(rate),
      peak: peak === undefined ? undefined : printRate(peak),
      perCall: used && printUnits(used, ''),
      perSecond: used?.atRate && printUnits(used.atRate, '/s'),
      lacks: unknown.map(({ what, write }) => `Not known: ${what}. Write ${write}.`),
    };
  });
}

/** `0.5 RCU`, `1 RCU + 4 WCU`; undefined where nothing at all is known. */
function printUnits(
  { read, write }: Pick<PatternUnits, 'read' | 'write'>,
  per: '' | '/s',
): string | undefined {
  const both = [
    [read, `RCU${per}`],
    [write, `WCU${per}`],
  ] as const;
  const used = both.filter(([quantity]) => quantity.max !== 0);
  const isUnknown = (quantity: Quantity): boolean => quantity.mean === undefined && quantity.atLeast === 0;
  if (used.length === 0 || used.every(([quantity]) => isUnknown(quantity))) return undefined;
  return used.map(([quantity, unit]) => printQuantity(quantity, unit)).join(' + ');
}

function actionsOf(
  pattern: Pattern,
  analysis: Analysis,
  entities: readonly string[],
): readonly PreviewAction[] {
  const first = pattern.actions.map((action) => actionOf(action, analysis, entities, false));
  const later = pattern.steps.flatMap((step) =>
    step.actions.map((action) => actionOf(action, analysis, entities, true)),
  );
  if (pattern.kind !== 'analyze') return [...first, ...later];
  const needs = pattern.decl.needs.map((need) => need.value);
  return first.map((action) => ({ ...action, label: 'Analyze', remarks: needs }));
}

function actionOf(
  resolved: ResolvedAction,
  analysis: Analysis,
  entities: readonly string[],
  isStep: boolean,
): PreviewAction {
  const { action } = resolved;
  const result = analysis.routes.get(action);
  const route = result?.kind === 'served' ? result.route : undefined;
  return {
    label: route ? routeLabel(route) : action.kind.slice(0, 1).toUpperCase() + action.kind.slice(1),
    view: route && viewId(route.target),
    entities: resolved.entities.map((entity) => entities.indexOf(entity.name)),
    alsoReads: route?.alsoReads.map((name) => entities.indexOf(name)).filter((entity) => entity >= 0) ?? [],
    conditions: route ? conditionsOf(route) : [],
    remarks: remarksOf(action, route),
    problems: problemsOf(result),
    isStep,
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
