// clause/expression-too-large: more in one expression than DynamoDB takes.
// Deliberately with every name and value under a placeholder like its own; shorter ones are the application’s way out.

import { clausesOf } from '../../analysis/routes/clauses.ts';
import type { Aliases } from '../../analysis/routes/expressions.ts';
import { termOfClause, termText } from '../../analysis/routes/terms.ts';
import { limits } from '../../facts/limits.ts';
import type { Action, ClauseDecl } from '../../model/model.ts';
import type { Clause } from '../../syntax/clause.ts';
import { printBytes, printNumber } from '../../syntax/quantity.ts';
import type { Span, Spanned } from '../../text/span.ts';
import { utf8Length } from '../../text/utf8.ts';
import { defineRule, type Problem } from '../rule.ts';

interface Data {
  readonly what: 'operands' | 'operators' | 'bytes';
}

const { operandsOfIn, operatorsOfExpression, expressionBytes } = limits;

export const expressionTooLarge = defineRule<Data>({
  id: 'clause/expression-too-large',
  title: 'An expression that DynamoDB refuses as too large',
  why: `An expression has at most ${printBytes(expressionBytes.value)} and ${operatorsOfExpression.value} operators and functions, and \`IN\` at most ${operandsOfIn.value} values; that is what \`status = A or B\` becomes (DynamoDB developer guide, constraints, as of 2026-10). DynamoDB refuses the request.`,
  remedy:
    'Ask in several requests, put into one attribute what many alternatives have in common, or put what always changes together into one map.',
  severity: 'error',
  *check({ uses }) {
    for (const { action } of uses.actions) {
      for (const decl of [...action.where, ...action.filter, ...action.condition]) yield* ofOperands(decl);
      for (const expression of expressionsOf(action)) yield* ofExpression(expression);
    }
  },
});

/** `=` with alternatives is `IN`; others are joined by OR. */
function* ofOperands({ clause }: ClauseDecl): Iterable<Problem<Data>> {
  if (clause?.operator !== '=' || clause.operands.length <= operandsOfIn.value) return;
  yield {
    span: clause.span,
    message: `${clause.attribute} has ${clause.operands.length} alternatives here, and DynamoDB takes ${operandsOfIn.value} in one IN: it refuses the request. Ask in several requests, or store what they have in common.`,
    data: { what: 'operands' },
  };
}

interface Expression {
  readonly name: string;
  readonly span: Span;
  readonly conditions: readonly Clause[];
  /** `SET`, `ADD` and their like: each an operation of its own. */
  readonly changes: readonly Clause[];
  /** Attributes that are named alone. */
  readonly names: readonly Spanned<string>[];
}

const nothing: readonly never[] = Object.freeze([]);

function expressionsOf(action: Action): readonly Expression[] {
  const { filter, condition, set, add, append, remove, select } = action;
  const changes = [...set, ...add, ...append];
  const of = (
    name: string,
    decls: readonly ClauseDecl[],
    isChange: boolean,
    names = none,
  ): readonly Expression[] => {
    const clauses = clausesOf(decls);
    const at = decls[0]?.span ?? names[0]?.span;
    return at === undefined
      ? nothing
      : [
          {
            name,
            span: at,
            conditions: isChange ? nothing : clauses,
            changes: isChange ? clauses : nothing,
            names,
          },
        ];
  };
  return [
    ...of('FilterExpression', filter, false),
    ...of('ConditionExpression', condition, false),
    ...of('UpdateExpression', changes, true, remove),
    ...of('ProjectionExpression', nothing, false, select ?? none),
  ];
}

const none: readonly Spanned<string>[] = Object.freeze([]);

/** Fewer characters than this of names make no expression of 4 KB, however they are printed. */
const isShort = ({ conditions, changes, names }: Expression): boolean =>
  conditions.length + changes.length + names.length < 20 &&
  [...conditions, ...changes].every(({ operands }) => operands.length < 20);

function* ofExpression(expression: Expression): Iterable<Problem<Data>> {
  if (isShort(expression)) return;
  const { name, span: at } = expression;
  const operators = operatorsIn(expression);
  if (operators > operatorsOfExpression.value) {
    yield {
      span: at,
      message: `The ${name} has ${printNumber(operators)} operators and functions, and DynamoDB takes ${operatorsOfExpression.value}: it refuses the request. Divide it, or put what belongs together into one map.`,
      data: { what: 'operators' },
    };
    return;
  }
  const bytes = utf8Length(textOf(expression));
  if (bytes <= expressionBytes.value) return;
  yield {
    span: at,
    message: `The ${name} has ${printBytes(bytes)} with placeholders like the names, and DynamoDB takes ${printBytes(expressionBytes.value)}: it refuses the request. Use short placeholders, divide it, or put what belongs together into one map.`,
    data: { what: 'bytes' },
    severity: 'warning',
  };
}

/** Each comparison, function and change, and each AND and OR between them. */
function operatorsIn({ conditions, changes }: Expression): number {
  const own = conditions.reduce((all, clause) => all + operatorsOf(clause), 0);
  const appended = changes.length;
  return own + Math.max(0, conditions.length - 1) + appended;
}

/** `IN` is one whatever it lists; other alternatives are joined by OR. */
const operatorsOf = ({ operator, operands }: Clause): number =>
  operator === '=' || operator === 'between' || operands.length === 0 ? 1 : 2 * operands.length - 1;

function textOf({ conditions, changes, names }: Expression): string {
  const aliases = numberedAliases();
  const asked = conditions.map((clause) => termText(termOfClause(clause, undefined), aliases));
  const changed = changes.map(({ attribute }) => `${aliases.name(attribute)} = :${attribute}`);
  const named = names.map(({ value }) => aliases.name(value));
  return [...(asked.length > 0 ? [asked.join(' AND ')] : []), ...changed, ...named].join(', ');
}

/** Names like the attributes, and values by number, as people write them. */
function numberedAliases(): Aliases {
  let count = 0;
  return {
    names: new Map(),
    values: new Map(),
    name: (attribute) => `#${attribute}`,
    value: (like) => `:${like}${++count}`,
  };
}
