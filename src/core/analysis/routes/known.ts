// What a placeholder of a key template becomes when the pattern gives what it gives.
// Deliberately about one placeholder; fit-layout.ts walks whole keys.
import type { Attribute, Entity } from '../../model/design.ts';
import type { Clause, Operand } from '../../syntax/clause.ts';
import type { Placeholder, TemplatePart } from '../../syntax/template.ts';
import type { Given } from './bind.ts';
import { applyCalls, determines, remainder, shardsOf } from './functions.ts';
import { literal, parameter } from './rendering.ts';
import type { FanOut } from './route.ts';

const rangeOperators = ['<', '<=', '>', '>=', 'between', 'begins_with'] as const;
export type RangeOperator = (typeof rangeOperators)[number];

export const rangeOperator = (clause: Clause): RangeOperator | undefined =>
  rangeOperators.find((operator) => operator === clause.operator);

export type Known =
  /** One value; `consumes` are the clauses that it wholly answers. */
  | {
      readonly kind: 'value';
      readonly part: TemplatePart;
      readonly consumes: readonly Clause[];
      readonly fanOut?: FanOut;
    }
  /** Only the beginning of the value: a truncated date in front of the whole. */
  | { readonly kind: 'beginning'; readonly part: TemplatePart; readonly consumes: readonly Clause[] }
  | { readonly kind: 'range'; readonly given: Given; readonly operator: RangeOperator }
  | { readonly kind: 'unknown' };

const unknown: Known = { kind: 'unknown' };

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

/** True where the rendered value begins with the truncation that is given: a date-time, or a finer date, with its month. */
function isBeginning(attribute: Attribute, chain: Placeholder['functions'], given: Clause): boolean {
  const [call, ...others] = given.functions;
  const format = call?.args[0] ?? '';
  if (call?.name !== 'date' || others.length > 0 || attribute.format?.order !== 'time') return false;
  const [finer, ...rest] = chain;
  if (finer === undefined) return attribute.type === 'string' && /^yyyy(-MM(-dd)?)?$/.test(format);
  return rest.length === 0 && finer.name === 'date' && (finer.args[0] ?? '').startsWith(format);
}

function fromEquality(placeholder: Placeholder, { attribute, clause }: Given): Known {
  const rest = remainder(placeholder.functions, clause.functions);
  const [operand] = clause.operands;
  if (operand === undefined) return unknown;
  if (rest === undefined) {
    const part = operandPart(operand, attribute, clause.functions);
    return part && isBeginning(attribute, placeholder.functions, clause)
      ? { kind: 'beginning', part: parameter(clause.attribute, clause.functions), consumes: [clause] }
      : unknown;
  }
  // With `or` there is one query for each value, and the parameter stands for the one at hand.
  const several = clause.operands.length > 1;
  const part = several
    ? parameter(clause.attribute, placeholder.functions)
    : operandPart(operand, attribute, operand.kind === 'constant' ? rest : placeholder.functions);
  if (part === undefined) return unknown;
  const consumes = determines(rest) ? [clause] : [];
  if (!several) return { kind: 'value', part, consumes };
  const fanOut: FanOut = { reason: 'values', name: clause.attribute, queries: clause.operands.length };
  return { kind: 'value', part, consumes, fanOut };
}

/** How many values a truncated date has over the attribute's span; undefined where `span` is not written. */
function datesIn(attribute: Attribute | undefined, calls: Placeholder['functions']): number | undefined {
  const seconds = attribute?.sources.find((source) => source.timeSpan !== undefined)?.timeSpan;
  const format = calls.at(-1)?.args[0] ?? '';
  const unit = /ss/.test(format)
    ? 1
    : /mm/.test(format)
      ? 60
      : /HH/.test(format)
        ? 3600
        : /dd/.test(format)
          ? 86_400
          : /MM/.test(format)
            ? 2_629_800
            : 31_557_600;
  return seconds === undefined ? undefined : Math.max(1, Math.ceil(seconds / unit));
}

/** What is known of a placeholder; in a partition key, a shard or a truncated range may be asked value by value. */
export function knownOf(
  placeholder: Placeholder,
  entity: Entity,
  givens: readonly Given[],
  inPartitionKey: boolean,
): Known {
  const attribute = entity.attributes.get(placeholder.name);
  const constant = attribute?.decl.constant?.value;
  const own = givens.filter((given) => given.attribute.name === placeholder.name);
  const equality = own.find((given) => given.clause.operator === '=');
  if (constant !== undefined && constant !== null) {
    const text = applyCalls(constant, placeholder.functions, attribute?.format?.name) ?? String(constant);
    return { kind: 'value', part: literal(text), consumes: own.map((given) => given.clause) };
  }
  if (equality) {
    const known = fromEquality(placeholder, equality);
    if (known.kind !== 'unknown') return known;
  }
  const ranged = own.find((given) => rangeOperator(given.clause) !== undefined);
  if (inPartitionKey) {
    const shards = shardsOf(placeholder.functions);
    const part = parameter(placeholder.name, placeholder.functions);
    if (shards !== undefined) {
      return {
        kind: 'value',
        part,
        consumes: [],
        fanOut: { reason: 'shard', name: placeholder.name, queries: shards },
      };
    }
    if (ranged && placeholder.functions.at(-1)?.name === 'date') {
      const queries = datesIn(attribute, placeholder.functions);
      return {
        kind: 'value',
        part,
        consumes: [],
        fanOut: { reason: 'date', name: placeholder.name, queries },
      };
    }
  }
  const operator = ranged && rangeOperator(ranged.clause);
  return ranged && operator ? { kind: 'range', given: ranged, operator } : unknown;
}
