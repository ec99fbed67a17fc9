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
  const names = (part: TemplatePart): boolean =>
    part.kind === 'placeholder' &&
    part.functions.length === 0 &&
    !isAttribute(part.name) &&
    keys.has(part.name);
  if (!template.parts.some(names)) return template;
  const parts = template.parts.flatMap((part): readonly TemplatePart[] => {
    if (part.kind === 'literal' || part.functions.length > 0 || isAttribute(part.name)) return [part];
    const key = keys.get(part.name);
    if (key === undefined || open.includes(part.name)) return [part];
    return inline(key.template, keys, isAttribute, [...open, part.name]).parts;
  });
  return { ...template, parts };
}

/** What the keys of one entity are laid out from, gathered once for all targets. */
export interface KeySource {
  readonly decl: EntityDecl;
  readonly attributes: ReadonlyMap<string, Attribute>;
  /** Its unconditional lines, by key. */
  readonly lines: ReadonlyMap<string, KeyDecl>;
}

export const keySource = (decl: EntityDecl, attributes: ReadonlyMap<string, Attribute>): KeySource => ({
  decl,
  attributes,
  lines: new Map(decl.keys.map((key) => [key.name, key])),
});

/** What the key attribute holds in items of the entity; undefined where they do not carry it. */
function partOf(
  key: KeyAttribute,
  { attributes }: KeySource,
  lines: ReadonlyMap<string, KeyDecl>,
): KeyPart | undefined {
  const line = lines.get(key.name);
  if (line) {
    const isAttribute = (name: string) => attributes.has(name);
    return { key, decl: line, template: inline(line.template, lines, isAttribute, [key.name]) };
  }
  const attribute = attributes.get(key.name);
  return attribute?.decl.stored ? { key, decl: undefined, template: plainTemplate(attribute) } : undefined;
}

/** The layout by these lines, or the key attributes that are missing for one. */
function layOutBy(
  source: KeySource,
  target: Target,
  variant: KeyVariantDecl | undefined,
): Layout | readonly string[] {
  const { decl, attributes } = source;
  const lines =
    variant === undefined
      ? source.lines
      : new Map([...source.lines, ...variant.keys.map((key) => [key.name, key] as const)]);
  const missing: string[] = [];
  const sparse: string[] = [];
  const partsOf = (keys: readonly KeyAttribute[]): readonly KeyPart[] =>
    keys.flatMap((key) => {
      const part = partOf(key, source, lines);
      if (part === undefined) missing.push(key.name);
      else if (part.decl === undefined && attributes.get(key.name)?.decl.optional) sparse.push(key.name);
      return part ?? [];
    });
  const partition = partsOf(target.partitionKey);
  const sort = partsOf(target.sortKey);
  return missing.length > 0 ? missing : { target, entity: decl.name, variant, partition, sort, sparse };
}

const isMissing = (result: Layout | readonly string[]): result is readonly string[] => Array.isArray(result);

/** The ways in which items of the entity lie in the target. */
export function layOut(source: KeySource, target: Target): LaidOut {
  const conditional = source.decl.conditionalKeys.find((keys) => keys.name === target.name);
  const variants: readonly (KeyVariantDecl | undefined)[] = conditional?.variants ?? [undefined];
  const layouts: Layout[] = [];
  let missing: readonly string[] = [];
  for (const variant of variants) {
    const result = layOutBy(source, target, variant);
    if (isMissing(result)) missing = result;
    else layouts.push(result);
  }
  return { layouts, absence: layouts.length === 0 ? { target, missing } : undefined };
}
