// clause/syntax: a clause that cannot be read, or is written as another language writes it.
// Deliberately takes the parser’s suggestion as the fix; only what is more than one clause is looked at here.

import { quote } from '../../syntax/quote-yaml.ts';
import type { SyntaxProblem } from '../../syntax/template.ts';
import type { ScalarNode } from '../../syntax/tree.ts';
import type { TextEdit } from '../../text/edit.ts';
import { defineRule, type Problem } from '../rule.ts';
import { once } from '../template/uses.ts';
import type { Uses } from '../uses.ts';
import type { Explaining } from '../yaml/trap.ts';
import type { ClauseUse } from './uses.ts';

interface Data extends Partial<Explaining> {
  readonly edit: TextEdit | undefined;
}

export const syntax = defineRule<Data>({
  id: 'clause/syntax',
  title: 'A clause that cannot be read',
  why: 'A clause says what the caller gives or what must hold. What cannot be read is left out, and the route and its cost are those of another pattern.',
  remedy:
    'Write `attribute`, `attribute operator` or `attribute operator value`, such as `status = PLACED or HELD`.',
  severity: 'error',
  check: ({ text, uses }) =>
    once(
      uses.clauses.flatMap((use): readonly Problem<Data>[] => {
        const { scalar, problems } = use.decl;
        if (problems.length === 0) return [];
        const whole = wholeItem(use, uses) ?? severalClauses(text, scalar);
        if (whole !== undefined) return [whole];
        return problems.map((problem) => ({
          span: problem.span,
          message: problem.message,
          data: { edit: correction(scalar, problem) },
        }));
      }),
    ),
  fixes({ data: { edit } }) {
    return edit === undefined ? [] : [{ title: `Write ${edit.newText}`, edits: [edit], preferred: true }];
  },
});

/** `attribute_not_exists(PK)`: the API's way to speak of the whole item. */
function wholeItem({ place, decl, entities }: ClauseUse, uses: Uses): Problem<Data> | undefined {
  const { clause, problems } = decl;
  const isCall = problems.some(({ code }) => code === 'clause/call');
  if (place !== 'condition' || !isCall || clause === undefined) return undefined;
  const { attribute, operator, span } = clause;
  const isAttribute = entities.some((entity) => entity.attributes.has(attribute));
  const isExists = operator === 'exists' || operator === 'not-exists';
  if (isAttribute || !isExists || !uses.keyNames.has(attribute)) return undefined;
  const message = `Every item has the key ${attribute}, so this asks whether the item exists. That is written ${operator}.`;
  return { span, message, data: { edit: { span, newText: operator }, explains: [span] } };
}

/** `storeId, status = PLACED` in one text, as a list. */
function severalClauses(text: string, { source, style, alias, span }: ScalarNode): Problem<Data> | undefined {
  // An item of a list cannot become a list.
  if (!/:\s*$/.test(text.slice(0, span.start))) return undefined;
  const pieces = source.split(/,| and | AND | && /).map((piece) => piece.trim());
  const isLine = !/literal|folded/.test(style) && alias === undefined && !/[()']|\bbetween\b/i.test(source);
  const areClauses = pieces.every((piece) => /^[\p{L}_][\w.-]*(\s*(=|<>|<=?|>=?)\s*[\w:.-]*)?$/u.test(piece));
  const isNamed = source.includes(',') || pieces.slice(1).every((piece) => /[=<>]/.test(piece));
  if (pieces.length < 2 || !isLine || !areClauses || !isNamed) return undefined;
  const newText = `[${pieces.map(quote).join(', ')}]`;
  const message = 'A clause speaks of one attribute. Write several as a list.';
  return { span, message, data: { edit: { span, newText } } };
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
