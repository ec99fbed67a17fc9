// What CreateTable refuses about projections: too many attributes over all indexes, or one without a name.
// Deliberately without the 20 of the API model for one index, which DynamoDB does not enforce.
import { limits } from '../../facts/limits.ts';
import type { Design } from '../../model/design.ts';
import { includedAttributes } from '../parts.ts';
import type { Reason } from '../target.ts';

export function* projectionReasons(design: Design): Iterable<Reason> {
  const most = limits.projectedAttributes.value;
  let total = 0;
  for (const index of design.model.indexes) {
    if (typeof index.projection === 'string') continue;
    const before = total;
    total += includedAttributes(design, index).length;
    if (before > most || total <= most) continue;
    yield {
      message: `With ${index.name} the indexes list ${total} attributes in their projections, and DynamoDB allows ${most} over all of them. Project all, or fewer.`,
      span: index.nameSpan,
    };
  }
}
