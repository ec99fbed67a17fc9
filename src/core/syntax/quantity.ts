// Reads and writes quantities: `2 KB`, `80/s`, `3%`, `$50`, `30 days`, `1M`.
// Deliberately says only whether a text is such a quantity; what to report is the schema's affair.
import { secondsIn } from '../facts/durations.ts';

export const secondsPerMonth = secondsIn.month;

const scales = { '': 1, k: 1e3, M: 1e6, G: 1e9, T: 1e12 } as const;
const byteUnits = { B: 1, KB: 1024, MB: 1024 ** 2, GB: 1024 ** 3, TB: 1024 ** 4 } as const;
const periods = {
  s: secondsIn.second,
  min: secondsIn.minute,
  h: secondsIn.hour,
  day: secondsIn.day,
  month: secondsIn.month,
} as const;
const durations = { ms: 0.001, ...secondsIn } as const;

const number = '(\\d+(?:\\.\\d+)?)';
const scale = '(?:\\s*([kMGT]))?';
const amountForm = new RegExp(`^${number}${scale}$`);
const bytesForm = new RegExp(`^${number}(?:\\s*(B|KB|MB|GB|TB))?$`);
const rateForm = new RegExp(`^${number}${scale}\\s*/\\s*(s|min|h|day|month)$`);
const shareForm = new RegExp(`^${number}\\s*%$`);
const moneyForm = new RegExp(`^\\$\\s*${number}${scale}$`);
const durationForm = new RegExp(`^${number}\\s*(ms|s|min|h|(?:second|minute|hour|day|week|month|year)s?)$`);
const shortDurations: Readonly<Record<string, keyof typeof durations>> = {
  s: 'second',
  min: 'minute',
  h: 'hour',
};

/** Removes the noise of binary fractions: 0.1 + 0.2 is 0.3. Twelve digits are more than any quantity here has. */
const clean = (value: number): number => Number(value.toPrecision(12));

function scaled<T extends Readonly<Record<string, number>>>(
  digits: string | undefined,
  unit: string | undefined,
  units: T,
): number | undefined {
  const factor = Object.hasOwn(units, unit ?? '') ? units[unit ?? ''] : undefined;
  const value = digits === undefined || factor === undefined ? Number.NaN : Number(digits) * factor;
  return Number.isFinite(value) ? value : undefined;
}

const natural = (value: number): number | undefined =>
  Number.isFinite(value) && value >= 0 ? value : undefined;

/** `1M`, `900k`, `3.2`. Thousands separators are no part of it. */
export function parseAmount(value: string | number): number | undefined {
  if (typeof value === 'number') return natural(value);
  const match = amountForm.exec(value.trim());
  const amount = scaled(match?.[1], match?.[2], scales);
  return amount === undefined ? undefined : clean(amount);
}

/** Bytes; a bare number is bytes, `KB` is 1,024 of them. */
export function parseBytes(value: string | number): number | undefined {
  if (typeof value === 'number') return natural(value);
  const match = bytesForm.exec(value.trim());
  return scaled(match?.[1], match?.[2] ?? 'B', byteUnits);
}

/** Calls per second; a bare number is no rate, since nobody knows per what. */
export function parseRate(value: string | number): number | undefined {
  if (typeof value === 'number') return undefined;
  const match = rateForm.exec(value.trim());
  const amount = scaled(match?.[1], match?.[2], scales);
  const period = scaled('1', match?.[3], periods);
  return amount === undefined || period === undefined ? undefined : amount / period;
}

/** 0 to 1, written as a percentage and only so: a bare 1 could mean one in a hundred, or all. */
export function parseShare(value: string | number): number | undefined {
  if (typeof value === 'number') return undefined;
  const percent = Number(shareForm.exec(value.trim())?.[1]);
  return percent <= 100 ? clean(percent / 100) : undefined;
}

/** US dollars. */
export function parseMoney(value: string | number): number | undefined {
  if (typeof value === 'number') return undefined;
  const match = moneyForm.exec(value.trim());
  const amount = scaled(match?.[1], match?.[2], scales);
  return amount === undefined ? undefined : clean(amount);
}

/** Seconds. */
export function parseDuration(value: string | number): number | undefined {
  if (typeof value === 'number') return undefined;
  const match = durationForm.exec(value.trim());
  const word = match?.[2] ?? '';
  const unit = shortDurations[word] ?? (word === 'ms' ? word : word.replace(/s$/, ''));
  const seconds = scaled(match?.[1], unit, durations);
  return seconds === undefined ? undefined : clean(seconds);
}

/** A number for people: at most `digits` significant digits, thousands grouped: 1234567.8 is `1,234,568` of 7. */
export function printNumber(value: number, digits = 4): string {
  if (!Number.isFinite(value)) return String(value);
  const whole = Math.abs(value) >= 10 ** digits ? Math.round(value) : Number(value.toPrecision(digits));
  if (Math.abs(whole) >= 1e21) return String(Number(value.toPrecision(digits)));
  const [integer = '', fraction] = plainDecimal(whole).split('.');
  const grouped = integer.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

/** Below 1e21 without an exponent, which JavaScript has below 1e-6, too. */
function plainDecimal(value: number): string {
  if (Object.is(value, -0)) return '0';
  const text = String(value);
  const [mantissa = '', exponent] = text.split('e-');
  if (exponent === undefined) return text;
  const places = Number(exponent) + (mantissa.split('.')[1]?.length ?? 0);
  return value.toFixed(Math.min(100, places));
}

function printScaled(
  value: number,
  units: readonly (readonly [unit: string, factor: number])[],
  digits: number,
): string {
  const rounded = (factor: number): number => Math.abs(Number((value / factor).toPrecision(digits)));
  const [unit, factor] = units.find(([, size]) => rounded(size) >= 1) ?? units.at(-1) ?? ['', 1];
  return printNumber(value / factor, digits) + unit;
}

/** `900k`, `1M`, `3.2`: as an amount is written in a model, rounded to four digits. */
export const printAmount = (value: number): string =>
  printScaled(
    value,
    [
      ['T', 1e12],
      ['G', 1e9],
      ['M', 1e6],
      ['k', 1e3],
      ['', 1],
    ],
    4,
  ).replaceAll(',', '');

/** `512 B`, `1.5 KB`. */
export const printBytes = (bytes: number): string =>
  printScaled(
    bytes,
    [
      [' TB', 1024 ** 4],
      [' GB', 1024 ** 3],
      [' MB', 1024 ** 2],
      [' KB', 1024],
      [' B', 1],
    ],
    4,
  );

/** `80/s`; slow ones in the unit that gives at least one: `5/min`, `2/day`. */
export const printRate = (perSecond: number): string => {
  const [unit, seconds] = Object.entries(periods).find(([, length]) => clean(perSecond * length) >= 1) ?? [
    's',
    1,
  ];
  return `${printNumber(perSecond * seconds)}/${unit}`;
};

/** `3%`, of at most so many significant digits. */
export const printShare = (share: number, digits = 4): string =>
  `${printNumber(clean(share * 100), digits)}%`;

/** `$50`, `$1,234.50`; cents are left out where there are none, and below a cent two digits are kept. */
export function printMoney(dollars: number): string {
  const sign = dollars < 0 ? '-' : '';
  const size = Math.abs(dollars);
  if (size > 0 && size < 0.01) return `${sign}$${printNumber(size, 2)}`;
  if (size >= 1e15) return `${sign}$${printNumber(size)}`;
  // Half a cent is rounded up, as it is written: 0.705 is a little less in binary.
  const [whole = '0', cents = '00'] = (Math.round(clean(size * 100)) / 100).toFixed(2).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return `${sign}$${grouped}${cents === '00' ? '' : `.${cents}`}`;
}

/** `30 days`, `1 hour`, `250 ms`: in the largest unit that gives at least one. */
export function printDuration(seconds: number): string {
  const units = Object.entries(durations).toReversed();
  const [unit, factor] = units.find(([, size]) => clean(seconds / size) >= 1) ?? ['ms', durations.ms];
  const value = printNumber(seconds / factor);
  return unit === 'ms' || value === '1' ? `${value} ${unit}` : `${value} ${unit}s`;
}
