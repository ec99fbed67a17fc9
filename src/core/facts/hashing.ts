// The stable hash behind shard(n) and hash(n), so that an application in any language can compute the same.
// Deliberately not cryptographic: it spreads keys, it hides nothing.

const offsetBasis = 0x811c9dc5;
const prime = 0x01000193;

/**
 * FNV-1a, 32 bits, over the UTF-8 bytes of the text. Source: Fowler, Noll, Vo, "The FNV Non-Cryptographic Hash
 * Algorithm" (RFC 9923).
 */
export function fnv1a32(text: string): number {
  let hash = offsetBasis;
  for (const byte of utf8Bytes(text)) hash = Math.imul(hash ^ byte, prime);
  return hash >>> 0;
}

/** The UTF-8 bytes; a lone surrogate becomes U+FFFD, as encoders do. */
function utf8Bytes(text: string): readonly number[] {
  const bytes: number[] = [];
  for (const char of text) {
    const point = char.codePointAt(0) ?? 0;
    const code = point >= 0xd800 && point <= 0xdfff ? 0xfffd : point;
    if (code < 0x80) bytes.push(code);
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), tail(code));
    else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), tail(code >> 6), tail(code));
    else bytes.push(0xf0 | (code >> 18), tail(code >> 12), tail(code >> 6), tail(code));
  }
  return bytes;
}

const tail = (bits: number): number => 0x80 | (bits & 0x3f);
