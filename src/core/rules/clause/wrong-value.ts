// clause/wrong-value: a constant that the attribute can never have.
// Deliberately silent where one of several entities can have it, and about patterns of the author's own.
import { type Format, formats } from '../../facts/formats.ts';
import type { Attribute } from '../../model/design.ts';
import { nearest } from '../../model/suggest.ts';
import type { Clause, Operand } from '../../syntax/clause.ts';
import { isBareConstant, quoteConstant } from '../../syntax/clause-tokens.ts';
import type { Span } from '../../text/span.ts';
import { didYouMean, listOf } from '../../text/words.ts';
import { defineRule, type Problem } from '../rule.ts';
import { renameTo } from '../support.ts';
import { once } from '../template/uses.ts';
import type { SoundUse } from './uses.ts';

interface Data {
  readonly at: Span;
  /** What to write there. */
  readonly meant: string | undefined;
}

export const wrongValue = defineRule<Data>({
  id: 'clause/wrong-value',
  title: 'A value that the attribute never has',
  why: 'DynamoDB compares type and value exactly: `status = Placed` finds no `PLACED`, and the text `"5"` is never equal to the number 5. Such a read is empty, such a condition never true, and nothing says why.',
  remedy:
    'Write a value that the attribute’s declaration allows, or add the value there. Without a value it is a parameter.',
  severity: 'error',
  check: ({ uses }) => once(uses.soundClauses.flatMap(problemsOf)),
  fixes: ({ data }) => renameTo(data.at, data.meant),
});

type Constant = Extract<Operand, { kind: 'constant' }>;

interface Wrong {
  readonly why: string;
  readonly meant: string | undefined;
}

function problemsOf({ clause, entities }: SoundUse): readonly Problem<Data>[] {
  const constants = clause.operands.filter((operand): operand is Constant => operand.kind === 'constant');
  if (constants.length === 0 || clause.functions.length > 0) return [];
  const attributes = entities.flatMap((entity) => entity.attributes.get(clause.attribute) ?? []);
  if (attributes.length === 0) return [];
  const problems = constants.flatMap((constant): Problem<Data>[] => {
    const wrongs = attributes.map((attribute) => wrongOf(attribute, clause, constant));
    const [wrong] = wrongs;
    if (wrong === undefined || wrongs.includes(undefined)) return [];
    const data = { at: constant.span, meant: wrong.meant };
    return [{ span: constant.span, message: wrong.why, data }];
  });
  return problems.length > 0 ? problems : swappedBounds(clause, attributes, constants);
}

/** What is wrong with one constant; undefined where the attribute can have it. */
function wrongOf(attribute: Attribute, clause: Clause, constant: Constant): Wrong | undefined {
  const { operator } = clause;
  const values = valuesOf(attribute);
  if (operator === 'contains') return undefined;
  if (attribute.type === 'number' && operator !== 'begins_with') {
    const wrong = wrongNumber(attribute, constant);
    if (wrong !== undefined) return wrong;
  }
  if (attribute.type === 'boolean') return wrongBoolean(attribute, constant);
  if (values !== undefined) return wrongChoice(attribute, values, operator, constant);
  return operator === '<>' ? undefined : wrongForm(attribute, operator, constant);
}

/** The only values it can have, of itself or of what it references. */
function valuesOf({ sources }: Attribute): readonly string[] | undefined {
  const source = sources.find(({ enumeration, constant }) => enumeration ?? constant);
  if (source?.enumeration) return source.enumeration.map(({ value }) => String(value));
  return source?.constant && [String(source.constant.value)];
}

const isNumber = (text: string): boolean => /^[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?$/.test(text);

function wrongNumber({ name }: Attribute, { text, quoted }: Constant): Wrong | undefined {
  if (isNumber(text)) {
    if (!quoted) return undefined;
    return {
      why: `${name} is a number, and in quotes ${text} is a text, which is never equal to it.`,
      meant: text,
    };
  }
  const meant = parameterMeant({ text, quoted });
  return { why: `${name} is a number, and ${text} is none.${orParameter(meant)}`, meant };
}

function wrongBoolean({ name }: Attribute, { text, quoted }: Constant): Wrong | undefined {
  if (!quoted && (text === 'true' || text === 'false')) return undefined;
  const word = text.toLowerCase();
  const meant = /^(true|yes|y|on|1)$/.test(word)
    ? 'true'
    : /^(false|no|n|off|0)$/.test(word)
      ? 'false'
      : undefined;
  return { why: `${name} is a boolean: only true and false are possible, not ${text}.`, meant };
}

function wrongChoice(
  { name }: Attribute,
  values: readonly string[],
  operator: Clause['operator'],
  { text }: Constant,
): Wrong | undefined {
  if (operator === 'begins_with') {
    if (values.some((value) => value.startsWith(text))) return undefined;
  } else if ((operator !== '=' && operator !== '<>') || values.includes(text)) return undefined;
  const near = nearest(text, values);
  const known = ` It can be ${listOf(values.slice(0, 10), 'or')}${values.length > 10 ? ' and others' : ''}.`;
  return {
    why: `${name} is never ${text}.${didYouMean(near) || known}`,
    meant: near === undefined || isBareConstant(near) ? near : quoteConstant(near),
  };
}

/** The parameter that a bare word was likely meant for, as in `start > now`. */
const parameterMeant = ({ text, quoted }: Pick<Constant, 'text' | 'quoted'>): string | undefined =>
  !quoted && /^[A-Za-z_]\w*$/.test(text) ? `:${text}` : undefined;

const orParameter = (meant: string | undefined): string =>
  meant === undefined ? '' : ` For a parameter of this name write ${meant}.`;

/** Whether some value of the format begins so; true as well where the format's length does not tell. */
function mayBegin({ pattern, bytes, sample }: Format, text: string): boolean {
  const whole = new RegExp(pattern);
  if (bytes.min !== bytes.max || whole.test(text)) return true;
  const rest = String(sample(0)).slice(text.length);
  // A digit may end what is written, as the 3 of 30 and 31.
  return [rest, rest.replace(/[0-9]/g, '0'), rest.replace(/[0-9]/g, '1')].some((end) =>
    whole.test(text + end),
  );
}

/** What the format has against the constant; a bound may be any text that sorts well, but a word is likely a parameter. */
function formProblem(format: Format, operator: Clause['operator'], constant: Constant): string | undefined {
  const { text } = constant;
  const isValue = new RegExp(format.pattern).test(text);
  switch (operator) {
    case '=':
      return isValue ? undefined : `and ${text} has not`;
    case 'begins_with':
      return mayBegin(format, text) ? undefined : `and none of its values begins with ${text}`;
    case '<':
    case '<=':
    case '>':
    case '>=':
    case 'between':
      if (parameterMeant(constant) === undefined || mayBegin(format, text)) return undefined;
      return `and ${text} is no beginning of one`;
    default:
      return undefined;
  }
}

function wrongForm(
  { name, format, type }: Attribute,
  operator: Clause['operator'],
  constant: Constant,
): Wrong | undefined {
  const known = format === undefined || type !== 'string' ? undefined : formats.get(format.name);
  const problem = known && formProblem(known, operator, constant);
  if (known === undefined || problem === undefined) return undefined;
  const meant = parameterMeant(constant);
  return {
    why: `${name} has the format ${known.name}, ${problem}. ${known.docs}${orParameter(meant)}`,
    meant,
  };
}

/** `between 9 and 1`, which DynamoDB refuses. */
function swappedBounds(
  { operator, attribute }: Clause,
  attributes: readonly Attribute[],
  constants: readonly Constant[],
): readonly Problem<Data>[] {
  const [low, high] = constants;
  const isOfNumbers = attributes.every(({ type }) => type === 'number');
  if (operator !== 'between' || low === undefined || high === undefined || !isOfNumbers) return [];
  if (Number(low.text) <= Number(high.text)) return [];
  const at = { start: low.span.start, end: high.span.end };
  const message = `between names the lower bound first: ${attribute} is never at least ${low.text} and at most ${high.text}, and DynamoDB refuses such a condition.`;
  return [{ span: at, message, data: { at, meant: `${high.text} and ${low.text}` } }];
}
