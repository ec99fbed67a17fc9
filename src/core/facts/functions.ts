// The functions of key templates: what each does, takes and promises, and the function itself.
// Deliberately knows no attributes; the proofs and routes ask here what order and injectivity they may rely on.
import {
  dateFormatKeepsOrder,
  dateFormatParts,
  dateFormatPattern,
  formatInstant,
  instantOf,
} from './dates.ts';
import { fnv1a32 } from './hashing.ts';

/** What a function can be put behind: an attribute's type, `time` for the formats of dates.ts, `digits` for texts of digits. */
export type InputKind = 'string' | 'number' | 'boolean' | 'digits' | 'time';
export type FunctionInput = string | number | bigint | boolean;
export type OrderEffect = 'keeps' | 'reverses' | 'loses';

export type Parameter =
  | { readonly name: string; readonly kind: 'integer'; readonly min: number; readonly max: number }
  | { readonly name: string; readonly kind: 'date-format' };

/** The arguments are texts as written; where they do not fit the parameters the answers are undefined, or `loses`. */
export interface TemplateFunction {
  readonly name: string;
  /** One line: what it does. */
  readonly docs: string;
  readonly example: { readonly template: string; readonly value: string | number; readonly result: string };
  readonly parameters: readonly Parameter[];
  readonly accepts: readonly InputKind[];
  readonly output: (args: readonly string[]) => 'string' | 'digits';
  /** Different inputs give different outputs, for pad and descending on the integers 0 to `largest`. */
  readonly injective: boolean;
  /** What becomes of the input's own order, for pad and descending on the integers 0 to `largest`. */
  readonly order: (args: readonly string[]) => OrderEffect;
  /** The largest integer for which injectivity and order hold; undefined where there is no such bound. */
  readonly largest: (args: readonly string[]) => bigint | undefined;
  /** How many values there are, where a reader that lacks the input must ask for each of them. */
  readonly fanOut: (args: readonly string[]) => number | undefined;
  /** The source of a regular expression that all outputs match; undefined where nothing is known of them. */
  readonly image: (args: readonly string[]) => string | undefined;
  /** `format` tells what a number of a time format counts. Undefined where the value has no such rendering. */
  readonly apply: (value: FunctionInput, args: readonly string[], format?: string) => string | undefined;
  /** The one input with this output, undefined where there is none; the function has none if it is not injective. */
  readonly invert?: (output: string, args: readonly string[]) => string | undefined;
}

/** A number as DynamoDB and JSON print it, a boolean as true or false. */
export const renderValue = (value: FunctionInput): string => String(value);

const none = (): undefined => undefined;
const anyText = (): 'string' => 'string';
const digits = (): 'digits' => 'digits';
const losesOrder = (): OrderEffect => 'loses';

function integerArgument(args: readonly string[], min: number, max: number): number | undefined {
  const [text] = args;
  if (args.length !== 1 || text === undefined || !/^\d{1,9}$/.test(text)) return undefined;
  const value = Number(text);
  return value >= min && value <= max ? value : undefined;
}

/** A number in DynamoDB has at most 38 digits. */
const maxDigits = 38;
const digitsOnly = /^\d{1,38}$/;
const width: Parameter = { name: 'n', kind: 'integer', min: 1, max: maxDigits };
const widthOf = (args: readonly string[]): number | undefined => integerArgument(args, 1, maxDigits);

/** The non-negative integer that the value is, exactly. */
function naturalOf(value: FunctionInput): bigint | undefined {
  if (typeof value === 'bigint') return value >= 0n ? value : undefined;
  if (typeof value === 'number') return Number.isSafeInteger(value) && value >= 0 ? BigInt(value) : undefined;
  return typeof value === 'string' && digitsOnly.test(value) ? BigInt(value) : undefined;
}

function largestOfWidth(args: readonly string[]): bigint | undefined {
  const n = widthOf(args);
  return n === undefined ? undefined : 10n ** BigInt(n) - 1n;
}

const pad: TemplateFunction = {
  name: 'pad',
  docs: 'Fills a whole number with zeros to n digits, so that text order is number order. A longer number stays as it is.',
  example: { template: '${orderNumber | pad(6)}', value: 42, result: '000042' },
  parameters: [width],
  accepts: ['number', 'digits'],
  output: digits,
  injective: true,
  order: (args) => (widthOf(args) === undefined ? 'loses' : 'keeps'),
  largest: largestOfWidth,
  fanOut: none,
  image: (args) => {
    const n = widthOf(args);
    return n === undefined ? undefined : `^([0-9]{${n}}|[1-9][0-9]{${n},})$`;
  },
  apply: (value, args) => {
    const n = widthOf(args);
    return n === undefined ? undefined : naturalOf(value)?.toString().padStart(n, '0');
  },
  invert: (output, args) => {
    const n = widthOf(args);
    if (n === undefined || !digitsOnly.test(output)) return undefined;
    const value = BigInt(output).toString();
    return value.padStart(n, '0') === output ? value : undefined;
  },
};

function complement(value: bigint | undefined, args: readonly string[]): bigint | undefined {
  const largest = largestOfWidth(args);
  return value === undefined || largest === undefined || value > largest ? undefined : largest - value;
}

const descending: TemplateFunction = {
  name: 'descending',
  docs: 'Subtracts a whole number from n nines and fills to n digits, so that a larger number sorts first.',
  example: { template: '${score | descending(6)}', value: 42, result: '999957' },
  parameters: [width],
  accepts: ['number', 'digits'],
  output: digits,
  injective: true,
  order: (args) => (widthOf(args) === undefined ? 'loses' : 'reverses'),
  largest: largestOfWidth,
  fanOut: none,
  image: (args) => {
    const n = widthOf(args);
    return n === undefined ? undefined : `^[0-9]{${n}}$`;
  },
  apply: (value, args) =>
    complement(naturalOf(value), args)
      ?.toString()
      .padStart(widthOf(args) ?? 0, '0'),
  invert: (output, args) =>
    output.length === widthOf(args) ? complement(naturalOf(output), args)?.toString() : undefined,
};

function caseFunction(
  name: 'upper' | 'lower',
  change: (text: string) => string,
  result: string,
): TemplateFunction {
  return {
    name,
    docs: `Writes the text in ${name} case, so that case does not matter when it is looked up.`,
    example: { template: `\${email | ${name}}`, value: 'Ann@Example.com', result },
    parameters: [],
    accepts: ['string', 'digits', 'time'],
    output: anyText,
    injective: false,
    order: losesOrder,
    largest: none,
    fanOut: none,
    image: none,
    apply: (value, args) => (typeof value === 'string' && args.length === 0 ? change(value) : undefined),
  };
}

const upper = caseFunction('upper', (text) => text.toUpperCase(), 'ANN@EXAMPLE.COM');
const lower = caseFunction('lower', (text) => text.toLowerCase(), 'ann@example.com');

const dateFormatOf = (args: readonly string[]): string | undefined =>
  args.length === 1 && dateFormatParts(args[0] ?? '') !== undefined ? args[0] : undefined;

const date: TemplateFunction = {
  name: 'date',
  docs: 'Truncates a time to what the format shows, in UTC: yyyy, MM, dd, HH, mm and ss with any signs between them.',
  example: { template: '${placedAt | date(yyyy-MM)}', value: '2026-03-14T09:26:53.589Z', result: '2026-03' },
  parameters: [{ name: 'format', kind: 'date-format' }],
  accepts: ['time'],
  output: (args) => (/^(yyyy|MM|dd|HH|mm|ss)+$/.test(dateFormatOf(args) ?? '') ? 'digits' : 'string'),
  injective: false,
  order: (args) => (dateFormatKeepsOrder(dateFormatOf(args) ?? '') ? 'keeps' : 'loses'),
  largest: none,
  fanOut: none,
  image: (args) => {
    const format = dateFormatOf(args);
    return format === undefined ? undefined : dateFormatPattern(format);
  },
  apply: (value, args, format) => {
    const shown = dateFormatOf(args);
    if (shown === undefined || typeof value === 'boolean') return undefined;
    const instant = instantOf(typeof value === 'bigint' ? Number(value) : value, format);
    return instant === undefined ? undefined : formatInstant(instant, shown);
  },
};

const shardCount: Parameter = { name: 'n', kind: 'integer', min: 2, max: 1000 };
const shardsOf = (args: readonly string[]): number | undefined => integerArgument(args, 2, 1000);

const shard: TemplateFunction = {
  name: 'shard',
  docs: 'Spreads items over n partitions, 0 to n-1: the FNV-1a hash (32 bits) of the text, modulo n.',
  example: { template: '${orderId | shard(10)}', value: 'A-1001', result: '5' },
  parameters: [shardCount],
  accepts: ['string', 'number', 'boolean', 'digits', 'time'],
  output: digits,
  injective: false,
  order: losesOrder,
  largest: none,
  fanOut: shardsOf,
  image: (args) => {
    const n = shardsOf(args);
    return n === undefined ? undefined : naturalBelow(n);
  },
  apply: (value, args) => {
    const n = shardsOf(args);
    return n === undefined ? undefined : String(fnv1a32(renderValue(value)) % n);
  },
};

/** Matches 0 to n-1 without leading zeros: what is shorter than n-1, then what first falls below it at each digit. */
function naturalBelow(n: number): string {
  const last = String(n - 1);
  const forms = ['0', last];
  for (let rest = 0; rest < last.length - 1; rest++) forms.push(`[1-9][0-9]{${rest}}`);
  for (const [index, digit] of [...last].entries()) {
    const least = index === 0 ? 1 : 0;
    const below = Number(digit) - 1;
    if (below < least) continue;
    forms.push(`${last.slice(0, index)}[${least}-${below}][0-9]{${last.length - 1 - index}}`);
  }
  return `^(${forms.join('|')})$`;
}

const hashDigits: Parameter = { name: 'n', kind: 'integer', min: 1, max: 8 };
const hashDigitsOf = (args: readonly string[]): number | undefined => integerArgument(args, 1, 8);

const hash: TemplateFunction = {
  name: 'hash',
  docs: 'The first n hexadecimal digits of the FNV-1a hash (32 bits) of the text, at most 8.',
  example: { template: '${url | hash(8)}', value: 'https://example.com/', result: 'e0fbd8b4' },
  parameters: [hashDigits],
  accepts: ['string', 'number', 'boolean', 'digits', 'time'],
  output: anyText,
  injective: false,
  order: losesOrder,
  largest: none,
  fanOut: none,
  image: (args) => {
    const n = hashDigitsOf(args);
    return n === undefined ? undefined : `^[0-9a-f]{${n}}$`;
  },
  apply: (value, args) => {
    const n = hashDigitsOf(args);
    const all = fnv1a32(renderValue(value)).toString(16).padStart(8, '0');
    return n === undefined ? undefined : all.slice(0, n);
  },
};

/** By name. */
export const templateFunctions: ReadonlyMap<string, TemplateFunction> = new Map(
  [pad, descending, upper, lower, date, shard, hash].map((known) => [known.name, known]),
);

/** What is wrong with the arguments, as a sentence; undefined where they fit. */
export function argumentProblem(known: TemplateFunction, args: readonly string[]): string | undefined {
  const { parameters } = known;
  if (args.length !== parameters.length) {
    const takes = parameters.map((parameter) => parameter.name).join(', ');
    return parameters.length === 0
      ? `${known.name} takes no arguments.`
      : `${known.name} takes one argument: ${known.name}(${takes}), such as ${known.example.template}.`;
  }
  for (const [index, parameter] of parameters.entries()) {
    const arg = args[index] ?? '';
    if (parameter.kind === 'integer') {
      const { min, max } = parameter;
      if (integerArgument([arg], min, max) === undefined) {
        return `${known.name} takes a whole number from ${min} to ${max}, not "${arg}".`;
      }
    } else if (dateFormatParts(arg) === undefined) {
      return `"${arg}" is no date format: write yyyy, MM, dd, HH, mm and ss with signs between them, such as yyyy-MM-dd.`;
    }
  }
  return undefined;
}
