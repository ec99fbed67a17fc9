// Whether a pattern is well, as a sign with a shape of its own.
// Deliberately words for screen readers and on hover: a sign alone is a riddle.
import type { PatternVerdict } from '../../core/preview/view/patterns.ts';

const signs: Readonly<Record<PatternVerdict, readonly [sign: string, words: string]>> = {
  well: ['✓', 'served'],
  waste: ['▲', 'reads more than it wants'],
  'perhaps-waste': ['△', 'may read more than it wants'],
  broken: ['✕', 'does not work as it is written'],
  open: ['○', 'not decided'],
};

export function VerdictMark({ verdict }: { readonly verdict: PatternVerdict }) {
  const [sign, words] = signs[verdict];
  return (
    <span class={`verdict ${verdict}`} title={words}>
      <span aria-hidden="true">{sign}</span>
      <span class="unseen">{words}</span>
    </span>
  );
}
