// How DynamoDB meters items, reads and writes: the constants of the capacity module, as data.
// Deliberately without formulas; analysis/capacity applies them.
import { fact } from './fact.ts';

/** Reads. A unit is one strongly consistent read of up to 4 KB. */
export const reading = {
  unitBytes: fact(4096, 'B', 'guide'),
  strong: fact(1, 'RCU per unit', 'guide'),
  eventual: fact(0.5, 'RCU per unit', 'guide'),
  transactional: fact(2, 'RCU per unit', 'guide2023'),
  /** A Query or a Get that finds nothing costs as if it had found something small. */
  atLeast: fact(1, 'units', 'guide'),
} as const;

/** Writes. A unit is one write of up to 1 KB. */
export const writing = {
  unitBytes: fact(1024, 'B', 'guide'),
  standard: fact(1, 'WCU per unit', 'guide'),
  transactional: fact(2, 'WCU per unit', 'guide2023'),
  transactionalOnIndexes: fact(
    1,
    'WCU per unit',
    'capture',
    'medium',
    'AWS’s text is silent; AWS’s toolkit and others’ measurements say that index writes are not doubled.',
  ),
  conditionCheck: fact(
    2,
    'WCU per unit',
    'capture',
    'medium',
    'Metered like a transactional write of the item checked.',
  ),
  failedCondition: fact(
    'max(existing, new)' as const,
    'rule',
    'guide',
    'medium',
    'AWS’s texts differ; the larger of the existing and the new item is the most that it costs.',
  ),
  atLeast: fact(1, 'units', 'guide'),
  /** An entry whose key changes is deleted and put. */
  movedEntry: fact(2, 'writes', 'guide2023'),
  enteringEntry: fact(1, 'writes', 'guide2023'),
  leavingEntry: fact(1, 'writes', 'guide2023'),
  changedEntry: fact(1, 'writes', 'guide2023'),
  unchangedEntry: fact(0, 'writes', 'capture', 'medium', 'Measured for puts of the same item.'),
} as const;

/** Vector indexes, which are metered in bytes. */
export const vectors = {
  /** A number of a vector is stored as a 32-bit float, whatever the item has. */
  dimensionBytes: fact(4, 'B', 'guide'),
  atLeast: fact(1024, 'B per request', 'toolkit', 'high', 'Of writes and of searches.'),
  entry: fact(
    'vector, its name, keys, filters and what is projected' as const,
    'rule',
    'extenddb',
    'medium',
    'AWS says that it scales with the data replicated; the sum was measured to the byte.',
  ),
  movedEntry: fact(2, 'writes', 'extenddb', 'medium', 'An entry whose partition key changes.'),
  inTransaction: fact(1, 'writes', 'singlet', 'low', 'No text says whether a transaction counts twice here.'),
} as const;

/** Bytes of items. */
export const itemBytes = {
  booleanOrNull: fact(1, 'B', 'guide'),
  listOrMap: fact(3, 'B', 'guide'),
  element: fact(1, 'B', 'guide', 'high', 'For each element of a list, and each pair of a map.'),
  number: fact(
    'aligned base-100 digits' as const,
    'rule',
    'emulators',
    'medium',
    'AWS says approximately one byte for two digits and one more; the exact rule is that of its emulators.',
  ),
  numberAtLeast: fact(1, 'B', 'emulators', 'medium'),
  numberAtMost: fact(21, 'B', 'guide'),
  /** What a number takes where nothing bounds it. */
  numberAssumed: fact(5, 'B', 'singlet', 'low', 'Seven or eight significant digits.'),
  decimalTextAssumed: fact(
    6,
    'B',
    'singlet',
    'low',
    'The text of a number in a key, where nothing bounds it.',
  ),
  /** Only where storage is paid for: not in units, not in limits. */
  storageOverhead: fact(100, 'B per item', 'guide'),
  storageOverheadOfReplicas: fact(48, 'B per item', 'guide'),
} as const;
