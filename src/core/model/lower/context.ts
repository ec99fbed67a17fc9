// The readers of the small languages, bound to one text so that their spans lie in it.
// Deliberately keeps the problems beside the values: rules report them later.
import { parseClause } from '../../syntax/parse-clause.ts';
import { parseTemplate } from '../../syntax/parse-template.ts';
import { offsetMap } from '../../syntax/scalar-offsets.ts';
import { type MapEntry, type Node, type ScalarNode, spanOf } from '../../syntax/tree.ts';
import type { ClauseDecl, KeyDecl, KeyValueDecl } from '../model.ts';
import { scalarsOf } from './fields.ts';

export function clauseOf(text: string, scalar: ScalarNode): ClauseDecl {
  const { value, problems } = parseClause(scalar.source, offsetMap(text, scalar));
  return { clause: value, problems, scalar, span: spanOf(scalar) };
}

export function clausesOf(text: string, node: Node | undefined, key: string): readonly ClauseDecl[] {
  const scalars = scalarsOf(node, key);
  return scalars.length === 0 ? noClauses : scalars.map((scalar) => clauseOf(text, scalar));
}

const noClauses: readonly ClauseDecl[] = Object.freeze([]);

export function templateOf(text: string, scalar: ScalarNode): KeyValueDecl {
  const { value, problems } = parseTemplate(scalar.source, offsetMap(text, scalar));
  return { template: value, problems, scalar };
}

/** A key with its template; undefined where no scalar stands. */
export function keyOf(text: string, entry: MapEntry): KeyDecl | undefined {
  if (entry.value?.kind !== 'scalar' || entry.value.value === null) return undefined;
  const { template, problems, scalar } = templateOf(text, entry.value);
  return {
    name: entry.key.source,
    nameSpan: entry.key.span,
    span: entry.span,
    entry,
    template,
    problems,
    scalar,
  };
}
