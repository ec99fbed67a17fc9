// The mark of an entity: its colour and two letters, so that colour is never the only sign.
// Deliberately says the entity's whole name to screen readers.
import type { PreviewEntity } from '../core/preview/view-model.ts';

export function EntityMark({ entity }: { readonly entity: PreviewEntity | undefined }) {
  if (!entity) return null;
  return (
    <span class={`mark color-${entity.color}`} title={entity.name}>
      <span aria-hidden="true">{entity.mark}</span>
      <span class="unseen">{entity.name}</span>
    </span>
  );
}
