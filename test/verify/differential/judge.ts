// One random model on an engine: what comes back against what routes and proofs say, and the units against the estimate.
// Deliberately takes nothing that the analysis leaves open for wrong: a claim that is not proved allows both.
import { entryIn, rangeUnits, readFactor } from '../../../src/core/analysis/capacity/concrete-units.ts';
import type { ReadClaims } from '../../../src/core/analysis/proofs/reads.ts';
import { concreteRequest } from '../../../src/core/analysis/requests/concrete.ts';
import { keyRequest } from '../../../src/core/analysis/routes/request.ts';
import { assembleValues, frameOf } from '../../../src/core/analysis/samples/assemble.ts';
import { compareValues } from '../../../src/core/analysis/samples/compare-values.ts';
import { scalarValue } from '../../../src/core/analysis/samples/scalar-value.ts';
import type { Pattern, ResolvedAction } from '../../../src/core/model/design.ts';
import { createSnapshot, type Snapshot } from '../../../src/core/snapshot.ts';
import { chooseCalls } from '../../../src/verify/calls/choose.ts';
import { queriesOf } from '../../../src/verify/calls/queries.ts';
import { read } from '../../../src/verify/calls/read.ts';
import { parameterNames } from '../../../src/verify/checks/reading.ts';
import { type Context, deploymentFor, loadAll } from '../../../src/verify/context.ts';
import type { Engine } from '../../../src/verify/engines/engine.ts';
import { wantedItems } from '../../../src/verify/oracle/wanted.ts';
import { verifyPattern } from '../../../src/verify/pattern.ts';
import { createSession } from '../../../src/verify/session.ts';
import { definitionsOf } from '../../../src/verify/table/definition.ts';
import { deploymentOf } from '../../../src/verify/table/deployment.ts';
import { withTables } from '../../../src/verify/table/lifecycle.ts';
import { type Stored, storedText, type World, worldOf } from '../../../src/verify/world.ts';
import { never } from '../support.ts';
import { itemsIn, modelOf, type Plan } from './random-models.ts';

export interface Tried {
  readonly text: string;
  /** What contradicts the analysis, with the items. */
  readonly problems: readonly string[];
  readonly reads: number;
  readonly returned: number;
  /** Items of other entities, not asked for, or out of order, that came back as the analysis says they may. */
  readonly allowed: number;
  readonly units: number;
}

export async function tryPlan(plan: Plan, engine: Engine): Promise<Tried> {
  const text = modelOf(plan);
  const snapshot = createSnapshot(text);
  const { design } = snapshot;
  const table = design.table?.target;
  const session = createSession(engine, never);
  const definitions = definitionsOf(snapshot, { prefix: 'random', run: 'x', tags: {} }, true);
  const nothing = { text, problems: [], reads: 0, returned: 0, allowed: 0, units: 0 };
  if (table === undefined || definitions.kind === 'refused') return nothing;
  const all = storedItems(snapshot, plan);
  const world = worldOf(snapshot, table, all);
  const problems = [...keyProblems(world, all)];
  const counts = { reads: 0, returned: 0, allowed: 0, units: 0 };
  await withTables(session, [definitions.main.input], async () => {
    const context: Context = {
      world,
      profile: engine.profile,
      main: deploymentOf(session, definitions.main, table),
      shadow: undefined,
      tally: { read: 0, write: 0 },
      estimates: new Map(),
    };
    await loadAll(context);
    for (const pattern of design.patterns) {
      const found =
        pattern.kind === 'put' ? await tryPut(context, pattern) : await tryQuery(context, pattern, counts);
      problems.push(...found.map((each) => `${pattern.name}: ${each}`));
    }
  });
  return { text, problems, ...counts };
}

function storedItems({ design }: Snapshot, plan: Plan): readonly Stored[] {
  const frame = frameOf(design);
  return itemsIn(plan).flatMap(([name, texts]): readonly Stored[] => {
    const entity = design.entities.get(name);
    if (entity === undefined) return [];
    const values = new Map(
      [...texts].flatMap(([attribute, own]) => {
        const value = scalarValue(own, entity.attributes.get(attribute)?.type);
        return value ? [[attribute, value] as const] : [];
      }),
    );
    return [{ ...assembleValues(entity, values, frame), entity: name }];
  });
}

/** Items that meet in one key, though it is proved that they do not. */
function* keyProblems(world: World, all: readonly Stored[]): Iterable<string> {
  const { proofs } = world.snapshot;
  for (const [i, a] of all.entries()) {
    for (const b of all.slice(i + 1)) {
      if (world.keyText(a.item) !== world.keyText(b.item)) continue;
      const both = `${storedText(world, a)} and ${storedText(world, b)}`;
      if (a.entity !== b.entity) {
        const claim = proofs.collisions.find(({ entities }) =>
          [a.entity, b.entity].every((name) => entities.some((entity) => entity.name === name)),
        );
        if (claim === undefined || claim.verdict.kind === 'proved') yield `collide: ${both}`;
        continue;
      }
      for (const { entity, attribute, verdict } of proofs.ambiguities) {
        const [x, y] = [a, b].map(({ values }) => JSON.stringify(values.get(attribute.name)));
        if (entity.name === a.entity && verdict.kind === 'proved' && x !== y) yield `one key: ${both}`;
      }
    }
  }
}

async function tryPut(context: Context, pattern: Pattern): Promise<readonly string[]> {
  const { checks } = await verifyPattern(context, pattern);
  return checks.flatMap(({ aspect, verdict }) =>
    verdict.kind === 'mismatch'
      ? [`${aspect}: ${verdict.message} ${verdict.expected} / ${verdict.actual}`]
      : [],
  );
}

interface Counts {
  reads: number;
  returned: number;
  allowed: number;
  units: number;
}

type Claims = ReadClaims['overReads'];
const isOpen = (claims: Claims, name: string): boolean =>
  claims.some(({ entity, verdict }) => entity.name === name && verdict.kind !== 'proved');

async function tryQuery(context: Context, pattern: Pattern, counts: Counts): Promise<readonly string[]> {
  const { world } = context;
  const { routes, proofs } = world.snapshot;
  const [resolved] = pattern.actions;
  const result = resolved && routes.get(resolved.action);
  if (resolved === undefined || result?.kind !== 'served') return [];
  const { route } = result;
  const claims = proofs.reads.find(({ use }) => use.action === resolved.action);
  const request = keyRequest(route, resolved);
  const names = new Set(resolved.entities.map(({ name }) => name));
  const problems: string[] = [];
  for (const { given } of chooseCalls(world, resolved, route, parameterNames(request))) {
    for (const parameters of queriesOf(world, resolved, route, given)) {
      const made = concreteRequest(request, parameters);
      if (made.kind === 'lacks') continue;
      const deployment = deploymentFor(context, route.target);
      const options = { allPages: true, isProbe: true };
      const answer = await read(deployment, route, made.request, parameters, options);
      const found = answer.items.map((entry) => world.find(entry));
      const wanted = wantedItems(world, resolved, route, given, [parameters]);
      const known = found.flatMap((stored) => stored ?? []);
      const told = (what: string, stored: Stored): string =>
        `${what} ${storedText(world, stored)} with ${JSON.stringify([...given].map(([name, { value }]) => [name, value]))}`;
      counts.reads += 1;
      counts.returned += known.length;
      if (known.length < found.length) problems.push('an item that nobody wrote');
      for (const stored of known) {
        if (names.has(stored.entity) && wanted.includes(stored)) continue;
        counts.allowed += 1;
        const isAllowed = names.has(stored.entity)
          ? isOpen(claims?.wrongItems ?? [], stored.entity)
          : route.alsoReads.includes(stored.entity) && isOpen(claims?.overReads ?? [], stored.entity);
        if (!isAllowed) problems.push(told(names.has(stored.entity) ? 'unasked' : 'unexpected', stored));
      }
      for (const stored of wanted) {
        if (known.includes(stored) || isOpen(claims?.misses ?? [], stored.entity)) continue;
        if (!route.shutOut.some(({ entity }) => entity === stored.entity))
          problems.push(told('missing', stored));
      }
      const asked = known.filter((stored) => wanted.includes(stored));
      const breaks = orderBreaks(resolved, asked);
      counts.allowed += breaks.length;
      for (const [before, after] of breaks) {
        const ofPair = claims?.orders.find(
          ({ entities: [one, other] }) => one.name === after.entity && other.name === before.entity,
        );
        if (ofPair === undefined || ofPair.verdict.kind === 'proved')
          problems.push(`order: ${storedText(world, before)} before ${storedText(world, after)}`);
      }
      if (known.length === 0 || answer.units === undefined) continue;
      counts.units += 1;
      const factor = readFactor(pattern.kind, request.consistentRead, route.target);
      const expected = rangeUnits(
        known.map(({ item }) => entryIn(world.design, route.target, item) ?? item),
        factor,
      );
      const reported = [...answer.units.values()].reduce((sum, each) => sum + each, 0);
      if (reported !== expected) problems.push(`${reported} RCU in place of ${expected}`);
    }
  }
  return problems;
}

/** Neighbours that are not in the order that the pattern declares. */
function orderBreaks(
  { action: { order } }: ResolvedAction,
  asked: readonly Stored[],
): readonly (readonly [Stored, Stored])[] {
  const attribute = order?.attribute?.value;
  if (order === undefined || attribute === undefined) return [];
  return asked.flatMap((stored, i) => {
    const before = asked[i - 1];
    const [x, y] = [before?.values.get(attribute), stored.values.get(attribute)];
    if (before === undefined || x === undefined || y === undefined) return [];
    const difference = order.descending ? compareValues(y, x) : compareValues(x, y);
    return difference > 0 ? [[before, stored] as const] : [];
  });
}
