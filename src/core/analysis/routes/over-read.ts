// Which of the entities that a route may read beside the wanted ones surely lie in its range.
// Deliberately for words only: choosing routes and counting items take all that literals do not rule out.
import type { Design, Entity, KeyPart, Layout } from '../../model/design.ts';
import { sameCalls } from './functions.ts';
import { ownRange } from './item-collections.ts';
import { beyond, type Hull } from './range.ts';
import { last, rendering } from './rendering.ts';
import type { KeyCondition, Route } from './route.ts';

export interface OverRead {
  readonly surely: readonly string[];
  readonly perhaps: readonly string[];
}

/** The range of a condition; undefined where a single value is asked for, which another entity hardly has. */
function hullOfCondition({ operator, values }: KeyCondition): Hull | undefined {
  const [first, second = first] = values;
  if (first === undefined || second === undefined) return undefined;
  switch (operator) {
    case '=':
      return undefined;
    case 'begins_with':
      return { low: first, high: { at: first, open: true } };
    case 'between':
      return { low: first, high: { at: second, open: false } };
    case '<':
    case '<=':
      return { low: rendering([]), high: { at: first, open: false } };
    case '>':
    case '>=':
      return { low: first, high: { at: rendering([last]), open: false } };
  }
}

function isWithin(layout: Layout, sort: readonly KeyCondition[]): boolean {
  return sort.every((condition) => {
    const part = layout.sort.find((each) => each.key.name === condition.key.name);
    const hull = hullOfCondition(condition);
    if (part === undefined || hull === undefined) return false;
    const { below, above } = beyond(ownRange(part), hull);
    return !below && !above;
  });
}

/** Whether two entities make the key of attributes that stand for the same thing, and so lie together. */
function madeAlike(a: KeyPart, ofA: Entity, b: KeyPart, ofB: Entity): boolean {
  const [mine, theirs] = [rendering(a.template.parts).parts, rendering(b.template.parts).parts];
  return (
    mine.length === theirs.length &&
    mine.every((part, i) => {
      const other = theirs[i];
      if (part.kind === 'literal' || other?.kind !== 'placeholder')
        return part.kind === 'literal' && other?.kind === 'literal' && part.text === other.text;
      const origins = ofB.attributes.get(other.name)?.origins;
      const isSame = [...(ofA.attributes.get(part.name)?.origins ?? [])].some((each) => origins?.has(each));
      return isSame && sameCalls(part.functions, other.functions);
    })
  );
}

export function overReadOf(design: Design, route: Route): OverRead {
  if (route.operation === 'Scan') return { surely: route.alsoReads, perhaps: [] };
  const isSure = (name: string): boolean => {
    const entity = design.entities.get(name);
    return (entity?.layouts ?? []).some((layout) => {
      if (entity === undefined || layout.target !== route.target || !isWithin(layout, route.sort))
        return false;
      return route.layouts.some((wanted) => {
        const owner = design.entities.get(wanted.entity);
        return wanted.partition.every((part, i) => {
          const other = layout.partition[i];
          return owner && other && madeAlike(part, owner, other, entity);
        });
      });
    });
  };
  const surely = route.alsoReads.filter(isSure);
  return { surely, perhaps: route.alsoReads.filter((name) => !surely.includes(name)) };
}
