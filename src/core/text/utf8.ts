// UTF-8: the length of a text, which is what DynamoDB counts, and its bytes, by which DynamoDB orders keys.
// Deliberately without TextEncoder, so that no bytes are made only to be counted.

export function utf8Length(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  }
  return bytes;
}

/** The bytes of the text, each as one character of U+0000 to U+00FF. */
export function toBytes(text: string): string {
  let bytes = '';
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    if (point < 0x80) bytes += character;
    else if (point < 0x800) bytes += String.fromCharCode(0xc0 | (point >> 6), continuation(point));
    else if (point < 0x10000)
      bytes += String.fromCharCode(0xe0 | (point >> 12), continuation(point >> 6), continuation(point));
    else
      bytes += String.fromCharCode(
        0xf0 | (point >> 18),
        continuation(point >> 12),
        continuation(point >> 6),
        continuation(point),
      );
  }
  return bytes;
}

const continuation = (bits: number): number => 0x80 | (bits & 0x3f);

/** The text of bytes as `toBytes` gives them; undefined where they are not UTF-8. */
export function fromBytes(bytes: string): string | undefined {
  try {
    return decodeURIComponent(
      [...bytes].map((byte) => `%${byte.charCodeAt(0).toString(16).padStart(2, '0')}`).join(''),
    );
  } catch {
    return undefined;
  }
}
