// Money against traffic: a line for each way of paying, where another becomes the cheapest, where a partition is full.
// Deliberately logarithmic both ways, since traffic is: a straight line is money in proportion to traffic.
import type { CostView } from '../../core/preview/view/cost.ts';
import { type AxisMark, LineChart } from '../charts/line-chart.tsx';
import { logScale } from '../charts/scale.ts';
import { drawn, factorText, moneyText, shortMoney } from '../parts/figures.ts';
import { Sideways } from '../parts/sideways.tsx';

interface Props {
  readonly cost: CostView;
  /** The place of the chosen stop. */
  readonly at: number;
}

export function TrafficChart({ cost, at }: Props) {
  const { stops, alternatives, turns, limits } = cost;
  const factors = stops.map(({ factor }) => factor);
  const all = stops.flatMap((stop) => stop.alternatives.map(drawn)).filter((usd) => usd > 0);
  const marks: AxisMark[] = [
    { at: factors[at] ?? 1, label: factorText(factors[at] ?? 1), kind: 'now' },
    ...limits.slice(0, 2).map(
      ({ factor }): AxisMark => ({
        at: factor,
        label: `${factorText(factor)}: a partition is full`,
        kind: 'limit',
      }),
    ),
    ...turns.slice(0, 3).map(
      ({ factor, to }): AxisMark => ({
        at: factor,
        label: `${factorText(factor)}: ${alternatives[to]?.title.toLowerCase()} is cheapest`,
        kind: 'turn',
      }),
    ),
  ];
  return (
    <section class="section" aria-label="Money against traffic">
      <h2>Money against traffic</h2>
      <LineChart
        summary={summaryOf(cost)}
        places={factors}
        xScale={logScale(factors[0] ?? 0.1, factors.at(-1) ?? 1000)}
        yScale={logScale(Math.min(...all), Math.max(...all))}
        xText={factorText}
        yText={shortMoney}
        xTitle="traffic, of what is written"
        yTitle="USD a month"
        lines={alternatives.map(({ title, isOwn }, i) => {
          const figures = stops.map((stop) => stop.alternatives[i] ?? { mean: null, atLeast: 0 });
          const isLeast = figures.some(({ mean }) => mean === null);
          return {
            title: isLeast ? `${title}, at least` : title,
            values: figures.map((figure) => drawn(figure) || null),
            color: i,
            isStrong: isOwn,
          };
        })}
        marks={marks}
      />
      <ul class="turns">
        {turns.map(({ factor, from, to }) => (
          <li key={factor}>
            From {factorText(factor)} on, <b>{alternatives[to]?.title}</b> costs least; below it,{' '}
            {alternatives[from]?.title}.
          </li>
        ))}
        {limits.map(({ factor, text }) => (
          <li key={text}>
            From {factorText(factor)} on, {text}.
          </li>
        ))}
      </ul>
      <AsTable cost={cost} />
    </section>
  );
}

function summaryOf({ turns, alternatives }: CostView): string {
  const words = turns.map(
    ({ factor, to }) =>
      `From ${factorText(factor)} of the traffic on, ${alternatives[to]?.title} costs least.`,
  );
  return `Money a month by traffic, for ${alternatives.length} ways of paying. ${words.join(' ')}`;
}

/** The same figures, for those who cannot see the lines, and for those who want to know exactly. */
function AsTable({ cost: { stops, alternatives } }: { readonly cost: CostView }) {
  return (
    <details class="as-table">
      <summary>As a table</summary>
      <Sideways label="Money a month by traffic">
        <table class="figures-table">
          <caption class="unseen">Money a month by traffic</caption>
          <thead>
            <tr>
              <th scope="col">Traffic</th>
              {alternatives.map(({ title }) => (
                <th scope="col" key={title}>
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {stops.map((stop) => (
              <tr key={stop.factor}>
                <th scope="row">{factorText(stop.factor)}</th>
                {stop.alternatives.map((figure, i) => (
                  <td key={alternatives[i]?.title}>{moneyText(figure)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Sideways>
    </details>
  );
}
