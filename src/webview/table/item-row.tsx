// One item in the table or an index: keys, what is held of it, and what is not.
// Deliberately names an attribute once for each run of an entity; screen readers hear it in every cell.
import type { TableView, TargetView, Value as ValueView } from '../../core/preview/view/table.ts';
import { EntityMark } from '../parts/entity-mark.tsx';
import { KeyValue, Value } from '../parts/value.tsx';
import { type Row, type Shown, valueNamed } from './rows.ts';

export interface ItemRowProps {
  readonly row: Row;
  /** Among all rows, from 0. */
  readonly place: number;
  /** How many drawn rows the partition key stands beside; 0 where it stands above. */
  readonly span: number;
  readonly isLast: boolean;
  readonly isStop: boolean;
  readonly isChosen: boolean;
  readonly isLit: boolean;
  readonly table: TableView;
  readonly target: TargetView;
  readonly shown: Shown;
  readonly letters: { readonly partition: readonly number[]; readonly sort: readonly number[] };
  /** Of attributes, the widest entity's. */
  readonly columns: number;
  /** In pixels. */
  readonly height: number;
  /** Of its entity. */
  readonly color: number;
  readonly onClick: () => void;
}

export function ItemRow(props: ItemRowProps) {
  const { row, place, span, isLast, isStop, isChosen, isLit, table, target, shown, letters } = props;
  const { item, isFirst } = row;
  const states = [isFirst && 'first', isLast && 'last', isLit && 'lit'].filter(Boolean).join(' ');
  const partition = target.collections[row.collection]?.partition ?? [];
  return (
    <tr
      data-row={item.id}
      class={states}
      tabIndex={isStop ? 0 : -1}
      aria-current={isChosen}
      aria-rowindex={place + 2}
      style={{ height: `${props.height}px` }}
      onClick={props.onClick}
    >
      {span > 0 &&
        target.partitionKey.map((key, k) => (
          <th scope="rowgroup" rowSpan={span} key={key.name} class="partition">
            <KeyValue value={partition[k]} letters={Math.floor(letters.partition[k] ?? 20)} />
          </th>
        ))}
      <td class={`of color-${props.color}`}>
        <EntityMark entity={item.entity} />
      </td>
      {target.sortKey.map((key, k) => (
        <th scope="row" key={key.name} class="sort">
          <KeyValue value={valueNamed(table, item, key.name)} letters={Math.floor(letters.sort[k] ?? 20)} />
        </th>
      ))}
      {shown.held.map((column) => (
        <Attribute
          key={column}
          name={table.columns[item.entity]?.[column]?.name ?? ''}
          isKey={table.columns[item.entity]?.[column]?.isKey ?? false}
          value={item.values[column] ?? null}
        />
      ))}
      <td class="rest" colSpan={props.columns + 1 - shown.held.length}>
        {isFirst && shown.absent.length > 0 && (
          <span class="name absent-names">
            not projected:{' '}
            {shown.absent.map((column) => table.columns[item.entity]?.[column]?.name).join(', ')}
          </span>
        )}
      </td>
    </tr>
  );
}

interface AttributeProps {
  readonly name: string;
  readonly isKey: boolean;
  readonly value: ValueView | null;
}

function Attribute({ name, isKey, value }: AttributeProps) {
  return (
    <td class={isKey ? 'other-key' : ''}>
      <span class="name">{name}</span>
      {value ? (
        <Value value={value} />
      ) : (
        <span class="value absent">
          <span aria-hidden="true">–</span>
          <span class="unseen">absent</span>
        </span>
      )}
    </td>
  );
}
