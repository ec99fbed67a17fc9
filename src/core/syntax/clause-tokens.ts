// Cuts what follows the attribute of a clause into words, quoted texts, parameters, symbols and punctuation.
// Deliberately judges nothing: any text gives tokens, and no unit is lost but white space.
import { isSpace } from './scanner.ts';

export interface ClauseToken {
  readonly kind: 'word' | 'quoted' | 'parameter' | 'symbol' | 'punctuation';
  /** Decoded for quoted texts, without the colon for parameters, else as written. */
  readonly text: string;
  /** What a quoted text lacks: its end, or the right quotes. */
  readonly flaw?: 'unclosed' | 'double-quoted';
  readonly start: number;
  readonly end: number;
}

/** Characters that end an unquoted word: white space, those of the operators, and those that separate. */
const wordEnd = /[\s=<>!&|(),]/;

export function clauseTokens(source: string, from: number): readonly ClauseToken[] {
  const tokens: ClauseToken[] = [];
  let position = from;
  while (position < source.length) {
    if (isSpace(source[position])) {
      position++;
      continue;
    }
    const token = nextToken(source, position);
    tokens.push(token);
    position = token.end;
  }
  return tokens;
}

function nextToken(source: string, start: number): ClauseToken {
  const first = source[start] ?? '';
  if (first === "'" || first === '"') return quotedToken(source, start, first);
  if (/[(),]/.test(first)) return { kind: 'punctuation', text: first, start, end: start + 1 };
  if (/[=<>!&|]/.test(first)) {
    let end = start + 1;
    while (end < source.length && /[=<>!&|]/.test(source[end] ?? '')) end++;
    return { kind: 'symbol', text: source.slice(start, end), start, end };
  }
  let end = start + 1;
  while (end < source.length && !wordEnd.test(source[end] ?? '')) end++;
  if (first === ':') return { kind: 'parameter', text: source.slice(start + 1, end), start, end };
  return { kind: 'word', text: source.slice(start, end), start, end };
}

/** In quotes, a doubled quote is one. */
function quotedToken(source: string, start: number, quote: string): ClauseToken {
  let text = '';
  let position = start + 1;
  while (position < source.length) {
    if (source[position] === quote) {
      if (source[position + 1] !== quote) {
        const token = { kind: 'quoted', text, start, end: position + 1 } as const;
        return quote === '"' ? { ...token, flaw: 'double-quoted' } : token;
      }
      position++;
    }
    text += source[position];
    position++;
  }
  return { kind: 'quoted', text, flaw: 'unclosed', start, end: position };
}

/** True if the text, written without quotes, is read back as this one constant. */
export const isBareConstant = (text: string): boolean =>
  /^[^\s=<>!&|(),'":][^\s=<>!&|(),]*$/.test(text) && !text.startsWith('${');

/** The constant in single quotes. */
export const quoteConstant = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** True if the text can stand as the attribute of a clause. */
export const isClauseAttribute = (text: string): boolean =>
  /^[^\s=<>!&|(),'":][^\s=<>!&|(),'"]*$/.test(text) && !text.startsWith('${');
