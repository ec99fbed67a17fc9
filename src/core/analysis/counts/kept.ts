// The share of an entity's items that clauses let through: what a filter keeps of all that was read.
// Deliberately by equality and presence alone: what part a range keeps nothing tells, so this is the most that is kept.
import type { Attribute, Entity } from '../../model/design.ts';
import type { Clause } from '../../syntax/clause.ts';
import { tidy } from '../capacity/quantity.ts';
import type { Counts } from './counts.ts';
import { presentShare, valuesOf } from './worlds.ts';

/** 0 to 1, on average and at most; undefined where no clause tells. Clauses are taken as independent of each other. */
export function keptShare(counts: Counts, entity: Entity, clauses: readonly Clause[]): number | undefined {
  const given: string[] = [];
  let share: number | undefined;
  const keep = (part: number | undefined): void => {
    if (part !== undefined) share = (share ?? 1) * Math.min(1, part);
  };
  for (const clause of clauses) {
    const attribute = entity.attributes.get(clause.attribute);
    if (attribute === undefined || clause.functions.length > 0) continue;
    const isGiven = clause.operands.every(({ kind }) => kind === 'parameter');
    if (clause.operator !== '=' || !isGiven) keep(shareOf(attribute, clause));
    else if (clause.operands.length === 1) given.push(attribute.name);
    else keep(quotientOf(clause.operands.length, counts.distinct(entity, [attribute.name]).mean));
  }
  if (given.length > 0) keep(quotientOf(1, counts.distinct(entity, given).mean));
  return share === undefined ? undefined : tidy(share);
}

const quotientOf = (part: number, all: number | undefined): number | undefined =>
  all === undefined || all === 0 ? undefined : part / all;

/** What one clause with constants, or about presence, lets through. */
function shareOf(attribute: Attribute, { operator, operands }: Clause): number | undefined {
  const present = presentShare(attribute);
  switch (operator) {
    case 'exists':
      return present;
    case 'not-exists':
      return present === undefined ? undefined : 1 - present;
    case '=': {
      const values = valuesOf(attribute);
      const shares = operands.map((operand) =>
        operand.kind === 'constant' ? values?.find(({ text }) => text === operand.text)?.share : undefined,
      );
      return shares.reduce<number | undefined>(
        (total, each) => (total === undefined || each === undefined ? undefined : total + each),
        0,
      );
    }
    default:
      return undefined;
  }
}
