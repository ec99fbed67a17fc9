// Ranges of code points as sequences of byte ranges: U+0800 to U+FFFF is three bytes, each within bounds.
// Deliberately only splits; surrogates are the caller's to leave out.

export type ByteRange = readonly [low: number, high: number];

/** The largest code point of one, two, three and four bytes. */
const lasts = [0x7f, 0x7ff, 0xffff, 0x10ffff] as const;
const leads = [0x00, 0xc0, 0xe0, 0xf0] as const;

function encode(code: number, length: number): readonly number[] {
  const bytes: number[] = [];
  let rest = code;
  for (let i = 1; i < length; i++) {
    bytes.unshift(0x80 | (rest & 0x3f));
    rest >>= 6;
  }
  return [(leads[length - 1] ?? 0) | rest, ...bytes];
}

/** Every sequence stands for the words whose bytes lie in its ranges; together they are the code points given. */
export function utf8Ranges(low: number, high: number): readonly (readonly ByteRange[])[] {
  const result: (readonly ByteRange[])[] = [];
  let from = low;
  for (const [index, last] of lasts.entries()) {
    if (from > last || from > high) continue;
    const to = Math.min(high, last);
    split(from, to, index + 1, result);
    from = to + 1;
  }
  return result;
}

/** Splits where the continuation bytes do not run over their whole range. */
function split(low: number, high: number, length: number, result: (readonly ByteRange[])[]): void {
  for (let i = 1; i < length; i++) {
    const mask = (1 << (6 * i)) - 1;
    if ((low & ~mask) === (high & ~mask)) continue;
    if ((low & mask) !== 0) {
      split(low, low | mask, length, result);
      split((low | mask) + 1, high, length, result);
      return;
    }
    if ((high & mask) !== mask) {
      split(low, (high & ~mask) - 1, length, result);
      split(high & ~mask, high, length, result);
      return;
    }
  }
  const [first, last] = [encode(low, length), encode(high, length)];
  result.push(first.map((byte, i): ByteRange => [byte, last[i] ?? byte]));
}
