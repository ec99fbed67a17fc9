// attribute/shares: the shares of an enum that do not add up to 100 %.
// Deliberately silent where some values have no share: what is left is theirs.
import type { EnumValue } from '../../model/model.ts';
import { defineRule } from '../rule.ts';

/** Shares are written with one or two digits behind the point, so that thirds never add up exactly. */
const tolerance = 0.005;

export const shares = defineRule<{ readonly percent: number }>({
  id: 'attribute/shares',
  title: 'Shares that do not add up to 100 %',
  why: 'How many items a query for one value reads follows from its share. If the shares add up to something else, every such figure is wrong.',
  remedy: 'Correct the shares, so that they add up to 100 %.',
  severity: 'error',
  *check({ model }) {
    for (const entity of model.entities) {
      for (const { name, nameSpan, enumeration } of entity.attributes) {
        if (enumeration === undefined || enumeration.length === 0) continue;
        const sum = sumOf(enumeration);
        const isOpen = enumeration.some(({ share }) => share === undefined);
        if (sum <= 1 + tolerance && (isOpen || sum >= 1 - tolerance)) continue;
        const percent = Math.round(sum * 1000) / 10;
        yield {
          span: nameSpan,
          message: `The shares of ${name} add up to ${percent} %, and every item has one of the values. Correct them, so that they add up to 100 %.`,
          data: { percent },
        };
      }
    }
  },
});

function sumOf(values: readonly EnumValue[]): number {
  let sum = 0;
  for (const { share } of values) sum += share ?? 0;
  return sum;
}
