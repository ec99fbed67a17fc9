// Gives every attribute its type, format and origins by following references.
// Deliberately reports nothing: an unknown name or a circle of references only ends the walk.
import { type Format, formats } from '../facts/formats.ts';
import type { Attribute } from './design.ts';
import type { AttributeDecl, AttributeType, EntityDecl, Model } from './model.ts';
import { attributeTypes } from './schema/entities.ts';

export const isAttributeType = (word: string): word is AttributeType =>
  attributeTypes.some((type) => type === word);

/** `Customer.username` split at its first dot; undefined where there is none. */
export function splitReference(reference: string): { entity: string; attribute: string } | undefined {
  const dot = reference.indexOf('.');
  return dot > 0 && dot < reference.length - 1
    ? { entity: reference.slice(0, dot), attribute: reference.slice(dot + 1) }
    : undefined;
}

/** The texts of an attribute's references: the long form's, or the one word that holds a dot. */
export function referenceTexts(decl: AttributeDecl): AttributeDecl['references'] {
  const word = decl.word;
  return word !== undefined && splitReference(word.value) ? [word] : decl.references;
}

const formatOf = (decl: AttributeDecl): Format | undefined =>
  formats.get(decl.format?.value ?? decl.word?.value ?? '');

function ownType(decl: AttributeDecl, format: Format | undefined): AttributeType | undefined {
  if (decl.type) return decl.type.value;
  if (decl.word && isAttributeType(decl.word.value)) return decl.word.value;
  if (format) return format.type;
  const value = decl.constant?.value ?? decl.enumeration?.[0]?.value;
  if (typeof value === 'number') return 'number';
  if (typeof value === 'boolean') return 'boolean';
  if (decl.min !== undefined || decl.max !== undefined) return 'number';
  return undefined;
}

/** The attributes of all entities, by entity and name. */
export function resolveAttributes(model: Model): ReadonlyMap<string, ReadonlyMap<string, Attribute>> {
  const decls = new Map(
    model.entities.map((entity) => [entity.name, new Map(entity.attributes.map((a) => [a.name, a]))]),
  );
  const done = new Map<AttributeDecl, Attribute>();
  const open = new Set<AttributeDecl>();

  function resolve(entity: string, decl: AttributeDecl): Attribute | undefined {
    const known = done.get(decl);
    if (known) return known;
    if (open.has(decl)) return undefined;
    open.add(decl);
    const references = referenceTexts(decl).flatMap((reference) => {
      const name = splitReference(reference.value);
      const target = name && decls.get(name.entity)?.get(name.attribute);
      return (name && target && resolve(name.entity, target)) ?? [];
    });
    open.delete(decl);
    const format = formatOf(decl) ?? references[0]?.format;
    const says = decl.word !== undefined || decl.format !== undefined || referenceTexts(decl).length > 0;
    const attribute: Attribute = {
      name: decl.name,
      entity,
      decl,
      type: ownType(decl, format) ?? references[0]?.type ?? (says ? undefined : 'string'),
      format,
      references,
      origins: new Set(
        references.length > 0 ? references.flatMap((r) => [...r.origins]) : [`${entity}.${decl.name}`],
      ),
      sources: [decl, ...new Set(references.flatMap((r) => r.sources))],
    };
    done.set(decl, attribute);
    return attribute;
  }

  const attributesOf = (entity: EntityDecl): ReadonlyMap<string, Attribute> =>
    new Map(
      entity.attributes.flatMap((decl) => {
        const attribute = resolve(entity.name, decl);
        return attribute ? [[decl.name, attribute] as const] : [];
      }),
    );
  return new Map(model.entities.map((entity) => [entity.name, attributesOf(entity)]));
}
