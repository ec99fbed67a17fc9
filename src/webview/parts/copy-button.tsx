// Copies a text, and says that it did.
// Deliberately leaves the clipboard to the host: a webview may not have one.
import { useEffect, useState } from 'preact/hooks';
import { usePage } from '../context.ts';

const saidForMs = 2000;

export function CopyButton({ text, what }: { readonly text: string; readonly what: string }) {
  const { copy } = usePage();
  const [copied, setCopied] = useState<string>();
  useEffect(() => {
    if (copied === undefined) return;
    const timer = setTimeout(() => setCopied(undefined), saidForMs);
    return () => clearTimeout(timer);
  }, [copied]);
  return (
    <button
      type="button"
      class="copy"
      aria-label={`Copy ${what}`}
      onClick={() => {
        copy(text);
        setCopied(text);
      }}
    >
      <span role="status">{copied === text ? 'Copied' : 'Copy'}</span>
    </button>
  );
}
