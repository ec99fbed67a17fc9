// Routes whose key condition is written out by `key:`.
// Deliberately checks only that DynamoDB takes the condition and that literals do not shut an entity out; proofs do the rest.
import type { Entity, KeyAttribute, Layout, ResolvedAction, Target } from '../../model/design.ts';
import type { KeyConditionDecl } from '../../model/model.ts';
import { alsoIn, mayMeet, type Surroundings } from './item-collections.ts';
import { writtenDirection } from './order.ts';
import { lackedBy, projectionObstacle } from './projection.ts';
import { rendering } from './rendering.ts';
import type { KeyCondition, Obstacle, RouteResult, ShutOut } from './route.ts';

const condition = (key: KeyCondition['key'], decl: KeyConditionDecl): KeyCondition => ({
  key,
  operator: decl.operator,
  values: decl.values.map((value) => rendering(value.template.parts)),
});

/** Whether literals show that no item of the entity meets the conditions, and by which key; undefined where one may. */
function shutOutOf(
  entity: Entity,
  target: Target,
  layouts: readonly Layout[],
  conditions: readonly KeyCondition[],
): ShutOut | undefined {
  const meets = (layout: Layout, each: KeyCondition): boolean => {
    const part = [...layout.partition, ...layout.sort].find((p) => p.key.name === each.key.name);
    return part === undefined || mayMeet(part, each);
  };
  if (layouts.some((layout) => conditions.every((each) => meets(layout, each)))) return undefined;
  const failing = conditions.find((each) => layouts.every((layout) => !meets(layout, each)));
  return { entity: entity.name, key: failing?.key.name ?? target.name };
}

/** The key attribute that a line of `key:` means: by its name, or in an index by the name of the table's key in that role. */
export function keyNamed(name: string, target: Target, table: Target): KeyAttribute | undefined {
  const own = [...target.partitionKey, ...target.sortKey].find((key) => key.name === name);
  if (own) return own;
  const role = table.partitionKey[0]?.name === name ? target.partitionKey : target.sortKey;
  const isTableKey = [...table.partitionKey, ...table.sortKey].some((key) => key.name === name);
  return isTableKey && role.length === 1 ? role[0] : undefined;
}

export function pinnedRoute(
  around: Surroundings,
  { action, entities }: ResolvedAction,
  decls: readonly KeyConditionDecl[],
  target: Target,
): RouteResult {
  const obstacles: Obstacle[] = [];
  const meant = new Map(decls.map((decl) => [keyNamed(decl.name, target, around.table), decl]));
  const find = (key: KeyAttribute) => meant.get(key);
  const partition = target.partitionKey.flatMap((key): readonly KeyCondition[] => {
    const decl = find(key);
    if (decl?.operator === '=') return [condition(key, decl)];
    obstacles.push({ kind: 'pinned-partition-key', key: key.name });
    return [];
  });
  const sort: KeyCondition[] = [];
  for (const key of target.sortKey) {
    const decl = find(key);
    if (decl === undefined) break;
    sort.push(condition(key, decl));
    if (decl.operator !== '=') break;
  }
  const used = new Set([...partition, ...sort].map((each) => meant.get(each.key)));
  const isPartition = (name: string) => target.partitionKey.some((key) => key.name === name);
  const unused = decls.filter((decl) => !used.has(decl) && !isPartition(decl.name)).map((decl) => decl.name);
  if (unused.length > 0) obstacles.push({ kind: 'pinned-unused', keys: unused });
  if (action.strong && target.kind === 'global') obstacles.push({ kind: 'strong-on-global' });
  const lacked = lackedBy(target, around.table, entities, action);
  obstacles.push(...projectionObstacle(target, lacked));
  for (const entity of entities) {
    const absence = entity.absences.find((each) => each.target === target);
    if (absence) obstacles.push({ kind: 'entity-absent', entity: entity.name, missing: absence.missing });
  }
  if (obstacles.length > 0) return { kind: 'unserved', refusals: [{ target, obstacles }] };
  const route = {
    operation: 'Query' as const,
    target,
    partition,
    sort,
    forward: writtenDirection(action, entities, target),
    fanOut: [],
    layouts: entities.flatMap((entity) => around.layoutsIn(entity, target)),
    alsoReads: alsoIn(around.collection(target, partition), sort, entities),
    fetched: lacked,
    shutOut: entities.flatMap(
      (entity) => shutOutOf(entity, target, around.layoutsIn(entity, target), [...partition, ...sort]) ?? [],
    ),
  };
  return { kind: 'served', route, others: [] };
}
