// attribute/bounds: a least value or size that is above the greatest, or a mean size outside of the two.
// Deliberately only what the declaration itself says; what it references may be narrower.
import type { AttributeDecl } from '../../model/model.ts';
import { entryOf } from '../../syntax/tree.ts';
import { defineRule } from '../rule.ts';

type Bound = 'min' | 'max' | 'minSize' | 'size' | 'maxSize';

/** The first must not be above the second. */
const ordered: readonly (readonly [low: Bound, high: Bound, what: string])[] = [
  ['min', 'max', 'no number is both'],
  ['minSize', 'maxSize', 'no value is both'],
  ['size', 'maxSize', 'the mean cannot be larger than the largest'],
  ['minSize', 'size', 'the mean cannot be smaller than the smallest'],
];

export const bounds = defineRule<{ readonly low: Bound; readonly high: Bound }>({
  id: 'attribute/bounds',
  title: 'Bounds that contradict each other',
  why: 'Sizes, costs and the proofs about keys rest on these numbers. Where they exclude each other, no value is possible and every figure is wrong.',
  remedy:
    'Correct one of the two: `min` is at most `max`, and `minSize` at most `size`, which is at most `maxSize`.',
  severity: 'error',
  *check({ model }) {
    for (const entity of model.entities) {
      for (const decl of entity.attributes) {
        if (decl.entry.value?.kind !== 'map') continue;
        const broken = ordered.find(([low, high]) => isAbove(decl[low], decl[high]));
        if (broken === undefined) continue;
        const [low, high, why] = broken;
        yield {
          span: spanOfBound(decl, low),
          message: `${low} of ${decl.name} is above ${high}: ${why}. Correct one of them.`,
          data: { low, high },
          related: [{ span: spanOfBound(decl, high), message: high }],
        };
      }
    }
  },
});

const isAbove = (low: number | undefined, high: number | undefined): boolean =>
  low !== undefined && high !== undefined && low > high;

const spanOfBound = ({ entry, nameSpan }: AttributeDecl, bound: Bound) =>
  entryOf(entry.value, bound)?.span ?? nameSpan;
