// Says in words why a table or index does not serve a pattern.
// Deliberately one sentence for each obstacle, and none that needs the route finder's terms.
import { printCall } from '../../syntax/print-template.ts';
import { listOf } from '../../text/words.ts';
import type { OrderLoss } from './printed-order.ts';
import type { Obstacle, Refusal } from './route.ts';

/** `the table`, or the index's name. */
export const targetName = (target: Refusal['target']): string =>
  target.kind === 'table' ? 'the table' : target.name;

function explainLoss(attribute: string, loss: OrderLoss): string {
  switch (loss.kind) {
    case 'function':
      return `its sort key holds ${attribute} through ${loss.name}, which loses the order`;
    case 'format':
      return `its sort key holds ${attribute} as ${loss.name}, whose text order is not the order of the values`;
    case 'unpadded':
      return `its sort key holds the number ${attribute} without padding, so that 10 sorts before 9: write it with pad(n)`;
    case 'negative':
      return `its sort key holds ${attribute} through ${loss.name}, which takes no number below 0`;
    case 'too-short': {
      const wider = printCall({ name: loss.call.name, args: [String(loss.neededDigits)] });
      return `its sort key holds ${attribute} through ${printCall(loss.call)}, too short for ${loss.max}, so that it is not in the order of numbers: write ${wider}`;
    }
  }
}

function explainObstacle(obstacle: Obstacle): string {
  switch (obstacle.kind) {
    case 'entity-absent':
      return `no ${obstacle.entity} is in it, for want of ${listOf(obstacle.missing)}`;
    case 'partition-key-needs':
      return `its partition key ${obstacle.key} needs ${listOf(obstacle.attributes)}, which the pattern does not give`;
    case 'partition-key-needs-equality':
      return `its partition key ${obstacle.key} needs one value of ${obstacle.attribute}, and the pattern gives a range`;
    case 'partition-key-loses':
      return `its partition key ${obstacle.key} holds ${obstacle.attribute} only through ${obstacle.function}, and nothing narrows it down again`;
    case 'partition-keys-differ':
      return `${obstacle.entities[0]} and ${obstacle.entities[1]} lie under different values of ${obstacle.key}, so one query cannot return both`;
    case 'sort-key-lacks':
      return `no key of ${obstacle.entity} in it holds ${obstacle.attribute}`;
    case 'sort-key-order':
      return obstacle.before === obstacle.attribute
        ? `its sort key cannot be narrowed by ${obstacle.attribute}`
        : `in its sort key ${obstacle.before} comes before ${obstacle.attribute} and is not given`;
    case 'sort-key-loses-order':
      return explainLoss(obstacle.attribute, obstacle.loss);
    case 'operator-impossible':
      return `${obstacle.operator} cannot be asked of ${obstacle.attribute}: ${obstacle.why}`;
    case 'second-range':
      return new Set(obstacle.attributes).size === 1
        ? `a query takes one condition on ${obstacle.attributes[0]}: write ${obstacle.attributes[0]} between`
        : `a query takes one range, and the pattern asks for ranges of ${listOf(obstacle.attributes)}`;
    case 'sort-conditions-differ':
      return `${obstacle.entities[0]} and ${obstacle.entities[1]} hold the range at different places of the sort key`;
    case 'order-not-by': {
      const result = `it does not return ${obstacle.entity} in the order of ${obstacle.attribute}`;
      return obstacle.loss ? `${result}, as ${explainLoss(obstacle.attribute, obstacle.loss)}` : result;
    }
    case 'strong-on-global':
      return 'a global index has no strongly consistent reads';
    case 'not-projected':
      return `it does not project ${listOf(obstacle.attributes)}`;
    case 'condition-not-held':
      return `it also holds items of ${obstacle.entity} for which "${obstacle.clause}" does not hold, and no key tells them apart`;
    case 'pinned-partition-key':
      return `key: gives no single value for its partition key ${obstacle.key}`;
    case 'pinned-unused':
      return `key: names ${listOf(obstacle.keys)}, which a key condition on it cannot use`;
    case 'layout-conditional':
      return `it holds only those items of ${obstacle.entity} for which "${obstacle.when}" holds, and the pattern asks for all: name that in where if only those are wanted`;
    case 'not-in-key':
      return `a get names one ${obstacle.entity} by one value of each key attribute, and "${obstacle.clause}" is none of these: write query in place of get, with it in where if an index has it in its key, else in filter`;
  }
}

/** What the partition key lacks, in one sentence, whichever entities and key attributes lack it. */
function explainNeeds(
  needs: readonly Extract<Obstacle, { kind: 'partition-key-needs' }>[],
): readonly string[] {
  const byKey = new Map<string, Set<string>>();
  for (const { key, attributes } of needs)
    byKey.set(key, new Set([...(byKey.get(key) ?? []), ...attributes]));
  const isPlain = ([key, attributes]: [string, ReadonlySet<string>]): boolean =>
    attributes.size === 1 && attributes.has(key);
  const plain = [...byKey].filter(isPlain).map(([key]) => key);
  const others = [...byKey].filter((each) => !isPlain(each));
  const [only] = plain;
  const plainly =
    only === undefined
      ? []
      : plain.length === 1
        ? [`its partition key ${only} is not given`]
        : [`${listOf(plain)} of its partition key are not given`];
  return [
    ...plainly,
    ...others.map(([key, attributes]) =>
      explainObstacle({ kind: 'partition-key-needs', entity: '', key, attributes: [...attributes] }),
    ),
  ];
}

/** All obstacles of one target, each thing said once. */
export function explainObstacles(obstacles: readonly Obstacle[]): string {
  const needs = obstacles.filter((each) => each.kind === 'partition-key-needs');
  const others = obstacles.filter((each) => each.kind !== 'partition-key-needs');
  return [...new Set([...explainNeeds(needs), ...others.map(explainObstacle)])].join('; ');
}

/** `GSI1: its partition key needs orderId, which the pattern does not give`. */
export const explainRefusal = ({ target, obstacles }: Refusal): string =>
  `${targetName(target)}: ${explainObstacles(obstacles)}`;

/** How far from serving: what a change of the pattern mends is near, what needs other keys is far. */
function distanceOf({ kind }: Obstacle): number {
  switch (kind) {
    case 'entity-absent':
    case 'strong-on-global':
      return 100;
    case 'partition-key-needs':
    case 'partition-key-needs-equality':
    case 'partition-key-loses':
    case 'partition-keys-differ':
    case 'pinned-partition-key':
      return 10;
    default:
      return 1;
  }
}

const distance = ({ obstacles }: Refusal): number =>
  obstacles.reduce((sum, obstacle) => sum + distanceOf(obstacle), 0);

/** What holds of several targets in the same words; undefined for a reason of one target's own. */
function sharedReason({ obstacles }: Refusal): string | undefined {
  const absent = obstacles.flatMap((each) => (each.kind === 'entity-absent' ? [each.entity] : []));
  if (absent.length > 0 && absent.length === obstacles.length) return `no ${listOf(absent, 'or')} is in them`;
  const [only, ...others] = obstacles;
  return only?.kind === 'strong-on-global' && others.length === 0 ? explainObstacle(only) : undefined;
}

/** A line for each target, the nearest first; those that lack the same entity share one. */
export function explainRefusals(refusals: readonly Refusal[]): readonly string[] {
  const lines = new Map<string, Refusal[]>();
  for (const refusal of refusals.toSorted((a, b) => distance(a) - distance(b))) {
    const reason = sharedReason(refusal) ?? explainRefusal(refusal);
    lines.set(reason, [...(lines.get(reason) ?? []), refusal]);
  }
  return [...lines].map(([reason, same]) => {
    const [first, ...others] = same;
    return first && others.length === 0
      ? explainRefusal(first)
      : `${listOf(same.map(({ target }) => targetName(target)))}: ${reason}`;
  });
}
