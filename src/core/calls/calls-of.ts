// The calls that a pattern makes, in their order: one for a single operation, one for a batch or transaction, one for each step.
// Deliberately with sample items as arguments, so that a copied call can be tried.

import type { Analysis } from '../analysis/analysis.ts';
import type { DynamoValue } from '../analysis/capacity/item.ts';
import { clausesOf } from '../analysis/routes/clauses.ts';
import { keyRequest } from '../analysis/routes/request.ts';
import type { Route } from '../analysis/routes/route.ts';
import { keyRouteOf } from '../analysis/runs/key-route.ts';
import type { LegRun, PatternRun, WriteRun } from '../analysis/runs/run.ts';
import { parametersOf, sourcesOf } from '../analysis/runs/scene.ts';
import type { Pattern, ResolvedAction } from '../model/design.ts';
import type { PatternKind } from '../model/model.ts';
import { counted } from '../text/words.ts';
import type { Call, Operation, Part } from './call.ts';
import { writePart } from './write-part.ts';

const batchOperations: Readonly<Partial<Record<PatternKind, Operation>>> = {
  batchGet: 'BatchGetItem',
  batchWrite: 'BatchWriteItem',
  transactGet: 'TransactGetItems',
  transactWrite: 'TransactWriteItems',
};

const singleOperations = {
  get: 'GetItem',
  query: 'Query',
  scan: 'Scan',
  put: 'PutItem',
  update: 'UpdateItem',
  delete: 'DeleteItem',
} as const;

interface Leg {
  readonly resolved: ResolvedAction;
  readonly part: Part;
  readonly args: ReadonlyMap<string, DynamoValue>;
  readonly remarks: readonly string[];
}

function servedRoute({ routes }: Analysis, { action }: ResolvedAction): Route | undefined {
  const result = routes.get(action);
  return result?.kind === 'served' ? result.route : undefined;
}

function legOf(analysis: Analysis, resolved: ResolvedAction, run: LegRun | undefined): Leg | undefined {
  const { action } = resolved;
  if (action.kind === 'get' || action.kind === 'query' || action.kind === 'scan') {
    const route = servedRoute(analysis, resolved);
    if (route === undefined) return undefined;
    const orderedBy = action.kind === 'query' ? route.target.sortKey.at(-1)?.name : undefined;
    const part: Part = { kind: action.kind, request: keyRequest(route, resolved), orderedBy };
    return {
      resolved,
      part,
      args: run?.kind === 'read' ? run.args : new Map(),
      remarks: remarksOf(route, action.times),
    };
  }
  const written = run?.kind === 'write' ? run : undefined;
  const route = keyRouteOf(analysis, resolved);
  const part = writePart(analysis.design, resolved, route, written);
  if (part === undefined) return undefined;
  return {
    resolved,
    part,
    args: written ? argumentsOf(written) : new Map(),
    remarks: timesRemark(action.times),
  };
}

const timesRemark = (times: number | undefined): readonly string[] =>
  times === undefined ? [] : [`done ${times} times in a call, on average`];

function remarksOf({ fanOut }: Route, times: number | undefined): readonly string[] {
  const queries = fanOut.map(({ name, queries: number }) =>
    number === undefined
      ? `one query for each value of ${name}`
      : `one of ${counted(number, 'query', 'queries')}, by ${name}`,
  );
  return [...queries, ...timesRemark(times)];
}

/** All that the item has afterwards, what is given for the key, and what conditions and changes name otherwise. */
function argumentsOf({ resolved, entity, args, before, after, sample }: WriteRun): Leg['args'] {
  const { action } = resolved;
  const all = new Map<string, DynamoValue>([...sample.values, ...(after?.values ?? []), ...args]);
  const put = (name: string, value: DynamoValue | undefined): void => {
    if (value) all.set(name, value);
  };
  for (const clause of clausesOf(action.set)) {
    for (const name of parametersOf(clause)) put(name, (after ?? sample).values.get(clause.attribute));
  }
  for (const clause of clausesOf([...action.add, ...action.append])) {
    const { attribute } = clause;
    const difference = addedTo(before?.values.get(attribute), after?.values.get(attribute));
    for (const name of parametersOf(clause)) put(name, difference);
  }
  const given = sourcesOf(clausesOf([...action.condition, ...action.when]), entity, [entity]);
  for (const [name, attribute] of given) {
    if (!all.has(name)) put(name, (before ?? sample).values.get(attribute));
  }
  return all;
}

/** What was added to make one value of the other: an amount, members, elements. */
function addedTo(before: DynamoValue | undefined, after: DynamoValue | undefined): DynamoValue | undefined {
  if (after?.type === 'number') {
    return { type: 'number', value: before?.type === 'number' ? '1' : after.value };
  }
  if (before === undefined || before.type !== after?.type) return after;
  if (after.type === 'list') {
    return { type: 'list', value: after.value.slice(before.type === 'list' ? before.value.length : 0) };
  }
  if (after.type === 'string-set' || after.type === 'number-set') {
    const known = before.type === after.type ? before.value : [];
    const added = after.value.filter((member) => !known.includes(member));
    return { type: after.type, value: added.length > 0 ? added : after.value };
  }
  return after;
}

/** Formats of parameters: of the attribute that each stands for, or that has its name. */
function formatsOf(legs: readonly Leg[]): Call['formatOf'] {
  const formats = new Map<string, string | undefined>();
  for (const { resolved } of legs) {
    const { action, entities } = resolved;
    for (const entity of entities) {
      const sources = sourcesOf(clausesOf([...action.where, ...action.filter]), entity, entities);
      for (const [name, attribute] of sources) {
        if (!formats.has(name)) formats.set(name, entity.attributes.get(attribute)?.format?.name);
      }
      for (const { name, format } of entity.attributes.values()) {
        if (!formats.has(name)) formats.set(name, format?.name);
      }
    }
  }
  return (name) => formats.get(name);
}

function callOf(analysis: Analysis, operation: Operation, legs: readonly Leg[]): Call {
  return {
    operation,
    tableName: analysis.design.model.table?.name?.value ?? 'TableName',
    parts: legs.map(({ part }) => part),
    args: new Map(legs.flatMap(({ args }) => [...args]).reverse()),
    formatOf: formatsOf(legs),
    remarks: [...new Set(legs.flatMap(({ remarks }) => remarks))],
  };
}

function callsOfLegs(
  analysis: Analysis,
  kind: PatternKind,
  actions: readonly ResolvedAction[],
  runs: readonly LegRun[],
): readonly Call[] {
  const legs = actions.flatMap((resolved, i) => legOf(analysis, resolved, runs[i]) ?? []);
  const batch = batchOperations[kind];
  if (batch) return legs.length > 0 ? [callOf(analysis, batch, legs)] : [];
  return legs.flatMap((leg) =>
    leg.part.kind === 'check' ? [] : [callOf(analysis, singleOperations[leg.part.kind], [leg])],
  );
}

/** Empty where nothing serves the pattern. */
export function callsOf(analysis: Analysis, pattern: Pattern, run: PatternRun): readonly Call[] {
  if (pattern.kind === 'analyze' || pattern.kind === 'search') return [];
  return [
    ...callsOfLegs(analysis, pattern.kind, pattern.actions, run.legs),
    ...pattern.steps.flatMap(({ kind, actions }, i) =>
      callsOfLegs(analysis, kind, actions, run.steps[i] ?? []),
    ),
  ];
}
