// Items that a verification found to matter, written under `samples` of their entities: one edit for all of them.
// Deliberately takes them as text: who found them may have had another version of the model.
import { sampleText } from '../analysis/samples/sample-text.ts';
import { writtenValues } from '../analysis/samples/written.ts';
import type { Entity } from '../model/design.ts';
import type { Snapshot } from '../snapshot.ts';
import { insertEntry, insertItems } from '../syntax/edit-yaml.ts';
import { entryOf } from '../syntax/tree.ts';
import type { TextEdit } from '../text/edit.ts';

/** An item as it can stand under `samples` of its entity: a map on one line. */
export interface KeptSample {
  readonly entity: string;
  readonly text: string;
}

export type Keeping =
  | { readonly kind: 'edits'; readonly edits: readonly TextEdit[] }
  /** Every one of them is a sample of the model already. */
  | { readonly kind: 'kept-already' }
  /** The model has no such entity any more, or its samples stand where they cannot be added to. */
  | { readonly kind: 'no-place'; readonly entity: string };

export function keepSamples({ text, design }: Snapshot, samples: readonly KeptSample[]): Keeping {
  const edits: TextEdit[] = [];
  for (const name of new Set(samples.map(({ entity }) => entity))) {
    const entity = design.entities.get(name);
    if (entity === undefined) return { kind: 'no-place', entity: name };
    const own = samples.filter((sample) => sample.entity === name).map((sample) => sample.text);
    const fresh = [...new Set(own)].filter((item) => !isWritten(entity, item));
    if (fresh.length === 0) continue;
    const added = addedTo(text, entity, fresh);
    if (added.length === 0) return { kind: 'no-place', entity: name };
    edits.push(...added);
  }
  return edits.length === 0 ? { kind: 'kept-already' } : { kind: 'edits', edits };
}

const isWritten = (entity: Entity, item: string): boolean =>
  entity.decl.samples.some((node) => sampleText(writtenValues(entity, node)) === item);

function addedTo(text: string, { decl }: Entity, items: readonly string[]): readonly TextEdit[] {
  const { node } = decl;
  if (node === undefined) return [];
  const entry = entryOf(node, 'samples');
  return entry ? insertItems(text, node, entry, items) : insertEntry(text, node, 'samples', items);
}
