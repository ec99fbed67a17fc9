// yaml/number-loses-digits: `0123456` in a sample, enum or const is the number 123456 to YAML.
// Deliberately only values of attributes: everywhere else a number is a quantity, and its spelling is nothing.

import { limits } from '../../facts/limits.ts';
import { doubleQuoted } from '../../syntax/quote-yaml.ts';
import type { ScalarNode } from '../../syntax/tree.ts';
import { plainScalars, writtenValues } from '../attribute/written-values.ts';
import { defineRule, type RuleContext } from '../rule.ts';
import { type Trap, trapFixes, trapProblems } from './trap.ts';

export const numberLosesDigits = defineRule<Trap>({
  id: 'yaml/number-loses-digits',
  title: 'A number that loses digits',
  why: 'Without quotes YAML reads digits as a number: `0123456` loses its zero, a number of more than 15 digits its end, and `1e3` is 1000. DynamoDB keeps up to 38 digits of a number and drops leading zeros (developer guide, as of 2026).',
  remedy: 'Put texts of digits in quotes: `"0123456"`.',
  severity: 'warning',
  check: (analysis) => trapProblems(lossyNumbers(analysis)),
  fixes: trapFixes,
});

export const lossyNumbers = ({ design }: RuleContext): readonly Trap[] =>
  [...design.entities.values()].flatMap((entity) =>
    writtenValues(entity).flatMap(({ node, type }) =>
      plainScalars(node).flatMap((scalar) => trapOf(scalar, node === scalar ? type : undefined) ?? []),
    ),
  );

function trapOf(scalar: ScalarNode, type: string | undefined): Trap | undefined {
  const { value, source, span } = scalar;
  if (typeof value !== 'number' || !/\d/.test(source)) return undefined;
  const read = String(value);
  if (read === source) return undefined;
  if (type === 'number') return ofNumber(scalar, read);
  if (type !== 'string' && !losesDigits(source, read)) return undefined;
  return {
    span,
    message: `${source} is the number ${read} to YAML. If it is meant as a text, put it in quotes.`,
    fix: { title: 'Put it in quotes', edits: [{ span, newText: doubleQuoted(source) }] },
    explains: [span],
  };
}

function ofNumber({ source, span }: ScalarNode, read: string): Trap | undefined {
  const digits = source.replace(/^[-+]?0*|[eE].*$|\./g, '').replace(/^0+|0+$/g, '');
  const most = limits.numberDigits.value;
  if (digits.length > most) {
    const message = `This number has ${digits.length} digits; DynamoDB keeps ${most} and refuses more. Shorten it, or make the attribute a string.`;
    return { span, message, fix: undefined, explains: [span] };
  }
  if (!/^[-+]?0[\dxo]/.test(source) || !Number.isSafeInteger(Number(read))) return undefined;
  return {
    span,
    message: `${source} is the number ${read}: a number has no leading zeros. Write ${read}, or make the attribute a string.`,
    fix: { title: `Write ${read}`, edits: [{ span, newText: read }] },
    explains: [span],
  };
}

/** Not only a decimal zero at the end or a sign. */
const losesDigits = (source: string, read: string): boolean =>
  /^[-+]?0[\dxo]|[eE]/.test(source) || (/^\d+$/.test(source) && source !== read);
