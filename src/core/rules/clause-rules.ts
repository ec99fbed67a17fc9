// The rules about clauses: `where`, `filter`, `condition`, `when`, `set`, `add` and `append`.
// Deliberately a list only; each rule is a file of its own.
import { duplicate } from './clause/duplicate.ts';
import { expressionTooLarge } from './clause/expression-too-large.ts';
import { functionNotAllowed } from './clause/function-not-allowed.ts';
import { operatorDoesNotFit } from './clause/operator-does-not-fit.ts';
import { operatorNotAllowed } from './clause/operator-not-allowed.ts';
import { syntax } from './clause/syntax.ts';
import { wrongValue } from './clause/wrong-value.ts';
import type { Rule } from './rule.ts';

export const clauseRules: readonly Rule[] = [
  syntax,
  operatorNotAllowed,
  operatorDoesNotFit,
  functionNotAllowed,
  wrongValue,
  duplicate,
  expressionTooLarge,
];
