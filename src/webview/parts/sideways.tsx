// What is wider than its place scrolls by itself, so that the text around it stands still.
// Deliberately a stop of the Tab key: whoever has no mouse scrolls it with the arrow keys.
import type { ComponentChildren } from 'preact';

interface Props {
  readonly label: string;
  readonly class?: string;
  readonly children: ComponentChildren;
}

export function Sideways({ label, class: own = '', children }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be within reach of the keyboard
    <section class={`sideways ${own}`} aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
