// Reads a clause: `status = PLACED or HELD`, `placedAt between`, `createdAt | date(yyyy-MM)`.
// Deliberately knows no entities; the values are read by clause-values.ts.
import type { Span } from '../text/span.ts';
import { type Clause, type Operand, type Operator, operators } from './clause.ts';
import { type FoundOperator, nearestOperator, operatorAt, operatorOfWords } from './clause-operators.ts';
import { type ClauseToken, clauseTokens } from './clause-tokens.ts';
import { readConstant, readValues, type ValueContext } from './clause-values.ts';
import { report, type Scanner, scanFunctionCalls, scanner, spanIn, trimmed } from './scanner.ts';
import type { FunctionCall, OffsetMap, Parsed } from './template.ts';

/**
 * Parses the decoded text of a scalar; undefined only where there is nothing to read. The first word is the
 * attribute, whatever it is, so an attribute may be named like an operator (`contains = 5`); only `exists` and
 * `not-exists` alone speak of the whole item, and an attribute of that name is written with its operator (`exists =`).
 * A parameter that is not written has the span of the attribute. `between` without values has one such parameter,
 * which stands for both bounds. A word directly after an operator, or after `or` and `and`, is always a value.
 */
export function parseClause(source: string, at: OffsetMap): Parsed<Clause | undefined> {
  const s = scanner(source, at);
  return { value: readClause(s), problems: s.problems };
}

function readClause(s: Scanner): Clause | undefined {
  const { source } = s;
  const whole = trimmed(source, 0, source.length);
  if (whole.start === whole.end) {
    report(s, 'clause/empty', 'Here belongs a clause, such as status = PLACED.', 0, source.length);
    return undefined;
  }
  const itself = wholeItem(s, whole);
  if (itself !== undefined) return itself;

  const attribute = readAttribute(s, whole);
  s.position = attribute.end;
  const opening = clauseTokens(source, s.position)[0];
  if (opening?.text === '(' && opening.kind === 'punctuation' && attribute.text !== '') {
    return readCall(s, attribute.text, whole);
  }
  // A doubled bar is somebody's "or", never the start of a function.
  const double = source.indexOf('||', s.position);
  const functions = scanFunctionCalls(s, double === -1 ? source.length : double);
  const tokens = clauseTokens(source, s.position);
  const head = {
    attribute: attribute.text,
    attributeSpan: spanIn(s, attribute.start, attribute.end),
    functions,
    span: spanIn(s, whole.start, whole.end),
  };
  return readTail(s, head, tokens);
}

interface Head {
  readonly attribute: string;
  readonly attributeSpan: Span;
  readonly functions: readonly FunctionCall[];
  readonly span: Span;
}

/** `exists` or `not-exists` alone. */
function wholeItem(s: Scanner, whole: { start: number; end: number }): Clause | undefined {
  const text = s.source.slice(whole.start, whole.end);
  const meant = /^(not[\s_-]?exists?|exists)$/i.test(text) ? operatorOfWords(text) : undefined;
  if (meant === undefined) return undefined;
  if (text !== meant) {
    const message = `For the whole item this is written ${meant}.`;
    report(s, 'clause/operator-spelling', message, whole.start, whole.end, meant);
  }
  const span = spanIn(s, whole.start, whole.end);
  return {
    attribute: '',
    attributeSpan: spanIn(s, whole.start, whole.start),
    functions: [],
    operator: meant,
    operatorSpan: span,
    operands: [],
    span,
  };
}

function readAttribute(
  s: Scanner,
  whole: { start: number; end: number },
): { text: string; start: number; end: number } {
  const { source } = s;
  const start = whole.start;
  const placeholder = /^\$\{\s*([^\s{}|]+)\s*\}/.exec(source.slice(start));
  if (placeholder?.[1] !== undefined) {
    const end = start + placeholder[0].length;
    const nameStart = source.indexOf(placeholder[1], start + 2);
    const message = 'A clause names the attribute itself, without ${ }.';
    report(s, 'clause/placeholder', message, start, end, placeholder[1]);
    return { text: placeholder[1], start: nameStart, end };
  }
  if (source[start] === "'" || source[start] === '"') {
    const token = clauseTokens(source, start)[0];
    const end = token?.end ?? start + 1;
    const message = 'A clause begins with an attribute; only values are written in quotes.';
    report(s, 'clause/quoted-attribute', message, start, end, token?.text);
    return { text: token?.text ?? '', start, end };
  }
  let end = start;
  while (end < whole.end && !/[\s=<>!&|(),'"]/.test(source[end] ?? '')) end++;
  if (end === start) {
    const message = 'A clause begins with an attribute, such as status = PLACED.';
    report(s, 'clause/missing-attribute', message, start, Math.max(start + 1, end));
  } else if (source[start] === ':') {
    const name = source.slice(start + 1, end);
    const message = 'A clause begins with an attribute; a parameter is its value: username = :followed.';
    report(s, 'clause/parameter-first', message, start, end, name === '' ? undefined : name);
    return { text: name, start: start + 1, end };
  }
  return { text: source.slice(start, end), start, end };
}

function readTail(s: Scanner, head: Head, tokens: readonly ClauseToken[]): Clause {
  const implied: Operand = { kind: 'parameter', name: head.attribute, span: head.attributeSpan };
  const first = tokens[0];
  const last = tokens.at(-1);
  if (first === undefined || last === undefined) {
    return { ...head, operator: '=', operatorSpan: undefined, operands: [implied] };
  }
  const inList = first.kind === 'word' && first.text.toLowerCase() === 'in' && tokens.length > 1;
  const found = inList ? ({ operator: '=', length: 1, exact: false } as const) : operatorAt(tokens, 0);
  if (found === undefined) return withoutOperator(s, head, implied, first, last);

  const end = tokens[found.length - 1]?.end ?? first.end;
  if (inList) reportInList(s, tokens, first.start, last.end);
  else reportSpelling(s, found, first.start, end);
  const values = inList
    ? tokens.slice(1).filter((token) => token.kind !== 'punctuation')
    : tokens.slice(found.length);
  const context: ValueContext = { attribute: head.attribute, implied, operator: found.operator };
  const operands = inList ? values.map((token) => readConstant(s, token)) : readValues(s, context, values);
  return { ...head, operator: found.operator, operatorSpan: spanIn(s, first.start, end), operands };
}

function reportSpelling(s: Scanner, found: FoundOperator, start: number, end: number): void {
  if (found.exact) return;
  const message = `This operator is written ${found.operator}.`;
  report(s, 'clause/operator-spelling', message, start, end, found.operator);
}

function reportInList(s: Scanner, tokens: readonly ClauseToken[], start: number, end: number): void {
  const texts = tokens.slice(1).filter((token) => token.kind !== 'punctuation');
  const values = texts.map((token) => s.source.slice(token.start, token.end)).join(' or ');
  const message = 'There is no IN; write the values with or between them.';
  report(s, 'clause/operator-spelling', message, start, end, values === '' ? undefined : `= ${values}`);
}

function withoutOperator(
  s: Scanner,
  head: Head,
  implied: Operand,
  first: ClauseToken,
  last: ClauseToken,
): Clause {
  const clause: Clause = { ...head, operator: '=', operatorSpan: undefined, operands: [implied] };
  const joins = /^(and|or|&&|\|\|)$/i.test(first.text) && first.kind !== 'quoted';
  if (joins) {
    const message =
      'A clause speaks of one attribute; write several clauses as a list: [storeId, status = PLACED].';
    report(s, 'clause/joined', message, first.start, first.end);
    return clause;
  }
  if (first.kind === 'symbol' || first.kind === 'punctuation' || first !== last) {
    const message = `"${first.text}" is no operator; there are ${operators.join(', ')}.`;
    report(s, 'clause/unknown-operator', message, first.start, first.end, nearestOperator(first.text));
    return clause;
  }
  const value = s.source.slice(first.start, last.end);
  const message = 'An operator is missing before the value.';
  report(s, 'clause/missing-operator', message, first.start, last.end, `= ${value}`);
  return { ...clause, operands: [readConstant(s, first)] };
}

/** DynamoDB's own expressions: `attribute_not_exists(x)`, `begins_with(a, :b)`. */
function readCall(s: Scanner, name: string, whole: { start: number; end: number }): Clause {
  const { source } = s;
  const tokens = clauseTokens(source, whole.start);
  const inner = tokens.slice(2).filter((token) => token.kind !== 'punctuation');
  const subject = inner[0];
  const values = inner.slice(1);
  const operator: Operator | undefined = operatorOfWords(name);
  const nameSpan = spanIn(s, whole.start, whole.start + name.length);
  const takes = operator === 'begins_with' || operator === 'contains' ? 1 : 0;
  const attribute = subject?.text ?? '';
  const attributeSpan = subject === undefined ? nameSpan : spanIn(s, subject.start, subject.end);
  const known = operator === 'exists' || operator === 'not-exists' || takes === 1;
  const fits = known && subject?.kind === 'word' && values.length === takes && tokens.at(-1)?.text === ')';
  const written = values.map((token) => ` ${source.slice(token.start, token.end)}`).join('');
  const suggestion = fits ? `${attribute} ${operator}${written}` : undefined;
  const message = fits
    ? `A clause begins with the attribute: ${suggestion}.`
    : `${name}(…) is no clause; write the attribute, an operator and a value.`;
  report(s, 'clause/call', message, whole.start, whole.end, suggestion);
  const operands = values.slice(0, takes).map((token) => readConstant(s, token));
  const implied: Operand = { kind: 'parameter', name: attribute, span: attributeSpan };
  const meant = known && operator !== undefined ? operator : '=';
  const valueless = meant === 'exists' || meant === 'not-exists';
  return {
    attribute,
    attributeSpan,
    functions: [],
    operator: meant,
    operatorSpan: known ? nameSpan : undefined,
    operands: valueless ? [] : operands.length > 0 ? operands : [implied],
    span: spanIn(s, whole.start, whole.end),
  };
}
