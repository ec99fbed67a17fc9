// A chart of lines over one axis: axes with units, a cursor that tells all values at a place, marks on the axis.
// Deliberately SVG of our own: theme colours, dashes as a second sign, keys, and nothing to load.
import { useRef, useState } from 'preact/hooks';
import { useWidth } from '../parts/use-width.ts';
import type { Scale } from './scale.ts';

export interface Line {
  readonly title: string;
  /** One for each place; null where it is not known. */
  readonly values: readonly (number | null)[];
  /** A number of a colour, as entities have; dashes follow from it. */
  readonly color: number;
  readonly isStrong?: boolean;
}

/** A vertical line at a value of the axis. */
export interface AxisMark {
  readonly at: number;
  readonly label: string;
  readonly kind: 'now' | 'limit' | 'turn';
}

interface Props {
  /** What the chart says, in one sentence, for those who do not see it. */
  readonly summary: string;
  /** Values of the horizontal axis, rising. */
  readonly places: readonly number[];
  readonly xScale: Scale;
  readonly yScale: Scale;
  readonly xText: (value: number) => string;
  readonly yText: (value: number) => string;
  readonly xTitle: string;
  readonly yTitle: string;
  readonly lines: readonly Line[];
  readonly marks?: readonly AxisMark[];
  readonly height?: number;
}

const margin = { left: 66, right: 16, top: 26, bottom: 40 } as const;
const dashes = ['', '7 4', '2 4', '10 3 2 3', '5 3', '1 3', '12 5', '4 2 1 2'] as const;

/** Where a line is known, as stretches of points. */
function stretches(points: readonly (readonly [number, number] | undefined)[]): readonly string[] {
  const paths: string[] = [];
  let path = '';
  for (const point of points) {
    if (point === undefined) {
      if (path !== '') paths.push(path);
      path = '';
    } else path += `${path === '' ? 'M' : 'L'}${point[0].toFixed(1)} ${point[1].toFixed(1)}`;
  }
  return path === '' ? paths : [...paths, path];
}

export function LineChart(props: Props) {
  const { summary, places, xScale, yScale, lines, marks = [], height = 280 } = props;
  const box = useRef<HTMLDivElement>(null);
  const width = Math.max(240, useWidth(box, 640));
  const [cursor, setCursor] = useState<number>();
  const inner = {
    width: Math.max(80, width - margin.left - margin.right),
    height: height - margin.top - margin.bottom,
  };
  const x = (value: number): number => margin.left + xScale.at(value) * inner.width;
  const y = (value: number): number => margin.top + (1 - yScale.at(value)) * inner.height;

  const nearest = (offset: number): number => {
    let best = 0;
    for (const [i, place] of places.entries()) {
      if (Math.abs(x(place) - offset) < Math.abs(x(places[best] ?? 0) - offset)) best = i;
    }
    return best;
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const at = cursor ?? -1;
    const to = {
      ArrowRight: Math.min(places.length - 1, at + 1),
      ArrowLeft: Math.max(0, at - 1),
      Home: 0,
      End: places.length - 1,
    }[event.key];
    if (event.key === 'Escape') setCursor(undefined);
    if (to === undefined) return;
    event.preventDefault();
    setCursor(to);
  };

  return (
    <div class="line-chart" ref={box}>
      <div
        class="canvas"
        role="slider"
        aria-roledescription="chart"
        aria-label={summary}
        aria-valuemin={0}
        aria-valuemax={places.length - 1}
        aria-valuenow={cursor ?? 0}
        aria-valuetext={cursor === undefined ? 'arrow keys read its values' : valueText(props, cursor)}
        tabIndex={0}
        onKeyDown={onKeyDown}
        onBlur={() => setCursor(undefined)}
        onPointerMove={(event) =>
          setCursor(nearest(event.clientX - event.currentTarget.getBoundingClientRect().left))
        }
        onPointerLeave={() => setCursor(undefined)}
      >
        <svg width={width} height={height} aria-hidden="true">
          <Axes {...props} x={x} y={y} inner={inner} height={height} />
          {marks.map((mark, i) => (
            <g key={`${mark.kind} ${mark.at}`} class={`axis-mark ${mark.kind}`}>
              <line x1={x(mark.at)} x2={x(mark.at)} y1={margin.top - 4} y2={margin.top + inner.height} />
              <text
                x={x(mark.at) + (x(mark.at) > width - 150 ? -5 : 5)}
                y={margin.top - 8 + (i % 2) * 13}
                text-anchor={x(mark.at) > width - 150 ? 'end' : 'start'}
              >
                {mark.label}
              </text>
            </g>
          ))}
          {lines.map((line) => (
            <g key={line.title} class={`line color-${line.color % 8} ${line.isStrong ? 'strong' : ''}`}>
              {stretches(
                line.values.map((value, i) => (value === null ? undefined : [x(places[i] ?? 0), y(value)])),
              ).map((path) => (
                <path key={path} d={path} stroke-dasharray={dashes[line.color % dashes.length]} />
              ))}
            </g>
          ))}
          {cursor !== undefined && (
            <g class="cursor">
              <line
                x1={x(places[cursor] ?? 0)}
                x2={x(places[cursor] ?? 0)}
                y1={margin.top}
                y2={margin.top + inner.height}
              />
              {lines.map((line) => {
                const value = line.values[cursor];
                return value === null || value === undefined ? null : (
                  <circle
                    key={line.title}
                    class={`color-${line.color % 8}`}
                    cx={x(places[cursor] ?? 0)}
                    cy={y(value)}
                    r={3.5}
                  />
                );
              })}
            </g>
          )}
        </svg>
      </div>
      <Legend {...props} cursor={cursor} />
    </div>
  );
}

/** All lines at one place, in words. */
function valueText({ places, lines, xText, yText }: Props, place: number): string {
  const values = lines.map(({ title, values: own }) => {
    const value = own[place];
    return `${title} ${value === null || value === undefined ? 'not known' : yText(value)}`;
  });
  return `${xText(places[place] ?? 0)}: ${values.join(', ')}`;
}

interface AxesProps extends Props {
  readonly x: (value: number) => number;
  readonly y: (value: number) => number;
  readonly inner: { readonly width: number; readonly height: number };
}

function Axes({ xScale, yScale, xText, yText, xTitle, yTitle, x, y, inner }: AxesProps) {
  const bottom = margin.top + inner.height;
  return (
    <g class="axes">
      {yScale.ticks.map((tick) => (
        <g key={tick}>
          <line x1={margin.left} x2={margin.left + inner.width} y1={y(tick)} y2={y(tick)} />
          <text x={margin.left - 8} y={y(tick) + 4} text-anchor="end">
            {yText(tick)}
          </text>
        </g>
      ))}
      {xScale.ticks.map((tick) => (
        <g key={tick}>
          <line class="tick" x1={x(tick)} x2={x(tick)} y1={bottom} y2={bottom + 4} />
          <text x={x(tick)} y={bottom + 17} text-anchor="middle">
            {xText(tick)}
          </text>
        </g>
      ))}
      <text class="title" x={margin.left + inner.width / 2} y={bottom + 34} text-anchor="middle">
        {xTitle}
      </text>
      <text class="title" x={0} y={11}>
        {yTitle}
      </text>
    </g>
  );
}

/** The lines with their dashes, and beside each its value under the cursor. */
function Legend({ lines, places, xText, yText, cursor }: Props & { readonly cursor: number | undefined }) {
  const place = cursor === undefined ? undefined : places[cursor];
  return (
    <div class="chart-legend" aria-hidden="true">
      <span class="place">{place === undefined ? '' : xText(place)}</span>
      <ul>
        {lines.map((line) => {
          const value = cursor === undefined ? undefined : line.values[cursor];
          return (
            <li key={line.title} class={`color-${line.color % 8}`}>
              <svg width="26" height="10" aria-hidden="true">
                <path d="M0 5H26" stroke-dasharray={dashes[line.color % dashes.length]} />
              </svg>
              <span>{line.title}</span>
              {value !== undefined && <b>{value === null ? 'not known' : yText(value)}</b>}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
