// What the table costs a month: the total, where it comes from, how else it could be paid for, and how it grows.
// Deliberately one traffic for the whole tab: the slider moves everything, by the core's figures at each of its stops.
import type { CostView } from '../../core/preview/view/cost.ts';
import { usePage } from '../context.ts';
import { factorText, moneyText } from '../parts/figures.ts';
import { Lacks, Working } from '../parts/working.tsx';
import { Alternatives } from './alternatives.tsx';
import { Breakdown } from './breakdown.tsx';
import { Growth } from './growth.tsx';
import { TrafficChart } from './traffic-chart.tsx';
import { Unknowns } from './unknowns.tsx';

/** The stop nearest to a factor. */
export function stopAt({ stops }: CostView, factor: number): number {
  let best = 0;
  for (const [i, stop] of stops.entries()) {
    const distance = (at: number): number => Math.abs(Math.log((stops[at]?.factor ?? 1) / factor));
    if (distance(i) < distance(best) && stop.factor > 0) best = i;
  }
  return best;
}

export function CostTab({ cost }: { readonly cost: CostView }) {
  const { choices, choose } = usePage();
  const at = stopAt(cost, choices.factor);
  const stop = cost.stops[at];
  if (!stop) return null;
  const reached = cost.limits.filter(({ factor }) => factor <= stop.factor);
  return (
    <div class="cost">
      <section class="section total" aria-label="Total">
        <div>
          <p class="money" role="status">
            {moneyText(stop.total)}
            <span class="quiet"> a month</span>
          </p>
          <p class="quiet">{cost.terms}</p>
        </div>
        <div class="traffic">
          <label for="traffic">
            Traffic <b>{factorText(stop.factor)}</b>
            <span class="quiet"> {stop.factor === 1 ? 'as written' : 'of what is written'}</span>
          </label>
          <input
            id="traffic"
            type="range"
            min={0}
            max={cost.stops.length - 1}
            step={1}
            value={at}
            aria-valuetext={`${factorText(stop.factor)}, ${moneyText(stop.total)} a month`}
            onInput={(event) =>
              choose({ factor: cost.stops[Number(event.currentTarget.value)]?.factor ?? 1 })
            }
          />
          <p class="ends quiet" aria-hidden="true">
            <span>{factorText(cost.stops[0]?.factor ?? 0.1)}</span>
            <button
              type="button"
              class="link"
              style={{ insetInlineStart: `${(100 * cost.base) / (cost.stops.length - 1)}%` }}
              onClick={() => choose({ factor: 1 })}
              tabIndex={-1}
            >
              ×1
            </button>
            <span>{factorText(cost.stops.at(-1)?.factor ?? 1000)}</span>
          </p>
        </div>
      </section>
      {reached.map(({ text, factor }) => (
        <p key={text} class="section reached">
          From {factorText(factor)} on, {text}.
        </p>
      ))}
      {stop.used !== null && stop.used > 1 && (
        <p class="section reached">
          The patterns use more than the capacity that is provisioned: {Math.round(stop.used * 100)}% of it.
          DynamoDB refuses the rest.
        </p>
      )}
      <Breakdown cost={cost} stop={stop} />
      <Alternatives cost={cost} stop={stop} />
      <TrafficChart cost={cost} at={at} />
      <Growth growth={cost.growth} />
      <Unknowns unknown={cost.unknown} />
      <section class="section" aria-label="Working and sources">
        <Working lines={cost.working} label="Working, at the traffic as written" />
        <Lacks lines={cost.assumed} />
        <p class="quiet">Prices: {cost.sources.join('; ') || 'none needed'}.</p>
      </section>
    </div>
  );
}
