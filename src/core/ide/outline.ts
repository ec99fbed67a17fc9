// The outline of a model: table, indexes, entities with their attributes and keys, access patterns.
// Deliberately made of the model as written, so that a broken part leaves the rest of the outline standing.
import type {
  AttributeDecl,
  EntityDecl,
  IndexDecl,
  KeyAttributeDecl,
  Named,
  PatternDecl,
  TableDecl,
} from '../model/model.ts';
import type { Snapshot } from '../snapshot.ts';
import { cover, type Span } from '../text/span.ts';

export type OutlineKind = 'table' | 'index' | 'entity' | 'attribute' | 'key' | 'pattern';

export interface OutlineItem {
  readonly kind: OutlineKind;
  readonly name: string;
  /** A few words behind the name; may be empty. */
  readonly detail: string;
  /** Holds `nameSpan` and the spans of all children. */
  readonly span: Span;
  readonly nameSpan: Span;
  readonly children: readonly OutlineItem[];
}

export function outlineOf({ model }: Snapshot): readonly OutlineItem[] {
  return [
    ...(model.table ? [tableItem(model.table)] : []),
    ...model.indexes.map(indexItem),
    ...model.entities.map(entityItem),
    ...model.patterns.map(patternItem),
  ];
}

function tableItem(table: TableDecl): OutlineItem {
  const keys = [table.partitionKey, table.sortKey].filter((key) => key !== undefined);
  const nameSpan = table.name?.span ?? table.span;
  return withChildren(
    'table',
    table.name?.value ?? 'table',
    'table',
    table.span,
    nameSpan,
    keys.map(keyItem),
  );
}

function indexItem(index: IndexDecl): OutlineItem {
  const keys = [...index.partitionKey, ...index.sortKey].map(keyItem);
  return named('index', index, `${index.kind} index`, keys);
}

function entityItem(entity: EntityDecl): OutlineItem {
  const keys = [
    ...entity.keys,
    ...entity.conditionalKeys.flatMap(({ variants }) => variants.flatMap((v) => v.keys)),
  ];
  return named('entity', entity, '', [
    ...entity.attributes.map((attribute) => named('attribute', attribute, attributeDetail(attribute), [])),
    ...keys.map((key) => named('key', key, key.scalar.source, [])),
  ]);
}

function attributeDetail({ word, format, type, references }: AttributeDecl): string {
  const reference = references.map(({ value }) => value).join(', ');
  return word?.value ?? format?.value ?? type?.value ?? reference;
}

function patternItem(pattern: PatternDecl): OutlineItem {
  const entities = new Set(pattern.actions.flatMap((action) => action.entities.map(({ value }) => value)));
  return named('pattern', pattern, [pattern.kind, [...entities].join(', ')].join(' ').trim(), []);
}

const keyItem = ({ name, span, type }: KeyAttributeDecl): OutlineItem =>
  withChildren('key', name, type ?? '', span, span, []);

const named = (kind: OutlineKind, of: Named, detail: string, children: readonly OutlineItem[]): OutlineItem =>
  withChildren(kind, of.name, detail, of.span, of.nameSpan, children);

function withChildren(
  kind: OutlineKind,
  name: string,
  detail: string,
  span: Span,
  nameSpan: Span,
  children: readonly OutlineItem[],
): OutlineItem {
  // An alias puts a part elsewhere in the text; an editor refuses an outline whose spans do not nest.
  const nested = children.reduce((all, child) => cover(all, child.span), cover(span, nameSpan));
  return { kind, name: name === '' ? '(no name)' : name, detail, span: nested, nameSpan, children };
}
