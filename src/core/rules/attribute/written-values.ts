// The values of attributes that stand in the file: those of `enum` and `const`, and those of samples.
// Deliberately as nodes: digits that YAML loses are still in their source text.
import type { Attribute, Entity } from '../../model/design.ts';
import { items, valueAt } from '../../model/lower/fields.ts';
import type { Node, ScalarNode } from '../../syntax/tree.ts';

export interface WrittenValue {
  readonly node: Node;
  /** The attribute's type, where it is declared and does not only follow from this value. */
  readonly type: string | undefined;
}

export function writtenValues({ attributes, decl }: Entity): readonly WrittenValue[] {
  const declared = decl.attributes.flatMap(({ name, entry }) => {
    const nodes = [...items(valueAt(entry.value, 'enum')), ...items(valueAt(entry.value, 'const'))];
    return nodes.map((node) => ({ node, type: declaredType(attributes.get(name)) }));
  });
  return [...declared, ...sampleValues({ attributes, decl })];
}

/** Those of samples alone. */
export const sampleValues = ({
  attributes,
  decl,
}: Pick<Entity, 'attributes' | 'decl'>): readonly WrittenValue[] =>
  decl.samples.flatMap((sample) =>
    sample.entries.flatMap(({ key, value }) =>
      value === undefined ? [] : [{ node: value, type: declaredType(attributes.get(key.source)) }],
    ),
  );

function declaredType(attribute: Attribute | undefined): string | undefined {
  if (attribute === undefined) return undefined;
  const { word, type, format, references, enumeration, constant } = attribute.decl;
  const isStated = word ?? type ?? format ?? references[0];
  return isStated || (enumeration === undefined && constant === undefined) ? attribute.type : undefined;
}

/** All plain scalars in a value; what an alias repeats is looked at where it stands. */
export function plainScalars(node: Node): readonly ScalarNode[] {
  if (node.alias !== undefined) return [];
  if (node.kind === 'scalar') return node.style === 'plain' ? [node] : [];
  if (node.kind === 'list') return node.items.flatMap((item) => (item ? plainScalars(item) : []));
  return node.entries.flatMap(({ value }) => (value ? plainScalars(value) : []));
}
