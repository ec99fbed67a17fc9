// Sort keys whose order surprises: numbers that stand as text, so that 10 comes before 9.
// Deliberately looks at what is there and proves nothing: rules prove, this points.

export interface OrderBreak {
  /** The number that comes first in bytes, and the smaller one behind it. */
  readonly first: string;
  readonly second: string;
}

/** A number that is a part of a key by itself: `POINTS#9#ann`, not `a9` and not the decimals of `1.25`. */
const numberAt = (text: string, start: number): string | undefined =>
  /(?<![\p{L}\p{N}.])\d*$/u.test(text.slice(0, start))
    ? /^\d+(?![\p{L}\p{N}])/u.exec(text.slice(start))?.[0]
    : undefined;

/** Of two neighbouring keys in byte order, the numbers that are the other way round; undefined where all is well. */
export function orderBreak(before: string, after: string): OrderBreak | undefined {
  let same = 0;
  while (same < before.length && before[same] === after[same]) same++;
  // The numbers begin where the digits that both have in common begin.
  while (/\d/.test(before[same - 1] ?? '')) same--;
  const [first, second] = [numberAt(before, same), numberAt(after, same)];
  if (first === undefined || second === undefined) return undefined;
  // Of the same length, their order as text is that of the numbers. Leading zeros are someone's padding.
  if (first.length === second.length || first.startsWith('0') || second.startsWith('0')) return undefined;
  return BigInt(first) > BigInt(second) ? { first, second } : undefined;
}
