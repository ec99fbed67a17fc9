// What speaks for an attribute in a claim: the text whose bytes are in the order of its values, or in the reverse.
// Deliberately none where a function leaves too little of the value: who asks by a hash means all that hash alike.
import { templateFunctions } from '../../facts/functions.ts';
import type { Attribute, Entity, Layout } from '../../model/design.ts';
import { keyParts } from '../../model/layouts.ts';
import type { FunctionCall } from '../../syntax/template.ts';
import { tellsApart } from '../routes/functions.ts';
import { printedOrder } from '../routes/printed-order.ts';
import { isOwnBeginning } from './truncations.ts';

export interface StandIn {
  readonly attribute: Attribute;
  /** The functions behind which its text is compared. */
  readonly calls: readonly FunctionCall[];
  readonly order: 'keeps' | 'reverses' | 'loses';
}

/** By where the attribute stands in the keys; undefined where it does not, or only behind what loses its value. */
export function standInFor(layout: Layout, attribute: Attribute): StandIn | undefined {
  const chains = keyParts(layout)
    .filter(({ key }) => key.type === 'string')
    .flatMap(({ template }) => template.parts)
    .flatMap((part) => (part.kind === 'placeholder' && part.name === attribute.name ? [part.functions] : []));
  const bare = chains.some((calls) => calls.length === 0 || isOwnBeginning(attribute, calls));
  const calls = bare ? [] : chains.find((each) => each.length === 1 && tellsApart(each));
  if (chains.length === 0 || calls === undefined) return undefined;
  return { attribute, calls, order: printedOrder(attribute, calls, 'string').kind };
}

const hasMost = ({ sources, format }: Attribute): boolean =>
  format !== undefined ||
  sources.some(({ max, enumeration, constant }) => max !== undefined || enumeration || constant);

/** The largest number that the padding holds, where nothing says that there is no larger; undefined elsewhere. */
export function unprovenMost(attribute: Attribute, calls: readonly FunctionCall[]): number | undefined {
  const [call] = calls;
  const largest = call && templateFunctions.get(call.name)?.largest(call.args);
  if (largest === undefined || attribute.type !== 'number' || hasMost(attribute)) return undefined;
  return Math.min(Number(largest), Number.MAX_SAFE_INTEGER);
}

/** The entity as if each padded number in its keys had the `max` that its padding holds: what the claims about order assume. */
export function withinPadding(entity: Entity): Entity {
  const bounded = new Map<string, Attribute>();
  for (const { template } of entity.layouts.flatMap(keyParts))
    for (const part of template.parts) {
      const attribute = part.kind === 'placeholder' ? entity.attributes.get(part.name) : undefined;
      if (part.kind !== 'placeholder' || attribute === undefined) continue;
      const max = unprovenMost(attribute, part.functions);
      if (max !== undefined)
        bounded.set(part.name, { ...attribute, sources: [{ ...attribute.decl, max }, ...attribute.sources] });
    }
  return bounded.size === 0 ? entity : { ...entity, attributes: new Map([...entity.attributes, ...bounded]) };
}
