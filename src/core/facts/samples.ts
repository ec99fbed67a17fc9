// Sample values for the formats: the n-th is always the same, and no two of a format are alike.
// Deliberately without clock and randomness: what looks random is a mixed count.

/** Monday, 5 January 2026, 08:00 UTC. */
const firstInstant = Date.UTC(2026, 0, 5, 8);
const second = 1000;
const dayLength = 86_400 * second;

/** A one-to-one mixing of 32 bits (the finalizer of MurmurHash3), so different n never meet. */
function mix(n: number): number {
  let bits = n | 0;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}

/** The n-th of a row of instants, 17 minutes apart and some uneven seconds and milliseconds more. */
const instant = (n: number): number => firstInstant + n * 17 * 60 * second + (mix(n) % (9 * 60 * second));

/** `length` hexadecimal digits; the first eight alone tell n from any other. */
function hexDigits(n: number, length: number): string {
  let digits = '';
  for (let block = 0; digits.length < length; block++) {
    digits += mix(n ^ mix(block))
      .toString(16)
      .padStart(8, '0');
  }
  return digits.slice(0, length);
}

/** The number's digits in the alphabet's base, with leading zeros. */
function inBase(value: bigint, alphabet: string, length: number): string {
  const base = BigInt(alphabet.length);
  let rest = value;
  let digits = '';
  for (let i = 0; i < length; i++) {
    digits = (alphabet[Number(rest % base)] ?? '') + digits;
    rest /= base;
  }
  return digits;
}

function hyphenated(hex: string): string {
  const cuts = [0, 8, 12, 16, 20, 32];
  return cuts
    .slice(1)
    .map((end, i) => hex.slice(cuts[i], end))
    .join('-');
}

const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const base62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
/** KSUIDs count seconds from here, 13 May 2014. */
const ksuidEpoch = 1_400_000_000;

const firstNames = ['ann', 'ben', 'chloe', 'david', 'emma', 'felix', 'grace', 'hugo', 'iris', 'jonas'];
const lastNames = ['adams', 'brown', 'clark', 'davis', 'evans', 'foster', 'green', 'hill', 'irwin', 'jones'];
const pages = ['products', 'orders', 'docs', 'blog', 'help'];

/** The n-th word of the list, and behind it how often the list was gone through. */
function numbered(words: readonly string[], n: number): string {
  const round = Math.floor(n / words.length);
  return `${words[n % words.length] ?? ''}${round === 0 ? '' : round}`;
}

const isoText = (milliseconds: number): string => new Date(milliseconds).toISOString();

/** Two hexadecimal groups that tell n. */
const groups = (n: number): string => `${(n >>> 16).toString(16)}:${(n & 0xffff).toString(16)}`;

export const samples = {
  uuid: (n: number): string => {
    const hex = hexDigits(n, 32);
    const variant = '89ab'[Number.parseInt(hex[16] ?? '0', 16) & 3] ?? '8';
    return hyphenated(`${hex.slice(0, 12)}4${hex.slice(13, 16)}${variant}${hex.slice(17)}`);
  },
  uuidV7: (n: number): string => {
    const hex = hexDigits(n, 18);
    return hyphenated(`${instant(n).toString(16).padStart(12, '0')}7${hex.slice(0, 3)}8${hex.slice(3)}`);
  },
  ulid: (n: number): string =>
    inBase(BigInt(instant(n)), crockford, 10) + inBase(BigInt(`0x${hexDigits(n, 20)}`), crockford, 16),
  ksuid: (n: number): string => {
    const seconds = Math.floor(instant(n) / second) - ksuidEpoch;
    return inBase((BigInt(seconds) << 128n) | BigInt(`0x${hexDigits(n, 32)}`), base62, 27);
  },
  date: (n: number): string => isoText(firstInstant + n * dayLength).slice(0, 10),
  yearMonth: (n: number): string => isoText(Date.UTC(2026, n)).slice(0, 7),
  /** 37 seconds apart from 08:00 on; the day begins anew after some 1,500, and repeats after 86,400. */
  time: (n: number): string => isoText(firstInstant + ((n * 37) % 86_400) * second).slice(11, 19),
  dateTime: (n: number): string => isoText(instant(n)),
  dateTimeLocal: (n: number): string => isoText(instant(n)).slice(0, 19),
  dateTimeSeconds: (n: number): string => `${isoText(instant(n)).slice(0, 19)}Z`,
  /** In the winter and summer time of Paris by turns. */
  dateTimeOffset: (n: number): string => {
    const hours = 1 + (n % 2);
    return `${isoText(instant(n) + hours * 3600 * second).slice(0, 19)}+0${hours}:00`;
  },
  epochSeconds: (n: number): number => Math.floor(instant(n) / second),
  epochMilliseconds: (n: number): number => instant(n),
  email: (n: number): string => {
    const last = lastNames[Math.floor(n / firstNames.length) % lastNames.length] ?? '';
    const round = Math.floor(n / (firstNames.length * lastNames.length));
    return `${firstNames[n % firstNames.length]}.${last}${round === 0 ? '' : round}@example.com`;
  },
  uri: (n: number): string => `https://www.example.com/${pages[n % pages.length]}/${1001 + n}`,
  hostname: (n: number): string => `${numbered(['api', 'www', 'mail', 'cdn', 'db'], n)}.example.com`,
  ipv4: (n: number): string => `10.${(n >>> 16) & 255}.${(n >>> 8) & 255}.${n & 255}`,
  ipv6: (n: number): string => `2001:db8::${groups(n)}`,
} as const;
