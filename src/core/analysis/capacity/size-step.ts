// The bytes of an item or an entry as a step of a working: attribute by attribute, name and value.
// Deliberately made when it is looked at: there are thousands of steps, and few are shown.
import { printShare } from '../../syntax/quantity.ts';
import { lazy } from '../../text/lazy.ts';
import type { Size, SizedRow } from './item-size.ts';
import type { Quantity } from './quantity.ts';
import { given, type Remark, type Step } from './step.ts';

function remarkOn({ present }: SizedRow): Remark {
  if (present.min === 1) return {};
  return { note: present.mean === undefined ? 'in some items' : `in ${printShare(present.mean)} of items` };
}

const rowStep = (row: SizedRow): Step => given(row.name, row.total, 'B', remarkOn(row));

class SizeStep implements Step {
  readonly label: string;
  readonly value: Quantity;
  readonly unit = 'B';
  readonly rule = 'sum';
  readonly isInline = true;
  private readonly rows: () => readonly Step[];

  constructor(label: string, size: Size) {
    this.label = label;
    this.value = size.total;
    this.rows = lazy(() => size.rows.map(rowStep));
  }

  get parts(): readonly Step[] {
    return this.rows();
  }
}

export const sizeStep = (label: string, size: Size): Step => new SizeStep(label, size);
