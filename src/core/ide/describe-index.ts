// An index in words: its keys, what it projects, which entities lie in it, which patterns it serves.
// Deliberately leaves it open whether the index is worth its price: the figures stand side by side.
import type { Size } from '../analysis/capacity/item-size.ts';
import { printMissing, printQuantity } from '../analysis/capacity/print-steps.ts';
import { searchedTarget } from '../analysis/capacity/vector-units.ts';
import { allActions } from '../model/actions.ts';
import type { Entity, Layout, Target } from '../model/design.ts';
import type { IndexDecl } from '../model/model.ts';
import { keyOwners, type Unread, unreadIn } from '../rules/index/presence.ts';
import { indexReads } from '../rules/index/reads.ts';
import type { Snapshot } from '../snapshot.ts';
import { printShare } from '../syntax/quantity.ts';
import { indexMoney } from './describe-cost.ts';
import { condition, keyHeads, layoutKeys } from './describe-entity.ts';
import { figure } from './figure.ts';
import { blocks, code, codeBlock, plainText, table } from './markdown.ts';

interface Entry {
  readonly layout: Layout;
  readonly size: Size;
}

/** The ways in which items of the entity lie in the index, each with the size of an entry. */
function entriesIn({ sizes }: Snapshot, entity: Entity, target: Target | undefined): readonly Entry[] {
  const keyed = entity.layouts
    .filter((layout) => layout.target === target)
    .map((layout) => ({ layout, size: sizes.entry(entity, layout) }));
  return [...keyed, ...sizes.vectorEntries(entity).filter((entry) => entry.target === target)];
}

/** `always`, `sometimes, when status = OPEN: 3%`, `always, by accident`. */
function membership({ sizes }: Snapshot, layout: Layout, unread: Unread | undefined): string {
  const when = condition(layout);
  const { mean } = sizes.counts.share(layout);
  const share = mean === undefined ? '' : `: ${printShare(mean)}`;
  const often = when === '' ? 'always' : `sometimes, when ${when}${share}`;
  const why = unread?.isByAccident ? ', by accident' : ', not read';
  return unread === undefined ? often : `${often}${why}`;
}

/** What the index would cost with more or less in it; nothing where no item lies in it. */
function projectionTable({ projections }: Snapshot, target: Target | undefined): string | undefined {
  const all = target ? projections(target) : [];
  if (all.length < 2 || all.every(({ entries }) => entries.length === 0)) return undefined;
  const rows = all.map((each) => [
    `${projectionText(each.projection)}${each.isCurrent ? ' (now)' : ''}`,
    [...new Set(each.entries.map(({ bytes }) => printQuantity(bytes, 'B')))].join(', '),
    figure(each.keep, 'USD/month', 'cost'),
    each.lacking.map(({ name }) => code(name)).join(', '),
  ]);
  const heads = ['projection', 'entry', 'to keep', 'too little for'];
  return table(heads, rows, new Set([1, 2]));
}

const projectionText = (projection: Target['projection']): string =>
  typeof projection === 'string' ? projection : projection.map(code).join(', ');

export function describeIndex(snapshot: Snapshot, index: IndexDecl): string {
  const { design, sizes, routes } = snapshot;
  const target = [...design.targets, ...design.vectorTargets].find((each) => each.decl === index);
  const uses = allActions(design);
  const reads = indexReads(snapshot, uses);
  const owners = keyOwners(design.targets);
  const rows = [...design.entities.values()].flatMap((entity) => {
    const entries = entriesIn(snapshot, entity, target);
    const layouts = entries.map(({ layout }) => layout);
    const unread = target && unreadIn(reads, owners, entity, target, layouts);
    return entries.map(({ layout, size }) => [
      plainText(entity.name),
      ...layoutKeys(layout),
      membership(snapshot, layout, unread),
      printQuantity(size.total, 'B'),
    ]);
  });
  const serves = uses.filter((use) => {
    if (target === undefined) return false;
    if (use.action.kind === 'search') return searchedTarget(sizes, use) === target;
    const result = routes.get(use.action);
    return result?.kind === 'served' && result.route.target === target;
  });
  const names = [...new Set(serves.map((use) => use.pattern.name))];
  const money = indexMoney(snapshot, target);
  const { projection } = index;
  const projected = typeof projection === 'string' ? projection : projection.map(({ value }) => value);
  return blocks(
    `**${plainText(index.name)}** — ${index.kind} index, projects ${projectionText(projected)}`,
    index.description === undefined ? undefined : plainText(index.description),
    money?.line,
    rows.length > 0
      ? table(['entity', ...keyHeads, 'lies in it', 'entry'], rows, new Set([4]))
      : 'No entity lies in it.',
    names.length > 0 ? `Serves ${names.map(code).join(', ')}.` : 'No access pattern reads it.',
    projectionTable(snapshot, target),
    money && money.working.length > 0 ? blocks('Working:', codeBlock(money.working, 'text')) : undefined,
    printMissing(money?.missing ?? [])
      .map((line) => `- ${line}`)
      .join('\n'),
  );
}
