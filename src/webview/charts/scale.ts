// Axes of charts: where a value stands, and which values are written beside the axis.
// Deliberately few ticks, at round figures: a chart is read by its shape and checked by its table.

export interface Scale {
  /** 0 at the low end, 1 at the high end. */
  readonly at: (value: number) => number;
  readonly ticks: readonly number[];
}

const round = (value: number): number => Number(value.toPrecision(12));

/** From 0 to a round figure at or above the greatest. */
export function linearScale(greatest: number, wanted = 4): Scale {
  const top = greatest > 0 && Number.isFinite(greatest) ? greatest : 1;
  const rough = top / wanted;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].map((each) => each * power).find((each) => each >= rough - 1e-12) ?? rough;
  const count = Math.max(1, Math.ceil(top / step - 1e-9));
  const end = step * count;
  return {
    at: (value) => Math.max(0, value) / end,
    ticks: Array.from({ length: count + 1 }, (_, i) => round(i * step)),
  };
}

/** Powers of ten around all values; those of 0 and below stand at the low end. */
export function logScale(least: number, greatest: number): Scale {
  const low = Math.floor(Math.log10(least > 0 ? least : 1) + 1e-9);
  const high = Math.max(low + 1, Math.ceil(Math.log10(greatest > 0 ? greatest : 1) - 1e-9));
  const every = Math.max(1, Math.ceil((high - low) / 6));
  const ticks: number[] = [];
  for (let power = low; power <= high; power += every) ticks.push(round(10 ** power));
  return {
    at: (value) => (value <= 0 ? 0 : Math.min(1, Math.max(0, (Math.log10(value) - low) / (high - low)))),
    ticks,
  };
}
