// What a read gets of the sample items: numbered in the order in which they return, waste hatched, the rest dim.
// Deliberately the item collections as they lie, so that one sees why the waste is read.
import { Fragment } from 'preact';
import { useMemo } from 'preact/hooks';
import type { LegView, ReadItemView } from '../../core/preview/view/patterns.ts';
import type { ItemView, TableView, TargetView } from '../../core/preview/view/table.ts';
import { counted } from '../../core/text/words.ts';
import { EntityMark } from '../parts/entity-mark.tsx';
import { percent } from '../parts/figures.ts';
import { type Gap, type ReadRow, readCollections } from './read-rows.ts';

interface Props {
  readonly table: TableView;
  readonly leg: LegView;
}

const fates: Readonly<Record<ReadItemView['fate'], string>> = {
  returned: '',
  unwanted: 'waste: read, not wanted',
  filtered: 'waste: read, dropped by the filter',
};

export function ReadPicture({ table, leg }: Props) {
  const target = table.targets.find(({ id }) => id === leg.target);
  if (leg.run.kind === 'none') {
    return leg.problems.length > 0 ? null : <p class="quiet">{leg.run.why}</p>;
  }
  if (leg.run.kind !== 'read' || !target) return null;
  return <Picture table={table} target={target} read={leg.run.items} leg={leg} />;
}

interface PictureProps extends Props {
  readonly target: TargetView;
  readonly read: readonly ReadItemView[];
}

function Picture({ table, target, read, leg }: PictureProps) {
  const collections = useMemo(() => readCollections(table, target, read), [table, target, read]);
  const others = target.collections.length - collections.length;
  return (
    <figure class="read-picture">
      <Summary read={read} isDescending={leg.remarks.includes('descending')} />
      <table aria-label={`Sample items that ${leg.label} reads`}>
        <thead>
          <tr>
            <th scope="col">
              <span class="unseen">Order</span>
            </th>
            <th scope="col">
              <span class="unseen">Entity</span>
            </th>
            <th scope="col">
              {target.partitionKey.map(({ name }) => name).join(', ')}
              {target.sortKey.length > 0 && ` / ${target.sortKey.map(({ name }) => name).join(', ')}`}
            </th>
            <th scope="col">Attributes</th>
            <th scope="col">
              <span class="unseen">What becomes of it</span>
            </th>
          </tr>
        </thead>
        {collections.map(({ partition, rows }) => (
          <tbody key={partition.map(({ text }) => text).join(' ')}>
            <tr class="partition">
              <td colSpan={2} />
              <th scope="rowgroup" colSpan={3}>
                <span class="key">{partition.map(({ text }) => text).join(', ')}</span>
              </th>
            </tr>
            {rows.map((row, i) =>
              row.kind === 'gap' ? (
                <GapRow key={i} gap={row} />
              ) : (
                <Fragment key={row.item.id}>
                  {row.breaks && <BreakRow {...row.breaks} />}
                  <ItemRow row={row} table={table} target={target} />
                </Fragment>
              ),
            )}
          </tbody>
        ))}
      </table>
      {others > 0 && (
        <figcaption class="quiet">
          {counted(others, 'other item collection')} {others === 1 ? 'is' : 'are'} not read.
        </figcaption>
      )}
    </figure>
  );
}

/** How much of what is read is of use, in words and as a bar. */
function Summary({
  read,
  isDescending,
}: {
  readonly read: readonly ReadItemView[];
  readonly isDescending: boolean;
}) {
  const returned = read.filter(({ fate }) => fate === 'returned').length;
  const waste = read.length - returned;
  const share = read.length === 0 ? 0 : waste / read.length;
  return (
    <p class={`read-summary ${waste > 0 ? 'wasteful' : ''}`}>
      <span class="read-bar" aria-hidden="true">
        <span class="returned" style={{ flexGrow: returned }} />
        <span class="wasted" style={{ flexGrow: waste }} />
      </span>
      <b>{counted(read.length, 'sample item')} read</b>
      {waste === 0 ? (
        <span>all returned{isDescending ? ', from the end' : ''}</span>
      ) : (
        <span>
          {returned} returned, <b class="waste-words">{waste} wasted</b> ({percent(share)} of what is read)
        </span>
      )}
    </p>
  );
}

function ItemRow({
  row,
  table,
  target,
}: {
  readonly row: ReadRow;
  readonly table: TableView;
  readonly target: TargetView;
}) {
  const { item, sort, order, fate } = row;
  const state = fate === undefined ? 'unread' : fate === 'returned' ? 'returned' : 'wasted';
  return (
    <tr class={state}>
      <td class="order">{order !== undefined && <span class="badge">{order}</span>}</td>
      <td class="of">
        <EntityMark entity={item.entity} />
      </td>
      <th scope="row">
        <span class="key">{sort.map((value) => value?.text ?? '').join(', ')}</span>
      </th>
      <td class="pairs">
        <Pairs item={item} table={table} target={target} />
      </td>
      <td class="fate">{fate === undefined ? <span class="unseen">not read</span> : fates[fate]}</td>
    </tr>
  );
}

/** What the target gives of the item beside the keys, in one line. */
function Pairs({
  item,
  table,
  target,
}: {
  readonly item: ItemView;
  readonly table: TableView;
  readonly target: TargetView;
}) {
  const columns = table.columns[item.entity] ?? [];
  const holds = target.holds[item.entity] ?? [];
  return (
    <>
      {columns.map((column, i) => {
        const value = item.values[i];
        if (!value || column.isKey || !holds[i]) return null;
        return (
          <span key={column.name} class="pair" title={`${column.name}: ${value.text}`}>
            <span class="quiet">{column.name}</span> {value.text}
          </span>
        );
      })}
    </>
  );
}

function GapRow({ gap }: { readonly gap: Gap }) {
  const words = gap.isRead
    ? `${counted(gap.items, 'more item')} read`
    : `${counted(gap.items, 'item')} not read`;
  return (
    <tr class="gap">
      <td colSpan={2} />
      <td colSpan={3} class="quiet">
        … {words}
      </td>
    </tr>
  );
}

function BreakRow({ first, second }: { readonly first: string; readonly second: string }) {
  return (
    <tr class="order-break">
      <td colSpan={2} />
      <td colSpan={3}>
        <span aria-hidden="true">⇅ </span>
        {first} comes before {second}: the order of text, not of numbers
      </td>
    </tr>
  );
}
