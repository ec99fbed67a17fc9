// The item collections of the table or an index, as The DynamoDB Book draws them.
// Deliberately draws the rows in view only; their heights are known, so the scrollbar is true.
import { useMemo, useRef } from 'preact/hooks';
import type { TableView, TargetView } from '../../core/preview/view/table.ts';
import { usePage } from '../context.ts';
import { useMetrics } from '../parts/use-metrics.ts';
import { useWidth } from '../parts/use-width.ts';
import { useWindow } from '../parts/use-window.ts';
import { ItemRow } from './item-row.tsx';
import { edgesOf, keyWidths, type Row, rowsOf, shownColumns, widthsOf } from './rows.ts';
import { useRowChoice } from './use-row-choice.ts';

interface Props {
  readonly table: TableView;
  readonly target: TargetView;
  readonly panel: { readonly current: HTMLDivElement | null };
}

/** Letters that a key and a value have room for, by the width of the panel in letters. */
export function roomFor(letters: number): { readonly key: number; readonly value: number } {
  if (letters > 150) return { key: 52, value: 28 };
  if (letters > 110) return { key: 38, value: 24 };
  if (letters > 70) return { key: 27, value: 22 };
  return letters > 45 ? { key: 17, value: 16 } : { key: 11, value: 14 };
}

/** Around a value, in letters. */
const padding = 2.7;
const markLetters = 5.4;

/** Rows of one collection that are drawn. */
interface Segment {
  readonly from: number;
  readonly to: number;
}

function segmentsOf(rows: readonly Row[], start: number, end: number): readonly Segment[] {
  const segments: Segment[] = [];
  let from = start;
  for (let at = start + 1; at <= end; at++) {
    if (at < end && rows[at]?.collection === rows[from]?.collection) continue;
    if (from < at) segments.push({ from, to: at });
    from = at;
  }
  return segments;
}

export function Collections({ table, target, panel }: Props) {
  const { overview, choices, choose, reveal } = usePage();
  const { em, letter } = useMetrics();
  const list = useRef<HTMLTableElement>(null);
  const room = roomFor(useWidth(panel, 900) / letter);
  const rows = useMemo(() => rowsOf(table, target), [table, target]);
  const heights = useMemo(() => ({ row: Math.round(em * 1.85), names: Math.round(em * 1.25) }), [em]);
  const edges = useMemo(() => edgesOf(rows, heights), [rows, heights]);
  const shown = useMemo(() => shownColumns(table, target), [table, target]);
  const widths = useMemo(
    () => widthsOf(table, target, shown, room.value),
    [table, target, shown, room.value],
  );
  const keys = useMemo(() => keyWidths(table, target, room.key), [table, target, room.key]);
  const { start, end } = useWindow(edges, panel, list);
  const { chosen, onKeyDown } = useRowChoice({ rows, edges, panel, list, rowHeight: heights.row });
  // One row is the stop of the Tab key; the arrow keys move from there.
  const stop = chosen >= start && chosen < end ? chosen : start;

  const columns = [
    ...keys.partition.map((letters) => letters + padding),
    markLetters,
    ...keys.sort.map((letters) => letters + padding),
    ...widths.map((letters) => letters + padding),
  ];
  const total = columns.reduce((all, letters) => all + letters, 0);
  const pixels = (letters: number): string => `${Math.ceil(letters * letter)}px`;
  const all = columns.length + 1;
  return (
    <table
      class="collections"
      ref={list}
      onKeyDown={onKeyDown}
      aria-rowcount={rows.length + 1}
      aria-label={target.kind === 'table' ? 'Items of the table' : `Items of ${target.title}`}
      style={{ minWidth: pixels(total) }}
    >
      <colgroup>
        {columns.map((letters, i) => (
          <col key={i} style={{ width: pixels(letters) }} />
        ))}
        <col />
      </colgroup>
      <Head target={target} columns={widths.length + 1} />
      <Spacer height={edges[start] ?? 0} columns={all} />
      {segmentsOf(rows, start, end).map(({ from, to }) => (
        <tbody key={JSON.stringify(target.collections[rows[from]?.collection ?? 0]?.partition)}>
          {rows.slice(from, to).map((row, i) => (
            <ItemRow
              key={row.item.id}
              row={row}
              place={from + i}
              span={i === 0 ? to - from : 0}
              isLast={rows[from + i + 1]?.collection !== row.collection}
              isStop={from + i === stop}
              isChosen={from + i === chosen}
              isLit={overview.entities[row.item.entity]?.name === choices.entity}
              table={table}
              target={target}
              shown={shown[row.item.entity] ?? { held: [], absent: [] }}
              letters={keys}
              columns={widths.length}
              color={overview.entities[row.item.entity]?.color ?? 0}
              height={heights.row + (row.isFirst ? heights.names : 0)}
              onClick={() => {
                choose({ item: row.item.id });
                reveal?.(row.item.span);
              }}
            />
          ))}
        </tbody>
      ))}
      <Spacer height={(edges.at(-1) ?? 0) - (edges[end] ?? 0)} columns={all} />
    </table>
  );
}

function Head({ target, columns }: { readonly target: TargetView; readonly columns: number }) {
  return (
    <thead>
      <tr aria-rowindex={1}>
        {target.partitionKey.map((key) => (
          <th scope="col" key={key.name} class="partition">
            {key.name} <span class="quiet">partition key</span>
          </th>
        ))}
        <th scope="col" class="of">
          <span class="unseen">Entity</span>
        </th>
        {target.sortKey.map((key) => (
          <th scope="col" key={key.name}>
            {key.name} <span class="quiet">sort key</span>
          </th>
        ))}
        <th scope="col" colSpan={columns}>
          Attributes
        </th>
      </tr>
    </thead>
  );
}

/** Stands for the rows that are not drawn. */
function Spacer({ height, columns }: { readonly height: number; readonly columns: number }) {
  if (height <= 0) return null;
  return (
    <tbody aria-hidden="true" class="spacer">
      <tr style={{ height: `${height}px` }}>
        <td colSpan={columns} />
      </tr>
    </tbody>
  );
}
