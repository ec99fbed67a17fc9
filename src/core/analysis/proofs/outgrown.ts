// What claims about order take for granted: that a padded number has no more digits than its padding, where nothing says so.
// Deliberately without a search: a longer number always sorts among the shorter ones, and `descending` has no text for it.
import type { Attribute } from '../../model/design.ts';
import type { FunctionCall } from '../../syntax/template.ts';
import { orderedBy, type Reader, wantedLayouts } from './reader.ts';
import { standInFor, unprovenMost } from './stand-ins.ts';

export interface Outgrown {
  readonly attribute: Attribute;
  readonly call: FunctionCall;
  /** The largest number that the padding holds. */
  readonly most: number;
}

/** Of the attributes by which the read is ordered, or of which it asks a range. */
export function outgrownBy(reader: Reader): readonly Outgrown[] {
  return wantedLayouts(reader).flatMap(([entity, layout]) =>
    [...orderedBy(reader, entity)].flatMap((attribute): readonly Outgrown[] => {
      const [call] = standInFor(layout, attribute)?.calls ?? [];
      const most = call && unprovenMost(attribute, [call]);
      return call && most !== undefined ? [{ attribute, call, most }] : [];
    }),
  );
}
