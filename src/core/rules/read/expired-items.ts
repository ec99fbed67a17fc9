// read/expired-items: a read that returns items whose time to live has passed.
// Deliberately silent where the time is asked for by a filter or key, and where what was read is only deleted.

import { clausesOf } from '../../analysis/routes/clauses.ts';
import type { ActionUse } from '../../model/actions.ts';
import type { Entity, Target } from '../../model/design.ts';
import type { Spanned } from '../../text/span.ts';
import { listOf } from '../../text/words.ts';
import { listEdits, sourcesOf } from '../pattern/clause-edits.ts';
import { isServedAfter } from '../pattern/routed.ts';
import { defineRule, type Problem, type RuleContext } from '../rule.ts';
import { refOf, spanOfUse, type UseRef, useOf } from '../support.ts';

interface Data {
  readonly use: UseRef;
  /** The attribute by which items expire. */
  readonly name: string;
  readonly isFilterSafe: boolean;
}

export const expiredItems = defineRule<Data>({
  id: 'read/expired-items',
  title: 'A read that returns expired items',
  why: 'DynamoDB deletes an item some time after its time to live has passed, usually within a few days. Until then reads return it, from the table and from indexes (DynamoDB developer guide, time to live, as of 2026-10).',
  remedy:
    'Filter by the time of now (`filter: expiresAt > :now`); GetItem has no filter, so compare the time in the application, which must then ask for it. Silence this where the application does so.',
  severity: 'information',
  *check(context) {
    const named = context.model.table?.timeToLive;
    if (named === undefined) return;
    for (const use of context.uses.actions) {
      const problem = problemOf(context, use, named);
      if (problem !== undefined) yield problem;
    }
  },
  fixes({ data: { use: ref, name, isFilterSafe } }, { text, design }) {
    const use = useOf(design, ref);
    if (use === undefined || !isFilterSafe) return [];
    const condition = `${name} > :now`;
    const edits = listEdits(text, use.action, 'filter', [...sourcesOf(use.action.filter), condition]);
    return isServedAfter(text, edits, use)
      ? [{ title: `Write filter: ${condition}`, edits, preferred: true }]
      : [];
  },
});

const readKinds: ReadonlySet<string> = new Set(['get', 'query', 'scan', 'search']);

function problemOf(
  { routes }: RuleContext,
  use: ActionUse,
  { value: name, span }: Spanned<string>,
): Problem<Data> | undefined {
  const { action, pattern, entities } = use;
  const expiring = readKinds.has(action.kind) ? entities.filter((entity) => expires(entity, name)) : [];
  if (expiring.length === 0 || asksFor(use, name) || isOnlyDeleted(use)) return undefined;
  const result = routes.get(action);
  const refusal = whyNoFilter(use, result?.kind === 'served' ? result.route.target : undefined, name);
  const isSelected = action.select === undefined || action.select.some(({ value }) => value === name);
  const select = isSelected ? '' : `It does not ask for ${name}, so nothing tells: select it. `;
  const remedy =
    refusal === undefined
      ? `Write filter: ${name} > :now.`
      : `${select}${refusal}: compare ${name} with the clock in the application.`;
  const names = listOf(
    expiring.map((entity) => entity.name),
    'or',
  );
  return {
    span: spanOfUse(use),
    message: `${pattern.name} returns a ${names} that has expired, until DynamoDB deletes it: usually within a few days. ${remedy}`,
    data: { use: refOf(use), name, isFilterSafe: refusal === undefined },
    related: [
      { span, message: 'the time to live' },
      ...expiring.flatMap((entity) => {
        const decl = entity.attributes.get(name)?.decl;
        return decl ? [{ span: decl.nameSpan, message: `when a ${entity.name} expires` }] : [];
      }),
    ],
    ...(isSelected ? {} : { severity: 'warning' as const }),
  };
}

/** Of another type it is no time to live, which table/time-to-live says. */
function expires({ attributes }: Entity, name: string): boolean {
  const attribute = attributes.get(name);
  return attribute?.decl.stored === true && attribute.type === 'number';
}

const asksFor = ({ action }: ActionUse, name: string): boolean =>
  clausesOf([...action.filter, ...action.where]).some(({ attribute }) => attribute === name) ||
  action.key?.some((key) => key.name === name) === true;

/** What has expired may be deleted as well. */
function isOnlyDeleted({ pattern: { steps }, before }: ActionUse): boolean {
  const [next] = steps;
  return before.length === 0 && next?.actions.every(({ action }) => action.kind === 'delete') === true;
}

/** Undefined where `filter: expiresAt > :now` leaves out what has expired and nothing else. */
function whyNoFilter(
  { action, entities }: ActionUse,
  target: Target | undefined,
  name: string,
): string | undefined {
  if (action.kind === 'get') return 'A get takes no filter';
  if (action.kind === 'search') return 'A search is not narrowed by it';
  if (target === undefined || isKeyOf(target, name)) return 'A filter takes no key';
  if (target.projection !== 'all' && !target.projection.includes(name)) return `${target.name} lacks it`;
  if (action.limit !== undefined) return 'A filter is applied after the limit';
  const isInAll = entities.every((entity) => entity.attributes.get(name)?.decl.optional === false);
  return isInAll ? undefined : 'A filter would drop what never expires, too';
}

const isKeyOf = ({ partitionKey, sortKey }: Target, name: string): boolean =>
  [...partitionKey, ...sortKey].some((key) => key.name === name);
