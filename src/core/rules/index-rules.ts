// The rules about what lies in an index, and what it costs.
// Deliberately a list only; each rule is a file of its own.
import { lowCardinality } from './index/low-cardinality.ts';
import { mutableKey } from './index/mutable-key.ts';
import { projectsTooMany } from './index/projects-too-many.ts';
import { unreadEntries } from './index/unread-entries.ts';
import { unused } from './index/unused.ts';
import { vectorIndex } from './index/vector-index.ts';
import type { Rule } from './rule.ts';

export const indexRules: readonly Rule[] = [
  unused,
  unreadEntries,
  lowCardinality,
  mutableKey,
  projectsTooMany,
  vectorIndex,
];
