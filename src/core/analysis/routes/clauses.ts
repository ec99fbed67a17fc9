// The clauses of a list that could be read, each once.
// Deliberately drops the others: rules report them.
import type { ClauseDecl } from '../../model/model.ts';
import type { Clause } from '../../syntax/clause.ts';
import { printClause } from '../../syntax/print-clause.ts';

/** Whether two clauses say the same; cheap where their attributes or operators differ. */
export const sameClause = (a: Clause, b: Clause): boolean =>
  a.attribute === b.attribute && a.operator === b.operator && printClause(a) === printClause(b);

export function clausesOf(decls: readonly ClauseDecl[]): readonly Clause[] {
  const clauses: Clause[] = [];
  for (const { clause } of decls) {
    if (clause && !clauses.some((other) => sameClause(other, clause))) clauses.push(clause);
  }
  return clauses;
}
