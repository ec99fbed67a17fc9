// The same traffic under other ways of paying, side by side, the cheapest told.
// Deliberately all of them, also where one is not known: what it lacks is a question to answer.
import type { CostStop, CostView } from '../../core/preview/view/cost.ts';
import { BarTable } from '../charts/bar-table.tsx';
import { drawn, factorText, moneyText } from '../parts/figures.ts';

interface Props {
  readonly cost: CostView;
  readonly stop: CostStop;
}

export function Alternatives({ cost, stop }: Props) {
  const known = stop.alternatives.flatMap(({ mean }) => (mean === null ? [] : [mean]));
  const least = known.length > 0 ? Math.min(...known) : undefined;
  return (
    <section class="section" aria-label="Ways of paying">
      <BarTable
        caption={`Ways of paying, at ${factorText(stop.factor)} of the traffic`}
        head={['Way of paying', 'USD a month']}
        bars={cost.alternatives.map(({ title, isOwn }, i) => {
          const figure = stop.alternatives[i] ?? { mean: null, atLeast: 0 };
          const notes = [
            ...(isOwn ? ['as the model says'] : []),
            ...(figure.mean !== null && figure.mean === least ? ['the cheapest'] : []),
          ];
          return {
            id: title,
            name: title,
            value: drawn(figure),
            text: moneyText(figure),
            isLeast: figure.mean === null,
            isStrong: figure.mean !== null && figure.mean === least,
            ...(notes.length > 0 && { note: notes.join(', ') }),
          };
        })}
      />
    </section>
  );
}
