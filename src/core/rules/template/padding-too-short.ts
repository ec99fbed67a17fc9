// template/padding-too-short: pad(n) or descending(n) with fewer digits than the largest number has.
// Deliberately only where the declaration bounds the number: an unknown one may well fit.
import { paddingLoss } from '../../analysis/routes/printed-order.ts';
import { printCall } from '../../syntax/print-template.ts';
import { defineRule, type Problem } from '../rule.ts';
import { renameTo } from '../support.ts';
import { type FunctionsUse, once } from './uses.ts';

interface Data {
  readonly meant: string;
}

export const paddingTooShort = defineRule<Data>({
  id: 'template/padding-too-short',
  title: 'Padding that the largest number does not fit in',
  why: 'Text order is number order only among numbers of one length: with `pad(3)`, 1000 sorts before 200, and a range of numbers misses items or finds others. `descending(n)` has no value at all for a number of more than n digits.',
  remedy: 'Pad to as many digits as `max` has. Keys that are written already have to be written anew.',
  severity: 'warning',
  check({ uses }) {
    const problems: Problem<Data>[] = [];
    for (const use of uses.functions) {
      const problem = problemOf(use);
      if (problem) problems.push(problem);
    }
    return once(problems);
  },
  fixes: ({ span, data }) => renameTo(span, data.meant),
});

/** Only the first function works on the number itself. */
function problemOf({ attribute: name, functions, entities }: FunctionsUse): Problem<Data> | undefined {
  const [call] = functions;
  const attribute = entities.find((entity) => entity.attributes.has(name))?.attributes.get(name);
  if (call === undefined || attribute === undefined) return undefined;
  const loss = paddingLoss(attribute, call);
  if (loss?.kind !== 'too-short') return undefined;
  const meant = `${call.name}(${loss.neededDigits})`;
  const known = `${name} goes up to ${loss.max.toLocaleString('en')}`;
  const message =
    call.name === 'pad'
      ? `${known}, which has more digits than ${printCall(call)} fills: a longer number sorts among the shorter ones. Write ${meant}.`
      : `${known}, and of a number with more digits ${printCall(call)} makes no key. Write ${meant}.`;
  return {
    span: call.span,
    message,
    data: { meant },
    related: [{ span: attribute.decl.nameSpan, message: `${attribute.name} is declared here` }],
    ...(call.name === 'descending' ? { severity: 'error' as const } : {}),
  };
}
