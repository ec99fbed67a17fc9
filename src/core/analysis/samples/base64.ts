// Binary values to and from base64, as people write and read them.
// Deliberately lenient: characters outside the alphabet are passed over.

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

export function base64Bytes(text: string): Uint8Array {
  const bytes: number[] = [];
  let bits = 0;
  let held = 0;
  for (const char of text) {
    const value = alphabet.indexOf(char);
    if (value < 0) continue;
    bits = ((bits << 6) | value) & 0xffff;
    held += 6;
    if (held < 8) continue;
    held -= 8;
    bytes.push((bits >> held) & 0xff);
  }
  return Uint8Array.from(bytes);
}

export function base64Text(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const three = [bytes[i], bytes[i + 1], bytes[i + 2]];
    const bits = three.reduce<number>((all, byte) => (all << 8) | (byte ?? 0), 0);
    const known = three.filter((byte) => byte !== undefined).length;
    for (let j = 0; j < 4; j++) text += j <= known ? alphabet[(bits >> (18 - j * 6)) & 63] : '=';
  }
  return text;
}
