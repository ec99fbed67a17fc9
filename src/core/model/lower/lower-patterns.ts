// From tree to declarations: access patterns with their actions and steps.
// Deliberately checks nothing; what is malformed is left out.

import {
  parseAmount,
  parseBytes,
  parseDuration,
  parseMoney,
  parseRate,
  parseShare,
} from '../../syntax/quantity.ts';
import { entryOf, type MapEntry, type MapNode, type Node, spanOf } from '../../syntax/tree.ts';
import { type Spanned, spanned } from '../../text/span.ts';
import type {
  Action,
  Budget,
  KeyConditionDecl,
  KeyOperator,
  OrderDecl,
  PatternDecl,
  PatternKind,
  Step,
} from '../model.ts';
import { clausesOf, templateOf } from './context.ts';
import { items, itemsOf, mapOf, named, quantity, text, textOf, texts, valueAt } from './fields.ts';

/** The operation words, in the order in which one is chosen where a broken pattern has several. */
export const operationWords: readonly (PatternKind | 'check')[] = [
  'get',
  'query',
  'scan',
  'put',
  'update',
  'delete',
  'batchGet',
  'batchWrite',
  'transactGet',
  'transactWrite',
  'search',
  'analyze',
  'check',
];

type ActionKind = Action['kind'];

const keyOperators: readonly KeyOperator[] = ['=', '<', '<=', '>', '>=', 'begins_with', 'between'];

function keyCondition(source: string, entry: MapEntry): KeyConditionDecl | undefined {
  if (entry.value?.kind === 'scalar') {
    return { ...named(entry), operator: '=', values: [templateOf(source, entry.value)] };
  }
  if (entry.value?.kind !== 'map') return undefined;
  const condition = entry.value.entries.find((inner) => keyOperators.some((op) => op === inner.key.source));
  const operator = keyOperators.find((op) => op === condition?.key.source);
  if (operator === undefined) return undefined;
  const values = items(condition?.value).flatMap((item) =>
    item.kind === 'scalar' ? [templateOf(source, item)] : [],
  );
  return values.length === (operator === 'between' ? 2 : 1)
    ? { ...named(entry), operator, values }
    : undefined;
}

const orderPattern = /^(?:(\S+)\s+)?(ascending|descending)$/;

function order(node: Node | undefined): OrderDecl | undefined {
  const written = text(node, 'order');
  if (written === undefined) return undefined;
  const match = orderPattern.exec(written.value.trim());
  // `order: placedAt` alone names the attribute, ascending.
  const attribute = match ? match[1] : written.value.trim();
  return {
    span: written.span,
    attribute: attribute === undefined ? undefined : spanned(attribute, written.span),
    descending: match?.[2] === 'descending',
  };
}

function action(
  source: string,
  kind: ActionKind,
  entities: readonly Spanned<string>[],
  node: MapNode | undefined,
  at: Node | MapEntry,
): Action {
  return {
    kind,
    span: at.span,
    node,
    entities,
    where: clausesOf(source, node, 'where'),
    filter: clausesOf(source, node, 'filter'),
    condition: clausesOf(source, node, 'condition'),
    when: clausesOf(source, node, 'when'),
    set: clausesOf(source, node, 'set'),
    add: clausesOf(source, node, 'add'),
    append: clausesOf(source, node, 'append'),
    remove: texts(node, 'remove'),
    given: texts(node, 'given'),
    select: valueAt(node, 'select') && texts(node, 'select'),
    order: order(node),
    limit: quantity(node, 'limit', parseAmount),
    matches: quantity(node, 'matches', parseAmount),
    firstPageOnly: text(node, 'pages')?.value === 'first',
    examines: quantity(node, 'examines', parseBytes),
    index: text(node, 'index'),
    key: mapOf(node, 'key')?.entries.flatMap((entry) => keyCondition(source, entry) ?? []),
    strong: text(node, 'consistency')?.value === 'strong',
    times: quantity(node, 'times', parseAmount),
    replaces: quantity(node, 'replaces', parseShare),
    fails: quantity(node, 'fails', parseShare),
  };
}

function operationOf(node: Node | undefined): { kind: PatternKind; entry: MapEntry } | undefined {
  for (const kind of operationWords) {
    const entry = entryOf(node, kind);
    if (entry) return { kind, entry };
  }
  return undefined;
}

/** What the short form of a leg (`batchGet: User`) stands for. */
const shortLeg = { batchGet: 'get', transactGet: 'get', batchWrite: 'put', transactWrite: 'put' } as const;

/** A leg so many times, in so many batches. */
const timesOf = (leg: number | undefined, batch: number | undefined): number | undefined =>
  leg === undefined || batch === undefined ? (leg ?? batch) : leg * batch;

/** The actions of a pattern or step: itself, or one for each leg. Legs of a batch take `where`, `select` and `consistency` from it. */
function actionsOf(source: string, kind: PatternKind, entry: MapEntry, node: MapNode): readonly Action[] {
  if (kind === 'analyze') return [];
  const isBatch =
    kind === 'batchGet' || kind === 'batchWrite' || kind === 'transactGet' || kind === 'transactWrite';
  if (!isBatch) {
    const entities = items(entry.value).flatMap((item) => textOf(item) ?? []);
    return [action(source, kind, entities, node, entry)];
  }
  return items(entry.value).flatMap((leg) => {
    const short = textOf(leg);
    if (short) return [{ ...action(source, shortLeg[kind], [short], node, leg), span: spanOf(leg) }];
    const inner = operationOf(leg);
    if (inner === undefined || leg.kind !== 'map') return [];
    return actionsOf(source, inner.kind, inner.entry, leg).map((own) => {
      const shared = action(source, own.kind, own.entities, node, entry);
      return {
        ...own,
        span: spanOf(leg),
        where: own.where.length > 0 ? own.where : shared.where,
        select: own.select ?? shared.select,
        strong: own.strong || shared.strong,
        fails: own.fails ?? shared.fails,
        times: timesOf(own.times, shared.times),
      };
    });
  });
}

function step(source: string, node: Node): Step | undefined {
  const operation = operationOf(node);
  if (operation === undefined || node.kind !== 'map') return undefined;
  const { kind, entry } = operation;
  return { kind, span: spanOf(node), actions: actionsOf(source, kind, entry, node) };
}

function budget(node: Node): Budget | undefined {
  const written = textOf(node);
  if (written === undefined) return undefined;
  const units = /^(.*?)\s*([RW])[CR]U$/.exec(written.value.trim());
  if (units) {
    const value = parseAmount(units[1] ?? '');
    const of = units[2] === 'R' ? 'read' : 'write';
    return value === undefined ? undefined : { kind: 'units', units: value, of, span: written.span };
  }
  const usdPerMonth = parseMoney(written.value.replace(/\s*\/\s*month\s*$/, ''));
  return usdPerMonth === undefined ? undefined : { kind: 'money', usdPerMonth, span: written.span };
}

/** Undefined where no operation is named: nothing is known of such a pattern. */
export function lowerPattern(source: string, entry: MapEntry): PatternDecl | undefined {
  const node = entry.value?.kind === 'map' ? entry.value : undefined;
  const operation = operationOf(node);
  if (node === undefined || operation === undefined) return undefined;
  const cache = mapOf(node, 'cache');
  // Written out, not spread: a large model has thousands of patterns.
  return {
    name: entry.key.source,
    nameSpan: entry.key.span,
    span: entry.span,
    entry,
    kind: operation.kind,
    kindSpan: operation.entry.key.span,
    node,
    actions: actionsOf(source, operation.kind, operation.entry, node),
    steps: itemsOf(node, 'then').flatMap((item) => step(source, item) ?? []),
    description: text(node, 'description')?.value,
    rate: quantity(node, 'rate', parseRate),
    peak: quantity(node, 'peak', parseRate),
    hottest: quantity(node, 'hottest', parseShare),
    cacheHits: quantity(cache, 'hits', parseShare),
    cacheWith: text(cache, 'with')?.value,
    latency: quantity(node, 'latency', parseDuration),
    budgets: itemsOf(node, 'budget').flatMap((item) => budget(item) ?? []),
    readYourWrites: texts(node, 'readYourWrites'),
    needs: texts(node, 'needs'),
  };
}
