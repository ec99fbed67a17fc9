// A value in a cell: shortened by the style sheet, the whole on hover.
// Deliberately text nodes only: nothing in a model can become markup.
import { Fragment } from 'preact';
import type { PreviewValue } from '../core/preview/view-model.ts';

export function Value({ value }: { readonly value: PreviewValue }) {
  return (
    <span class={`value ${value.type}`} title={value.text}>
      {value.text}
    </span>
  );
}

/** Keys are shown whole: they may break behind a separator, and anywhere if they must. */
export function KeyValue({ value }: { readonly value: PreviewValue | undefined }) {
  const parts = value?.text.split(/(?<=[#|/:])/) ?? [];
  return (
    <span class="key" title={value?.text}>
      {parts.map((part, i) => (
        <Fragment key={i}>
          {i > 0 && <wbr />}
          {part}
        </Fragment>
      ))}
    </span>
  );
}
