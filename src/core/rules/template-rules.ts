// The rules about key templates.
// Deliberately a list only; each rule is a file of its own.
import type { Rule } from './rule.ts';
import { circular } from './template/circular.ts';
import { negativeNumber } from './template/negative-number.ts';
import { optionalAttribute } from './template/optional-attribute.ts';
import { paddingTooShort } from './template/padding-too-short.ts';
import { syntax } from './template/syntax.ts';
import { unknownAttribute } from './template/unknown-attribute.ts';
import { unknownFunction } from './template/unknown-function.ts';
import { unlikelyLiteral } from './template/unlikely-literal.ts';
import { wrongArguments } from './template/wrong-arguments.ts';
import { wrongType } from './template/wrong-type.ts';

export const templateRules: readonly Rule[] = [
  syntax,
  unknownAttribute,
  unlikelyLiteral,
  unknownFunction,
  wrongArguments,
  paddingTooShort,
  negativeNumber,
  optionalAttribute,
  wrongType,
  circular,
];
