// Points in time as the formats write them, and the date(format) function's view of them: UTC, whole seconds.
// Deliberately has no clock and no time zones but the offset that a value itself carries.
import { secondsIn } from './durations.ts';

/** The formats whose values are points in time, coarse or fine. */
export const timeFormats = [
  'date',
  'date-time',
  'date-time-seconds',
  'date-time-local',
  'date-time-offset',
  'year-month',
  'epoch-seconds',
  'epoch-milliseconds',
] as const;
export type TimeFormat = (typeof timeFormats)[number];

export const isTimeFormat = (name: string): name is TimeFormat =>
  (timeFormats as readonly string[]).includes(name);

const dateUnits = ['yyyy', 'MM', 'dd', 'HH', 'mm', 'ss'] as const;
/** Years to seconds, the largest first. */
export type DateUnit = (typeof dateUnits)[number];

const unitPattern: Readonly<Record<DateUnit, string>> = {
  yyyy: '[0-9]{4}',
  MM: '(0[1-9]|1[0-2])',
  dd: '(0[1-9]|[12][0-9]|3[01])',
  HH: '([01][0-9]|2[0-3])',
  mm: '[0-5][0-9]',
  ss: '[0-5][0-9]',
};

type FormatPart = { readonly unit: DateUnit } | { readonly text: string };

/** The units and the signs between them; undefined where a letter is neither a unit nor `T` or `Z`. */
export function dateFormatParts(format: string): readonly FormatPart[] | undefined {
  const parts: FormatPart[] = [];
  let position = 0;
  while (position < format.length) {
    const unit = dateUnits.find((candidate) => format.startsWith(candidate, position));
    const char = format[position] ?? '';
    if (unit !== undefined) parts.push({ unit });
    else if (/[^\p{L}]|[TZ]/u.test(char)) parts.push({ text: char });
    else return undefined;
    position += unit?.length ?? 1;
  }
  return parts.some((part) => 'unit' in part) ? parts : undefined;
}

/**
 * True if a later time never gives a smaller text: the units begin with the year and leave none out, so
 * `yyyy-MM` does and neither `dd.MM.yyyy` nor `yyyy-dd` does.
 */
export function dateFormatKeepsOrder(format: string): boolean {
  let next = 0;
  for (const part of dateFormatParts(format) ?? []) {
    if ('text' in part) continue;
    const rank = dateUnits.indexOf(part.unit);
    if (rank > next) return false;
    if (rank === next) next++;
  }
  return next > 0;
}

const unitsOf = (format: string): readonly DateUnit[] =>
  (dateFormatParts(format) ?? []).flatMap((part) => ('unit' in part ? [part.unit] : []));

/** The finest unit that the format shows: of `yyyy-MM` it is the month. */
export function finestUnit(format: string): DateUnit | undefined {
  const units = unitsOf(format);
  return dateUnits.findLast((unit) => units.includes(unit));
}

const secondsOf: Readonly<Record<DateUnit, number>> = {
  yyyy: secondsIn.year,
  MM: secondsIn.month,
  dd: secondsIn.day,
  HH: secondsIn.hour,
  mm: secondsIn.minute,
  ss: secondsIn.second,
};

/** How many texts the format makes of all times within so many seconds; undefined where it is no format. */
export function truncationsIn(seconds: number, format: string): number | undefined {
  const finest = finestUnit(format);
  return finest && Math.max(1, Math.ceil(seconds / secondsOf[finest]));
}

/** True if the text of the finer format tells the text of the coarser one, as `yyyy-MM-dd` tells `yyyy-MM`. */
export function formatTells(finer: string, coarser: string): boolean {
  const shown = unitsOf(finer);
  const wanted = unitsOf(coarser);
  return wanted.length > 0 && wanted.every((unit) => shown.includes(unit));
}

/** The most values that a unit takes within one of the unit above it. */
const mostWithin: Readonly<Record<DateUnit, number>> = {
  yyyy: 10_000,
  MM: 12,
  dd: 31,
  HH: 24,
  mm: 60,
  ss: 60,
};

/** The most texts of the finer format within one of the coarser: `yyyy-MM` has 12 in a `yyyy`. Undefined where it does not refine it. */
export function truncationsWithin(coarser: string, finer: string): number | undefined {
  if (!dateFormatKeepsOrder(coarser) || !dateFormatKeepsOrder(finer) || !formatTells(finer, coarser))
    return undefined;
  const known = unitsOf(coarser);
  const added = new Set(unitsOf(finer).filter((unit) => !known.includes(unit)));
  return [...added].reduce((product, unit) => product * mostWithin[unit], 1);
}

/** The source of a regular expression that every formatted date matches. */
export function dateFormatPattern(format: string): string | undefined {
  const parts = dateFormatParts(format)?.map((part) =>
    'unit' in part ? unitPattern[part.unit] : part.text.replace(/[\\^$.*+?()[\]{}|/]/, '\\$&'),
  );
  return parts && `^${parts.join('')}$`;
}

/** The time in UTC as the format writes it; undefined before the year 0 and after 9999. */
export function formatInstant(milliseconds: number, format: string): string | undefined {
  const date = new Date(milliseconds);
  const year = date.getUTCFullYear();
  if (Number.isNaN(year) || year < 0 || year > 9999) return undefined;
  const values: Readonly<Record<DateUnit, number>> = {
    yyyy: year,
    MM: date.getUTCMonth() + 1,
    dd: date.getUTCDate(),
    HH: date.getUTCHours(),
    mm: date.getUTCMinutes(),
    ss: date.getUTCSeconds(),
  };
  return dateFormatParts(format)
    ?.map((part) => ('unit' in part ? String(values[part.unit]).padStart(part.unit.length, '0') : part.text))
    .join('');
}

const writtenTime =
  /^(\d{4})-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d):(\d\d)(?:\.(\d{1,9}))?(?:Z|([+-])(\d\d):(\d\d))?)?)?$/;

/**
 * Milliseconds since 1970 of a value. Texts tell their format themselves; a number needs to be told, since seconds and
 * milliseconds look alike. What names no zone is taken as UTC. Undefined for what is no date, such as 30 February.
 */
export function instantOf(value: string | number, format: string | undefined): number | undefined {
  if (format === 'epoch-seconds' || format === 'epoch-milliseconds') {
    const number = Number(value);
    if (value === '' || !Number.isFinite(number)) return undefined;
    return format === 'epoch-seconds' ? number * 1000 : number;
  }
  if (typeof value === 'number') return undefined;
  const match = writtenTime.exec(value);
  if (match === null) return undefined;
  const field = (index: number, missing: number): number =>
    match[index] === undefined ? missing : Number(match[index]);
  const fields = [field(1, 0), field(2, 1) - 1, field(3, 1), field(4, 0), field(5, 0), field(6, 0)] as const;
  const fraction = Math.floor(Number(`0.${match[7] ?? '0'}`) * 1000);
  const offset = (match[8] === '-' ? -1 : 1) * (field(9, 0) * 60 + field(10, 0)) * 60_000;
  // Date.UTC reads the years 0 to 99 as 1900 to 1999; setUTCFullYear does not.
  const date = new Date(0);
  date.setUTCFullYear(fields[0], fields[1], fields[2]);
  date.setUTCHours(fields[3], fields[4], fields[5], fraction);
  const same =
    date.getUTCMonth() === fields[1] &&
    date.getUTCDate() === fields[2] &&
    date.getUTCHours() === fields[3] &&
    date.getUTCMinutes() === fields[4] &&
    date.getUTCSeconds() === fields[5];
  return same ? date.getTime() - offset : undefined;
}
