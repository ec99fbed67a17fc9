// An entity in words: where its items lie, by which keys, and how large they are, attribute by attribute.
// Deliberately shows what is unknown as unknown, with what to write to know it.

import type { SizedRow } from '../analysis/capacity/item-size.ts';
import { printMissing, printQuantity, printRange } from '../analysis/capacity/print-steps.ts';
import { targetName } from '../analysis/routes/explain.ts';
import type { Entity, Layout } from '../model/design.ts';
import type { Snapshot } from '../snapshot.ts';
import { printClause } from '../syntax/print-clause.ts';
import { printTemplate } from '../syntax/print-template.ts';
import { blocks, code, plainText, table } from './markdown.ts';

/** `PK = "ORDER#${orderId}"`, keys of one layout. */
export const layoutKeys = (layout: Layout): string =>
  [...layout.partition, ...layout.sort]
    .map((part) => code(`${part.key.name} = ${printTemplate(part.template)}`))
    .join('<br>');

const condition = (layout: Layout): string =>
  [
    ...(layout.variant?.when.flatMap(({ clause }) => (clause ? [printClause(clause)] : [])) ?? []),
    ...layout.sparse.map((name) => `${name} exists`),
  ]
    .map(code)
    .join(', ');

function layoutTable(entity: Entity): string | undefined {
  if (entity.layouts.length === 0) return undefined;
  const conditional = entity.layouts.some((layout) => condition(layout) !== '');
  const rows = entity.layouts.map((layout) => [
    plainText(targetName(layout.target)),
    layoutKeys(layout),
    ...(conditional ? [condition(layout) || 'always'] : []),
  ]);
  return table(['in', 'by', ...(conditional ? ['when'] : [])], rows);
}

function sizeRow(row: SizedRow): readonly string[] {
  const present = row.present.min === 1 && row.present.max === 1 ? '' : printQuantity(row.present, 'share');
  return [
    row.role === 'attribute' ? code(row.name) : `${code(row.name)} (${row.role})`,
    String(row.nameBytes),
    printQuantity(row.valueBytes, 'B').replace(/ B$/, ''),
    present,
    printQuantity(row.total, 'B'),
  ];
}

export function describeEntity({ sizes, design }: Snapshot, entity: Entity): string {
  const size = sizes.item(entity);
  const count = sizes.counts.items(entity);
  const range = printRange(size.total, 'B');
  const title = `**${plainText(entity.name)}** — an entity of ${plainText(design.table?.decl.name?.value ?? 'the table')}`;
  const items = `${printQuantity(count, 'items')}, each ${printQuantity(size.total, 'B')}${range === '' ? '' : ` (${range})`}`;
  return blocks(
    title,
    entity.decl.description === undefined ? undefined : plainText(entity.decl.description),
    layoutTable(entity),
    items,
    table(['attribute', 'name', 'value', 'present', 'bytes'], size.rows.map(sizeRow), new Set([1, 2, 3, 4])),
    printMissing(size.total.missing)
      .map((line) => `- ${line}`)
      .join('\n'),
  );
}
