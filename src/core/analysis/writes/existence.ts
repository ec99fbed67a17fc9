// Whether a write demands that its item is there, or that it is not.
// Deliberately by the conditions alone: they hold when the write happens, whatever the caller has read before.

import type { Action } from '../../model/model.ts';
import type { Clause, Operator } from '../../syntax/clause.ts';
import { clausesOf } from '../routes/clauses.ts';

/** Operators that an attribute which is not there can meet. */
const metByAbsence: ReadonlySet<Operator> = new Set<Operator>(['not-exists', '<>']);

const impliesItem = ({ operator }: Clause): boolean => !metByAbsence.has(operator);

/** No item, no write: by `exists`, or by a comparison that no missing attribute meets. */
export const demandsItem = ({ condition }: Action): boolean => clausesOf(condition).some(impliesItem);

/** `not-exists` of the whole item. */
export const demandsNoItem = ({ condition }: Action): boolean =>
  clausesOf(condition).some(({ attribute, operator }) => attribute === '' && operator === 'not-exists');

/** The model says that the item is there: what it knows of it before, or has read of it. */
export const knowsItem = ({ when, given }: Action): boolean =>
  given.length > 0 || clausesOf(when).some(impliesItem);
