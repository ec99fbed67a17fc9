// clause/duplicate: an attribute twice where it can only be once.
// Deliberately leaves `placedAt >=` and `placedAt <=` to the routes: they are no repetition.
import type { Action, ClauseDecl } from '../../model/model.ts';
import type { Clause } from '../../syntax/clause.ts';
import { printClause } from '../../syntax/print-clause.ts';
import { printFunctions } from '../../syntax/print-template.ts';
import type { ScalarNode } from '../../syntax/tree.ts';
import type { TextEdit } from '../../text/edit.ts';
import { type Span, span } from '../../text/span.ts';
import { defineRule, type Problem } from '../rule.ts';
import { once } from '../template/uses.ts';

interface Data {
  readonly edit: TextEdit | undefined;
}

export const duplicate = defineRule<Data>({
  id: 'clause/duplicate',
  title: 'An attribute that is given twice',
  why: 'Two different values can never both hold, so nothing is found. An update that touches an attribute twice is refused: “Two document paths overlap with each other”.',
  remedy: 'Keep one of the two. For one value or another write `status = PLACED or HELD`.',
  severity: 'error',
  check: ({ uses }) =>
    once([
      ...uses.clauseLists.flatMap(({ place, decls }) =>
        place === 'set' || place === 'add' || place === 'append' ? [] : repeated(decls),
      ),
      ...uses.actions.flatMap(({ action }) => touchedTwice(action)),
    ]),
  fixes(problem, { text }) {
    const { edit } = problem.data;
    if (edit === undefined) return [];
    return [{ title: 'Remove the second one', edits: [withSeparator(text, edit)], preferred: true }];
  },
});

/** Two clauses of one list that say what the attribute is equal to, or the same clause twice. */
function repeated(decls: readonly ClauseDecl[]): readonly Problem<Data>[] {
  if (decls.length < 2) return [];
  const seen = new Map<string, ClauseDecl>();
  return decls.flatMap((decl): Problem<Data>[] => {
    const { clause } = decl;
    if (clause === undefined || clause.attribute === '' || decl.problems.length > 0) return [];
    const subject = clause.attribute + printFunctions(clause.functions);
    const identity = clause.operator === '=' ? `${subject} =` : printClause(clause);
    const first = seen.get(identity);
    if (first?.clause === undefined) {
      seen.set(identity, decl);
      return [];
    }
    const isSame = printClause(first.clause) === printClause(clause);
    const message = isSame
      ? `${printClause(clause)} stands here twice. Remove one.`
      : `${clause.attribute} cannot be equal to two values at once, so nothing is ever found. Keep one${alternatives(first.clause, clause)}.`;
    return [problem(clause.span, message, first.clause.span, isSame ? removal(decl.scalar) : undefined)];
  });
}

const problem = (at: Span, message: string, first: Span, edit: TextEdit | undefined): Problem<Data> => ({
  span: at,
  message,
  related: [{ span: first, message: 'the first one' }],
  data: { edit },
});

function alternatives(first: Clause, second: Clause): string {
  const both = { ...first, operands: [...first.operands, ...second.operands] };
  const areConstants = both.operands.every(({ kind }) => kind === 'constant');
  return areConstants ? `, or write ${printClause(both)}` : '';
}

/** Attributes that one update changes in two ways. */
function touchedTwice(action: Action): readonly Problem<Data>[] {
  if (action.kind !== 'update') return [];
  const clauses = [...action.set, ...action.add, ...action.append].flatMap(({ clause }) =>
    clause === undefined ? [] : [{ name: clause.attribute, span: clause.attributeSpan }],
  );
  const touched = [...clauses, ...action.remove.map(({ value, span: at }) => ({ name: value, span: at }))];
  const seen = new Map<string, Span>();
  return touched.flatMap(({ name, span: at }): Problem<Data>[] => {
    const first = seen.get(name);
    seen.set(name, first ?? at);
    if (first === undefined || name === '' || first.start === at.start) return [];
    const message = `This update changes ${name} twice, which DynamoDB refuses. Keep one of the two.`;
    return [problem(at, message, first, undefined)];
  });
}

const removal = ({ span: at, alias }: ScalarNode): TextEdit => ({ span: alias ?? at, newText: '' });

/** An item of a list goes with its comma, or with its line. */
function withSeparator(text: string, { span: at, newText }: TextEdit): TextEdit {
  const before = /(?:,\s*|\r?\n[ \t]*-[ \t]*)$/.exec(text.slice(0, at.start));
  return { span: span(before?.index ?? at.start, at.end), newText };
}
