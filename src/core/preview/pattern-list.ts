// The access patterns as a list: what each calls, whom it reads or writes, what a call uses, whether it is well.
// Deliberately words what others computed: routes, over-read, units, money.
import { overReadOf } from '../analysis/routes/over-read.ts';
import { routeLabel } from '../analysis/routes/request.ts';
import { staleKeys } from '../analysis/writes/stale-keys.ts';
import { actionsOf } from '../model/actions.ts';
import type { Pattern } from '../model/design.ts';
import type { Snapshot } from '../snapshot.ts';
import { printRate } from '../syntax/quantity.ts';
import { createPlaces, placesOf } from './names.ts';
import { figureOf } from './overview.ts';
import { unitsText } from './units-text.ts';
import type { PatternSummary, PatternsView, PatternVerdict } from './view/patterns.ts';

const writes: ReadonlySet<string> = new Set(['put', 'update', 'delete', 'batchWrite', 'transactWrite']);

export function patternsView(snapshot: Snapshot): PatternsView {
  const places = createPlaces(snapshot.design);
  const { units, cost } = snapshot;
  return {
    patterns: snapshot.design.patterns.map((pattern): PatternSummary => {
      const { rate, description, nameSpan } = pattern.decl;
      const used = units.get(pattern);
      const usd = cost.patterns.get(pattern)?.usd;
      const names = actionsOf(pattern).flatMap(({ entities }) => entities);
      return {
        name: pattern.name,
        description,
        span: nameSpan,
        label: labelOf(snapshot, pattern),
        isWrite: writes.has(pattern.kind),
        entities: placesOf(places, [...new Set(names)]),
        verdict: verdictOf(snapshot, pattern),
        rate: rate === undefined ? undefined : printRate(rate),
        perCall: used && unitsText(used),
        usd: usd && usd.max !== 0 ? figureOf(usd) : undefined,
      };
    }),
  };
}

export const capitalised = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

function labelOf({ routes }: Snapshot, pattern: Pattern): string {
  const [action, ...others] = pattern.actions;
  const result = action && routes.get(action.action);
  if (result?.kind === 'served' && others.length === 0) return routeLabel(result.route);
  return capitalised(pattern.kind);
}

export function verdictOf({ design, routes }: Snapshot, pattern: Pattern): PatternVerdict {
  if (pattern.kind === 'analyze' || pattern.kind === 'search') return 'open';
  let verdict: PatternVerdict = 'well';
  for (const use of actionsOf(pattern)) {
    const result = routes.get(use.action);
    if (result?.kind === 'unserved' || staleKeys(design, use, use.before).length > 0) return 'broken';
    if (result?.kind === 'served' && result.route.shutOut.length > 0) return 'broken';
    if (result?.kind === 'unknown') verdict = 'open';
    if (result?.kind !== 'served' || verdict === 'waste') continue;
    const { surely, perhaps } = overReadOf(design, result.route);
    if (surely.length > 0) verdict = 'waste';
    else if (perhaps.length > 0 && verdict === 'well') verdict = 'perhaps-waste';
  }
  return verdict;
}
