// The plain case of keys that cannot be misread: every value ends where a byte follows that no value holds.
// Deliberately only says yes where that is plain to see; all else is for the solver.
import type { Entity, KeyPart } from '../../model/design.ts';
import type { Template } from '../../syntax/template.ts';
import { toBytes } from '../../text/utf8.ts';
import type { Automaton } from './automata/automaton.ts';
import type { Domains, Extent } from './domains/domains.ts';

/** False only if no accepted word holds the byte. */
function mayHold(automaton: Automaton, byte: number): boolean {
  if (automaton.start === undefined) return false;
  const seen = new Set([automaton.start]);
  for (const state of seen)
    for (const { low, high, to } of automaton.moves(state)) {
      if (low <= byte && byte <= high) return true;
      seen.add(to);
    }
  return false;
}

function isSeparated(template: Template, entity: Entity, domains: Domains, extent: Extent): boolean {
  const { parts } = template;
  const last = parts.findLastIndex((part) => part.kind === 'placeholder');
  return parts.slice(0, Math.max(0, last)).every((part, i) => {
    if (part.kind === 'literal') return true;
    const next = parts[i + 1];
    if (next?.kind !== 'literal') return false;
    const byte = toBytes(next.text).charCodeAt(0);
    const { languages } = domains.of(entity.attributes.get(part.name), part.functions);
    return languages[extent].some((automaton) => !mayHold(automaton, byte));
  });
}

/** True if equal texts of these parts of a key show that all their placeholders are equal, as long as these lie in the extent. */
export const tellsValuesApart = (
  parts: readonly KeyPart[],
  entity: Entity,
  domains: Domains,
  extent: Extent,
): boolean => parts.every(({ template }) => isSeparated(template, entity, domains, extent));
