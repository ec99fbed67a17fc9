// Renderings: templates whose placeholders are the caller's parameters, and their order in bytes.
// Deliberately compares by literals only; what two parameters may hold is the business of proofs.

import { printTemplate } from '../../syntax/print-template.ts';
import type { Literal, Placeholder, Template, TemplatePart } from '../../syntax/template.ts';
import { span } from '../../text/span.ts';
import type { Rendering } from './route.ts';

const nowhere = span(0, 0);

export const literal = (text: string): Literal => ({ kind: 'literal', text, span: nowhere });

export const parameter = (name: string, functions: Placeholder['functions'] = []): Placeholder => ({
  kind: 'placeholder',
  name,
  nameSpan: nowhere,
  functions,
  span: nowhere,
});

/** Neighbouring literals become one, so that equal renderings have equal parts. */
export function rendering(parts: readonly TemplatePart[]): Rendering {
  const merged: TemplatePart[] = [];
  for (const part of parts) {
    const last = merged.at(-1);
    if (part.kind === 'literal' && last?.kind === 'literal')
      merged[merged.length - 1] = literal(last.text + part.text);
    else if (part.kind !== 'literal' || part.text !== '') merged.push(part);
  }
  return { parts: merged, span: nowhere };
}

export const append = (base: Rendering, ...parts: readonly TemplatePart[]): Rendering =>
  rendering([...base.parts, ...parts]);

export const sameRendering = (a: Rendering, b: Rendering): boolean => printTemplate(a) === printTemplate(b);

/** Behind every value that begins with the same text: U+10FFFF is the last Unicode scalar value. */
export const last = literal('\u{10FFFF}');

function compareText(a: string, b: string): number {
  const x = [...a];
  const y = [...b];
  for (let i = 0; i < Math.min(x.length, y.length); i++) {
    const difference = (x[i]?.codePointAt(0) ?? 0) - (y[i]?.codePointAt(0) ?? 0);
    if (difference !== 0) return difference;
  }
  return x.length - y.length;
}

export type Comparison = 'before' | 'equal' | 'after' | 'unknown';

/** Which of two renderings comes first in UTF-8 bytes, whatever the parameters hold; unknown where that depends on them. */
export function compareRenderings(a: Rendering, b: Rendering): Comparison {
  for (let i = 0; ; i++) {
    const x = a.parts[i];
    const y = b.parts[i];
    if (x === undefined && y === undefined) return 'equal';
    // A parameter is never empty, so what goes on is longer and comes after.
    if (x === undefined) return 'before';
    if (y === undefined) return 'after';
    if (x.kind === 'placeholder' && y.kind === 'placeholder') {
      if (printTemplate(rendering([x])) !== printTemplate(rendering([y]))) return 'unknown';
      continue;
    }
    if (x.kind === 'placeholder' || y.kind === 'placeholder') return 'unknown';
    if (x.text === y.text) continue;
    const short = Math.min(x.text.length, y.text.length);
    const differ = x.text.slice(0, short) !== y.text.slice(0, short);
    const longerGoesOn = x.text.length < y.text.length ? a.parts.length > i + 1 : b.parts.length > i + 1;
    if (!differ && longerGoesOn) return 'unknown';
    return compareText(x.text, y.text) < 0 ? 'before' : 'after';
  }
}

/** The text that every value of the template begins with. */
export function leadingText(template: Template): string {
  const first = template.parts[0];
  return first?.kind === 'literal' ? first.text : '';
}

function trailingText(template: Template): string {
  const end = template.parts.at(-1);
  return end?.kind === 'literal' ? end.text : '';
}

const isPlain = (template: Template): boolean => template.parts.every((part) => part.kind === 'literal');

/** False only where literals show that no value of one can equal a value of the other. */
export function mayEqual(a: Template, b: Template): boolean {
  if (isPlain(a) && isPlain(b)) return leadingText(a) === leadingText(b);
  const [x, y] = [leadingText(a), leadingText(b)];
  if (!(x.startsWith(y) || y.startsWith(x))) return false;
  const [p, q] = [trailingText(a), trailingText(b)];
  return p.endsWith(q) || q.endsWith(p);
}
