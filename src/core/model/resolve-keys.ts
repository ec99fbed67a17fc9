// Lays the keys of an entity out for a target: which template each key attribute of the table or an index holds.
// Deliberately decides membership as DynamoDB does: an item is in an index if it carries every key attribute of it.
import type { Template, TemplatePart } from '../syntax/template.ts';
import type { Absence, Attribute, KeyAttribute, KeyPart, Layout, Target } from './design.ts';
import type { EntityDecl, KeyDecl, KeyVariantDecl } from './model.ts';

export interface LaidOut {
  readonly layouts: readonly Layout[];
  readonly absence: Absence | undefined;
}

/** A key that is a plain attribute, as a template: a lone placeholder. */
function plainTemplate(attribute: Attribute): Template {
  const span = attribute.decl.nameSpan;
  const placeholder = {
    kind: 'placeholder',
    name: attribute.name,
    nameSpan: span,
    functions: [],
    span,
  } as const;
  return { parts: [placeholder], span };
}

/** Puts the templates of other keys of the item in place of `${PK}`; a circle leaves the placeholder as it is. */
function inline(
  template: Template,
  keys: ReadonlyMap<string, KeyDecl>,
  isAttribute: (name: string) => boolean,
  open: readonly string[],
): Template {
  const parts = template.parts.flatMap((part): readonly TemplatePart[] => {
    if (part.kind === 'literal' || part.functions.length > 0 || isAttribute(part.name)) return [part];
    const key = keys.get(part.name);
    if (key === undefined || open.includes(part.name)) return [part];
    return inline(key.template, keys, isAttribute, [...open, part.name]).parts;
  });
  return { ...template, parts };
}

/** The ways in which items of the entity lie in the target. */
export function layOut(
  decl: EntityDecl,
  attributes: ReadonlyMap<string, Attribute>,
  target: Target,
): LaidOut {
  const conditional = decl.conditionalKeys.find((keys) => keys.name === target.name);
  const variants: readonly (KeyVariantDecl | undefined)[] = conditional?.variants ?? [undefined];
  const layouts: Layout[] = [];
  let missing: readonly string[] = [];
  for (const variant of variants) {
    const keys = new Map([...decl.keys, ...(variant?.keys ?? [])].map((key) => [key.name, key]));
    const part = (key: KeyAttribute): KeyPart | undefined => {
      const line = keys.get(key.name);
      const isAttribute = (name: string) => attributes.has(name);
      if (line) return { key, decl: line, template: inline(line.template, keys, isAttribute, [key.name]) };
      const attribute = attributes.get(key.name);
      return attribute?.decl.stored
        ? { key, decl: undefined, template: plainTemplate(attribute) }
        : undefined;
    };
    const partition = target.partitionKey.map(part);
    const sort = target.sortKey.map(part);
    const parts = [...partition, ...sort];
    if (parts.every((p) => p !== undefined)) {
      layouts.push({
        target,
        entity: decl.name,
        variant,
        partition: partition.filter((p) => p !== undefined),
        sort: sort.filter((p) => p !== undefined),
        sparse: parts.flatMap((p) =>
          p && p.decl === undefined && attributes.get(p.key.name)?.decl.optional ? [p.key.name] : [],
        ),
      });
    } else {
      missing = [...target.partitionKey, ...target.sortKey]
        .filter((_, i) => parts[i] === undefined)
        .map((key) => key.name);
    }
  }
  return { layouts, absence: layouts.length === 0 ? { target, missing } : undefined };
}
