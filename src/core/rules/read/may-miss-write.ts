// read/may-miss-write: a read that declares whose writes it must see, and may not see them.
// Deliberately by what is declared: which reads depend on which writes, no model of keys tells.
import type { ActionUse } from '../../model/actions.ts';
import { actionsOf } from '../../model/actions.ts';
import type { Design, Entity, Pattern, Target } from '../../model/design.ts';
import { insertEntry } from '../../syntax/edit-yaml.ts';
import { entryOf, type MapNode } from '../../syntax/tree.ts';
import type { TextEdit } from '../../text/edit.ts';
import type { Span } from '../../text/span.ts';
import { listOf } from '../../text/words.ts';
import { isServedAfter } from '../pattern/routed.ts';
import { defineRule, type Problem, type Related, type RuleContext } from '../rule.ts';
import { refOf, type UseRef, useOf } from '../support.ts';

interface Data {
  /** The read that is not strongly consistent and could be. */
  readonly weak: UseRef | undefined;
}

export const mayMissWrite = defineRule<Data>({
  id: 'read/may-miss-write',
  title: 'A read that may not see the write it depends on',
  why: 'An eventually consistent read can return what was before a write that has already succeeded, and a global index is always read so: its entries follow the table, usually within a second, and no option makes them follow at once. Strongly consistent reads there are only of the table and of local indexes, in the Region that took the write (DynamoDB developer guide, read consistency, as of 2026).',
  remedy:
    'Read from the table with `consistency: strong`, for which the key of the item must be known; keep in the application what was just written; or leave `readYourWrites` out where a moment’s delay does no harm.',
  severity: 'warning',
  *check(context) {
    for (const pattern of context.design.patterns) {
      const [name] = pattern.decl.readYourWrites;
      if (name === undefined) continue;
      const writers = writersOf(context.design, pattern);
      const written = new Set(writers.flatMap(writtenBy));
      const related = writers.map(({ name: writer, decl }) => ({
        span: decl.nameSpan,
        message: `${writer} writes it`,
      }));
      const reads = actionsOf(pattern).filter(({ action }) => isRead(action.kind));
      const dependent = reads.filter(({ entities }) => entities.some((entity) => written.has(entity)));
      if (dependent.length === 0 && reads.length > 0 && writers.length > 0) {
        yield ofNothing(pattern, writers, name.span);
      }
      for (const use of dependent) {
        const problem = problemOf(context, use, name.span, related);
        if (problem !== undefined) yield problem;
      }
    }
  },
  fixes({ data: { weak } }, { text, design }) {
    const use = weak && useOf(design, weak);
    const node = use && strengthOf(use);
    if (use === undefined || node === undefined) return [];
    const edits = strongEdits(text, node);
    const isServed = use.before.length > 0 || isServedAfter(text, edits, use);
    return edits.length > 0 && isServed
      ? [{ title: 'Write consistency: strong', edits, preferred: true }]
      : [];
  },
});

const isRead = (kind: string): boolean => ['get', 'query', 'scan', 'search'].includes(kind);

/** The patterns named, as far as they exist. */
const writersOf = ({ patterns }: Design, { decl }: Pattern): readonly Pattern[] =>
  patterns.filter(({ name }) => decl.readYourWrites.some(({ value }) => value === name));

const writtenBy = (pattern: Pattern): readonly Entity[] =>
  actionsOf(pattern).flatMap(({ action, entities }) =>
    isRead(action.kind) || action.kind === 'check' ? [] : entities,
  );

function ofNothing(pattern: Pattern, writers: readonly Pattern[], span: Span): Problem<Data> {
  const names = listOf(writers.map(({ name }) => name));
  return {
    span,
    message: `${pattern.name} is to see the writes of ${names}, ${writers.length > 1 ? 'which write' : 'which writes'} none of what it reads. Name the patterns that write it, or leave readYourWrites out.`,
    data: { weak: undefined },
    related: writers.map(({ name, decl }) => ({ span: decl.nameSpan, message: name })),
  };
}

function problemOf(
  { routes, design }: RuleContext,
  use: ActionUse,
  span: Span,
  related: readonly Related[],
): Problem<Data> | undefined {
  const { action, pattern } = use;
  const result = routes.get(action);
  const names = listOf(pattern.decl.readYourWrites.map(({ value }) => value));
  const index =
    action.kind === 'search'
      ? design.vectorTargets[0]
      : globalOf(result?.kind === 'served' ? result.route.target : undefined);
  if (index !== undefined) {
    return {
      span,
      severity: 'error',
      message: `${pattern.name} reads ${index.name}, which follows the table with a delay: what ${names} has just written can be missing there, and consistency: strong is not possible. Read it from the table by its key, or keep what was written in the application.`,
      data: { weak: undefined },
      related: [...related, { span: index.nameSpan, message: `${index.name} is read eventually` }],
    };
  }
  // Without a route another rule speaks.
  if (result?.kind !== 'served') return undefined;
  if (!action.strong) {
    return {
      span,
      message: `${pattern.name} reads eventually and can return what was before ${names}. Write consistency: strong, which costs twice.`,
      data: { weak: strengthOf(use) && refOf(use) },
      related,
    };
  }
  const { cacheWith } = pattern.decl;
  if (cacheWith === undefined || cacheWith === 'dax') return undefined;
  return {
    span,
    severity: 'information',
    message: `${pattern.name} is answered by a cache first, which can hold what was before ${names}. Write to the cache, or drop it there, with each of these writes.`,
    data: { weak: undefined },
    related,
  };
}

const globalOf = (target: Target | undefined): Target | undefined =>
  target?.kind === 'global' ? target : undefined;

/** The map in which the consistency of a read is written: legs of a batch take theirs from it. */
function strengthOf(use: ActionUse): MapNode | undefined {
  const { action, pattern, before } = use;
  const node = before.length > 0 ? action.node : pattern.decl.node;
  return node === undefined || (before.length > 0 && entryOf(node, action.kind) === undefined)
    ? undefined
    : node;
}

function strongEdits(text: string, node: MapNode): readonly TextEdit[] {
  const entry = entryOf(node, 'consistency');
  if (entry === undefined) return insertEntry(text, node, 'consistency', 'strong');
  return entry.value?.kind === 'scalar' && entry.value.alias === undefined
    ? [{ span: entry.value.span, newText: 'strong' }]
    : [];
}
