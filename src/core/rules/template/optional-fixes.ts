// The edits that put keys under a `when`, and those that make an attribute one of every item.
// Deliberately gives none where the text is of a form that a small edit would spoil.

import type { Design, Entity, Target } from '../../model/design.ts';
import type { KeyDecl, KeyVariantDecl } from '../../model/model.ts';
import { removeEntry } from '../../syntax/edit-yaml.ts';
import { quote } from '../../syntax/quote-yaml.ts';
import { namesIn } from '../../syntax/template.ts';
import { entryOf, type MapNode, type ScalarNode } from '../../syntax/tree.ts';
import type { TextEdit } from '../../text/edit.ts';
import { span } from '../../text/span.ts';

/** Moves the lines of the index's keys under its name, with the condition that all their attributes are there. */
export function conditionalEdits(
  text: string,
  design: Design,
  { decl, attributes }: Entity,
  target: Target,
): readonly TextEdit[] {
  const keys = entryOf(decl.node, 'keys')?.value;
  const isOf = (one: Target, key: KeyDecl): boolean =>
    [...one.partitionKey, ...one.sortKey].some(({ name }) => name === key.name);
  const lines = decl.keys.filter((key) => isOf(target, key));
  const isShared = design.targets.some((other) => other !== target && lines.some((key) => isOf(other, key)));
  const isTaken = decl.conditionalKeys.some(({ name }) => name === target.name);
  const [first, ...others] = lines;
  if (keys?.kind !== 'map' || keys.alias !== undefined || first === undefined) return [];
  if (isShared || isTaken || (keys.flow && others.length > 1)) return [];
  const names = lines.flatMap(({ template }) => namesIn(template));
  const optional = [...new Set(names)].filter((name) => attributes.get(name)?.decl.optional);
  const clauses = optional.map((name) => quote(`${name} exists`));
  const when = clauses.length === 1 ? clauses.join('') : `[${clauses.join(', ')}]`;
  const values = lines.map((key) => `${quote(key.name)}: ${valueText(text, key.scalar)}`);
  const newText = `${quote(target.name)}: { when: ${when}, ${values.join(', ')} }`;
  return [{ span: first.span, newText }, ...others.flatMap((key) => removeEntry(text, keys, key.entry))];
}

/** Adds `attribute exists` to the `when` of one alternative. */
export function conditionEdits(
  text: string,
  { decl }: Entity,
  variant: KeyVariantDecl,
  attribute: string,
): readonly TextEdit[] {
  const values = decl.conditionalKeys.flatMap(({ entry: { value } }) =>
    value?.kind === 'list' ? value.items : [value],
  );
  const map = values.find(
    (value): value is MapNode => value?.kind === 'map' && value.span.start === variant.span.start,
  );
  const first = map?.entries[0];
  if (map === undefined || first === undefined) return [];
  const clause = quote(`${attribute} exists`);
  const when = entryOf(map, 'when')?.value;
  if (when === undefined) {
    const { start } = first.span;
    const column = start - (text.lastIndexOf('\n', start - 1) + 1);
    const separator = map.flow ? ', ' : `\n${' '.repeat(column)}`;
    return [{ span: span(start, start), newText: `when: ${clause}${separator}` }];
  }
  if (when.alias !== undefined) return [];
  if (when.kind === 'scalar') return [{ span: when.span, newText: `[${valueText(text, when)}, ${clause}]` }];
  if (when.kind !== 'list' || !when.flow) return [];
  const end = when.span.end - 1;
  return [{ span: span(end, end), newText: `${when.items.length > 0 ? ', ' : ''}${clause}` }];
}

/** Takes `optional` or `present` out of the attribute's declaration. */
export function requiredEdits(text: string, { attributes }: Entity, name: string): readonly TextEdit[] {
  const map = attributes.get(name)?.decl.entry.value;
  if (map?.kind !== 'map' || map.alias !== undefined) return [];
  const entries = ['optional', 'present'].flatMap((key) => entryOf(map, key) ?? []);
  if (entries.length > 1 && map.flow) return [];
  return entries.flatMap((entry) => removeEntry(text, map, entry));
}

/** The scalar so that it can stand in flow style. */
const valueText = (text: string, { style, source, span: at }: ScalarNode): string =>
  style === 'single-quoted' || style === 'double-quoted' ? text.slice(at.start, at.end) : quote(source);
