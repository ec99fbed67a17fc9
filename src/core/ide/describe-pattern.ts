// An access pattern in words: route, key condition as the SDK takes it, items, units and money with their working.
// Deliberately prints the steps of the capacity module as they are: the same working stands everywhere.

import type { PatternUnits, Throughput } from '../analysis/capacity/pattern-units.ts';
import { printMissing, printRange, printSteps, printValue } from '../analysis/capacity/print-steps.ts';
import { distinctMissing, type Quantity } from '../analysis/capacity/quantity.ts';
import type { Unit } from '../analysis/capacity/step.ts';
import { printRequestValue } from '../analysis/requests/request-value.ts';
import { explainRefusals, targetName } from '../analysis/routes/explain.ts';
import { overReadOf } from '../analysis/routes/over-read.ts';
import { keyRequest, routeLabel } from '../analysis/routes/request.ts';
import type { Route, RouteResult } from '../analysis/routes/route.ts';
import { exactReads } from '../analysis/runs/exact-read.ts';
import { actionsOf } from '../model/actions.ts';
import type { Design, Pattern, ResolvedAction } from '../model/design.ts';
import type { Snapshot } from '../snapshot.ts';
import { printNumber } from '../syntax/quantity.ts';
import { counted, listOf } from '../text/words.ts';
import { patternMoney } from './describe-cost.ts';
import { figure, vectorTexts } from './figure.ts';
import { blocks, code, codeBlock, plainText } from './markdown.ts';

/** The request, one parameter a line, as the SDK names them. */
function requestLines(route: Route, resolved: ResolvedAction): readonly string[] {
  const request = keyRequest(route, resolved);
  const record = <T>(entries: ReadonlyMap<string, T>, show: (value: T) => string) =>
    `{ ${[...entries].map(([name, value]) => `${JSON.stringify(name)}: ${show(value)}`).join(', ')} }`;
  const text = (parameter: string, value: string | undefined) =>
    value === undefined || value === '' ? [] : [`${parameter}: ${JSON.stringify(value)}`];
  return [
    ...text('IndexName', request.indexName),
    ...(request.key.size > 0 ? [`Key: ${record(request.key, printRequestValue)}`] : []),
    ...text('KeyConditionExpression', request.keyConditionExpression),
    ...text('FilterExpression', request.filterExpression),
    ...text('ProjectionExpression', request.projectionExpression),
    ...(request.names.size > 0 ? [`ExpressionAttributeNames: ${record(request.names, JSON.stringify)}`] : []),
    ...(request.values.size > 0
      ? [`ExpressionAttributeValues: ${record(request.values, printRequestValue)}`]
      : []),
    ...text('Select', request.select),
    ...(request.scanIndexForward ? [] : ['ScanIndexForward: false']),
    ...(request.consistentRead ? ['ConsistentRead: true'] : []),
    ...(request.limit === undefined ? [] : [`Limit: ${request.limit}`]),
  ];
}

function remarksOn(design: Design, route: Route, { action }: ResolvedAction): readonly string[] {
  const fanOut = route.fanOut.map(({ queries, name }) =>
    queries === undefined
      ? `One query for each value of ${plainText(name)}; how many is unknown.`
      : `${queries} queries, one for each value of ${plainText(name)}.`,
  );
  const { surely, perhaps } = overReadOf(design, route);
  const also = [
    ...(surely.length > 0 ? [`Also reads ${plainText(listOf(surely))}.`] : []),
    ...(perhaps.length > 0 ? [`May also read ${plainText(listOf(perhaps))}.`] : []),
  ];
  const fetched =
    route.fetched.length > 0
      ? [`Fetches ${plainText(listOf(route.fetched))} from the table, item by item.`]
      : [];
  const inOrder =
    fanOut.length > 0 && action.order ? ['Each query is in order by itself: merge their results.'] : [];
  return [...fanOut, ...inOrder, ...also, ...fetched];
}

/** What is called, and everything of the request that the call's name leaves open. */
interface RouteText {
  readonly title: string;
  readonly body: string;
}

function routeText(design: Design, resolved: ResolvedAction, result: RouteResult): RouteText {
  switch (result.kind) {
    case 'served': {
      const others = result.others.map((route) => targetName(route.target));
      const also = others.length > 0 ? `${plainText(listOf(others))} would serve it, too.` : undefined;
      const body = blocks(
        codeBlock(requestLines(result.route, resolved), 'js'),
        [...remarksOn(design, result.route, resolved), ...(also ? [also] : [])].join('  \n'),
      );
      return { title: `**${plainText(routeLabel(result.route))}**`, body };
    }
    case 'unserved':
      return {
        title: '**Nothing serves it**',
        body: explainRefusals(result.refusals)
          .map((reason) => `- ${plainText(reason)}`)
          .join('\n'),
      };
    case 'unknown':
      return { title: '**No route**', body: whyUnknown(resolved, result.reason) };
  }
}

type UnknownReason = Extract<RouteResult, { kind: 'unknown' }>['reason'];

function whyUnknown({ action }: ResolvedAction, reason: UnknownReason): string {
  switch (reason) {
    case 'no-table-keys':
      return 'The table or the entity has no keys yet.';
    case 'ambiguous-reference':
      return 'A name in where could stand for more than one attribute.';
    case 'unreadable': {
      if (action.where.some(({ clause, problems }) => clause === undefined || problems.length > 0)) {
        return 'A clause in where cannot be read.';
      }
      const refused = action.where.find(
        ({ clause }) => clause?.operator === '<>' || clause?.operator === 'contains',
      );
      return refused?.clause
        ? `No key condition has ${plainText(refused.clause.operator)}: move it to filter.`
        : 'A name in the pattern is not known.';
    }
  }
}

/** How far single calls may be from the figure; empty where they cannot be, or the figure says it itself. */
function spread(quantity: Quantity, unit: Unit): string {
  const { mean, min, max } = quantity;
  if (max !== undefined) return printRange(quantity, unit);
  if (mean === undefined) return '';
  return `${min === mean ? '' : `at least ${printValue(min, unit)}, `}the most is not known`;
}

function perCall(quantity: Quantity, unit: Unit): string {
  const range = spread(quantity, unit);
  return `**${figure(quantity, unit)}** a call${range === '' ? '' : ` (${range})`}`;
}

function perSecond(throughput: Throughput | undefined, when: string): readonly string[] {
  if (throughput === undefined) return [];
  const parts = [
    ...(throughput.read.max === 0 ? [] : [figure(throughput.read, 'RCU/s')]),
    ...(throughput.write.max === 0 ? [] : [figure(throughput.write, 'WCU/s')]),
  ];
  return parts.length > 0 ? [`${parts.join(' + ')} ${when}`] : [];
}

const unitsOfCall = ({ read, write, vectors }: PatternUnits): readonly string[] => [
  ...(read.max === 0 ? [] : [perCall(read, 'RCU')]),
  ...(write.max === 0 ? [] : [perCall(write, 'WCU')]),
  ...vectorTexts(vectors).map((text) => `${plainText(text)} a call`),
];

/** What is moved, and how fast, in a line below the units of a call. */
const totals = ({ items, bytes, atRate, atPeak }: PatternUnits): string =>
  [
    `${figure(items, 'items')}, ${figure(bytes, 'B', 'bytes')}`,
    ...perSecond(atRate, 'at its rate'),
    ...perSecond(atPeak, 'at its peak'),
  ].join(' · ');

/** What its reads come to on the samples that the model has, exactly. */
const onSamples = (snapshot: Snapshot, pattern: Pattern): readonly string[] =>
  exactReads(snapshot, pattern).map(({ condition, read, returned, bytes, units }) => {
    const of = condition === '' ? '' : ` ${code(condition)}`;
    const size = `${printNumber(bytes, 15)} B`;
    const left = returned === read ? '' : `; ${counted(returned, 'item')} of them returned`;
    return `On its samples${of}: ${counted(read, 'item')}, ${size}, **${printValue(units, 'RCU')}**${left}`;
  });

/**
 * The editor cuts a hover off at about a dozen lines, so what a person came for stands first: the route, the units.
 * The request and the working follow.
 */
export function describePattern(snapshot: Snapshot, pattern: Pattern): string {
  const { routes, units } = snapshot;
  const routed = actionsOf(pattern).flatMap((action) => {
    const result = routes.get(action.action);
    return result ? [{ kind: result.kind, ...routeText(snapshot.design, action, result) }] : [];
  });
  // What nothing serves has no units either.
  const own = routed.some(({ kind }) => kind === 'unserved') ? undefined : units.get(pattern);
  const money = own && patternMoney(snapshot, pattern);
  const [only, ...more] = routed;
  const single = only !== undefined && more.length === 0;
  const head = [
    ...(single ? [only.title] : []),
    ...(own ? unitsOfCall(own) : []),
    ...(money ? [money.line] : []),
  ].join(' · ');
  const working = [...printSteps(own?.steps ?? []), ...(money?.working ?? [])];
  const description = pattern.decl.description;
  return blocks(
    [
      `**${plainText(pattern.name)}** — ${pattern.kind}`,
      ...(description === undefined ? [] : [plainText(description)]),
    ].join('  \n'),
    [...(head === '' ? [] : [head]), ...(own ? [totals(own), ...onSamples(snapshot, pattern)] : [])].join(
      '  \n',
    ),
    ...(single ? [only.body] : routed.flatMap(({ title, body }) => [title, body])),
    working.length > 0 ? blocks('Working:', codeBlock(working, 'text')) : undefined,
    own &&
      printMissing(distinctMissing([...own.unknown, ...(money?.missing ?? [])]))
        .map((line) => `- ${line}`)
        .join('\n'),
  );
}
