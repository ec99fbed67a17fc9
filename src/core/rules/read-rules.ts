// The rules about reads: what they return beside what was meant, and what they leave out.
// Deliberately a list only; each rule is a file of its own.
import { expiredItems } from './read/expired-items.ts';
import { limitBeforeFilter } from './read/limit-before-filter.ts';
import { mayMissWrite } from './read/may-miss-write.ts';
import { scanForPart } from './read/scan-for-part.ts';
import { searchLimit } from './read/search-limit.ts';
import type { Rule } from './rule.ts';

export const readRules: readonly Rule[] = [
  scanForPart,
  limitBeforeFilter,
  mayMissWrite,
  expiredItems,
  searchLimit,
];
