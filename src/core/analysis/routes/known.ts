// What a placeholder of a key template becomes when the pattern gives what it gives.
// Deliberately about one placeholder; fit-layout.ts walks whole keys.
import { formatTells, truncationsIn, truncationsWithin } from '../../facts/dates.ts';
import type { Attribute, Entity } from '../../model/design.ts';
import type { Clause, Operand } from '../../syntax/clause.ts';
import type { Placeholder, TemplatePart } from '../../syntax/template.ts';
import type { Given } from './bind.ts';
import { applyCalls, dateFormatOf, determines, remainder, shardsOf } from './functions.ts';
import { type RangeOperator, rangeOperators } from './range.ts';
import { literal, parameter } from './rendering.ts';
import type { FanOut } from './route.ts';

export const rangeOperator = (clause: Clause): RangeOperator | undefined =>
  rangeOperators.find((operator) => operator === clause.operator);

interface Value {
  readonly kind: 'value';
  readonly part: TemplatePart;
  /** The clauses that tell it. */
  readonly uses: readonly Clause[];
  /** True if nothing but what those clauses ask for has this value. */
  readonly answers: boolean;
  readonly fanOut: FanOut | undefined;
}

/** Only the beginning of the value: a truncated date in front of the whole. */
interface Beginning {
  readonly kind: 'beginning';
  readonly part: TemplatePart;
  readonly clause: Clause;
  readonly fanOut: FanOut | undefined;
}

export type Known =
  | Value
  | Beginning
  | { readonly kind: 'range'; readonly given: Given; readonly operator: RangeOperator }
  | { readonly kind: 'unknown' };

const unknown: Known = { kind: 'unknown' };
const none: readonly Clause[] = Object.freeze([]);

/** The operand as a part of a rendering: a constant's text after the functions, or the parameter behind them. */
export function operandPart(
  operand: Operand,
  attribute: Attribute,
  calls: Placeholder['functions'],
): TemplatePart | undefined {
  if (operand.kind === 'parameter') return parameter(operand.name, calls);
  const value = attribute.type === 'number' && !operand.quoted ? Number(operand.text) : operand.text;
  const text = calls.length === 0 ? operand.text : applyCalls(value, calls, attribute.format?.name);
  return text === undefined ? undefined : literal(text);
}

/** The two ends of `between` are two parameters, so they need two names. */
export function boundNames(clause: Clause): readonly [string, string] {
  return clause.operator === 'between'
    ? [`${clause.attribute}From`, `${clause.attribute}To`]
    : [clause.attribute, clause.attribute];
}

/** One end of what the clause asks for, behind the functions; of operators other than `between` both are the first. */
export function boundPart(
  clause: Clause,
  end: 0 | 1,
  attribute: Attribute,
  calls: Placeholder['functions'],
): TemplatePart {
  const index = clause.operator === 'between' ? end : 0;
  const operand = clause.operands[index];
  const isImplied =
    operand === undefined || (operand.kind === 'parameter' && operand.name === clause.attribute);
  const own = isImplied ? undefined : operandPart(operand, attribute, calls);
  return own ?? parameter(boundNames(clause)[index], calls);
}

/** True where the rendered value begins with the truncation that is given: a date-time, or a finer date, with its month. */
function isBeginning(attribute: Attribute, chain: Placeholder['functions'], given: Clause): boolean {
  const format = dateFormatOf(given.functions);
  if (format === undefined || attribute.format?.order !== 'time') return false;
  if (chain.length === 0) return attribute.type === 'string' && /^yyyy(-MM(-dd)?)?$/.test(format);
  return dateFormatOf(chain)?.startsWith(format) ?? false;
}

/** The value of a truncation that follows from a finer one: who gives the day gives its month. */
function coarser(placeholder: Placeholder, { clause }: Given): Value | undefined {
  const given = dateFormatOf(clause.functions);
  const [first] = placeholder.functions;
  const wanted = first?.name === 'date' ? first.args[0] : undefined;
  if (given === undefined || wanted === undefined || !formatTells(given, wanted)) return undefined;
  const [operand] = clause.operands;
  if (operand === undefined) return undefined;
  if (operand.kind === 'parameter' || clause.operands.length > 1) {
    const name = operand.kind === 'parameter' ? operand.name : clause.attribute;
    const part = parameter(name, placeholder.functions);
    return { kind: 'value', part, uses: [clause], answers: false, fanOut: valuesOf(clause) };
  }
  // A truncated constant is a date as text, also where the attribute's own format counts seconds.
  const text = applyCalls(operand.text, placeholder.functions, undefined);
  return text === undefined
    ? undefined
    : { kind: 'value', part: literal(text), uses: [clause], answers: false, fanOut: undefined };
}

/** With `or` there is one query for each value. */
const valuesOf = ({ attribute, operands }: Clause): FanOut | undefined =>
  operands.length > 1 ? { reason: 'values', name: attribute, queries: operands.length } : undefined;

/** All truncations within the coarser one that is given: 12 months of a year, each a query of its own. */
function finer(placeholder: Placeholder, { attribute, clause }: Given): Value | undefined {
  const [given, wanted] = [dateFormatOf(clause.functions), dateFormatOf(placeholder.functions)];
  if (given === undefined || wanted === undefined || clause.operands.length > 1) return undefined;
  const within = truncationsWithin(given, wanted);
  if (within === undefined) return undefined;
  const queries = Math.min(within, datesIn(attribute, wanted) ?? within);
  return {
    kind: 'value',
    part: parameter(placeholder.name, placeholder.functions),
    uses: [clause],
    answers: true,
    fanOut: { reason: 'date', name: placeholder.name, queries },
  };
}

function fromEquality(placeholder: Placeholder, given: Given, inPartitionKey: boolean): Known {
  const { attribute, clause } = given;
  const [operand] = clause.operands;
  if (operand === undefined) return unknown;
  const fanOut = valuesOf(clause);
  // With several values the parameter stands for the one at hand.
  const partBehind = (calls: Placeholder['functions'], left: Placeholder['functions']) =>
    fanOut
      ? parameter(clause.attribute, calls)
      : operandPart(operand, attribute, operand.kind === 'constant' ? left : calls);
  const rest = remainder(placeholder.functions, clause.functions);
  if (rest === undefined) {
    const told = coarser(placeholder, given) ?? (inPartitionKey ? finer(placeholder, given) : undefined);
    if (told || !isBeginning(attribute, placeholder.functions, clause)) return told ?? unknown;
    const part = partBehind(clause.functions, []);
    return part ? { kind: 'beginning', part, clause, fanOut } : unknown;
  }
  const part = partBehind(placeholder.functions, rest);
  if (part === undefined) return unknown;
  return { kind: 'value', part, uses: [clause], answers: determines(rest), fanOut };
}

/** How many values a truncated date has over the attribute's span; undefined where `span` is not written. */
function datesIn(attribute: Attribute | undefined, format: string): number | undefined {
  const seconds = attribute?.sources.find((source) => source.timeSpan !== undefined)?.timeSpan;
  return seconds === undefined ? undefined : truncationsIn(seconds, format);
}

/** False where nothing that the pattern gives can tell a placeholder of a partition key: a quick look before a thorough one. */
export function mayBeKnown(
  { name, functions }: Placeholder,
  entity: Entity,
  givens: readonly Given[],
): boolean {
  return (
    givens.some((given) => given.attribute.name === name) ||
    shardsOf(functions) !== undefined ||
    entity.attributes.get(name)?.decl.constant !== undefined
  );
}

/** A shard of what is not given, and a truncation of what is given as a range, are asked for value by value. */
function valueByValue(placeholder: Placeholder, attribute: Attribute | undefined, ranged: boolean) {
  const { name, functions } = placeholder;
  const lastCall = functions.at(-1);
  const shards = shardsOf(functions);
  if (shards === undefined && !(ranged && lastCall?.name === 'date')) return undefined;
  const fanOut: FanOut =
    shards === undefined
      ? { reason: 'date', name, queries: datesIn(attribute, lastCall?.args[0] ?? '') }
      : { reason: 'shard', name, queries: shards };
  return { kind: 'value', part: parameter(name, functions), uses: none, answers: false, fanOut } as const;
}

/** The best that equalities of the attribute tell: one value, then one of several, then its beginning. */
function byEquality(placeholder: Placeholder, givens: readonly Given[], inPartitionKey: boolean): Known {
  let best = unknown;
  for (const given of givens) {
    if (given.clause.operator !== '=' || given.attribute.name !== placeholder.name) continue;
    const next = fromEquality(placeholder, given, inPartitionKey);
    if (next.kind === 'value' && next.fanOut === undefined) return next;
    if (next.kind === 'value' || best.kind === 'unknown') best = next;
  }
  return best;
}

/**
 * What is known of a placeholder; `open` are the clauses that no key has answered yet. Where the partition key has
 * answered a truncation, a range of the same attribute says more of the sort key than the truncation again.
 */
export function knownOf(
  placeholder: Placeholder,
  entity: Entity,
  givens: readonly Given[],
  inPartitionKey: boolean,
  open: ReadonlySet<Clause>,
): Known {
  const attribute = entity.attributes.get(placeholder.name);
  const constant = attribute?.decl.constant?.value;
  if (constant !== undefined && constant !== null) {
    const text = applyCalls(constant, placeholder.functions, attribute?.format?.name) ?? String(constant);
    const uses = givens.filter((given) => given.attribute === attribute).map((given) => given.clause);
    return { kind: 'value', part: literal(text), uses, answers: true, fanOut: undefined };
  }
  const equal = byEquality(placeholder, givens, inPartitionKey);
  if (equal.kind === 'value') return equal;
  const ranged = givens.find(
    (given) => given.attribute.name === placeholder.name && rangeOperator(given.clause) !== undefined,
  );
  if (equal.kind === 'beginning' && !(ranged && !open.has(equal.clause))) return equal;
  const each = inPartitionKey ? valueByValue(placeholder, attribute, ranged !== undefined) : undefined;
  if (each) return each;
  const operator = ranged && rangeOperator(ranged.clause);
  return ranged && operator ? { kind: 'range', given: ranged, operator } : unknown;
}
