// The rules about the table itself, beside its keys.
// Deliberately a list only; each rule is a file of its own.
import type { Rule } from './rule.ts';
import { capacity } from './table/capacity.ts';
import { streamConsumers } from './table/stream-consumers.ts';
import { timeToLive } from './table/time-to-live.ts';

export const tableRules: readonly Rule[] = [timeToLive, capacity, streamConsumers];
