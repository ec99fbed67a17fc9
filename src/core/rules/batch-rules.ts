// The rules about batches and transactions.
// Deliberately a list only; each rule is a file of its own.
import { sameItem } from './batch/same-item.ts';
import { singleItem } from './batch/single-item.ts';
import { tooLarge } from './batch/too-large.ts';
import { tooManyItems } from './batch/too-many-items.ts';
import type { Rule } from './rule.ts';

export const batchRules: readonly Rule[] = [sameItem, tooManyItems, tooLarge, singleItem];
