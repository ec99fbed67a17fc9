// A value in a cell: shortened by the style sheet, the whole on hover.
// Deliberately text nodes only: nothing in a model can become markup.
import type { PreviewValue } from '../core/preview/view-model.ts';
import { Breakable } from './breakable.tsx';

export function Value({ value }: { readonly value: PreviewValue }) {
  return (
    <span class={`value ${value.type}`} title={value.text}>
      {value.text}
    </span>
  );
}

/** Keys are shown whole: they may break behind a separator, and anywhere if they must. */
export function KeyValue({ value }: { readonly value: PreviewValue | undefined }) {
  return (
    <span class="key" title={value?.text}>
      <Breakable text={value?.text ?? ''} behind={/(?<=[#|/:])/} />
    </span>
  );
}
