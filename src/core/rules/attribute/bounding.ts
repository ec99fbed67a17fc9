// Where the values of an attribute are bounded, and how another property is written there.
// Deliberately follows one reference after the other: what references several things is bounded where it stands.
import type { Attribute } from '../../model/design.ts';
import { insertEntry } from '../../syntax/edit-yaml.ts';
import { quote } from '../../syntax/quote-yaml.ts';
import type { Fix } from '../rule.ts';

/** The attribute at the end of its references. */
export function boundingAttribute(attribute: Attribute): Attribute {
  let found = attribute;
  const seen = new Set<Attribute>();
  while (found.references.length === 1 && !seen.has(found)) {
    seen.add(found);
    found = found.references[0] ?? found;
  }
  return found;
}

/** The fix that writes `name: value` into the declaration; none where that is written in a way that takes no more. */
export function writeProperty(
  text: string,
  { decl }: Attribute,
  name: string,
  value: string,
): readonly Fix[] {
  const { entry, word } = decl;
  const title = `Write ${name}: ${value}`;
  const written = /^\d+$/.test(value) ? value : quote(value);
  const at = entry.value;
  if (at?.kind === 'map' && at.alias === undefined)
    return [{ title, edits: insertEntry(text, at, name, written), preferred: true }];
  if (at?.kind !== 'scalar' || (word?.value !== 'string' && word?.value !== 'number')) return [];
  return [
    {
      title,
      edits: [{ span: at.span, newText: `{ type: ${word.value}, ${name}: ${written} }` }],
      preferred: true,
    },
  ];
}
