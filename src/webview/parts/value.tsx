// A value in a cell: shortened, the whole on hover and, for a chosen item, below the table.
// Deliberately text nodes only: nothing in a model can become markup.
import type { Value as ValueView } from '../../core/preview/view/table.ts';

export function Value({ value }: { readonly value: ValueView }) {
  return (
    <span class={`value ${value.type}`} title={value.text}>
      {value.text}
    </span>
  );
}

/** Of a long key both ends: the first tells whose it is, the last tells items apart. */
export function shortened(text: string, letters: number): string {
  if (text.length <= letters) return text;
  const tail = letters > 18 ? 14 : Math.floor(letters * 0.3);
  return `${text.slice(0, letters - tail - 1)}…${text.slice(text.length - tail)}`;
}

interface KeyProps {
  readonly value: ValueView | null | undefined;
  /** How many letters there is room for. */
  readonly letters: number;
}

export function KeyValue({ value, letters }: KeyProps) {
  return (
    <span class="key" title={value?.text}>
      {shortened(value?.text ?? '', letters)}
    </span>
  );
}
