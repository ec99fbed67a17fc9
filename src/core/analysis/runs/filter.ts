// What a filter leaves of the items read: arguments that leave some, and the verdict on each.
// Deliberately lets pass what cannot be decided: a filter is never paid for, so a doubt costs nobody.
import type { Entity } from '../../model/design.ts';
import type { Clause, Operand } from '../../syntax/clause.ts';
import type { DynamoValue } from '../capacity/item.ts';
import { compareValues } from '../samples/compare-values.ts';
import { printValue } from '../samples/print-value.ts';
import type { SampleItem } from '../samples/samples.ts';
import { holdsFor } from '../samples/when.ts';
import type { Arguments } from './run.ts';
import { parametersOf } from './scene.ts';

/** The clause with the arguments in the place of its parameters; undefined where one is missing. */
export function withArguments(clause: Clause, args: Arguments): Clause | undefined {
  const names = parametersOf(clause);
  if (names.length === 0) return clause;
  const isOpenRange = clause.operator === 'between' && clause.operands.length < 2;
  const operands: readonly Operand[] = isOpenRange
    ? names.map((name) => ({ kind: 'parameter', name, span: clause.span }))
    : clause.operands;
  const constants: Operand[] = [];
  for (const operand of operands) {
    if (operand.kind === 'constant') {
      constants.push(operand);
      continue;
    }
    const value = args.get(operand.name);
    if (value === undefined) return undefined;
    constants.push({
      kind: 'constant',
      text: printValue(value),
      quoted: value.type === 'string',
      span: operand.span,
    });
  }
  return { ...clause, operands: constants };
}

export function passes(
  sample: SampleItem,
  entity: Entity,
  clauses: readonly Clause[],
  args: Arguments,
): boolean {
  return clauses.every((clause) => {
    const known = withArguments(clause, args);
    const attribute = entity.attributes.get(clause.attribute);
    const value = sample.values.get(clause.attribute) ?? sample.item.get(clause.attribute);
    return known === undefined || holdsFor(known, value, attribute?.format?.name);
  });
}

/** A value just before all of these, for a bound that is not included. */
function before(value: DynamoValue): DynamoValue | undefined {
  if (value.type === 'number') return { type: 'number', value: String(Number(value.value) - 1) };
  return value.type === 'string' ? { type: 'string', value: value.value.slice(0, -1) || ' ' } : undefined;
}

function after(value: DynamoValue): DynamoValue | undefined {
  if (value.type === 'number') return { type: 'number', value: String(Number(value.value) + 1) };
  return value.type === 'string' ? { type: 'string', value: `${value.value}~` } : undefined;
}

/** Arguments with which each clause of the filter lets some of the items pass and, where it can, not all. */
export function filterArguments(
  clauses: readonly Clause[],
  items: readonly SampleItem[],
  known: Arguments,
): Arguments {
  const args = new Map(known);
  for (const clause of clauses) {
    const names = parametersOf(clause);
    const values = items.flatMap((item) => item.values.get(clause.attribute) ?? []).toSorted(compareValues);
    const [least, greatest] = [values[0], values.at(-1)];
    if (least === undefined || greatest === undefined) continue;
    const middle = values[Math.floor((values.length - 1) / 2)];
    const several = compareValues(least, greatest) < 0;
    for (const [i, name] of names.entries()) {
      if (args.has(name)) continue;
      const value = argumentOf(clause.operator, i, { least, middle, greatest, several });
      if (value) args.set(name, value);
    }
  }
  return args;
}

interface Values {
  readonly least: DynamoValue;
  readonly middle: DynamoValue | undefined;
  readonly greatest: DynamoValue;
  /** They are not all the same. */
  readonly several: boolean;
}

function argumentOf(
  operator: Clause['operator'],
  place: number,
  { least, middle, greatest, several }: Values,
): DynamoValue | undefined {
  switch (operator) {
    case '>':
      return several ? least : before(least);
    case '<':
      return several ? greatest : after(greatest);
    case '>=':
      return greatest;
    case '<=':
      return least;
    case 'between':
      return place === 0 ? middle : greatest;
    case 'contains':
      return memberOf(greatest);
    default:
      return greatest;
  }
}

function memberOf(value: DynamoValue): DynamoValue | undefined {
  switch (value.type) {
    case 'list':
      return value.value[0];
    case 'string-set':
      return { type: 'string', value: value.value[0] ?? '' };
    case 'number-set':
      return { type: 'number', value: value.value[0] ?? '0' };
    default:
      return value;
  }
}
