// Thresholds of advice: figures that DynamoDB does not enforce, and that its makers or users recommend.
// Deliberately apart from limits.ts: to be beyond one of these is no mistake.
import { fact } from './fact.ts';

export const advice = {
  partitionKeyValues: fact(
    100,
    'distinct values',
    'architect',
    'medium',
    'For the partition key of an index; fewer are asked to be spread or made sparse.',
  ),
  keptShare: fact(
    0.5,
    'share',
    'toolkit',
    'medium',
    'A scan or filter that drops more than half is asked to be an index that holds only what is wanted.',
  ),
} as const;
