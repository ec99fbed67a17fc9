// The rules about the shape of the file.
// Deliberately a list only; each rule is a file of its own.
import type { Rule } from './rule.ts';
import { awsWordRule } from './schema/aws-word.ts';
import { missingKey } from './schema/missing-key.ts';
import { operation } from './schema/operation.ts';
import { outOfRange } from './schema/out-of-range.ts';
import { unknownKey } from './schema/unknown-key.ts';
import { unknownValue } from './schema/unknown-value.ts';
import { wrongForm } from './schema/wrong-form.ts';
import { wrongType } from './schema/wrong-type.ts';

export const schemaRules: readonly Rule[] = [
  missingKey,
  unknownKey,
  wrongType,
  unknownValue,
  wrongForm,
  outOfRange,
  operation,
  awsWordRule,
];
