// The working of a figure: its steps, indented as the core prints them, and what is missing.
// Deliberately folded away: the figure is what people look for, the working what they check it by.

export function Working({
  lines,
  label = 'Working',
}: {
  readonly lines: readonly string[];
  readonly label?: string;
}) {
  if (lines.length === 0) return null;
  return (
    <details class="working">
      <summary>{label}</summary>
      <pre>{lines.join('\n')}</pre>
    </details>
  );
}

export function Lacks({ lines }: { readonly lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <ul class="lacks" aria-label="Not known">
      {lines.map((line) => (
        <li key={line}>
          <CodeInText text={line} />
        </li>
      ))}
    </ul>
  );
}

/** What stands in backticks is code. */
export function CodeInText({ text }: { readonly text: string }) {
  return (
    <>
      {text
        .split('`')
        .map((part, i, all) => (i % 2 === 1 && i < all.length - 1 ? <code key={i}>{part}</code> : part))}
    </>
  );
}
