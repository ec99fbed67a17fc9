// The clauses of a list that could be read.
// Deliberately drops the others: a rule reports them.
import type { ClauseDecl } from '../../model/model.ts';
import type { Clause } from '../../syntax/clause.ts';

export const clausesOf = (decls: readonly ClauseDecl[]): readonly Clause[] =>
  decls.flatMap((decl) => (decl.clause ? [decl.clause] : []));
