// Helpers for the tests of the small languages: texts to try, and the claim that every span lies in the text.
// Deliberately asserts nothing about meaning.
import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import type { OffsetMap } from '../../../src/core/syntax/template.ts';
import type { Span } from '../../../src/core/text/span.ts';

export const asWritten: OffsetMap = (index) => index;

/** Any text, and texts made of what the languages treat specially. */
export const anyText = (tokens: readonly string[]): fc.Arbitrary<string> =>
  fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(fc.constantFrom(...tokens), { maxLength: 12 }).map((parts) => parts.join('')),
  );

/** Every span anywhere in the value, however deep. */
export function spansIn(value: unknown): readonly Span[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'start' in value && 'end' in value ? [value as Span] : [];
  return [...own, ...Object.values(value).flatMap(spansIn)];
}

export function assertSpansInside(value: unknown, length: number): void {
  for (const { start, end } of spansIn(value)) {
    assert.ok(0 <= start && start <= end && end <= length, `${start}..${end} is outside 0..${length}`);
  }
}

/** The value without its places, to compare what two texts mean. */
export function withoutSpans(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutSpans);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !/span$/i.test(key))
      .map(([key, inner]) => [key, withoutSpans(inner)]),
  );
}

/** Code, text and suggestion of each problem: `template/stray "x" -> y`. */
export const summary = (
  source: string,
  problems: readonly { code: string; span: Span; suggestion?: string }[],
): readonly string[] =>
  problems.map(({ code, span, suggestion }) => {
    const quoted = JSON.stringify(source.slice(span.start, span.end));
    return `${code} ${quoted}${suggestion === undefined ? '' : ` -> ${suggestion}`}`;
  });
