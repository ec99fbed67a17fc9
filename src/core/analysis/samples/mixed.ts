// The choices of the sample generator: numbers that look like chance and are a function of names.
// Deliberately without state, so that one value never depends on how many were made before it.
import { fnv1a32 } from '../../facts/hashing.ts';

/** 32 bits of the text, spread also where texts differ in their last character only. */
export function mixed(text: string): number {
  let bits = fnv1a32(text);
  bits = Math.imul(bits ^ (bits >>> 16), 0x7feb352d);
  bits = Math.imul(bits ^ (bits >>> 15), 0x846ca68b);
  return (bits ^ (bits >>> 16)) >>> 0;
}

/** The numbers 0 to n-1 in an order that the seed tells. */
export function shuffled(n: number, seed: string): readonly number[] {
  return Array.from({ length: n }, (_, index) => ({ index, rank: mixed(`${seed}/${index}`) }))
    .sort((a, b) => a.rank - b.rank || a.index - b.index)
    .map(({ index }) => index);
}
