// Terms: putting one in the place of a variable, and taking away what two have in common at their ends.
// Deliberately without search; step.ts decides what stands for what.
import type { Constraint, Term } from './problem.ts';

/** Neighbouring bytes become one, and empty ones nothing, so that equal terms have equal parts. */
export function term(parts: Iterable<string | number>): Term {
  const result: (string | number)[] = [];
  for (const part of parts) {
    const last = result.at(-1);
    if (typeof part === 'string' && typeof last === 'string') result[result.length - 1] = last + part;
    else if (part !== '') result.push(part);
  }
  return result;
}

export function replaceIn(where: Term, variable: number, by: Term): Term {
  return where.includes(variable) ? term(where.flatMap((part) => (part === variable ? by : [part]))) : where;
}

/** Without the first so many bytes of a term that begins with them. */
export function dropBytes([first, ...rest]: Term, count: number): Term {
  return typeof first === 'string' ? term([first.slice(count), ...rest]) : [];
}

/** How many bytes two texts begin with alike. */
export function commonLead(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) length++;
  return length;
}

function commonTail(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a.at(-1 - length) === b.at(-1 - length)) length++;
  return length;
}

/** Takes away what both sides begin with, and of an equation also what both end with. */
export function strip({ relation, left, right }: Constraint): Constraint {
  let [a, b] = [left, right];
  for (;;) {
    const [x, y] = [a[0], b[0]];
    if (x === undefined || y === undefined) break;
    if (x === y) [a, b] = [a.slice(1), b.slice(1)];
    else if (typeof x === 'string' && typeof y === 'string') {
      const common = commonLead(x, y);
      if (common === 0) break;
      [a, b] = [dropBytes(a, common), dropBytes(b, common)];
    } else break;
  }
  while (relation === '=') {
    const [x, y] = [a.at(-1), b.at(-1)];
    if (x === undefined || y === undefined) break;
    if (x === y) [a, b] = [a.slice(0, -1), b.slice(0, -1)];
    else if (typeof x === 'string' && typeof y === 'string') {
      const common = commonTail(x, y);
      if (common === 0) break;
      const shorter = (text: string): readonly string[] =>
        text.length > common ? [text.slice(0, text.length - common)] : [];
      [a, b] = [
        [...a.slice(0, -1), ...shorter(x)],
        [...b.slice(0, -1), ...shorter(y)],
      ];
    } else break;
  }
  return a === left && b === right ? { relation, left, right } : { relation, left: a, right: b };
}
