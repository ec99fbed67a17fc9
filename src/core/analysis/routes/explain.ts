// Says in words why a table or index does not serve a pattern.
// Deliberately one sentence for each obstacle, and none that needs the route finder's terms.
import { listOf } from '../../text/words.ts';
import type { Obstacle, Refusal } from './route.ts';

/** `the table`, or the index's name. */
export const targetName = (target: Refusal['target']): string =>
  target.kind === 'table' ? 'the table' : target.name;

export function explainObstacle(obstacle: Obstacle): string {
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
      return obstacle.function === ''
        ? `its sort key holds the number ${obstacle.attribute} without padding, so that 10 sorts before 9: write it with pad(n)`
        : `its sort key holds ${obstacle.attribute} through ${obstacle.function}, which loses the order`;
    case 'operator-impossible':
      return `${obstacle.operator} cannot be asked of ${obstacle.attribute}: ${obstacle.why}`;
    case 'second-range':
      return new Set(obstacle.attributes).size === 1
        ? `a query takes one condition on ${obstacle.attributes[0]}: write ${obstacle.attributes[0]} between`
        : `a query takes one range, and the pattern asks for ranges of ${listOf(obstacle.attributes)}`;
    case 'sort-conditions-differ':
      return `${obstacle.entities[0]} and ${obstacle.entities[1]} hold the range at different places of the sort key`;
    case 'order-not-by':
      return `it does not return ${obstacle.entity} in the order of ${obstacle.attribute}`;
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
      return `it holds only those items of ${obstacle.entity} for which "${obstacle.when}" holds, and the pattern asks for all`;
  }
}

/** `GSI1: its partition key needs orderId, which the pattern does not give`. */
export const explainRefusal = (refusal: Refusal): string =>
  `${targetName(refusal.target)}: ${refusal.obstacles.map(explainObstacle).join('; ')}`;
