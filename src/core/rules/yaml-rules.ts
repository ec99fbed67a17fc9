// The rules about YAML itself: what it cannot read, and what it reads in another way than it was meant.
// Deliberately a list only; each rule is a file of its own.
import type { Rule } from './rule.ts';
import { aliasTooLarge } from './yaml/alias-too-large.ts';
import { badEscape } from './yaml/bad-escape.ts';
import { booleanWord } from './yaml/boolean-word.ts';
import { clauseCut } from './yaml/clause-cut.ts';
import { commentCutsValue } from './yaml/comment-cuts-value.ts';
import { duplicateKey } from './yaml/duplicate-key.ts';
import { missingSpace } from './yaml/missing-space.ts';
import { needsQuotes } from './yaml/needs-quotes.ts';
import { numberLosesDigits } from './yaml/number-loses-digits.ts';
import { operatorAsBlock } from './yaml/operator-as-block.ts';
import { quotedValue } from './yaml/quoted-value.ts';
import { severalDocuments } from './yaml/several-documents.ts';
import { syntax } from './yaml/syntax.ts';
import { tab } from './yaml/tab.ts';
import { thousandsSeparator } from './yaml/thousands-separator.ts';

export const yamlRules: readonly Rule[] = [
  syntax,
  needsQuotes,
  commentCutsValue,
  operatorAsBlock,
  clauseCut,
  badEscape,
  missingSpace,
  tab,
  duplicateKey,
  thousandsSeparator,
  numberLosesDigits,
  quotedValue,
  booleanWord,
  severalDocuments,
  aliasTooLarge,
];
