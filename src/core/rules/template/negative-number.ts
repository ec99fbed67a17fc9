// template/negative-number: pad(n) or descending(n) of a number that can be below 0.
// Deliberately only where the declaration says so: whoever writes no `min` may well mean numbers from 0 on.
import { paddingLoss } from '../../analysis/routes/printed-order.ts';
import { defineRule, type Problem } from '../rule.ts';
import { type FunctionsUse, once } from './uses.ts';

export const negativeNumber = defineRule<{ readonly attribute: string; readonly min: number }>({
  id: 'template/negative-number',
  title: 'Padding of a number that can be negative',
  why: '`pad` and `descending` make digits of whole numbers from 0 on. Of a number below 0 they make no key, so that such an item cannot be written; and with a minus sign in front text order would not be number order, as `-9` sorts after `-10` and before `1`.',
  remedy:
    'Make the key of a number that is moved up, such as `temperaturePlus100`, and declare its `min` as 0. Or let the number be the key attribute itself: DynamoDB sorts numbers as numbers, also negative ones.',
  severity: 'error',
  check({ uses }) {
    return once(uses.functions.flatMap((use) => problemOf(use) ?? []));
  },
});

/** Only the first function works on the number itself. */
function problemOf({ attribute: name, functions, entities }: FunctionsUse) {
  const [call] = functions;
  const attribute = entities.find((entity) => entity.attributes.has(name))?.attributes.get(name);
  if (call === undefined || attribute === undefined) return undefined;
  const loss = paddingLoss(attribute, call);
  if (loss?.kind !== 'negative') return undefined;
  const problem: Problem<{ readonly attribute: string; readonly min: number }> = {
    span: call.span,
    message: `${name} goes down to ${loss.min.toLocaleString('en')}, and of a number below 0 ${call.name} makes no key: such an item cannot be written. Put an attribute that is moved up in its place, or the number itself as the key.`,
    data: { attribute: name, min: loss.min },
    related: [{ span: attribute.decl.nameSpan, message: `${name} is declared here` }],
  };
  return problem;
}
