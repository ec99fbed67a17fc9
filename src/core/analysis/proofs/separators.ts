// The plain case of keys that cannot be misread: every value ends where a byte follows that no value holds.
// Deliberately only says yes where that is plain to see; all else is for the solver.
import type { Entity, KeyPart } from '../../model/design.ts';
import type { Template } from '../../syntax/template.ts';
import { toBytes } from '../../text/utf8.ts';
import type { Domains, Extent } from './domains/domains.ts';

function isSeparated(template: Template, entity: Entity, domains: Domains, extent: Extent): boolean {
  const { parts } = template;
  const last = parts.findLastIndex((part) => part.kind === 'placeholder');
  return parts.slice(0, Math.max(0, last)).every((part, i) => {
    if (part.kind === 'literal') return true;
    const next = parts[i + 1];
    if (next?.kind !== 'literal') return false;
    const byte = toBytes(next.text).charCodeAt(0);
    const { outlines } = domains.of(entity.attributes.get(part.name), part.functions);
    return outlines(extent).some(({ mayHold }) => !mayHold(byte));
  });
}

/** True if equal texts of these parts of a key show that all their placeholders are equal, as long as these lie in the extent. */
export const tellsValuesApart = (
  parts: readonly KeyPart[],
  entity: Entity,
  domains: Domains,
  extent: Extent,
): boolean => parts.every(({ template }) => isSeparated(template, entity, domains, extent));
