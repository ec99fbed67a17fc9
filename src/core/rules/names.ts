// The names that a model uses, each with its place and what it should name: the one list behind all name rules.
// Deliberately without the placeholders of templates; template/unknown-attribute looks at those.
import type { Design, Entity, ResolvedAction } from '../model/design.ts';
import type { ClauseDecl } from '../model/model.ts';
import { referenceTexts, splitReference } from '../model/resolve-attributes.ts';
import { nearest } from '../model/suggest.ts';
import type { Span, Spanned } from '../text/span.ts';

/** A name where an attribute of one of the entities belongs. */
export interface AttributeUse {
  readonly name: string;
  readonly span: Span;
  readonly entities: readonly Entity[];
  /** Also a key attribute of the table or an index will do. */
  readonly keysToo: boolean;
}

export type ActionUse = ResolvedAction & { readonly pattern: string };

/** All actions of all patterns: their own, those of their legs and of their steps. */
export const allActions = (design: Design): readonly ActionUse[] =>
  design.patterns.flatMap((pattern) =>
    [...pattern.actions, ...pattern.steps.flatMap((step) => step.actions)].map((resolved) => ({
      ...resolved,
      pattern: pattern.name,
    })),
  );

/** Names of entities. */
export function entityUses(design: Design): readonly Spanned<string>[] {
  const fromEntities = design.model.entities.flatMap((entity) => [
    ...entity.sharesKeysWith,
    ...entity.attributes.flatMap((attribute) => attribute.guards ?? []),
    ...entity.attributes.flatMap((attribute) =>
      referenceTexts(attribute).flatMap((reference) => {
        const name = splitReference(reference.value);
        return name ? [partOf(reference, name.entity, 'start')] : [];
      }),
    ),
  ]);
  const fromPatterns = allActions(design).flatMap((use) => use.action.entities);
  return [...fromEntities, ...fromPatterns];
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

const clauseUses = (
  decls: readonly ClauseDecl[],
  entities: readonly Entity[],
  keysToo: boolean,
): readonly AttributeUse[] =>
  decls.flatMap(({ clause }) =>
    clause === undefined || clause.attribute === ''
      ? []
      : [{ name: clause.attribute, span: clause.attributeSpan, entities, keysToo }],
  );

const nameUses = (
  names: readonly Spanned<string>[],
  entities: readonly Entity[],
  keysToo: boolean,
): readonly AttributeUse[] => names.map((name) => ({ name: name.value, span: name.span, entities, keysToo }));

/** Names of attributes, of entities that exist. */
export function attributeUses(design: Design, actions: readonly ActionUse[]): readonly AttributeUse[] {
  const uses: AttributeUse[] = [];
  for (const entity of design.entities.values()) {
    uses.push(...nameUses(entity.decl.identity ?? [], [entity], false));
    for (const keys of entity.decl.conditionalKeys) {
      for (const variant of keys.variants) uses.push(...clauseUses(variant.when, [entity], false));
    }
    for (const attribute of entity.decl.attributes) {
      for (const reference of referenceTexts(attribute)) {
        const name = splitReference(reference.value);
        const target = name && design.entities.get(name.entity);
        if (name && target)
          uses.push(...nameUses([partOf(reference, name.attribute, 'end')], [target], false));
      }
    }
  }
  for (const { action, entities } of actions) {
    if (entities.length < action.entities.length || entities.length === 0) continue;
    uses.push(...clauseUses(action.where, entities, false));
    const free = [...action.filter, ...action.condition, ...action.when];
    uses.push(...clauseUses(free, entities, true));
    uses.push(...clauseUses([...action.set, ...action.add, ...action.append], entities, true));
    uses.push(...nameUses(action.remove, entities, true));
    uses.push(...nameUses([...action.given, ...(action.select ?? [])], entities, true));
    const by = action.order?.attribute;
    if (by) uses.push(...nameUses([by], entities, true));
  }
  return uses;
}

/** The key attributes of the table and of all indexes. */
export const keyNames = (design: Design): ReadonlySet<string> =>
  new Set(
    design.targets.flatMap((target) => [...target.partitionKey, ...target.sortKey].map((key) => key.name)),
  );

/** Keys that a line with a near name was meant for: what lacks them is explained by key/unknown-key already. */
export function misspeltKeys(design: Design): ReadonlySet<string> {
  const known = keyNames(design);
  const written = design.model.entities.flatMap((entity) => entity.keys.map((key) => key.name));
  return new Set(written.flatMap((name) => (known.has(name) ? [] : (nearest(name, known) ?? []))));
}
