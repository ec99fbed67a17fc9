import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { type Clause, type Operand, operators } from '../../../src/core/syntax/clause.ts';
import { isBareConstant, isClauseAttribute } from '../../../src/core/syntax/clause-tokens.ts';
import { parseClause } from '../../../src/core/syntax/parse-clause.ts';
import { printClause } from '../../../src/core/syntax/print-clause.ts';
import { anyText, assertSpansInside, asWritten, summary, withoutSpans } from './spans.ts';

const parse = (source: string) => parseClause(source, asWritten);

const operandText = (operand: Operand): string =>
  operand.kind === 'parameter' ? `:${operand.name}` : operand.quoted ? `'${operand.text}'` : operand.text;

/** Attribute, functions, operator, operands: `placedAt between :a :b`. */
function meaning(source: string): string {
  const clause = parse(source).value;
  if (clause === undefined) return 'nothing';
  const functions = clause.functions.map(({ name, args }) => `|${name}(${args.join()})`);
  return [clause.attribute + functions.join(''), clause.operator, ...clause.operands.map(operandText)].join(
    ' ',
  );
}

describe('parseClause', () => {
  const right: readonly [source: string, meaning: string][] = [
    ['status', 'status = :status'],
    ['status = PLACED', 'status = PLACED'],
    ['status=PLACED', 'status = PLACED'],
    ['status = PLACED or HELD', 'status = PLACED HELD'],
    ["city = 'New York'", "city = 'New York'"],
    ["city = 'Land''s End'", "city = 'Land's End'"],
    ["flag = '42'", "flag = '42'"],
    ['username = :followed', 'username = :followed'],
    ['total >', 'total > :total'],
    ['total > -5.5', 'total > -5.5'],
    ['total <>0', 'total <> 0'],
    ['placedAt between', 'placedAt between :placedAt'],
    ['n between 1 and 9', 'n between 1 9'],
    ['placedAt between :from and :to', 'placedAt between :from :to'],
    ['Date begins_with', 'Date begins_with :Date'],
    ['name contains x', 'name contains x'],
    ['courierId not-exists', 'courierId not-exists'],
    ['State#Date >= :x', 'State#Date >= :x'],
    ['createdAt | date(yyyy-MM)', 'createdAt|date(yyyy-MM) = :createdAt'],
    ['createdAt | date(yyyy-MM) >= 2026-01', 'createdAt|date(yyyy-MM) >= 2026-01'],
    ['exists', ' exists'],
    ['not-exists', ' not-exists'],
    ['exists exists', 'exists exists'],
    ['exists =', 'exists = :exists'],
    ['contains = 5', 'contains = 5'],
    ['state = OR', 'state = OR'],
    ['state = CA or OR', 'state = CA OR'],
  ];
  for (const [source, expected] of right) {
    it(`reads ${source}`, () => {
      assert.equal(meaning(source), expected);
      assert.deepEqual(parse(source).problems, []);
    });
  }

  it('knows the place of every part', () => {
    assert.deepEqual(parse('  status = A or :b').value, {
      attribute: 'status',
      attributeSpan: { start: 2, end: 8 },
      functions: [],
      operator: '=',
      operatorSpan: { start: 9, end: 10 },
      operands: [
        { kind: 'constant', text: 'A', quoted: false, span: { start: 11, end: 12 } },
        { kind: 'parameter', name: 'b', span: { start: 16, end: 18 } },
      ],
      span: { start: 2, end: 18 },
    });
  });

  const wrong: readonly [source: string, meaning: string, ...problems: string[]][] = [
    ['', 'nothing', 'clause/empty ""'],
    ['= 5', ' = 5', 'clause/missing-attribute "="'],
    [':user', 'user = :user', 'clause/parameter-first ":user" -> user'],
    ["'user' = 5", 'user = 5', 'clause/quoted-attribute "\'user\'" -> user'],
    ['${user} = 5', 'user = 5', 'clause/placeholder "${user}" -> user'],
    ['user = ${other}', 'user = :other', 'clause/placeholder "${other}" -> :other'],
    ['a == 5', 'a = 5', 'clause/operator-spelling "==" -> ='],
    ['a != 5', 'a <> 5', 'clause/operator-spelling "!=" -> <>'],
    ['a begins with X', 'a begins_with X', 'clause/operator-spelling "begins with" -> begins_with'],
    ['a BETWEEN 1 and 2', 'a between 1 2', 'clause/operator-spelling "BETWEEN" -> between'],
    ['a not exists', 'a not-exists', 'clause/operator-spelling "not exists" -> not-exists'],
    ['not exists', ' not-exists', 'clause/operator-spelling "not exists" -> not-exists'],
    ['a betwen 1 and 2', 'a = :a', 'clause/unknown-operator "betwen" -> between'],
    ['a like b%', 'a = :a', 'clause/unknown-operator "like"'],
    ['a PLACED', 'a = PLACED', 'clause/missing-operator "PLACED" -> = PLACED'],
    ['a :b', 'a = :b', 'clause/missing-operator ":b" -> = :b'],
    ['a IN (X, Y)', 'a = X Y', 'clause/operator-spelling "IN (X, Y)" -> = X or Y'],
    ['a = 1 && b = 2', 'a = 1', 'clause/joined "&&"'],
    ['a = 1 AND b = 2', 'a = 1', 'clause/joined "AND"'],
    ['a || b', 'a = :a', 'clause/joined "||"'],
    ['a = X OR Y', 'a = X Y', 'clause/separator "OR" -> or'],
    ['a = X or a = Y', 'a = X Y', 'clause/repeated-attribute "a = Y" -> Y'],
    ['a = X or', 'a = X', 'clause/missing-value "or"'],
    ['a > 1 or 2', 'a > 1 2', 'clause/alternatives "or"'],
    ['a = New York', 'a = New York', 'clause/needs-quotes "New York" -> \'New York\''],
    ['a = X, Y', 'a = X, Y', 'clause/needs-quotes "X, Y" -> X or Y'],
    ['a = 1,000', 'a = 1,000', 'clause/needs-quotes "1,000" -> 1000'],
    ['a = "x"', "a = 'x'", 'clause/double-quotes "\\"x\\"" -> \'x\''],
    ["a = 'x", "a = 'x'", "clause/unclosed-quote \"'x\" -> 'x'"],
    ['a = :', 'a = :', 'clause/empty-parameter ":"'],
    ['a = :b c', 'a = :b', 'clause/stray "c"'],
    ['a exists 5', 'a exists', 'clause/stray "5"'],
    ['a between 1', 'a between 1', 'clause/between "1"'],
    ['a between 1, 9', 'a between 1 9', 'clause/between "1, 9" -> 1 and 9'],
    ['a between 1 and 2 and 3', 'a between 1 2', 'clause/stray "and 3"'],
    ['a | = 5', 'a = 5', 'function/missing-name "| "'],
    ['attribute_not_exists(PK)', 'PK not-exists', 'clause/call "attribute_not_exists(PK)" -> PK not-exists'],
    ['begins_with(SK, :x)', 'SK begins_with :x', 'clause/call "begins_with(SK, :x)" -> SK begins_with :x'],
    ['size(a) > 5', 'a = :a', 'clause/call "size(a) > 5"'],
  ];
  for (const [source, expected, ...problems] of wrong) {
    it(`says what is wrong with "${source}"`, () => {
      assert.equal(meaning(source), expected);
      assert.deepEqual(summary(source, parse(source).problems), problems);
    });
  }

  it('suggests what is then right', () => {
    for (const [source] of wrong) {
      const [problem, ...others] = parse(source).problems;
      if (problem?.suggestion === undefined || others.length > 0) continue;
      const { start, end } = problem.span;
      const mended = source.slice(0, start) + problem.suggestion + source.slice(end);
      assert.deepEqual(parse(mended).problems, [], mended);
    }
  });
});

const tokens = ['a', 'status', '=', '<', '>', '!', '&&', '||', '|', ' ', "'", '"', ':', ':b', '(', ')', ','];
const words = [
  'between',
  'and',
  'or',
  'exists',
  'not',
  'not-exists',
  'in',
  'begins_with',
  'date(',
  '${',
  '}',
  '\n',
];
const at = { start: 0, end: 0 };
const anyAttribute = fc.oneof(
  fc.string({ minLength: 1, maxLength: 5 }).filter(isClauseAttribute),
  fc.constantFrom<string>('contains', 'or', 'State#Date', ...operators.filter(isClauseAttribute)),
);
const operand: fc.Arbitrary<Operand> = fc.oneof(
  fc.record({ kind: fc.constant('parameter' as const), name: anyAttribute, span: fc.constant(at) }),
  fc.record({
    kind: fc.constant('constant' as const),
    text: fc.oneof(fc.string(), fc.constantFrom("it's", 'or', 'and', '-1')).filter(isBareConstant),
    quoted: fc.constant(false),
    span: fc.constant(at),
  }),
  fc.record({
    kind: fc.constant('constant' as const),
    text: fc.string({ unit: fc.constantFrom("'", ' ', 'a', '"', '=') }),
    quoted: fc.constant(true),
    span: fc.constant(at),
  }),
);
const clause: fc.Arbitrary<Clause> = fc
  .record({
    attribute: anyAttribute,
    functions: fc.constantFrom([], [{ name: 'date', nameSpan: at, args: ['yyyy-MM'], span: at }]),
    operator: fc.constantFrom(...operators),
    operands: fc.array(operand, { minLength: 2, maxLength: 2 }),
    alternatives: fc.boolean(),
    implied: fc.boolean(),
  })
  .map(({ attribute, functions, operator, operands, alternatives, implied }) => {
    const valueless = operator === 'exists' || operator === 'not-exists';
    const both = operator === 'between' || (alternatives && operator === '=');
    const values = implied ? [{ kind: 'parameter' as const, name: attribute, span: at }] : operands;
    const length = valueless ? 0 : both ? 2 : 1;
    const span = { attributeSpan: at, operatorSpan: undefined, span: at };
    return { attribute, functions, operator, operands: values.slice(0, length), ...span };
  });

describe('clauses, whatever the text', () => {
  it('never throw, and keep every span in the text', () => {
    fc.assert(
      fc.property(anyText([...tokens, ...words, ' ', ' ']), (source) => {
        const parsed = parse(source);
        assertSpansInside(parsed, source.length);
        assert.deepEqual(parse(source), parsed);
      }),
      { numRuns: 500 },
    );
  });

  it('are read back as they were printed', () => {
    fc.assert(
      fc.property(clause, (written) => {
        const parsed = parse(printClause(written));
        assert.deepEqual(parsed.problems, []);
        assert.deepEqual(withoutSpans(parsed.value), withoutSpans(written));
      }),
    );
  });

  it('print the same once printed', () => {
    fc.assert(
      fc.property(anyText([...tokens, ...words, ' ', ' ']), (source) => {
        const { value, problems } = parse(source);
        fc.pre(value !== undefined && problems.length === 0);
        const again = parse(printClause(value));
        assert.deepEqual(withoutSpans(again.value), withoutSpans(value));
      }),
    );
  });
});
