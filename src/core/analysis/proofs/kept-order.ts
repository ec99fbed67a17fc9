// The plain case of order: the text of a key is in the order of an attribute, as its values cannot be each other's beginnings.
// Deliberately only says yes where that is plain to see; all else is for the solver.
import type { Entity, Layout } from '../../model/design.ts';
import { toBytes } from '../../text/utf8.ts';
import { sameCalls } from '../routes/functions.ts';
import type { Domains } from './domains/domains.ts';
import type { StandIn } from './stand-ins.ts';

/** True if keys that are alike before the attribute's first place are in the order of what stands for it. */
export function keepsOrder(
  layout: Layout,
  entity: Entity,
  { attribute, calls }: StandIn,
  domains: Domains,
): boolean {
  for (const { key, template } of layout.sort) {
    const { parts } = template;
    const at = parts.findIndex((part) => part.kind === 'placeholder' && part.name === attribute.name);
    const place = parts[at];
    if (place?.kind !== 'placeholder') continue;
    if (key.type !== 'string' || !sameCalls(place.functions, calls)) return false;
    const next = parts[at + 1];
    if (next === undefined) return true;
    const outlines = domains.of(entity.attributes.get(attribute.name), calls).outlines('all');
    if (outlines.some(({ isFixedLength }) => isFixedLength)) return true;
    const byte = next.kind === 'literal' ? toBytes(next.text).charCodeAt(0) : 0;
    return (
      next.kind === 'literal' && outlines.some(({ leastByte }) => leastByte !== undefined && leastByte > byte)
    );
  }
  return false;
}
