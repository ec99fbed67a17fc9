// Reads how many items there are: `1M`, `20 per Customer`, `8 per recipientId`.
// Deliberately does not know whether the name is an entity or an attribute.
import type { Spanned } from '../text/span.ts';
import { spanned } from '../text/span.ts';
import { parseAmount } from './quantity.ts';
import { report, scanner, spanIn, trimmed } from './scanner.ts';
import type { OffsetMap, Parsed } from './template.ts';

export interface Count {
  /** Items in all, or of each `per`. */
  readonly mean: number;
  readonly per: Spanned<string> | undefined;
}

/** Undefined where there is no amount to go by. */
export function parseCount(source: string, at: OffsetMap): Parsed<Count | undefined> {
  const s = scanner(source, at);
  const whole = trimmed(source, 0, source.length);
  const per = /\sper(?=\s|$)/.exec(source.slice(whole.start, whole.end));
  const perStart = per === null ? whole.end : whole.start + per.index + 1;
  const amountEnd = trimmed(source, whole.start, perStart).end;
  const text = source.slice(whole.start, amountEnd);
  const mean = parseAmount(text);
  if (mean === undefined) {
    const grouped = /^\d{1,3}([,_ ']\d{3})+$/.test(text);
    const message = grouped
      ? 'A number is written without separators.'
      : 'A number of items is written such as 1M, 900k, or 20 per Customer.';
    const suggestion = grouped ? text.replace(/\D/g, '') : undefined;
    report(s, 'count/amount', message, whole.start, amountEnd, suggestion);
    return { value: undefined, problems: s.problems };
  }
  if (per === null) return { value: { mean, per: undefined }, problems: s.problems };
  const perEnd = perStart + 'per'.length;
  const name = trimmed(source, perEnd, whole.end);
  if (name.start === name.end) {
    report(s, 'count/missing-name', 'After per comes an entity or an attribute.', perStart, perEnd);
    return { value: { mean, per: undefined }, problems: s.problems };
  }
  const span = spanIn(s, name.start, name.end);
  const value = { mean, per: spanned(source.slice(name.start, name.end), span) };
  return { value, problems: s.problems };
}
