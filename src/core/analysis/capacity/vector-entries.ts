// The entries of an entity in vector indexes: which items have one, and of how many bytes it is.
// Deliberately by DynamoDB's own count: a number of a vector is 4 B, however the item has it.
import { vectors } from '../../facts/units.ts';
import type { Design, Entity, KeyPart, Layout, Target } from '../../model/design.ts';
import type { Counts } from '../counts/counts.ts';
import type { Row } from './item-rows.ts';
import { entrySize, type Parts, type Size, withRows } from './item-size.ts';
import { exact, type Quantity, sum, unknown } from './quantity.ts';

export interface VectorEntry {
  readonly target: Target;
  /** How it lies in the index: by the index's partition key alone. */
  readonly layout: Layout;
  readonly size: Size;
  /** Of the items, those that have the vector, and the partition key if the index has one. */
  readonly share: Quantity;
}

/** The vector of an entry, in bytes. */
export function vectorBytes({ decl, name, nameSpan }: Target): Quantity {
  const dimensions = decl?.dimensions;
  if (dimensions !== undefined) return exact(dimensions * vectors.dimensionBytes.value);
  const missing = {
    what: `how many dimensions the vectors of ${name} have`,
    write: 'dimensions: 1024',
    span: nameSpan,
  };
  return unknown([missing], vectors.dimensionBytes.value);
}

/** Undefined where no item of the entity is in the index. */
function layoutIn(entity: Entity, target: Target): Layout | undefined {
  const vector = target.decl?.vector?.value;
  const names = [...target.partitionKey.map((key) => key.name), ...(vector === undefined ? [] : [vector])];
  const attributes = names.map((name) => entity.attributes.get(name));
  if (vector === undefined || !attributes.every((each) => each?.decl.stored)) return undefined;
  const partition = target.partitionKey.map((key): KeyPart => {
    const span = entity.attributes.get(key.name)?.decl.nameSpan ?? key.span;
    const part = { kind: 'placeholder', name: key.name, nameSpan: span, functions: [], span } as const;
    return { key, template: { parts: [part], span }, decl: undefined };
  });
  const sparse = names.filter((name) => entity.attributes.get(name)?.decl.optional);
  return { target, entity: entity.name, variant: undefined, partition, sort: [], sparse };
}

function asVector(row: Row, target: Target): Row {
  if (row.name !== target.decl?.vector?.value) return row;
  const valueBytes = vectorBytes(target);
  return { ...row, valueBytes, bytes: sum([exact(row.nameBytes), valueBytes]) };
}

export const vectorEntriesOf = (design: Design, counts: Counts, parts: Parts): readonly VectorEntry[] =>
  design.vectorTargets.flatMap((target): readonly VectorEntry[] => {
    const layout = layoutIn(parts.entity, target);
    if (layout === undefined) return [];
    const rows = parts.rows.map((row) => asVector(row, target));
    return [
      { target, layout, size: entrySize(design, withRows(parts, rows), layout), share: counts.share(layout) },
    ];
  });
