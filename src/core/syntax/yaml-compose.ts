// Runs the `yaml` package over a text: one document, its problems under our codes, and every comment.
// Deliberately judges nothing and repairs nothing; yaml-recovery.ts does, and yaml-tree.ts makes plain data of it.
import { Composer, CST, type Document, Lexer, Parser, type YAMLError } from 'yaml';
import type { TextEdit } from '../text/edit.ts';
import { type Span, span } from '../text/span.ts';
import type { Comment } from './tree.ts';
import { contentEnd, contentFrom, isBlank, trimmedLineEnd } from './yaml-lines.ts';
import { problemCode } from './yaml-problems.ts';

/** A problem before it has a message; several may speak of one cause. */
export interface RawProblem {
  readonly code: string;
  readonly span: Span;
  /** For brackets left open: where they have to be closed, and by what. */
  readonly close?: TextEdit;
}

export interface Composed {
  /** The first document; undefined where the text was too deep to be read. */
  readonly document: Document | undefined;
  /** In the order of the text. */
  readonly problems: readonly RawProblem[];
  readonly comments: readonly Comment[];
}

/** No model nests deeper than about ten; the limit keeps every recursive walk of the tree away from the stack's end. */
const maxDepth = 100;

/** A text of nothing but brackets has an error for each. */
const maxErrors = 1000;

/** Control characters which the lexer uses as marks of its own would shift all offsets behind them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are the subject.
const lexerMarks = /[\x02\x18\x1f]/g;

/** Offsets are those of `text`; spans lie inside it. */
export function compose(text: string): Composed {
  const parser = new Parser();
  const composer = new Composer({
    schema: 'core',
    resolveKnownTags: false,
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
  });
  const documents: Document[] = [];
  const comments: Comment[] = [];
  const problems: RawProblem[] = [];
  const depth = depthMeter();
  const brackets = openBrackets();
  let offset = 0;
  let isScalar = false;
  for (const lexeme of new Lexer().lex(text.replace(lexerMarks, '\ufffd'))) {
    if (lexeme === CST.SCALAR && !isScalar) {
      isScalar = true;
    } else {
      if (!isScalar) {
        if (lexeme.startsWith('#')) {
          comments.push({ text: lexeme.slice(1), span: span(offset, offset + lexeme.length) });
        } else if (isUnclosed(lexeme)) {
          const line = /^[^\r\n]*/.exec(lexeme)?.[0].length ?? 1;
          problems.push({ code: 'unclosed-quote', span: span(offset, offset + line) });
        }
        if (depth(lexeme) > maxDepth) {
          problems.push({ code: 'too-deep', span: span(offset, offset + lexeme.length) });
          return { document: undefined, problems, comments };
        }
      }
      const unclosed = brackets.next(lexeme, offset, isScalar);
      if (unclosed !== undefined) problems.push(unclosed);
      isScalar = false;
      if (lexeme !== CST.DOCUMENT && lexeme !== CST.FLOW_END) offset += lexeme.length;
    }
    for (const token of parser.next(lexeme)) documents.push(...composer.next(token));
  }
  for (const token of parser.end()) documents.push(...composer.next(token));
  documents.push(...composer.end(true, text.length));

  const unclosed = brackets.end();
  if (unclosed !== undefined) problems.push(unclosed);
  const hasUnclosed = problems.some(({ code }) => code === 'unclosed-flow');

  const [document, second] = documents;
  const errors = [...(document?.errors ?? []), ...(document?.warnings ?? [])];
  for (const error of errors.slice(0, maxErrors)) {
    const raw = rawProblem(error, text);
    // The parser points at the end of the brackets, we at their beginning.
    if (raw === undefined || (hasUnclosed && raw.code === 'unclosed-flow')) continue;
    problems.push(raw);
  }
  if (second !== undefined) {
    const start = Math.min(second.range?.[0] ?? text.length, text.length);
    const marker = text.startsWith('---', start) ? 3 : 0;
    problems.push({ code: 'several-documents', span: span(start, start + marker) });
  }
  problems.sort((a, b) => a.span.start - b.span.start);
  return { document, problems, comments };
}

function rawProblem(error: YAMLError, text: string): RawProblem | undefined {
  const code = problemCode(error.code, error.message);
  if (code === undefined) return undefined;
  const clamp = (offset: number): number => Math.min(Math.max(offset, 0), text.length);
  const [start, end] = error.pos;
  return { code, span: betterSpan(text, code, span(clamp(start), clamp(Math.max(start, end)))) };
}

/** The parser points at the end of what it could read; here stands what the author has to change. */
function betterSpan(text: string, code: string, at: Span): Span {
  switch (code) {
    case 'bad-indent':
    case 'block-as-implicit-key': {
      const start = contentFrom(text, at.start);
      return span(start, trimmedLineEnd(text, start));
    }
    case 'bad-block-header': {
      let { start } = at;
      while (start > 0 && !isBlank(text.charAt(start - 1))) start--;
      return span(start, contentEnd(text, start));
    }
    default:
      return at;
  }
}

/** True for a quoted scalar which the end of the text or of its indentation cut off. */
function isUnclosed(lexeme: string): boolean {
  if (lexeme.startsWith("'")) return lexeme.split("'").length % 2 === 0;
  if (!lexeme.startsWith('"')) return false;
  let slash = lexeme.length - 1;
  while (lexeme[slash - 1] === '\\') slash--;
  return lexeme.length === 1 || !lexeme.endsWith('"') || (lexeme.length - 1 - slash) % 2 === 1;
}

/** An upper bound of the nesting after each lexeme, so that neither parser nor composer has to recurse to find it. */
function depthMeter(): (lexeme: string) => number {
  const columns: number[] = [];
  let flow = 0;
  let indicators = 0;
  let atLineStart = true;
  return (lexeme) => {
    if (lexeme === '\n' || lexeme === '\r\n' || lexeme === '') {
      atLineStart = true;
      indicators = 0;
      return flow + columns.length;
    }
    if (flow === 0 && atLineStart) {
      const column = lexeme.startsWith(' ') ? lexeme.length : 0;
      while ((columns.at(-1) ?? -1) >= column) columns.pop();
      columns.push(column);
    }
    atLineStart = false;
    if (lexeme === CST.FLOW_END) flow = 0;
    else if (lexeme === '{' || lexeme === '[') flow++;
    else if (lexeme === '}' || lexeme === ']') flow = Math.max(0, flow - 1);
    else if (flow === 0 && (lexeme === '-' || lexeme === '?' || lexeme === ':')) indicators++;
    return flow + indicators + columns.length;
  };
}

interface BracketWatch {
  readonly next: (lexeme: string, offset: number, isScalar: boolean) => RawProblem | undefined;
  readonly end: () => RawProblem | undefined;
}

/** Reports the innermost bracket that is still open where the lexer gives up on it. */
function openBrackets(): BracketWatch {
  const open: { readonly bracket: string; readonly offset: number }[] = [];
  let contentEnd = 0;
  return { next, end };

  function next(lexeme: string, offset: number, isScalar: boolean): RawProblem | undefined {
    if (lexeme === CST.FLOW_END && !isScalar) return end();
    if (isScalar || !/^(?:[\s#]|$)/.test(lexeme)) contentEnd = offset + lexeme.length;
    if (isScalar) return undefined;
    if (lexeme === '{' || lexeme === '[') open.push({ bracket: lexeme, offset });
    else if (lexeme === '}' || lexeme === ']') open.pop();
    return undefined;
  }

  function end(): RawProblem | undefined {
    const innermost = open.at(-1);
    if (innermost === undefined) return undefined;
    const newText = open.map(({ bracket }) => (bracket === '{' ? '}' : ']')).reverse();
    open.length = 0;
    return {
      code: 'unclosed-flow',
      span: span(innermost.offset, innermost.offset + 1),
      close: { span: span(contentEnd, contentEnd), newText: newText.join('') },
    };
  }
}
