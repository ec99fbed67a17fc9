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

/** The text before the attribute's first place in the first sort key; undefined where there is more than text. */
function textBefore({ sort: [first] }: Layout, { attribute }: StandIn): string | undefined {
  const parts = first?.template.parts ?? [];
  const at = parts.findIndex((part) => part.kind === 'placeholder' && part.name === attribute.name);
  const before = parts.slice(0, Math.max(0, at));
  const isText = at >= 0 && before.every((part) => part.kind === 'literal');
  return isText ? before.map((part) => (part.kind === 'literal' ? part.text : '')).join('') : undefined;
}

/** The same of two layouts that begin with one text and then with values of one width and form. */
export function keepOrderTogether(
  [layout, entity, own]: readonly [Layout, Entity, StandIn],
  [otherLayout, other, theirs]: readonly [Layout, Entity, StandIn],
  domains: Domains,
): boolean {
  const text = textBefore(layout, own);
  const isOneForm =
    own.attribute.format !== undefined && own.attribute.format.name === theirs.attribute.format?.name;
  if (text === undefined || text !== textBefore(otherLayout, theirs) || !isOneForm) return false;
  const isFixed = (of: Entity, { attribute, calls }: StandIn): boolean =>
    domains
      .of(of.attributes.get(attribute.name), calls)
      .outlines('all')
      .some(({ isFixedLength }) => isFixedLength);
  return (
    isFixed(entity, own) &&
    isFixed(other, theirs) &&
    keepsOrder(layout, entity, own, domains) &&
    keepsOrder(otherLayout, other, theirs, domains)
  );
}
