// An access pattern in words: route, key condition as the SDK takes it, items, bytes and units with their working.
// Deliberately prints the steps of the capacity module as they are: the same working stands everywhere.
import type { PatternUnits, Throughput } from '../analysis/capacity/pattern-units.ts';
import { printMissing, printQuantity, printRange, printSteps } from '../analysis/capacity/print-steps.ts';
import type { Quantity } from '../analysis/capacity/quantity.ts';
import type { Unit } from '../analysis/capacity/step.ts';
import { explainRefusal, targetName } from '../analysis/routes/explain.ts';
import { keyRequest, routeLabel } from '../analysis/routes/request.ts';
import type { Route, RouteResult } from '../analysis/routes/route.ts';
import type { Pattern, ResolvedAction } from '../model/design.ts';
import type { Snapshot } from '../snapshot.ts';
import { listOf } from '../text/words.ts';
import { blocks, codeBlock, plainText } from './markdown.ts';

/** The request, one parameter a line, as the SDK names them. */
function requestLines(route: Route, { action }: ResolvedAction): readonly string[] {
  const request = keyRequest(route, action);
  const record = (entries: ReadonlyMap<string, string>, show = (value: string) => value) =>
    `{ ${[...entries].map(([alias, value]) => `${JSON.stringify(alias)}: ${show(value)}`).join(', ')} }`;
  if (route.operation === 'GetItem') {
    const key = new Map(
      [...request.names].map(([alias, name]) => [name, request.values.get(alias.replace('#', ':')) ?? '']),
    );
    return [`Key: ${record(key)}`, ...(request.consistentRead ? ['ConsistentRead: true'] : [])];
  }
  return [
    ...(request.indexName === undefined ? [] : [`IndexName: ${JSON.stringify(request.indexName)}`]),
    ...(request.keyConditionExpression === ''
      ? []
      : [
          `KeyConditionExpression: ${JSON.stringify(request.keyConditionExpression)}`,
          `ExpressionAttributeNames: ${record(request.names, JSON.stringify)}`,
          `ExpressionAttributeValues: ${record(request.values)}`,
        ]),
    ...(request.scanIndexForward ? [] : ['ScanIndexForward: false']),
    ...(request.consistentRead ? ['ConsistentRead: true'] : []),
    ...(request.limit === undefined ? [] : [`Limit: ${request.limit}`]),
  ];
}

function remarksOn(route: Route, { action }: ResolvedAction): readonly string[] {
  const fanOut = route.fanOut.map(({ queries, name }) =>
    queries === undefined
      ? `One query for each value of ${plainText(name)}; how many is unknown.`
      : `${queries} queries, one for each value of ${plainText(name)}.`,
  );
  const also = route.alsoReads.length > 0 ? [`Also reads ${plainText(listOf(route.alsoReads))}.`] : [];
  const fetched =
    route.fetched.length > 0
      ? [`Fetches ${plainText(listOf(route.fetched))} from the table, item by item.`]
      : [];
  const inOrder =
    fanOut.length > 0 && action.order ? ['Each query is in order by itself: merge their results.'] : [];
  return [...fanOut, ...inOrder, ...also, ...fetched];
}

function routeText(resolved: ResolvedAction, result: RouteResult): string {
  switch (result.kind) {
    case 'served': {
      const others = result.others.map((route) => targetName(route.target));
      const also = others.length > 0 ? `${plainText(listOf(others))} would serve it, too.` : undefined;
      return blocks(
        `**${plainText(routeLabel(result.route))}**`,
        codeBlock(requestLines(result.route, resolved), 'js'),
        [...remarksOn(result.route, resolved), ...(also ? [also] : [])].join('  \n'),
      );
    }
    case 'unserved':
      return blocks(
        '**Nothing serves it.**',
        result.refusals.map((refusal) => `- ${plainText(explainRefusal(refusal))}`).join('\n'),
      );
    case 'unknown':
      return result.reason === 'no-table-keys'
        ? 'No route: the table or the entity has no keys yet.'
        : 'No route: a name in the pattern is not known.';
  }
}

const withRange = (quantity: Quantity, unit: Unit): string => {
  const range = printRange(quantity, unit);
  return `**${printQuantity(quantity, unit)}**${range === '' ? '' : ` (${range})`}`;
};

function perSecond(label: string, throughput: Throughput | undefined): string | undefined {
  if (throughput === undefined) return undefined;
  const parts = [
    ...(throughput.read.max === 0 ? [] : [printQuantity(throughput.read, 'RCU/s')]),
    ...(throughput.write.max === 0 ? [] : [printQuantity(throughput.write, 'WCU/s')]),
  ];
  return parts.length > 0 ? `${label}: ${parts.join(' + ')}` : undefined;
}

function unitsText(units: PatternUnits): string {
  const figures = [
    ...(units.read.max === 0 ? [] : [withRange(units.read, 'RCU')]),
    ...(units.write.max === 0 ? [] : [withRange(units.write, 'WCU')]),
  ];
  const rates = [perSecond('at its rate', units.atRate), perSecond('at its peak', units.atPeak)].filter(
    (line) => line !== undefined,
  );
  return blocks(
    `${figures.join(' + ') || 'no units'} a call — ${printQuantity(units.items, 'items')}, ${printQuantity(units.bytes, 'B')}`,
    rates.join('  \n'),
    units.steps.length > 0 ? codeBlock(printSteps(units.steps)) : undefined,
    printMissing(units.unknown)
      .map((line) => `- ${line}`)
      .join('\n'),
  );
}

export function describePattern({ routes, units }: Snapshot, pattern: Pattern): string {
  const resolved = [...pattern.actions, ...pattern.steps.flatMap((step) => step.actions)];
  const routed = resolved.flatMap((action) => {
    const result = routes.get(action.action);
    return result ? [routeText(action, result)] : [];
  });
  const own = units.get(pattern);
  return blocks(
    `**${plainText(pattern.name)}** — ${pattern.kind}`,
    pattern.decl.description === undefined ? undefined : plainText(pattern.decl.description),
    ...routed,
    own && unitsText(own),
  );
}
