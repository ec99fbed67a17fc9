// Figures as bars, in a table that is its own legend: a name, a bar, the figure.
// Deliberately a table and no drawing: who does not see the bars reads the same rows.
import type { ComponentChildren } from 'preact';

export interface Bar {
  readonly id: string;
  readonly name: ComponentChildren;
  /** What the bar is long by. */
  readonly value: number;
  readonly text: string;
  /** Not known wholly: the bar is open at its end. */
  readonly isLeast?: boolean;
  readonly isStrong?: boolean;
  readonly note?: string;
}

interface Props {
  readonly caption: string;
  readonly head: readonly [name: string, value: string];
  readonly bars: readonly Bar[];
  /** What fills the row; the longest bar unless given. */
  readonly whole?: number;
}

export function BarTable({ caption, head, bars, whole }: Props) {
  const greatest = whole ?? Math.max(0, ...bars.map(({ value }) => value));
  return (
    <table class="bars">
      <caption>{caption}</caption>
      <thead class="unseen-head">
        <tr>
          <th scope="col">{head[0]}</th>
          <th scope="col" colSpan={2}>
            {head[1]}
          </th>
        </tr>
      </thead>
      <tbody>
        {bars.map((bar) => (
          <tr key={bar.id} class={bar.isStrong ? 'strong' : ''}>
            <th scope="row">{bar.name}</th>
            <td class="track" aria-hidden="true">
              <span
                class={`fill ${bar.isLeast ? 'least' : ''}`}
                style={{ width: `${greatest === 0 ? 0 : Math.min(100, (100 * bar.value) / greatest)}%` }}
              />
            </td>
            <td class="figure">
              {bar.text}
              {bar.note !== undefined && <span class="quiet"> {bar.note}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
