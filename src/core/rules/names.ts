// The names that a model uses, each with its place and what it should name: the one list behind all name rules.
// Deliberately without the placeholders of templates; template/unknown-attribute looks at those.
import type { ActionUse } from '../model/actions.ts';
import type { Design, Entity } from '../model/design.ts';
import { strayKeys } from '../model/key-names.ts';
import type { ClauseDecl, IndexDecl } from '../model/model.ts';
import { referenceTexts, splitReference } from '../model/resolve-attributes.ts';
import type { Span, Spanned } from '../text/span.ts';

/** A name where an attribute of one of the entities belongs. */
export interface AttributeUse {
  readonly name: string;
  readonly span: Span;
  readonly entities: readonly Entity[];
  /** Also a key attribute of the table or an index will do. */
  readonly keysToo: boolean;
}

/** Names of entities. */
export function entityUses(design: Design, actions: readonly ActionUse[]): readonly Spanned<string>[] {
  const uses: Spanned<string>[] = [];
  for (const entity of design.model.entities) {
    uses.push(...entity.sharesKeysWith);
    for (const { per } of entity.counts) {
      // `8 per recipientId` counts by an attribute.
      if (per && !design.entities.get(entity.name)?.attributes.has(per.value)) uses.push(per);
    }
    for (const attribute of entity.attributes) {
      if (attribute.guards) uses.push(attribute.guards);
      for (const reference of referenceTexts(attribute)) {
        const name = splitReference(reference.value);
        if (name) uses.push(partOf(reference, name.entity, 'start'));
      }
    }
  }
  for (const { action } of actions) uses.push(...action.entities);
  return uses;
}

/** `Customer.username`: the span of one side, where it stands unescaped. */
function partOf(reference: Spanned<string>, part: string, side: 'start' | 'end'): Spanned<string> {
  const { start, end } = reference.span;
  const exact = end - start === reference.value.length;
  const quoted = end - start === reference.value.length + 2;
  const margin = quoted ? 1 : 0;
  if (!exact && !quoted) return { value: part, span: reference.span };
  return side === 'start'
    ? { value: part, span: { start: start + margin, end: start + margin + part.length } }
    : { value: part, span: { start: end - margin - part.length, end: end - margin } };
}

/** Names of attributes, of entities that exist. */
export function attributeUses(design: Design, actions: readonly ActionUse[]): readonly AttributeUse[] {
  const uses: AttributeUse[] = [];
  const addClauses = (decls: readonly ClauseDecl[], entities: readonly Entity[], keysToo: boolean): void => {
    for (const { clause } of decls) {
      if (clause === undefined || clause.attribute === '') continue;
      uses.push({ name: clause.attribute, span: clause.attributeSpan, entities, keysToo });
    }
  };
  const addNames = (
    names: readonly Spanned<string>[],
    entities: readonly Entity[],
    keysToo: boolean,
  ): void => {
    for (const name of names) uses.push({ name: name.value, span: name.span, entities, keysToo });
  };
  for (const entity of design.entities.values()) {
    const own = [entity];
    addNames(entity.decl.identity ?? [], own, false);
    for (const keys of entity.decl.conditionalKeys) {
      for (const variant of keys.variants) addClauses(variant.when, own, false);
    }
    for (const attribute of entity.decl.attributes) {
      for (const reference of referenceTexts(attribute)) {
        const name = splitReference(reference.value);
        const target = name && design.entities.get(name.entity);
        if (name && target) addNames([partOf(reference, name.attribute, 'end')], [target], false);
      }
    }
  }
  const all = [...design.entities.values()];
  if (all.length > 0) for (const index of design.model.indexes) addNames(namesIn(index), all, true);
  for (const { action, entities } of actions) {
    if (entities.length < action.entities.length || entities.length === 0) continue;
    addClauses(action.where, entities, false);
    addClauses(action.filter, entities, true);
    addClauses(action.condition, entities, true);
    addClauses(action.when, entities, true);
    addClauses(action.set, entities, true);
    addClauses(action.add, entities, true);
    addClauses(action.append, entities, true);
    addNames(action.remove, entities, true);
    addNames(action.given, entities, true);
    if (action.select) addNames(action.select, entities, true);
    if (action.order?.attribute) addNames([action.order.attribute], entities, true);
  }
  return uses;
}

/** The attributes that an index names beside its keys; they may be those of any entity. */
const namesIn = ({ projection, vector, filters }: IndexDecl): readonly Spanned<string>[] => [
  ...(typeof projection === 'string' ? [] : projection),
  ...(vector ? [vector] : []),
  ...filters,
];

/** Keys that a line with a near name was meant for: what lacks them is explained by key/unknown-key already. */
export const misspeltKeys = (design: Design): ReadonlySet<string> =>
  new Set(strayKeys(design).flatMap(({ near }) => near ?? []));
