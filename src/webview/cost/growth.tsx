// How storage grows in the years to come, by what patterns put and delete.
// Deliberately linear axes from 0: growth is to look as it is.
import type { GrowthView } from '../../core/preview/view/cost.ts';
import { printNumber } from '../../core/syntax/quantity.ts';
import { LineChart } from '../charts/line-chart.tsx';
import { linearScale } from '../charts/scale.ts';
import { moneyText, numberText } from '../parts/figures.ts';
import { Sideways } from '../parts/sideways.tsx';
import { Lacks } from '../parts/working.tsx';

const gigabytes = (value: number): string => `${printNumber(value, 3)} GB`;
const months = (value: number): string => (value === 0 ? 'now' : `${value} months`);

export function Growth({ growth: { points, targets, lacks } }: { readonly growth: GrowthView }) {
  const places = points.map(({ month }) => month);
  const all = points.flatMap((point) => point.gigabytes.flatMap(({ mean }) => mean ?? []));
  if (points.length === 0 || targets.length === 0) return null;
  return (
    <section class="section" aria-label="Growth">
      <h2>Growth, at the traffic as written</h2>
      {all.length > 0 && (
        <LineChart
          summary={`Storage in GB over ${places.at(-1)} months.`}
          places={places}
          xScale={{
            at: (value) => value / (places.at(-1) || 1),
            ticks: places.filter((month) => month % 12 === 0),
          }}
          yScale={linearScale(Math.max(...all))}
          xText={months}
          yText={gigabytes}
          xTitle="time"
          yTitle="GB"
          height={220}
          lines={targets.map((title, i) => ({
            title,
            color: i,
            values: points.map((point) => point.gigabytes[i]?.mean ?? null),
            isStrong: i === 0,
          }))}
        />
      )}
      <details class="as-table">
        <summary>As a table</summary>
        <Sideways label="Storage over time">
          <table class="figures-table">
            <caption class="unseen">Storage over time</caption>
            <thead>
              <tr>
                <th scope="col">Time</th>
                {targets.map((title) => (
                  <th scope="col" key={title}>
                    {title}
                  </th>
                ))}
                <th scope="col">Storage a month</th>
              </tr>
            </thead>
            <tbody>
              {points.map(({ month, gigabytes: sizes, usd }) => (
                <tr key={month}>
                  <th scope="row">{months(month)}</th>
                  {sizes.map((size, i) => (
                    <td key={targets[i]}>{numberText(size, 'GB')}</td>
                  ))}
                  <td>{moneyText(usd)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Sideways>
      </details>
      <Lacks lines={lacks} />
    </section>
  );
}
