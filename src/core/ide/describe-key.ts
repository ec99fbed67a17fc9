// A key in words: an example value, and the table or indexes into which it puts the item.
// Deliberately one key of one entity; the entity's own hover shows them all.

import { printQuantity } from '../analysis/capacity/print-steps.ts';
import { targetName } from '../analysis/routes/explain.ts';
import { printValue } from '../analysis/samples/print-value.ts';
import type { Entity, Layout, Target } from '../model/design.ts';
import type { KeyDecl } from '../model/model.ts';
import type { Snapshot } from '../snapshot.ts';
import { listOf } from '../text/words.ts';
import { blocks, code, plainText } from './markdown.ts';

function roleIn(target: Target, name: string): string | undefined {
  if (target.partitionKey.some((key) => key.name === name))
    return `partition key of ${plainText(targetName(target))}`;
  if (target.sortKey.some((key) => key.name === name)) return `sort key of ${plainText(targetName(target))}`;
  return undefined;
}

const holds = (layout: Layout, key: KeyDecl): boolean =>
  [...layout.partition, ...layout.sort].some((part) => part.decl === key);

function membership(entity: Entity, key: KeyDecl): string {
  const layouts = entity.layouts.filter((layout) => holds(layout, key));
  const inside = [...new Set(layouts.map((layout) => targetName(layout.target)))];
  if (inside.length > 0) return `Puts ${plainText(entity.name)} in ${plainText(listOf(inside))}.`;
  const absence = entity.absences.find(({ target }) => roleIn(target, key.name));
  return absence === undefined
    ? 'No key of the table or an index has this name.'
    : `Puts ${plainText(entity.name)} nowhere: ${plainText(targetName(absence.target))} also needs ${plainText(listOf(absence.missing))}.`;
}

export function describeKey({ design, samples, sizes }: Snapshot, entity: Entity, key: KeyDecl): string {
  const roles = design.targets.flatMap((target) => roleIn(target, key.name) ?? []);
  const items = samples.items.filter((item) => item.entity === entity.name);
  const value = items.map((item) => item.item.get(key.name)).find((each) => each !== undefined);
  const row = sizes.item(entity).rows.find((each) => each.role === 'key' && each.name === key.name);
  return blocks(
    `**${plainText(key.name)}** of ${plainText(entity.name)} — ${roles.length > 0 ? listOf(roles) : 'no key'}`,
    value && `Example: ${code(printValue(value))}`,
    membership(entity, key),
    row && `${row.nameBytes} B name + ${printQuantity(row.valueBytes, 'B')} value`,
  );
}
