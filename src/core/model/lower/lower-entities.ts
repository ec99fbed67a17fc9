// From tree to declarations: entities, their attributes, keys and counts.
// Deliberately checks nothing; what is malformed is left out.

import { parseCount } from '../../syntax/count.ts';
import { parseAmount, parseBytes, parseDuration, parseShare } from '../../syntax/quantity.ts';
import { offsetMap } from '../../syntax/scalar-offsets.ts';
import { type MapEntry, type MapNode, type Node, type ScalarValue, spanOf } from '../../syntax/tree.ts';
import { type Spanned, spanned } from '../../text/span.ts';
import type {
  AttributeDecl,
  ConditionalKeysDecl,
  CountDecl,
  EntityDecl,
  EnumValue,
  KeyDecl,
  KeyVariantDecl,
} from '../model.ts';
import { attributeTypes } from '../schema/entities.ts';
import { clausesOf, keyOf } from './context.ts';
import {
  entriesOf,
  flag,
  items,
  itemsOf,
  lastOfEach,
  named,
  quantity,
  quantityOf,
  text,
  textOf,
  texts,
  valueAt,
  word,
} from './fields.ts';

function enumeration(node: Node | undefined): readonly EnumValue[] | undefined {
  const value = valueAt(node, 'enum');
  if (value?.kind === 'map') {
    return value.entries.map((entry) => ({
      value: entry.key.source,
      span: entry.key.span,
      share: quantityOf(entry.value, parseShare),
    }));
  }
  if (value?.kind !== 'list') return undefined;
  return items(value).flatMap((item) =>
    item.kind === 'scalar' ? [{ value: item.value, span: spanOf(item), share: undefined }] : [],
  );
}

function constant(node: Node | undefined): Spanned<ScalarValue> | undefined {
  const value = valueAt(node, 'const');
  return value?.kind === 'scalar' ? spanned(value.value, spanOf(value)) : undefined;
}

/** A plain number, as `min` and `max` have it. */
const exactNumber = (value: string | number): number | undefined =>
  typeof value === 'number' ? value : undefined;

function attribute(entry: MapEntry): AttributeDecl {
  const node = entry.value?.kind === 'map' ? entry.value : undefined;
  const present = quantity(node, 'present', parseShare);
  // Written out, not spread: attributes are by far the most numerous declarations.
  return {
    name: entry.key.source,
    nameSpan: entry.key.span,
    span: entry.span,
    entry,
    description: text(node, 'description')?.value,
    word: textOf(entry.value),
    type: word(node, 'type', attributeTypes),
    format: text(node, 'format'),
    references: texts(node, 'references'),
    size: quantity(node, 'size', parseBytes),
    minSize: quantity(node, 'minSize', parseBytes),
    maxSize: quantity(node, 'maxSize', parseBytes),
    enumeration: enumeration(node),
    constant: constant(node),
    pattern: text(node, 'pattern'),
    min: quantity(node, 'min', exactNumber),
    max: quantity(node, 'max', exactNumber),
    optional: flag(node, 'optional') ?? (present !== undefined && present < 1),
    present,
    distinct: quantity(node, 'distinct', parseAmount),
    timeSpan: quantity(node, 'span', parseDuration),
    stored: flag(node, 'stored') ?? true,
    immutable: flag(node, 'immutable') ?? false,
    unique: flag(node, 'unique') ?? false,
    guards: text(node, 'guards'),
  };
}

function keyVariant(source: string, node: MapNode): KeyVariantDecl {
  return {
    span: node.span,
    when: clausesOf(source, node, 'when'),
    share: quantity(node, 'share', parseShare),
    keys: lastOfEach(node.entries).flatMap((entry) =>
      entry.key.source === 'when' || entry.key.source === 'share' ? [] : (keyOf(source, entry) ?? []),
    ),
  };
}

function conditionalKeys(source: string, entry: MapEntry): ConditionalKeysDecl {
  const maps = items(entry.value).filter((item): item is MapNode => item.kind === 'map');
  return { ...named(entry), variants: maps.map((node) => keyVariant(source, node)) };
}

function count(source: string, node: Node): CountDecl | undefined {
  if (node.kind === 'map') {
    const mean = quantity(node, 'mean', parseAmount);
    if (mean === undefined) return undefined;
    return { span: spanOf(node), mean, max: quantity(node, 'max', parseAmount), per: text(node, 'per') };
  }
  if (node.kind !== 'scalar') return undefined;
  const parsed = parseCount(node.source, offsetMap(source, node)).value;
  return parsed && { span: spanOf(node), mean: parsed.mean, max: undefined, per: parsed.per };
}

export function lowerEntity(source: string, entry: MapEntry): EntityDecl {
  const node = entry.value?.kind === 'map' ? entry.value : undefined;
  const keys: KeyDecl[] = [];
  const conditional: ConditionalKeysDecl[] = [];
  for (const key of entriesOf(node, 'keys')) {
    if (key.value?.kind === 'map' || key.value?.kind === 'list')
      conditional.push(conditionalKeys(source, key));
    else {
      const decl = keyOf(source, key);
      if (decl) keys.push(decl);
    }
  }
  return {
    name: entry.key.source,
    nameSpan: entry.key.span,
    span: entry.span,
    entry,
    node,
    description: text(node, 'description')?.value,
    attributes: entriesOf(node, 'attributes').map(attribute),
    keys,
    conditionalKeys: conditional,
    identity: valueAt(node, 'identity') && texts(node, 'identity'),
    sharesKeysWith: texts(node, 'sharesKeysWith'),
    counts: itemsOf(node, 'count').flatMap((item) => count(source, item) ?? []),
    samples: itemsOf(node, 'samples').filter((item): item is MapNode => item.kind === 'map'),
  };
}
