// A name that leads to its place in the source, where there is a source behind the page.
// Deliberately plain text where there is none: a button that does nothing is worse.
import type { ComponentChildren } from 'preact';
import type { Span } from '../../core/text/span.ts';
import { usePage } from '../context.ts';

interface Props {
  readonly span: Span;
  readonly children: ComponentChildren;
  readonly class?: string;
}

export function SourceLink({ span, children, class: own = 'link' }: Props) {
  const { reveal } = usePage();
  if (!reveal) return <span class={own === 'link' ? '' : own}>{children}</span>;
  return (
    <button type="button" class={own} onClick={() => reveal(span)}>
      {children}
    </button>
  );
}
