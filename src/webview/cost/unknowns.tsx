// What the model leaves open, and what the largest of it could come to.
// Deliberately a trial and no forecast: which plain value was tried is said.
import type { UnknownView } from '../../core/preview/view/cost.ts';
import { printMoney } from '../../core/syntax/quantity.ts';
import { SourceLink } from '../parts/source-link.tsx';
import { CodeInText } from '../parts/working.tsx';

/** Shown at once; the others are folded away. */
const shownAtOnce = 6;

export function Unknowns({ unknown }: { readonly unknown: readonly UnknownView[] }) {
  if (unknown.length === 0) return null;
  return (
    <section class="section" aria-label="Not known">
      <h2>What is not known, and what it could come to</h2>
      <p class="quiet">
        Tried with plain values: one call a second, a million items, 1 KB, all of a share. Assumptions show
        how far the truth may be from them.
      </p>
      <List unknown={unknown.slice(0, shownAtOnce)} />
      {unknown.length > shownAtOnce && (
        <details>
          <summary>{unknown.length - shownAtOnce} more</summary>
          <List unknown={unknown.slice(shownAtOnce)} />
        </details>
      )}
    </section>
  );
}

function List({ unknown }: { readonly unknown: readonly UnknownView[] }) {
  return (
    <ul class="unknowns">
      {unknown.map(({ text, trial, spread, isAssumed, span }, i) => (
        <li key={i}>
          <SourceLink span={span} class="message">
            <CodeInText text={text} />
          </SourceLink>
          <span class="figure">{consequence(trial, spread, isAssumed)}</span>
        </li>
      ))}
    </ul>
  );
}

function consequence(trial: number, spread: number | null, isAssumed: boolean): string {
  if (isAssumed) return spread === null ? 'no bound is known' : `± ${printMoney(spread / 2)} a month`;
  return trial === 0 ? 'moves the total by nothing' : `${printMoney(trial)} a month, as tried`;
}
