// An entity in words: where its items lie, by which keys, and how large they are, attribute by attribute.
// Deliberately shows what is unknown as unknown, with what to write to know it.

import { itemSizeOf } from '../analysis/capacity/item.ts';
import type { SizedRow } from '../analysis/capacity/item-size.ts';
import { printMissing, printQuantity, printRange } from '../analysis/capacity/print-steps.ts';
import { distinctMissing } from '../analysis/capacity/quantity.ts';
import { targetName } from '../analysis/routes/explain.ts';
import type { Entity, Layout } from '../model/design.ts';
import type { Snapshot } from '../snapshot.ts';
import { printClause } from '../syntax/print-clause.ts';
import { printTemplate } from '../syntax/print-template.ts';
import { printNumber } from '../syntax/quantity.ts';
import { counted } from '../text/words.ts';
import { entityMoney } from './describe-cost.ts';
import { blocks, code, codeBlock, plainText, table } from './markdown.ts';

/** The heads of the cells that `layoutKeys` gives. */
export const keyHeads = ['partition key', 'sort key'] as const;

/** `PK = ORDER#${orderId}`: a cell for the partition key of a layout, and one for its sort key. */
export const layoutKeys = ({ partition, sort }: Layout): readonly string[] =>
  [partition, sort].map((parts) =>
    parts.map(({ key, template }) => code(`${key.name} = ${printTemplate(template)}`)).join(', '),
  );

/** When items lie so: `unread = true`; empty where they always do. */
export const condition = (layout: Layout): string =>
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
    ...layoutKeys(layout),
    ...(conditional ? [condition(layout) || 'always'] : []),
  ]);
  return table(['in', ...keyHeads, ...(conditional ? ['when'] : [])], rows);
}

const isAlwaysPresent = ({ present }: SizedRow): boolean => present.min === 1 && present.max === 1;

function sizeTable(rows: readonly SizedRow[]): string {
  const optional = !rows.every(isAlwaysPresent);
  const heads = ['attribute', 'name', 'value', ...(optional ? ['present'] : []), 'bytes'];
  return table(
    heads,
    rows.map((row) => sizeCells(row, optional)),
    new Set(heads.map((_, i) => i).slice(1)),
  );
}

function sizeCells(row: SizedRow, optional: boolean): readonly string[] {
  const present = isAlwaysPresent(row) ? '' : printQuantity(row.present, 'share');
  return [
    row.role === 'attribute' ? code(row.name) : `${code(row.name)} (${row.role})`,
    String(row.nameBytes),
    printQuantity(row.valueBytes, 'B').replace(/ B$/, ''),
    ...(optional ? [present] : []),
    printQuantity(row.total, 'B'),
  ];
}

/** The written samples as they are, exactly. */
function sampleSizes({ samples }: Snapshot, { name, decl }: Entity): readonly string[] {
  if (decl.samples.length === 0) return [];
  const sizes = samples.items
    .filter(({ entity, written }) => entity === name && written !== undefined)
    .map(({ item }) => itemSizeOf(item));
  if (sizes.length === 0) return [];
  const bytes = (size: number) => `${printNumber(size, 15)} B`;
  const [least, most] = [Math.min(...sizes), Math.max(...sizes)];
  const range = least === most ? bytes(least) : `${bytes(least)} to ${bytes(most)}`;
  return [`Its ${counted(sizes.length, 'sample')}: ${range}`];
}

export function describeEntity(snapshot: Snapshot, entity: Entity): string {
  const { sizes, design } = snapshot;
  const size = sizes.item(entity);
  const count = sizes.counts.items(entity);
  const range = printRange(size.total, 'B');
  const title = `**${plainText(entity.name)}** — an entity of ${plainText(design.table?.decl.name?.value ?? 'the table')}`;
  const items = `${printQuantity(count, 'items')}, each ${printQuantity(size.total, 'B')}${range === '' ? '' : ` (${range})`}`;
  const money = entityMoney(snapshot, entity);
  return blocks(
    title,
    entity.decl.description === undefined ? undefined : plainText(entity.decl.description),
    layoutTable(entity),
    [items, ...sampleSizes(snapshot, entity), ...(money ? [money.line] : [])].join('  \n'),
    sizeTable(size.rows),
    money && money.working.length > 0 ? blocks('Working:', codeBlock(money.working, 'text')) : undefined,
    printMissing(distinctMissing([...size.total.missing, ...(money?.missing ?? [])]))
      .map((line) => `- ${line}`)
      .join('\n'),
  );
}
