// The operators of clauses as people write them who come from SQL, from code or from DynamoDB's expressions.
// Deliberately no grammar: parse-clause.ts decides where an operator stands.
import { distance } from 'fastest-levenshtein';
import { type Operator, operators } from './clause.ts';
import type { ClauseToken } from './clause-tokens.ts';

export interface FoundOperator {
  readonly operator: Operator;
  /** How many tokens it takes. */
  readonly length: number;
  /** False where it is written in a way that is not ours, but that can only mean this operator. */
  readonly exact: boolean;
}

const otherSymbols: Readonly<Record<string, Operator>> = {
  '==': '=',
  '===': '=',
  '!=': '<>',
  '!==': '<>',
  '=>': '>=',
  '=<': '<=',
};

/** Without case, spaces, hyphens and underscores. */
const otherWords: Readonly<Record<string, Operator>> = {
  between: 'between',
  beginswith: 'begins_with',
  startswith: 'begins_with',
  contains: 'contains',
  includes: 'contains',
  exists: 'exists',
  exist: 'exists',
  attributeexists: 'exists',
  notexists: 'not-exists',
  notexist: 'not-exists',
  doesnotexist: 'not-exists',
  attributenotexists: 'not-exists',
  is: '=',
  equals: '=',
};

const isOperator = (text: string): text is Operator => (operators as readonly string[]).includes(text);

/** The operator at the start of these tokens, the one of most tokens first. */
export function operatorAt(tokens: readonly ClauseToken[], from: number): FoundOperator | undefined {
  const first = tokens[from];
  if (first === undefined) return undefined;
  if (first.kind === 'symbol') {
    if (isOperator(first.text)) return { operator: first.text, length: 1, exact: true };
    const meant = Object.hasOwn(otherSymbols, first.text) ? otherSymbols[first.text] : undefined;
    return meant && { operator: meant, length: 1, exact: false };
  }
  if (first.kind === 'word' && isOperator(first.text))
    return { operator: first.text, length: 1, exact: true };
  for (let length = 3; length >= 1; length--) {
    const words = tokens.slice(from, from + length);
    if (words.length < length || !words.every(isNamed)) continue;
    const meant = operatorOfWords(words.map((word) => word.text).join(' '));
    if (meant !== undefined) return { operator: meant, length, exact: false };
  }
  return undefined;
}

/** A lone hyphen is a word too, but no part of an operator's name. */
const isNamed = (token: ClauseToken): boolean => token.kind === 'word' && /[a-z]/i.test(token.text);

/** The operator that the words mean, in any case and however they are joined. */
export function operatorOfWords(text: string): Operator | undefined {
  const key = text.toLowerCase().replace(/[\s_-]/g, '');
  return Object.hasOwn(otherWords, key) ? otherWords[key] : undefined;
}

/** The operator that a misspelt word most likely is; undefined where none is near. */
export function nearestOperator(text: string): Operator | undefined {
  const near = operators.filter(
    (operator) => operator.length > 4 && distance(operator, text.toLowerCase()) <= 2,
  );
  return near.length === 1 ? near[0] : undefined;
}
