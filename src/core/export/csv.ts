// The sample items of the table or an index as CSV (RFC 4180), in DynamoDB's order, with what the index holds of them.
// Deliberately guards texts that a spreadsheet would take for formulas: they come from people, and the file goes to others.
import type { DynamoValue } from '../analysis/capacity/item.ts';
import { isProjected } from '../analysis/capacity/item-rows.ts';
import { collectionsIn } from '../analysis/samples/collect.ts';
import { printValue } from '../analysis/samples/print-value.ts';
import type { Target } from '../model/design.ts';
import type { Snapshot } from '../snapshot.ts';

/** One field, in quotes where it needs them. */
export const csvField = (text: string): string =>
  /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

/** With an apostrophe before it where a spreadsheet would calculate (OWASP, CSV Injection, read 2026-11-25). */
export const csvText = (text: string): string => csvField(/^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text);

/** Numbers of DynamoDB's are no formulas, signs included. */
const csvValue = (value: DynamoValue | undefined): string =>
  value === undefined ? '' : value.type === 'number' ? csvField(value.value) : csvText(printValue(value));

/** Lines end as the RFC has it; the first has the names: keys, the entity, then attributes as entities declare them. */
export function exportCsv({ design, samples }: Snapshot, target: Target): string {
  const items = collectionsIn(target, design.table?.target, samples.items).flatMap((each) => each.items);
  const keys = [...target.partitionKey, ...target.sortKey].map(({ name }) => name);
  const declared = [...design.entities.values()].flatMap(({ attributes }) => [...attributes.keys()]);
  const carried = new Set(items.flatMap(({ sample }) => [...sample.item.keys()]));
  const attributes = [...new Set([...declared, ...carried])].filter(
    (name) => carried.has(name) && !keys.includes(name) && isProjected(design, target, name),
  );
  const entity = free('entity', [...keys, ...attributes]);
  const head = [...keys, entity, ...attributes].map(csvText);
  const rows = items.map(({ sample }) => [
    ...keys.map((name) => csvValue(sample.item.get(name))),
    csvText(sample.entity),
    ...attributes.map((name) => csvValue(sample.item.get(name))),
  ]);
  return [head, ...rows].map((fields) => `${fields.join(',')}\r\n`).join('');
}

/** A name that no attribute has. */
const free = (name: string, taken: readonly string[]): string =>
  taken.includes(name) ? free(`${name}_`, taken) : name;
