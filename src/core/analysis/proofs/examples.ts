// Values of an attribute with their place in its own order: what shows an order wrong that no equation speaks of.
// Deliberately a few that lie close and far apart; that they are in order proves nothing.
import { instantOf } from '../../facts/dates.ts';
import type { Attribute, Layout } from '../../model/design.ts';
import { keyParts } from '../../model/layouts.ts';
import { toBytes } from '../../text/utf8.ts';
import { applyCalls } from '../routes/functions.ts';
import type { Constraint } from './equations/problem.ts';
import type { SceneBuilder } from './scene.ts';

export interface Example {
  readonly value: string | number;
  readonly rank: number;
}

const numbers: readonly number[] = [1, 2, 9, 10, 11, 99, 100];
const turns: readonly number[] = [0, 1, 40];

/** None of a text without a format that tells time. */
export function examplesOf({ type, format, sources }: Attribute): readonly Example[] {
  if (format?.order === 'time') {
    const values = turns.map((n) => format.sample(n));
    const [first] = values;
    const all = typeof first === 'number' ? [...values, first + 1] : values;
    return all.flatMap((value) => {
      const rank = instantOf(value, format.name);
      return rank === undefined ? [] : [{ value, rank: Number(rank) }];
    });
  }
  if (type !== 'number' || format !== undefined) return [];
  const min = sources.find((source) => source.min !== undefined)?.min ?? 0;
  const max = sources.find((source) => source.max !== undefined)?.max ?? Number.POSITIVE_INFINITY;
  return numbers.filter((each) => min <= each && each <= max).map((value) => ({ value, rank: value }));
}

/** That the keys of the item are made of that value; undefined where they cannot be. */
export function hasValue(
  scene: SceneBuilder,
  item: number,
  layout: Layout,
  attribute: Attribute,
  { value }: Example,
): readonly Constraint[] | undefined {
  const own = [scene.variable(item, attribute)];
  const constraints: Constraint[] = [{ relation: '=', left: own, right: [toBytes(String(value))] }];
  for (const { template } of keyParts(layout))
    for (const part of template.parts) {
      if (part.kind !== 'placeholder' || part.name !== attribute.name) continue;
      const text = applyCalls(value, part.functions, attribute.format?.name);
      if (text === undefined) return undefined;
      const left = [scene.variable(item, attribute, part.functions)];
      constraints.push({ relation: '=', left, right: [toBytes(text)] });
    }
  return constraints;
}
