// Reads the values of a clause: `PLACED or HELD`, `1 and 9`, `:followed`, `'New York'`.
// Deliberately gives no value a type: that `50` is a number is for the attribute to say.
import type { Operand, Operator } from './clause.ts';
import { type ClauseToken, isBareConstant, quoteConstant } from './clause-tokens.ts';
import { report, type Scanner, spanIn } from './scanner.ts';

export interface ValueContext {
  readonly attribute: string;
  /** The parameter meant where no value is written. */
  readonly implied: Operand;
  readonly operator: Operator;
}

/** One token as a value; says what is wrong with its quotes or its name. */
export function readConstant(s: Scanner, token: ClauseToken): Operand {
  const { start, end, text } = token;
  const at = spanIn(s, start, end);
  if (token.kind === 'parameter') {
    if (text === '') {
      report(s, 'clause/empty-parameter', 'A name must follow the colon, such as :followed.', start, end);
    }
    return { kind: 'parameter', name: text, span: at };
  }
  if (token.flaw === 'unclosed') {
    const message = 'The closing quote is missing.';
    report(s, 'clause/unclosed-quote', message, start, end, quoteConstant(text));
  } else if (token.flaw === 'double-quoted') {
    report(
      s,
      'clause/double-quotes',
      'Values are written in single quotes.',
      start,
      end,
      quoteConstant(text),
    );
  }
  if (token.kind === 'word' && text.startsWith('${')) {
    const name = /^\$\{([^{}]+)\}$/.exec(text)?.[1];
    const message = 'A value that the caller gives is written :name.';
    report(s, 'clause/placeholder', message, start, end, name === undefined ? undefined : `:${name}`);
    if (name !== undefined) return { kind: 'parameter', name, span: at };
  }
  return { kind: 'constant', text, quoted: token.kind === 'quoted', span: at };
}

export function readValues(
  s: Scanner,
  context: ValueContext,
  tokens: readonly ClauseToken[],
): readonly Operand[] {
  const { operator } = context;
  const first = tokens[0];
  const last = tokens.at(-1);
  if (operator === 'exists' || operator === 'not-exists') {
    if (first !== undefined && last !== undefined) reportRest(s, first, last, `Nothing follows ${operator}`);
    return [];
  }
  if (first === undefined || last === undefined) return [context.implied];
  if (operator === 'between') return readBounds(s, context, tokens);
  return readAlternatives(s, context, tokens);
}

/** The tokens of one value, and the word that ended them. */
interface Chunk {
  readonly tokens: readonly ClauseToken[];
  readonly separator: ClauseToken | undefined;
}

const isSeparator = (token: ClauseToken): boolean =>
  (token.kind === 'word' && /^(or|and)$/i.test(token.text)) ||
  (token.kind === 'symbol' && /^(\|\||&&)$/.test(token.text));

/** A separator needs a value before it, so `state = OR` is Oregon. */
function chunksOf(tokens: readonly ClauseToken[]): readonly Chunk[] {
  const chunks: Chunk[] = [];
  let current: ClauseToken[] = [];
  for (const token of tokens) {
    if (current.length > 0 && isSeparator(token)) {
      chunks.push({ tokens: current, separator: token });
      current = [];
    } else {
      current.push(token);
    }
  }
  chunks.push({ tokens: current, separator: undefined });
  return chunks;
}

function readBounds(s: Scanner, context: ValueContext, tokens: readonly ClauseToken[]): readonly Operand[] {
  const chunks = chunksOf(tokens);
  const [low, high, more] = chunks;
  const only = low?.tokens.filter((token) => token.kind !== 'punctuation') ?? [];
  if (chunks.length === 1 && only.length === 2) {
    const texts = only.map((token) => s.source.slice(token.start, token.end));
    const [start, end] = extent(tokens);
    report(s, 'clause/between', 'The two bounds are joined by and.', start, end, texts.join(' and '));
    return only.map((token) => readConstant(s, token));
  }
  if (low?.separator !== undefined) expectSeparator(s, low.separator, 'and');
  if (high?.separator !== undefined && more !== undefined) {
    const last = more.tokens.at(-1) ?? high.separator;
    reportRest(s, high.separator, last, 'between has two bounds');
  }
  if (high === undefined || high.tokens.length === 0) {
    const [start, end] = extent(tokens);
    const message = 'between needs two bounds, such as 1 and 9; without any they are parameters.';
    report(s, 'clause/between', message, start, end);
  }
  return [low, high].flatMap((chunk) =>
    chunk === undefined || chunk.tokens.length === 0 ? [] : [readChunk(s, context, chunk.tokens)],
  );
}

function readAlternatives(
  s: Scanner,
  context: ValueContext,
  tokens: readonly ClauseToken[],
): readonly Operand[] {
  const operands: Operand[] = [];
  for (const { tokens: chunk, separator } of chunksOf(tokens)) {
    if (chunk.length === 0) break;
    operands.push(readChunk(s, context, chunk));
    if (separator === undefined) return operands;
    if (/^(and|&&)$/i.test(separator.text)) {
      const message =
        'A clause speaks of one attribute; write several as a list: [storeId, status = PLACED]. A value that contains "and" needs quotes.';
      report(s, 'clause/joined', message, separator.start, separator.end);
      return operands;
    }
    expectSeparator(s, separator, 'or');
    if (!allowsAlternatives(context.operator)) {
      const message = `Alternatives are for =, begins_with and contains, not for ${context.operator}.`;
      report(s, 'clause/alternatives', message, separator.start, separator.end);
    }
  }
  const last = tokens.at(-1);
  if (last !== undefined) {
    report(s, 'clause/missing-value', 'A value must follow.', last.start, last.end);
  }
  return operands;
}

const allowsAlternatives = (operator: Operator): boolean =>
  operator === '=' || operator === 'begins_with' || operator === 'contains';

function expectSeparator(s: Scanner, token: ClauseToken, word: 'and' | 'or'): void {
  if (token.kind === 'word' && token.text === word) return;
  report(s, 'clause/separator', `Between the values stands ${word}.`, token.start, token.end, word);
}

/** The value that these tokens mean, one in a right clause. */
function readChunk(s: Scanner, context: ValueContext, tokens: readonly ClauseToken[]): Operand {
  const first = tokens[0];
  const [start, end] = extent(tokens);
  if (first === undefined) return context.implied;
  if (tokens.length === 1 && (first.kind === 'quoted' || first.kind === 'parameter'))
    return readConstant(s, first);
  if (tokens.length === 1 && first.kind === 'word') return readConstant(s, first);

  const [, second, third] = tokens;
  if (first.kind === 'word' && second?.kind === 'symbol') return repeatedClause(s, context, tokens, third);
  if (first.kind === 'quoted' || first.kind === 'parameter') {
    if (second !== undefined) reportRest(s, second, tokens.at(-1) ?? second, 'A value stands alone');
    return readConstant(s, first);
  }
  const text = s.source.slice(start, end);
  report(s, 'clause/needs-quotes', ...quotingAdvice(context.operator, text, start, end));
  return { kind: 'constant', text, quoted: false, span: spanIn(s, start, end) };
}

function quotingAdvice(
  operator: Operator,
  text: string,
  start: number,
  end: number,
): [message: string, start: number, end: number, suggestion: string] {
  if (/^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(text)) {
    return ['A number is written without separators.', start, end, text.replaceAll(',', '')];
  }
  const values = text
    .replace(/^\(|\)$/g, '')
    .split(',')
    .map((value) => value.trim());
  if (values.length > 1 && values.every(isBareConstant) && allowsAlternatives(operator)) {
    return ['Alternatives are joined by or.', start, end, values.join(' or ')];
  }
  return ['A value with spaces or signs in it needs single quotes.', start, end, quoteConstant(text)];
}

/** `status = PLACED or status = HELD`. */
function repeatedClause(
  s: Scanner,
  context: ValueContext,
  tokens: readonly ClauseToken[],
  value: ClauseToken | undefined,
): Operand {
  const [start, end] = extent(tokens);
  const same =
    tokens.length === 3 && tokens[0]?.text === context.attribute && tokens[1]?.text === context.operator;
  const operand = value === undefined ? context.implied : readConstant(s, value);
  if (same && value !== undefined) {
    const message = 'The attribute and its operator are written once: status = PLACED or HELD.';
    report(s, 'clause/repeated-attribute', message, start, end, s.source.slice(value.start, value.end));
    return operand;
  }
  const text = s.source.slice(start, end);
  const message = 'A clause speaks of one attribute. A value with signs in it needs single quotes.';
  report(s, 'clause/needs-quotes', message, start, end, quoteConstant(text));
  return { kind: 'constant', text, quoted: false, span: spanIn(s, start, end) };
}

function reportRest(s: Scanner, first: ClauseToken, last: ClauseToken, why: string): void {
  const text = s.source.slice(first.start, last.end);
  report(s, 'clause/stray', `${why}; "${text}" does not belong here.`, first.start, last.end);
}

function extent(tokens: readonly ClauseToken[]): [start: number, end: number] {
  const start = tokens[0]?.start ?? 0;
  return [start, tokens.at(-1)?.end ?? start];
}
