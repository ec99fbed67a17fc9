// The formats of attributes as data: type, regular expression, bytes, order, and sample values.
// Deliberately without parsing: dates.ts reads times, and the model says which attribute has which format.
import { samples } from './samples.ts';

export interface Format {
  readonly name: string;
  readonly type: 'string' | 'number';
  /** One line for hover and reference. */
  readonly docs: string;
  /** The source of an anchored regular expression over the value as text; a number's text is its decimal digits. */
  readonly pattern: string;
  /** Where the form is published, and how far the pattern narrows it. */
  readonly source: string;
  /** UTF-8 bytes of the text; null where nothing bounds them, or nothing is typical. */
  readonly bytes: { readonly min: number; readonly max: number | null; readonly mean: number | null };
  readonly alphabet: string;
  /** What the bytewise order of the texts is: that of time, that of the text itself, or none that means anything. */
  readonly order: 'time' | 'text' | 'none';
  /** New values are made from the clock, so puts of now write values of now. */
  readonly risesWithTime: boolean;
  /** Every item gets one of its own. */
  readonly distinctPerItem: boolean;
  /** The n-th sample value: different for different n, and later for larger n where the format tells time. */
  readonly sample: (n: number) => string | number;
}

type Draft = Omit<Format, 'name' | 'bytes' | 'risesWithTime' | 'distinctPerItem'> & {
  readonly bytes: number | Format['bytes'];
  readonly risesWithTime?: true;
  readonly distinctPerItem?: true;
};

const year = '[0-9]{4}';
const month = '(0[1-9]|1[0-2])';
const day = '(0[1-9]|[12][0-9]|3[01])';
const hourMinute = '([01][0-9]|2[0-3]):[0-5][0-9]';
const clock = `${hourMinute}:[0-5][0-9]`;
const label = '[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?';
const octet = '(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])';

/** Groups of up to four digits: eight of them, or fewer around one `::`. */
function ipv6Pattern(): string {
  const group = '[0-9a-f]{1,4}';
  const forms = [`(${group}:){7}${group}`, `(${group}:){1,7}:`, `:(:${group}){1,7}`, '::'];
  for (let before = 1; before <= 6; before++)
    forms.push(`(${group}:){${before}}(:${group}){1,${7 - before}}`);
  return `^(${forms.join('|')})$`;
}

const drafts: Readonly<Record<string, Draft>> = {
  uuid: {
    type: 'string',
    docs: 'A UUID in lower case with hyphens, of any version.',
    pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$',
    source: 'RFC 9562, section 4; lower case only, as it is to be written',
    bytes: 36,
    alphabet: '0-9 a-f -',
    order: 'none',
    distinctPerItem: true,
    sample: samples.uuid,
  },
  'uuid-v7': {
    type: 'string',
    docs: 'A UUID of version 7: it begins with the time in milliseconds, so text order is time order.',
    pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$',
    source: 'RFC 9562, section 5.7; lower case only',
    bytes: 36,
    alphabet: '0-9 a-f -',
    order: 'time',
    risesWithTime: true,
    distinctPerItem: true,
    sample: samples.uuidV7,
  },
  ulid: {
    type: 'string',
    docs: 'A ULID: 26 characters in upper case that begin with the time in milliseconds.',
    pattern: '^[0-7][0-9A-HJKMNP-TV-Z]{25}$',
    source: 'github.com/ulid/spec; upper case only',
    bytes: 26,
    alphabet: '0-9 A-Z without I, L, O and U',
    order: 'time',
    risesWithTime: true,
    distinctPerItem: true,
    sample: samples.ulid,
  },
  ksuid: {
    type: 'string',
    docs: 'A KSUID: 27 characters that begin with the time in seconds.',
    pattern: '^[0-9A-Za-z]{27}$',
    source: 'github.com/segmentio/ksuid',
    bytes: 27,
    alphabet: '0-9 A-Z a-z',
    order: 'time',
    risesWithTime: true,
    distinctPerItem: true,
    sample: samples.ksuid,
  },
  date: {
    type: 'string',
    docs: 'A calendar day such as 2026-03-14.',
    pattern: `^${year}-${month}-${day}$`,
    source: 'RFC 3339, full-date',
    bytes: 10,
    alphabet: '0-9 -',
    order: 'time',
    risesWithTime: true,
    sample: samples.date,
  },
  'year-month': {
    type: 'string',
    docs: 'A month such as 2026-03.',
    pattern: `^${year}-${month}$`,
    source: 'ISO 8601-1, calendar date of reduced precision',
    bytes: 7,
    alphabet: '0-9 -',
    order: 'time',
    risesWithTime: true,
    sample: samples.yearMonth,
  },
  time: {
    type: 'string',
    docs: 'A time of day such as 09:26:53.',
    pattern: `^${clock}$`,
    source: 'RFC 3339, partial-time without a fraction and without leap seconds',
    bytes: 8,
    alphabet: '0-9 :',
    order: 'time',
    sample: samples.time,
  },
  'date-time': {
    type: 'string',
    docs: 'A point in time in UTC with milliseconds and Z, such as 2026-03-14T09:26:53.589Z.',
    pattern: `^${year}-${month}-${day}T${clock}\\.[0-9]{3}Z$`,
    source: 'RFC 3339, date-time; with Z and three digits of a second only, so that text order is time order',
    bytes: 24,
    alphabet: '0-9 - : . T Z',
    order: 'time',
    risesWithTime: true,
    sample: samples.dateTime,
  },
  'date-time-seconds': {
    type: 'string',
    docs: 'A point in time in UTC in whole seconds with Z, such as 2026-03-14T09:26:53Z.',
    pattern: `^${year}-${month}-${day}T${clock}Z$`,
    source: 'RFC 3339, date-time; with Z and without a fraction only',
    bytes: 20,
    alphabet: '0-9 - : T Z',
    order: 'time',
    risesWithTime: true,
    sample: samples.dateTimeSeconds,
  },
  'date-time-local': {
    type: 'string',
    docs: 'A point in time in whole seconds that names no zone, such as 2026-03-14T09:26:53; taken as UTC.',
    pattern: `^${year}-${month}-${day}T${clock}$`,
    source: 'ISO 8601-1, local date and time; in whole seconds only',
    bytes: 19,
    alphabet: '0-9 - : T',
    order: 'time',
    risesWithTime: true,
    sample: samples.dateTimeLocal,
  },
  'date-time-offset': {
    type: 'string',
    docs: 'A point in time with any offset and fraction, such as 2026-03-14T10:26:53+01:00; text order is not time order.',
    pattern: `^${year}-${month}-${day}T${clock}(\\.[0-9]{1,9})?(Z|[+-]${hourMinute})$`,
    source: 'RFC 3339, date-time; up to nine digits of a second, without leap seconds',
    bytes: { min: 20, max: 35, mean: 25 },
    alphabet: '0-9 - + : . T Z',
    order: 'none',
    risesWithTime: true,
    sample: samples.dateTimeOffset,
  },
  'epoch-seconds': {
    type: 'number',
    docs: 'Seconds since 1970 as a number, from 2001 to 2286: ten digits, as time to live wants them.',
    pattern: '^[1-9][0-9]{9}$',
    source: 'POSIX.1-2024, seconds since the Epoch; ten digits only',
    bytes: 10,
    alphabet: '0-9',
    order: 'time',
    risesWithTime: true,
    sample: samples.epochSeconds,
  },
  'epoch-milliseconds': {
    type: 'number',
    docs: 'Milliseconds since 1970 as a number, from 2001 to 2286: 13 digits.',
    pattern: '^[1-9][0-9]{12}$',
    source: 'ECMA-262, time values; 13 digits only',
    bytes: 13,
    alphabet: '0-9',
    order: 'time',
    risesWithTime: true,
    sample: samples.epochMilliseconds,
  },
  email: {
    type: 'string',
    docs: 'An e-mail address; the part before the @ may contain #.',
    pattern: `^[A-Za-z0-9.!#$%&'*+/=?^_\`{|}~-]+@${label}(\\.${label})*$`,
    source: 'WHATWG HTML, valid e-mail address; at most 254 bytes by RFC 5321',
    bytes: { min: 3, max: 254, mean: 24 },
    alphabet: "A-Z a-z 0-9 . - @ and before the @ also ! # $ % & ' * + / = ? ^ _ ` { | } ~",
    order: 'text',
    sample: samples.email,
  },
  uri: {
    type: 'string',
    docs: 'A URI with its scheme, such as https://example.com/a.',
    pattern: "^[A-Za-z][A-Za-z0-9+.-]*:([A-Za-z0-9._~:/?#\\[\\]@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})+$",
    source: 'RFC 3986, scheme and characters',
    bytes: { min: 3, max: null, mean: 60 },
    alphabet: "A-Z a-z 0-9 - . _ ~ : / ? # [ ] @ ! $ & ' ( ) * + , ; = %",
    order: 'text',
    sample: samples.uri,
  },
  hostname: {
    type: 'string',
    docs: 'A host name such as api.example.com.',
    pattern: `^${label}(\\.${label})*$`,
    source: 'RFC 1123, section 2.1; at most 253 bytes',
    bytes: { min: 1, max: 253, mean: 20 },
    alphabet: 'A-Z a-z 0-9 - .',
    order: 'text',
    sample: samples.hostname,
  },
  ipv4: {
    type: 'string',
    docs: 'An IPv4 address such as 192.0.2.10; text order is not the order of addresses.',
    pattern: `^${octet}(\\.${octet}){3}$`,
    source: 'RFC 3986, IPv4address',
    bytes: { min: 7, max: 15, mean: 13 },
    alphabet: '0-9 .',
    order: 'none',
    sample: samples.ipv4,
  },
  ipv6: {
    type: 'string',
    docs: 'An IPv6 address in lower case such as 2001:db8::1; text order is not the order of addresses.',
    pattern: ipv6Pattern(),
    source: 'RFC 4291, section 2.2, forms 1 and 2; lower case by RFC 5952',
    bytes: { min: 2, max: 39, mean: 25 },
    alphabet: '0-9 a-f :',
    order: 'none',
    sample: samples.ipv6,
  },
};

function format([name, draft]: [string, Draft]): Format {
  const { bytes, risesWithTime = false, distinctPerItem = false } = draft;
  const length = typeof bytes === 'number' ? { min: bytes, max: bytes, mean: bytes } : bytes;
  return { ...draft, name, bytes: length, risesWithTime, distinctPerItem };
}

/** By name. */
export const formats: ReadonlyMap<string, Format> = new Map(
  Object.entries(drafts).map((entry) => [entry[0], format(entry)]),
);
