// The routes of a model as lines for people: which request, how many of them, what else is read, or why there is none.
// Deliberately refuses a model with other findings: a slip in a test's model would prove nothing.
import assert from 'node:assert/strict';
import { explainRefusals } from '../../../src/core/analysis/routes/explain.ts';
import { overReadOf } from '../../../src/core/analysis/routes/over-read.ts';
import { conditionLine, routeLabel } from '../../../src/core/analysis/routes/request.ts';
import type { Route, RouteResult } from '../../../src/core/analysis/routes/route.ts';
import type { Design } from '../../../src/core/model/design.ts';
import type { Snapshot } from '../../../src/core/snapshot.ts';

/** What models about routes show beside: who else lies in the range, texts that nothing bounds, scans that could be queries, indexes that are there to be refused. */
const beside: readonly string[] = [
  'pattern/over-read',
  'attribute/may-misread',
  'index/unused',
  'index/unread-entries',
  'index/low-cardinality',
  'read/scan-for-part',
];

/** The last Unicode scalar value is invisible, and it ends many ranges. */
const visible = (text: string): string => text.replaceAll('\u{10FFFF}', '\\u{10FFFF}');

function ofRoute(design: Design, route: Route): readonly string[] {
  const { surely, perhaps } = overReadOf(design, route);
  const condition = conditionLine(route);
  return [
    ...(condition === '' ? [] : [visible(condition)]),
    ...(route.forward ? [] : ['backwards']),
    ...route.fanOut.map(
      ({ reason, name, queries }) =>
        `${queries ?? 'an unknown number of'} queries, by ${reason === 'values' ? 'value' : reason} of ${name}`,
    ),
    ...(surely.length > 0 ? [`also reads ${surely.join(', ')}`] : []),
    ...(perhaps.length > 0 ? [`may also read ${perhaps.join(', ')}`] : []),
    ...(route.fetched.length > 0 ? [`fetches ${route.fetched.join(', ')} from the table`] : []),
  ];
}

function ofResult(design: Design, name: string, result: RouteResult): readonly string[] {
  switch (result.kind) {
    case 'served':
      return [
        `${name}: ${routeLabel(result.route)}`,
        ...ofRoute(design, result.route).map((line) => `  ${line}`),
      ];
    case 'unserved':
      return [`${name}: not served`, ...explainRefusals(result.refusals).map((reason) => `  ${reason}`)];
    case 'unknown':
      return [`${name}: ${result.reason}`];
  }
}

/** Of every get, query and scan, in the order of the model. `expected` are the rules that may speak. */
export function routeLines(snapshot: Snapshot, expected: readonly string[]): readonly string[] {
  const { findings, crashes } = snapshot.report;
  assert.deepEqual(crashes, []);
  const others = findings.filter(({ rule }) => ![...expected, ...beside].includes(rule));
  assert.deepEqual(
    others.map(({ rule, message }) => `${rule}: ${message}`),
    [],
  );
  return snapshot.design.patterns.flatMap(({ name, actions }) =>
    actions.flatMap(({ action }) => {
      const result = snapshot.routes.get(action);
      return result === undefined ? [] : ofResult(snapshot.design, name, result);
    }),
  );
}
