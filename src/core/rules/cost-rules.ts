// The rules about capacity, money and limits of size.
// Deliberately a list only; each rule is a file of its own.
import { beyondAPage } from './cost/beyond-a-page.ts';
import { beyondCapacity } from './cost/beyond-capacity.ts';
import { collectionTooLarge } from './cost/collection-too-large.ts';
import { hotPartition } from './cost/hot-partition.ts';
import { itemTooLarge } from './cost/item-too-large.ts';
import { overBudget } from './cost/over-budget.ts';
import { overQuota } from './cost/over-quota.ts';
import type { Rule } from './rule.ts';

export const costRules: readonly Rule[] = [
  overBudget,
  hotPartition,
  overQuota,
  itemTooLarge,
  collectionTooLarge,
  beyondAPage,
  beyondCapacity,
];
