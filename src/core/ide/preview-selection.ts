// What the cursor means in the preview: the entity, index, pattern or sample item around it, and what is named under it.
// Deliberately both: on `get: Order` within a pattern, the pattern and the order are meant.
import type { Snapshot } from '../snapshot.ts';
import type { Span } from '../text/span.ts';
import { pathAt, placeAt } from './place.ts';

export interface PreviewSelection {
  readonly entity?: string;
  readonly index?: string;
  readonly pattern?: string;
  /** The place of a sample that is written. */
  readonly sample?: Span;
}

function named(snapshot: Snapshot, offset: number): PreviewSelection {
  const place = placeAt(snapshot, offset);
  switch (place?.kind) {
    case 'entity':
      return { entity: place.entity.name };
    case 'attribute':
      return { entity: place.attribute.entity };
    case 'key':
      return { entity: place.entity.name };
    case 'index':
      return { index: place.index.name };
    case 'pattern':
      return { pattern: place.pattern.name };
    default:
      return {};
  }
}

/** What is declared around the cursor, by the keys that lead there. */
function around({ design }: Snapshot, path: readonly (string | number)[]): PreviewSelection {
  const [section, name, list, at] = path;
  if (typeof name !== 'string') return {};
  switch (section) {
    case 'entities': {
      const entity = design.entities.get(name);
      const sample = list === 'samples' && typeof at === 'number' ? entity?.decl.samples[at] : undefined;
      return { entity: name, ...(sample && { sample: sample.span }) };
    }
    case 'indexes':
      return { index: name };
    case 'accessPatterns':
      return { pattern: name };
    default:
      return {};
  }
}

export const previewSelectionAt = (snapshot: Snapshot, offset: number): PreviewSelection => ({
  ...named(snapshot, offset),
  ...around(snapshot, pathAt(snapshot, offset)),
});
