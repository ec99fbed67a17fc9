// Edits of the clause lists of a pattern: what quick fixes do when they move, add or join clauses.
// Deliberately writes a list anew as a whole, in flow style, as most of them stand.
import type { Action, ClauseDecl } from '../../model/model.ts';
import type { Clause, Operand } from '../../syntax/clause.ts';
import { insertEntry, removeEntry } from '../../syntax/edit-yaml.ts';
import { printFunctions } from '../../syntax/print-template.ts';
import { quote } from '../../syntax/quote-yaml.ts';
import { entryOf } from '../../syntax/tree.ts';
import type { TextEdit } from '../../text/edit.ts';

/** `a`, or `[a, b]`. */
export function listText(items: readonly string[]): string {
  const [only] = items;
  return items.length === 1 && only !== undefined ? quote(only) : `[${items.map(quote).join(', ')}]`;
}

/** Makes these the items under `key`, one alone without brackets; none takes the key away. No edit where an alias stands. */
export function listEdits(
  text: string,
  { node }: Action,
  key: string,
  items: readonly string[],
): readonly TextEdit[] {
  const entry = entryOf(node, key);
  if (node === undefined) return [];
  if (entry === undefined) return insertEntry(text, node, key, listText(items));
  const { value } = entry;
  if (items.length === 0) return removeEntry(text, node, entry);
  if (value === undefined || value.kind === 'map' || value.alias !== undefined) return [];
  const isBlock = value.kind === 'list' && !value.flow;
  // A block list begins on the next line, which the new text does not need.
  return isBlock
    ? [{ span: { start: entry.key.span.end, end: entry.span.end }, newText: `: ${listText(items)}` }]
    : [{ span: value.span, newText: listText(items) }];
}

/** The clauses as they are written. */
export const sourcesOf = (decls: readonly ClauseDecl[]): readonly string[] =>
  decls.map(({ scalar }) => scalar.source);

type Place = 'where' | 'filter' | 'condition';

/** Moves a clause as it is written; no edit where one of the two lists cannot be written anew. */
export function moveClause(
  text: string,
  action: Action,
  moved: ClauseDecl,
  from: Place,
  to: Place,
): readonly TextEdit[] {
  const rest = action[from].filter((decl) => decl !== moved);
  const entry = entryOf(action.node, from);
  // To take away one entry and add the other could touch the same line.
  if (rest.length === 0 && entry !== undefined && entryOf(action.node, to) === undefined) {
    return [{ span: entry.key.span, newText: to }];
  }
  const taken = listEdits(text, action, from, sourcesOf(rest));
  const added = listEdits(text, action, to, sourcesOf([...action[to], moved]));
  return taken.length > 0 && added.length > 0 ? [...taken, ...added] : [];
}

const isLower = ({ operator }: Clause): boolean => operator === '>' || operator === '>=';
const isUpper = ({ operator }: Clause): boolean => operator === '<' || operator === '<=';

/** A lower and an upper bound of one attribute as one `between`, which includes both; undefined for other clauses. */
export function joinBounds(a: Clause, b: Clause): Clause | undefined {
  const lower = [a, b].find(isLower);
  const upper = [a, b].find(isUpper);
  const subject = (clause: Clause): string => clause.attribute + printFunctions(clause.functions);
  if (lower === undefined || upper === undefined || subject(a) !== subject(b)) return undefined;
  const [low] = lower.operands;
  const [high] = upper.operands;
  if (low === undefined || high === undefined) return undefined;
  const same = parameterOf(low) !== undefined && parameterOf(low) === parameterOf(high);
  return { ...lower, operator: 'between', operands: same ? [low] : [low, high] };
}

const parameterOf = (operand: Operand): string | undefined =>
  operand.kind === 'parameter' ? operand.name : undefined;
