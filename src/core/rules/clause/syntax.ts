// clause/syntax: a clause that cannot be read, or is written as another language writes it.
// Deliberately silent where a YAML trap has spoilt the text: that is the mistake to correct.
import { quote } from '../../syntax/quote-yaml.ts';
import type { SyntaxProblem } from '../../syntax/template.ts';
import type { ScalarNode } from '../../syntax/tree.ts';
import type { TextEdit } from '../../text/edit.ts';
import { defineRule } from '../rule.ts';
import { once } from '../template/uses.ts';
import { isExplained, trapsOf } from '../yaml/traps.ts';
import { allClauses } from './uses.ts';

interface Data {
  readonly edit: TextEdit | undefined;
}

export const syntax = defineRule<Data>({
  id: 'clause/syntax',
  title: 'A clause that cannot be read',
  why: 'A clause says what the caller gives or what must hold. What cannot be read is left out, and the route and its cost are those of another pattern.',
  remedy:
    'Write `attribute`, `attribute operator` or `attribute operator value`, such as `status = PLACED or HELD`.',
  severity: 'error',
  *check(analysis) {
    const uses = allClauses(analysis.design).filter(({ decl }) => decl.problems.length > 0);
    if (uses.length === 0) return;
    const traps = trapsOf(analysis);
    yield* once(
      uses.flatMap(({ decl: { scalar, problems } }) => {
        const several = severalClauses(scalar);
        if (several !== undefined && !isExplained(traps, scalar.span)) {
          const message = 'A clause speaks of one attribute. Write several as a list.';
          return [{ span: scalar.span, message, data: { edit: { span: scalar.span, newText: several } } }];
        }
        return problems
          .filter(({ span }) => !isExplained(traps, span))
          .map((problem) => ({
            span: problem.span,
            message: problem.message,
            data: { edit: correction(scalar, problem) },
          }));
      }),
    );
  },
  fixes({ data: { edit } }) {
    return edit === undefined ? [] : [{ title: `Write ${edit.newText}`, edits: [edit], preferred: true }];
  },
});

/** `storeId, status = PLACED` in one text, as a list. */
function severalClauses({ source, style, alias }: ScalarNode): string | undefined {
  const pieces = source.split(/,| and | AND | && /).map((piece) => piece.trim());
  const isPlain = style === 'plain' && alias === undefined && !/[()']|\bbetween\b/i.test(source);
  const areClauses = pieces.every((piece) => /^[\p{L}_][\w.-]*(\s*(=|<>|<=?|>=?)\s*[\w:.-]*)?$/u.test(piece));
  const isNamed = source.includes(',') || pieces.slice(1).every((piece) => /[=<>]/.test(piece));
  if (pieces.length < 2 || !isPlain || !areClauses || !isNamed) return undefined;
  return `[${pieces.map(quote).join(', ')}]`;
}

/** The parser's suggestion, escaped for the quotes in which the clause stands. */
function correction({ style }: ScalarNode, { span, suggestion }: SyntaxProblem): TextEdit | undefined {
  if (suggestion === undefined) return undefined;
  switch (style) {
    case 'single-quoted':
      return { span, newText: suggestion.replaceAll("'", "''") };
    case 'double-quoted':
      return { span, newText: suggestion.replace(/["\\]/g, '\\$&') };
    default:
      return { span, newText: suggestion };
  }
}
