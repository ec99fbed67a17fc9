// The rules about writes: what they lose, or leave behind.
// Deliberately a list only; each rule is a file of its own.
import type { Rule } from './rule.ts';
import { halfItem } from './write/half-item.ts';
import { hotCounter } from './write/hot-counter.ts';
import { overwrites } from './write/overwrites.ts';
import { staleKey } from './write/stale-key.ts';
import { unguardedUnique } from './write/unguarded-unique.ts';

export const writeRules: readonly Rule[] = [staleKey, overwrites, unguardedUnique, halfItem, hotCounter];
