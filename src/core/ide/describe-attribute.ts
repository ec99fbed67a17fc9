// An attribute in words: type, format, what it references, its bytes, an example value.
// Deliberately names the origin of what it takes from a reference.
import { printQuantity } from '../analysis/capacity/print-steps.ts';
import { printValue } from '../analysis/samples/print-value.ts';
import type { Attribute } from '../model/design.ts';
import type { Snapshot } from '../snapshot.ts';
import { blocks, code, plainText } from './markdown.ts';

export function describeAttribute({ sizes, samples, design }: Snapshot, attribute: Attribute): string {
  const { decl, format, type } = attribute;
  const entity = design.entities.get(attribute.entity);
  const row = entity && sizes.item(entity).rows.find((each) => each.name === attribute.name);
  const origins = [...attribute.origins].filter(
    (origin) => origin !== `${attribute.entity}.${attribute.name}`,
  );
  const kind = [
    type ?? 'unknown type',
    format && `format ${format.name}`,
    decl.optional && 'optional',
    !decl.stored && 'only inside keys',
  ]
    .filter((word) => word)
    .join(', ');
  const sample = samples.items.find(
    (item) => item.entity === attribute.entity && item.values.has(attribute.name),
  );
  const value = sample?.values.get(attribute.name);
  return blocks(
    `**${plainText(attribute.entity)}.${plainText(attribute.name)}** — ${kind}`,
    decl.description === undefined ? undefined : plainText(decl.description),
    format?.docs,
    origins.length > 0 ? `References ${origins.map(code).join(' or ')}.` : undefined,
    row && `${row.nameBytes} B name + ${printQuantity(row.valueBytes, 'B')} value`,
    value && `Example: ${code(printValue(value))}`,
  );
}
