// Go to definition, find references, highlight: by the one classifier.
// Deliberately asks of every place that names something what it names, and compares; there is no second index of names.

import { allActions } from '../model/actions.ts';
import { attributeUses, entityUses } from '../rules/names.ts';
import type { Snapshot } from '../snapshot.ts';
import type { Span } from '../text/span.ts';
import { type Place, placeAt } from './place.ts';

export interface Occurrence {
  readonly span: Span;
  readonly declaration: boolean;
}

/** What a place names, as one comparable text; undefined where it names nothing that is declared. */
function identityOf(place: Place): string | undefined {
  switch (place.kind) {
    case 'entity':
      return `entity ${place.entity.name}`;
    case 'attribute':
      return `attribute ${place.attribute.entity} ${place.attribute.name}`;
    case 'index':
      return `index ${place.index.name}`;
    case 'pattern':
      return `pattern ${place.pattern.name}`;
    default:
      return undefined;
  }
}

export function definitionAt(snapshot: Snapshot, offset: number): Span | undefined {
  const place = placeAt(snapshot, offset);
  switch (place?.kind) {
    case 'entity':
      return place.entity.decl.nameSpan;
    case 'attribute':
      return place.attribute.decl.nameSpan;
    case 'index':
      return place.index.nameSpan;
    case 'pattern':
      return place.pattern.decl.nameSpan;
    default:
      return undefined;
  }
}

/** Every place where a name stands that might name something declared. */
function candidates({ design }: Snapshot): readonly Span[] {
  const actions = allActions(design);
  const placeholders = [...design.entities.values()].flatMap((entity) =>
    [
      ...entity.decl.keys,
      ...entity.decl.conditionalKeys.flatMap((keys) => keys.variants.flatMap((variant) => variant.keys)),
    ].flatMap((key) =>
      key.template.parts.flatMap((part) => (part.kind === 'placeholder' ? [part.nameSpan] : [])),
    ),
  );
  return [
    ...[...design.entities.values()].flatMap((entity) => [
      entity.decl.nameSpan,
      ...entity.decl.attributes.map((attribute) => attribute.nameSpan),
    ]),
    ...design.model.indexes.map((index) => index.nameSpan),
    ...design.patterns.flatMap((pattern) => [
      pattern.decl.nameSpan,
      ...pattern.decl.readYourWrites.map((name) => name.span),
    ]),
    ...entityUses(design, actions).map((use) => use.span),
    ...attributeUses(design, actions).map((use) => use.span),
    ...actions.flatMap((use) => (use.action.index ? [use.action.index.span] : [])),
    ...placeholders,
  ];
}

/** Where the thing under the cursor is named, its declaration among them, each once, in the order of the text. */
export function occurrencesAt(snapshot: Snapshot, offset: number): readonly Occurrence[] {
  const here = placeAt(snapshot, offset);
  const wanted = here && identityOf(here);
  if (wanted === undefined) return [];
  const found = new Map<number, Occurrence>();
  for (const span of candidates(snapshot)) {
    const place = placeAt(snapshot, span.end);
    if (place === undefined || identityOf(place) !== wanted || found.has(span.start)) continue;
    found.set(span.start, { span, declaration: 'declaration' in place && place.declaration });
  }
  return [...found.values()].toSorted((a, b) => a.span.start - b.span.start);
}
