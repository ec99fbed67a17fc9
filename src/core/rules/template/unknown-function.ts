// template/unknown-function: a function that key templates do not have.
// Deliberately knows the names that other languages give to ours.
import { templateFunctions } from '../../facts/functions.ts';
import { nearest } from '../../model/suggest.ts';
import type { FunctionCall } from '../../syntax/template.ts';
import { didYouMean, listOf } from '../../text/words.ts';
import { defineRule, type Problem } from '../rule.ts';
import { renameTo } from '../support.ts';
import { once } from './uses.ts';

interface Data {
  readonly nearest: string | undefined;
}

/** In lower case, without signs. */
const otherNames: ReadonlyMap<string, string> = new Map([
  ...['padstart', 'lpad', 'zeropad', 'padleft', 'zfill', 'zeros'].map((name) => [name, 'pad'] as const),
  ...['reverse', 'invert', 'complement', 'desc'].map((name) => [name, 'descending'] as const),
  ...['uppercase', 'touppercase', 'toupper', 'ucase'].map((name) => [name, 'upper'] as const),
  ...['lowercase', 'tolowercase', 'tolower', 'lcase'].map((name) => [name, 'lower'] as const),
  ...['format', 'dateformat', 'formatdate', 'truncate', 'trunc'].map((name) => [name, 'date'] as const),
  ...['bucket', 'partition', 'modulo', 'mod'].map((name) => [name, 'shard'] as const),
  ...['md5', 'sha1', 'sha256', 'digest', 'checksum'].map((name) => [name, 'hash'] as const),
]);

export const unknownFunction = defineRule<Data>({
  id: 'template/unknown-function',
  title: 'A function that key templates do not have',
  why: 'Of the functions that exist the order and the number of values are known, so that routes and costs can be told. Of any other nothing is.',
  remedy: `Use one of ${listOf([...templateFunctions.keys()].map((name) => `\`${name}\``))}, or store the result as an attribute of its own.`,
  severity: 'error',
  check({ uses }) {
    const problems: Problem<Data>[] = [];
    for (const { functions } of uses.functions) {
      for (const call of functions) {
        if (call.name !== '' && !templateFunctions.has(call.name)) problems.push(problemOf(call));
      }
    }
    return once(problems);
  },
  fixes: ({ span, data }) => renameTo(span, data.nearest),
});

function problemOf({ name, nameSpan }: FunctionCall): Problem<Data> {
  const near =
    otherNames.get(name.toLowerCase().replace(/[_-]/g, '')) ?? nearest(name, templateFunctions.keys());
  const known = ` There are ${listOf([...templateFunctions.keys()])}.`;
  return {
    span: nameSpan,
    message: `${name} is no function of key templates.${didYouMean(near) || known}`,
    data: { nearest: near },
  };
}
