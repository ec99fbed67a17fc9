// Where a finding about an item collection stands: on the partition key that makes it.
// Deliberately the first layout's; the collection may have several.
import type { Design, Layout } from '../../model/design.ts';
import { type Span, span } from '../../text/span.ts';

export function keySpan({ entities }: Design, [layout]: readonly Layout[]): Span {
  const entity = layout && entities.get(layout.entity);
  const [part] = layout?.partition ?? [];
  return (
    part?.decl?.scalar.span ??
    entity?.attributes.get(part?.key.name ?? '')?.decl.nameSpan ??
    entity?.decl.nameSpan ??
    span(0, 0)
  );
}
