// The rules about names.
// Deliberately a list only; each rule is a file of its own.
import { invalid } from './name/invalid.ts';
import { unknownAttribute } from './name/unknown-attribute.ts';
import { unknownEntity } from './name/unknown-entity.ts';
import { unknownIndex } from './name/unknown-index.ts';
import { unknownPattern } from './name/unknown-pattern.ts';
import { unknownType } from './name/unknown-type.ts';
import type { Rule } from './rule.ts';

export const nameRules: readonly Rule[] = [
  unknownEntity,
  unknownAttribute,
  unknownIndex,
  unknownPattern,
  unknownType,
  invalid,
];
