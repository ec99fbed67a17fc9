// The rules about access patterns.
// Deliberately a list only; each rule is a file of its own.
import { ambiguousReference } from './pattern/ambiguous-reference.ts';
import { beyondLimit } from './pattern/beyond-limit.ts';
import { changesPrimaryKey } from './pattern/changes-primary-key.ts';
import { filterOnKey } from './pattern/filter-on-key.ts';
import { findsNothing } from './pattern/finds-nothing.ts';
import { keyAsWhere } from './pattern/key-as-where.ts';
import { keyOfTable } from './pattern/key-of-table.ts';
import { notServed } from './pattern/not-served.ts';
import { nothingGiven } from './pattern/nothing-given.ts';
import { overRead } from './pattern/over-read.ts';
import { returnsPart } from './pattern/returns-part.ts';
import { stepParameter } from './pattern/step-parameter.ts';
import { undecidedRead } from './pattern/undecided.ts';
import { whereBeyondKey } from './pattern/where-beyond-key.ts';
import { wrongItems } from './pattern/wrong-items.ts';
import { wrongOrder } from './pattern/wrong-order.ts';
import type { Rule } from './rule.ts';

export const patternRules: readonly Rule[] = [
  notServed,
  nothingGiven,
  findsNothing,
  ambiguousReference,
  filterOnKey,
  whereBeyondKey,
  changesPrimaryKey,
  keyOfTable,
  keyAsWhere,
  stepParameter,
  overRead,
  wrongItems,
  returnsPart,
  wrongOrder,
  beyondLimit,
  undecidedRead,
];
