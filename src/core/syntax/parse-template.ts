// Reads a key template: `ORDER#${orderId | pad(10)}`. Any text gives a template, and says what is wrong with it.
// Deliberately knows no attributes and no functions: that a name exists is for the model to say.
import { isSpace, report, type Scanner, scanFunctionCalls, scanner, spanIn, trimmed } from './scanner.ts';
import type { Literal, OffsetMap, Parsed, Placeholder, Template, TemplatePart } from './template.ts';

/**
 * Parses the decoded text of a scalar. In a run of `$` directly before `{` every `$$` stands for one `$`: so `$${`
 * is a literal `${`, and `$$${id}` a literal `$` before a placeholder. A `$` anywhere else is itself.
 */
export function parseTemplate(source: string, at: OffsetMap): Parsed<Template> {
  const s = scanner(source, at);
  const parts: TemplatePart[] = [];
  while (s.position < source.length) {
    const literal = scanLiteral(s);
    if (literal !== undefined) parts.push(literal);
    if (s.position < source.length) parts.push(scanPlaceholder(s));
  }
  return { value: { parts, span: spanIn(s, 0, source.length) }, problems: s.problems };
}

/** Reads up to the next placeholder. */
function scanLiteral(s: Scanner): Literal | undefined {
  const start = s.position;
  let text = '';
  while (s.position < s.source.length) {
    const dollar = s.source.indexOf('$', s.position);
    const run = dollar === -1 ? s.source.length : dollar;
    text += s.source.slice(s.position, run);
    s.position = run;
    const dollars = countDollars(s.source, run);
    if (dollars === 0) break;
    if (s.source[run + dollars] !== '{') {
      text += s.source.slice(run, run + dollars);
      s.position += dollars;
      continue;
    }
    text += '$'.repeat(dollars >> 1);
    s.position += dollars - (dollars % 2);
    if (dollars % 2 === 1) break;
    text += '{';
    s.position++;
  }
  if (s.position === start) return undefined;
  return { kind: 'literal', text, span: spanIn(s, start, s.position) };
}

function countDollars(source: string, from: number): number {
  let position = from;
  while (source[position] === '$') position++;
  return position - from;
}

/** Reads from `${` to its `}`; without one, to the next `${` or the end. */
function scanPlaceholder(s: Scanner): Placeholder {
  const { source } = s;
  const start = s.position;
  const inner = start + 2;
  const next = source.indexOf('${', inner);
  const inside = source.slice(inner, next === -1 ? source.length : next);
  const brace = inside.indexOf('}');
  const closed = brace !== -1;
  const limit = inner + (closed ? brace : inside.length);
  const end = closed ? limit + 1 : limit;

  const bar = inside.indexOf('|');
  const nameLimit = bar === -1 ? limit : Math.min(inner + bar, limit);
  const name = trimmed(source, inner, nameLimit);
  checkName(s, name.start, name.end, { start, end });
  s.position = nameLimit;
  const functions = [...scanFunctionCalls(s, limit)];
  while (s.position < limit) {
    skipStray(s, limit);
    functions.push(...scanFunctionCalls(s, limit));
  }
  if (!closed) {
    report(s, 'template/unclosed-placeholder', 'A } is missing: this ${ is never closed.', start, end);
  }
  s.position = end;
  return {
    kind: 'placeholder',
    name: source.slice(name.start, name.end),
    nameSpan: spanIn(s, name.start, name.end),
    functions,
    span: spanIn(s, start, end),
  };
}

function checkName(s: Scanner, start: number, end: number, whole: { start: number; end: number }): void {
  if (start === end) {
    const message = 'A placeholder must name an attribute, such as ${orderId}.';
    report(s, 'template/empty-placeholder', message, whole.start, whole.end);
    return;
  }
  const name = s.source.slice(start, end);
  const turned = pipeOfCall(name);
  if (turned !== undefined) {
    const message = `A function stands behind the attribute: \${${turned}}.`;
    report(s, 'template/call', message, start, end, turned);
    return;
  }
  let space = start;
  while (space < end && !isSpace(s.source[space])) space++;
  if (space === end) return;
  const rest = trimmed(s.source, space, end);
  const call = s.source.slice(rest.start, rest.end);
  const piped = `${s.source.slice(start, space)} | ${call}`;
  const message = `An attribute's name has no spaces. A function comes after a |: \${${piped}}.`;
  const looksLikeCall = /^[\w-]+(\([^()]*\)?)?$/.test(call);
  report(s, 'template/space-in-name', message, start, end, looksLikeCall ? piped : undefined);
}

/** `email | lower` of `lower(email)`, as functions are called elsewhere; undefined for any other text. */
function pipeOfCall(text: string): string | undefined {
  const [, called, attribute, args] = /^([a-z]\w*)\(\s*([\w-]+)\s*(?:,([^()]*))?\)$/i.exec(text) ?? [];
  if (called === undefined || attribute === undefined) return undefined;
  return `${attribute} | ${called}${args === undefined ? '' : `(${args.trim()})`}`;
}

function skipStray(s: Scanner, limit: number): void {
  const start = s.position;
  while (s.position < limit && s.source[s.position] !== '|') s.position++;
  const stray = trimmed(s.source, start, s.position);
  const text = s.source.slice(stray.start, stray.end);
  const message = `"${text}" does not belong here: after a function comes | and the next function, or }.`;
  report(s, 'template/stray', message, stray.start, stray.end);
}
