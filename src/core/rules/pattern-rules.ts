// The rules about access patterns.
// Deliberately a list only; each rule is a file of its own.
import { ambiguousReference } from './pattern/ambiguous-reference.ts';
import { findsNothing } from './pattern/finds-nothing.ts';
import { keyAsWhere } from './pattern/key-as-where.ts';
import { keyOfTable } from './pattern/key-of-table.ts';
import { notServed } from './pattern/not-served.ts';
import { stepParameter } from './pattern/step-parameter.ts';
import type { Rule } from './rule.ts';

export const patternRules: readonly Rule[] = [
  notServed,
  findsNothing,
  ambiguousReference,
  keyOfTable,
  keyAsWhere,
  stepParameter,
];
