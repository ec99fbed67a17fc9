// Claims about the table's own keys: no two entities share one, and no two items of an entity that differ.
// Deliberately looks only at pairs whose literals do not rule it out already.
import type { Attribute, Design, Entity, Layout, Target } from '../../model/design.ts';
import { keyParts, tableLayout } from '../../model/layouts.ts';
import { tellsApart } from '../routes/functions.ts';
import { surroundings } from '../routes/item-collections.ts';
import { mayEqual } from '../routes/rendering.ts';
import { decide } from './decide.ts';
import type { Domains } from './domains/domains.ts';
import type { Budget } from './equations/assign.ts';
import { createScene, type SceneBuilder } from './scene.ts';
import { tellsValuesApart } from './separators.ts';
import type { Verdict } from './verdict.ts';

export interface Collision {
  readonly entities: readonly [Entity, Entity];
  readonly verdict: Verdict;
}

/** Items that differ in the attribute can have the same primary key. */
export interface Ambiguity {
  readonly entity: Entity;
  readonly attribute: Attribute;
  readonly verdict: Verdict;
}

/** The two items have all keys of the table alike. */
function sameKeys(
  scene: SceneBuilder,
  [a, ofA]: readonly [number, Layout],
  [b, ofB]: readonly [number, Layout],
): void {
  const others = keyParts(ofB);
  for (const [i, part] of keyParts(ofA).entries()) {
    const other = others[i];
    if (other)
      scene.add({
        relation: '=',
        left: scene.ofItem(a, part.template),
        right: scene.ofItem(b, other.template),
      });
  }
}

const isShared = (a: Entity, b: Entity): boolean =>
  a.decl.sharesKeysWith.some(({ value }) => value === b.name) ||
  b.decl.sharesKeysWith.some(({ value }) => value === a.name);

interface Placed {
  readonly entity: Entity;
  readonly layout: Layout;
}

/** Every pair once, but for those whose literals and listed values rule out that a partition key is the same. */
function* pairsOf(design: Design, table: Target): Iterable<readonly [Placed, Placed]> {
  const { collection } = surroundings(design, table);
  const placed = [...design.entities.values()].flatMap((entity): readonly Placed[] => {
    const layout = tableLayout(entity);
    return layout ? [{ entity, layout }] : [];
  });
  const neighbours = new Map(
    placed.map(({ layout }) => [
      layout,
      new Set(
        collection(
          table,
          layout.partition.map(({ key, template }) => ({ key, operator: '=', values: [template] })),
        ),
      ),
    ]),
  );
  const byLayout = new Map(placed.map((each) => [each.layout, each]));
  const order = new Map(placed.map(({ layout }, i) => [layout, i]));
  for (const [i, one] of placed.entries()) {
    for (const layout of neighbours.get(one.layout) ?? []) {
      const other = byLayout.get(layout);
      const isLater = (order.get(layout) ?? -1) > i;
      if (other && isLater && neighbours.get(layout)?.has(one.layout)) yield [one, other];
    }
  }
}

/** Two sort keys whose literals differ are never the same. */
const mayMeet = (a: Layout, b: Layout): boolean =>
  a.sort.every((part, i) => {
    const other = b.sort[i];
    return other === undefined || mayEqual(part.template, other.template);
  });

export function collisionsOf(design: Design, domains: Domains, budget: Budget): readonly Collision[] {
  const table = design.table?.target;
  if (table === undefined) return [];
  const found: Collision[] = [];
  for (const [a, b] of pairsOf(design, table)) {
    if (isShared(a.entity, b.entity) || !mayMeet(a.layout, b.layout)) continue;
    const scene = createScene(domains);
    const first = scene.addItem(a.entity, a.layout);
    const second = scene.addItem(b.entity, b.layout);
    sameKeys(scene, [first, a.layout], [second, b.layout]);
    found.push({ entities: [a.entity, b.entity], verdict: decide(scene.build(), budget) });
  }
  return found;
}

/** The attributes of the primary key that stand in it whole, each once. */
function bareAttributes(entity: Entity, layout: Layout): readonly Attribute[] {
  const names = keyParts(layout).flatMap(({ template }) =>
    template.parts.flatMap((part) =>
      part.kind === 'placeholder' && part.functions.length === 0 ? [part.name] : [],
    ),
  );
  return [...new Set(names)].flatMap((name) => entity.attributes.get(name) ?? []);
}

export function ambiguitiesOf(design: Design, domains: Domains, budget: Budget): readonly Ambiguity[] {
  const found: Ambiguity[] = [];
  for (const entity of design.entities.values()) {
    const layout = tableLayout(entity);
    if (layout === undefined) continue;
    const isProved = tellsValuesApart(keyParts(layout), entity, domains, 'all');
    const isSafe = tellsValuesApart(keyParts(layout), entity, domains, 'plain');
    for (const attribute of bareAttributes(entity, layout)) {
      if (isProved) {
        found.push({ entity, attribute, verdict: { kind: 'proved' } });
        continue;
      }
      const scene = createScene(domains);
      const first = scene.addItem(entity, layout);
      const second = scene.addItem(entity, layout);
      sameKeys(scene, [first, layout], [second, layout]);
      // The two items can change places, so one order is enough.
      const [left, right] = [[scene.variable(first, attribute)], [scene.variable(second, attribute)]];
      scene.add({ relation: '<', left, right });
      found.push({ entity, attribute, verdict: decide(scene.build(), budget, isSafe) });
    }
  }
  return found;
}

/** What is part of the identity and not of the primary key: two items that differ only there overwrite each other. */
export interface LostIdentity {
  readonly entity: Entity;
  readonly attributes: readonly Attribute[];
  /** What the key holds of the attribute is no more than a hash, a truncation or one case of it. */
  readonly isPartly: boolean;
}

const isOneValue = ({ sources }: Attribute): boolean =>
  sources.some((source) => source.constant !== undefined || source.enumeration?.length === 1);

export function lostIdentitiesOf(design: Design): readonly LostIdentity[] {
  const found: LostIdentity[] = [];
  for (const entity of design.entities.values()) {
    const layout = tableLayout(entity);
    if (layout === undefined || entity.decl.identity === undefined) continue;
    const placeholders = keyParts(layout).flatMap(({ template }) =>
      template.parts.flatMap((part) => (part.kind === 'placeholder' ? [part] : [])),
    );
    const isTold = (name: string): boolean =>
      placeholders.some((each) => each.name === name && tellsApart(each.functions));
    const attributes = entity.decl.identity.flatMap(({ value }) => {
      const attribute = entity.attributes.get(value);
      return attribute && !isTold(value) && !isOneValue(attribute) ? [attribute] : [];
    });
    if (attributes.length === 0) continue;
    const isPartly = attributes.every(({ name }) => placeholders.some((each) => each.name === name));
    found.push({ entity, attributes, isPartly });
  }
  return found;
}
