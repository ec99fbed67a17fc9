// What stands under the cursor: the one classifier on which every editor feature switches.
// Deliberately says what it is, not what to show; unknown places are `undefined`, never a guess.

import { attributesFor } from '../analysis/routes/bind.ts';
import { actionsOf } from '../model/actions.ts';
import type { Attribute, Design, Entity, Pattern } from '../model/design.ts';
import type { IndexDecl, KeyDecl } from '../model/model.ts';
import { referenceTexts, splitReference } from '../model/resolve-attributes.ts';
import type { Snapshot } from '../snapshot.ts';
import type { FunctionCall, Placeholder, Template } from '../syntax/template.ts';
import { type MapEntry, type Node, type Path, spanOf } from '../syntax/tree.ts';
import { type Span, touches } from '../text/span.ts';

export type Place =
  /** An entity's name: where it is declared, or where it is used. */
  | { readonly kind: 'entity'; readonly entity: Entity; readonly declaration: boolean; readonly span: Span }
  | {
      readonly kind: 'attribute';
      readonly attribute: Attribute;
      readonly declaration: boolean;
      readonly span: Span;
    }
  | { readonly kind: 'index'; readonly index: IndexDecl; readonly declaration: boolean; readonly span: Span }
  | {
      readonly kind: 'pattern';
      readonly pattern: Pattern;
      readonly declaration: boolean;
      readonly span: Span;
    }
  /** A key line of an entity, on its name or on a literal of its template. */
  | { readonly kind: 'key'; readonly entity: Entity; readonly key: KeyDecl; readonly span: Span }
  | { readonly kind: 'function'; readonly call: FunctionCall; readonly span: Span }
  /** A property of the language, on its name or its value. */
  | { readonly kind: 'property'; readonly path: Path; readonly onKey: boolean; readonly span: Span };

interface Located {
  readonly path: Path;
  readonly entry: MapEntry | undefined;
  readonly onKey: boolean;
  readonly span: Span;
}

/** The innermost key or value of the document at an offset. */
function locate(
  node: Node | undefined,
  offset: number,
  path: Path = [],
  entry?: MapEntry,
): Located | undefined {
  if (node === undefined || !touches(spanOf(node), offset)) return undefined;
  if (node.kind === 'scalar') return { path, entry, onKey: false, span: spanOf(node) };
  if (node.kind === 'map') {
    for (const each of node.entries) {
      const at = [...path, each.key.source];
      if (touches(each.key.span, offset)) return { path: at, entry: each, onKey: true, span: each.key.span };
      const inner = locate(each.value, offset, at, each);
      if (inner) return inner;
    }
    return undefined;
  }
  for (const [index, item] of node.items.entries()) {
    const inner = locate(item, offset, [...path, index], entry);
    if (inner) return inner;
  }
  return undefined;
}

function placeholderAt(template: Template, offset: number): Placeholder | undefined {
  return template.parts.find(
    (part): part is Placeholder => part.kind === 'placeholder' && touches(part.span, offset),
  );
}

const allKeys = (entity: Entity): readonly KeyDecl[] => [
  ...entity.decl.keys,
  ...entity.decl.conditionalKeys.flatMap((keys) => keys.variants.flatMap((variant) => variant.keys)),
];

function inKeys(entity: Entity, offset: number): Place | undefined {
  for (const key of allKeys(entity)) {
    if (!touches(key.span, offset)) continue;
    const placeholder = placeholderAt(key.template, offset);
    const call = placeholder?.functions.find((each) => touches(each.span, offset));
    if (call) return { kind: 'function', call, span: call.span };
    const attribute = placeholder && entity.attributes.get(placeholder.name);
    if (attribute) return { kind: 'attribute', attribute, declaration: false, span: placeholder.nameSpan };
    return { kind: 'key', entity, key, span: touches(key.nameSpan, offset) ? key.nameSpan : key.scalar.span };
  }
  return undefined;
}

function inReferences(design: Design, entity: Entity, offset: number): Place | undefined {
  for (const reference of entity.decl.attributes.flatMap(referenceTexts)) {
    if (!touches(reference.span, offset)) continue;
    const name = splitReference(reference.value);
    const target = name && design.entities.get(name.entity);
    const dot = reference.span.end - (name?.attribute.length ?? 0) - 1;
    if (target && offset < dot)
      return { kind: 'entity', entity: target, declaration: false, span: reference.span };
    const attribute = name && target?.attributes.get(name.attribute);
    if (attribute) return { kind: 'attribute', attribute, declaration: false, span: reference.span };
  }
  return undefined;
}

function inEntity(design: Design, entity: Entity, offset: number): Place | undefined {
  if (touches(entity.decl.nameSpan, offset)) {
    return { kind: 'entity', entity, declaration: true, span: entity.decl.nameSpan };
  }
  const attribute = [...entity.attributes.values()].find((each) => touches(each.decl.nameSpan, offset));
  if (attribute) return { kind: 'attribute', attribute, declaration: true, span: attribute.decl.nameSpan };
  const named = [
    ...(entity.decl.identity ?? []),
    ...entity.decl.conditionalKeys
      .flatMap((keys) => keys.variants.flatMap((variant) => variant.when))
      .flatMap(({ clause }) => (clause ? [{ value: clause.attribute, span: clause.attributeSpan }] : [])),
  ].find((name) => touches(name.span, offset));
  const own = named && entity.attributes.get(named.value);
  if (named && own) return { kind: 'attribute', attribute: own, declaration: false, span: named.span };
  return (
    inKeys(entity, offset) ??
    inReferences(design, entity, offset) ??
    entityNamed(design, entity.decl.sharesKeysWith, offset)
  );
}

function entityNamed(
  design: Design,
  names: readonly { readonly value: string; readonly span: Span }[],
  offset: number,
): Place | undefined {
  const name = names.find((each) => touches(each.span, offset));
  const entity = name && design.entities.get(name.value);
  return entity && { kind: 'entity', entity, declaration: false, span: name.span };
}

function inPattern(design: Design, pattern: Pattern, offset: number): Place | undefined {
  if (touches(pattern.decl.nameSpan, offset)) {
    return { kind: 'pattern', pattern, declaration: true, span: pattern.decl.nameSpan };
  }
  for (const { action, entities } of actionsOf(pattern)) {
    const named = entityNamed(design, action.entities, offset);
    if (named) return named;
    const { index } = action;
    const found =
      index && touches(index.span, offset) && design.model.indexes.find((each) => each.name === index.value);
    if (found) return { kind: 'index', index: found, declaration: false, span: index.span };
    const clauses = [
      action.where,
      action.filter,
      action.condition,
      action.when,
      action.set,
      action.add,
      action.append,
    ].flat();
    const names = [
      ...clauses.flatMap(({ clause }) =>
        clause ? [{ value: clause.attribute, span: clause.attributeSpan }] : [],
      ),
      ...action.remove,
      ...action.given,
      ...(action.select ?? []),
    ];
    const name = names.find((each) => touches(each.span, offset));
    const attribute = name && entities.flatMap((entity) => attributesFor(name.value, entity, entities))[0];
    if (name && attribute) return { kind: 'attribute', attribute, declaration: false, span: name.span };
  }
  const other = pattern.decl.readYourWrites.find((name) => touches(name.span, offset));
  const written = other && design.patterns.find((each) => each.name === other.value);
  return written && { kind: 'pattern', pattern: written, declaration: false, span: other.span };
}

/** What stands at an offset; undefined where it is nothing that the language knows. */
export function placeAt({ design, tree }: Snapshot, offset: number): Place | undefined {
  for (const index of design.model.indexes) {
    if (touches(index.nameSpan, offset))
      return { kind: 'index', index, declaration: true, span: index.nameSpan };
  }
  const entity = [...design.entities.values()].find((each) => touches(each.decl.span, offset));
  const pattern = design.patterns.find((each) => touches(each.decl.span, offset));
  const named =
    (entity && inEntity(design, entity, offset)) ?? (pattern && inPattern(design, pattern, offset));
  if (named) return named;
  const located = locate(tree.root, offset);
  return located && { kind: 'property', path: located.path, onKey: located.onKey, span: located.span };
}

/** The keys that lead to what stands at an offset: `accessPatterns`, `placeOrder`, `rate`. Empty outside of all. */
export const pathAt = ({ tree }: Snapshot, offset: number): Path => locate(tree.root, offset)?.path ?? [];
