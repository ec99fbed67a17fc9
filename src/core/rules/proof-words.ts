// How rules tell the witness of a proof: items with the values that decide, and the keys that they have.
// Deliberately short: a person reads it in a squiggle, and an engine can be asked to confirm it.
import type { Verdict, Witness, WitnessItem } from '../analysis/proofs/verdict.ts';
import type { Entity, Layout } from '../model/design.ts';
import type { Span } from '../text/span.ts';

/** A value that says nothing but that it is one, such as the id that a solver makes: `a…` for thirty of them. */
const brief = (text: string): string => text.replace(/([0-9a-zA-Z])(?:\1|-){11,}/g, '$1…');

const pairs = (values: ReadonlyMap<string, string>): string =>
  [...values].map(([name, value]) => `${name} ${JSON.stringify(brief(value))}`).join(', ');

/** `an Order with orderId "a", itemId "b"`. */
export function itemText({ entity, values }: WitnessItem): string {
  const one = `${/^[aeio]/i.test(entity) ? 'an' : 'a'} ${entity}`;
  return values.size === 0 ? one : `${one} with ${pairs(values)}`;
}

/** `PK "ORDER#a", SK "ITEM#b"`. */
export const keysText = ({ keys }: WitnessItem): string => pairs(keys);

export const callerText = ({ parameters }: Witness): string => pairs(parameters);

export const witnessOf = (verdict: Verdict): Witness | undefined =>
  verdict.kind === 'refuted' || verdict.kind === 'proved-if' ? verdict.witness : undefined;

/** Where the keys of the layout stand; the entity's name where they need no line. */
export const keySpan = (entity: Entity, layout: Layout | undefined): Span =>
  [...(layout?.sort ?? []), ...(layout?.partition ?? [])].find((part) => part.decl)?.decl?.scalar.span ??
  entity.decl.nameSpan;

/** What is said of a claim that the search left open after so many steps. */
export const undecidedText = (claim: string, steps: number): string =>
  `${claim} could neither be proved nor refuted${steps > 0 ? ` within ${steps} steps` : ''}. Bound the attributes in the keys with format, pattern or enum.`;
