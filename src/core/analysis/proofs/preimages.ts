// Values that template functions may turn into a text: what a witness shows in place of a truncated date or a shard.
// Deliberately only candidates: who asks applies the functions to them and sees.
import { templateFunctions } from '../../facts/functions.ts';
import type { Role } from './scene.ts';

/** What completes the beginning of a time to the time itself. */
const timeTails: readonly string[] = ['', '-01-01', '-01', 'T00:00:00.000Z', 'T00:00:00Z'];
const mostTries = 2_000;

export function* preimages(
  { calls, attribute }: Pick<Role, 'calls' | 'attribute'>,
  text: string,
): Iterable<string> {
  let inverted: string | undefined = text;
  for (const call of calls.toReversed())
    inverted =
      inverted === undefined ? undefined : templateFunctions.get(call.name)?.invert?.(inverted, call.args);
  if (inverted !== undefined) yield inverted;
  yield text;
  yield text.toLowerCase();
  yield text.toUpperCase();
  for (const tail of timeTails) for (const end of timeTails) yield `${text}${tail}${end}`;
  const { format } = attribute ?? {};
  for (let n = 0; n < mostTries; n++) yield format ? String(format.sample(n)) : String(n);
}
