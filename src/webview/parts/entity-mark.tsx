// The mark of an entity: its colour and two letters, so that colour is never the only sign.
// Deliberately says the entity's whole name to screen readers.
import { useEntity } from '../context.ts';

export function EntityMark({ entity: place }: { readonly entity: number }) {
  const entity = useEntity(place);
  if (!entity) return null;
  return (
    <span class={`mark color-${entity.color}`} title={entity.name}>
      <span aria-hidden="true">{entity.mark}</span>
      <span class="unseen">{entity.name}</span>
    </span>
  );
}

/** The mark with the name beside it. */
export function EntityName({ entity: place }: { readonly entity: number }) {
  const entity = useEntity(place);
  if (!entity) return null;
  return (
    <span class="entity-name">
      <span class={`mark color-${entity.color}`} aria-hidden="true">
        {entity.mark}
      </span>
      {entity.name}
    </span>
  );
}
