// An index in words: its keys, what it projects, which entities lie in it, which patterns it serves.
// Deliberately leaves it open whether the index is worth its price: the figures stand side by side.
import { printMissing, printQuantity } from '../analysis/capacity/print-steps.ts';
import { allActions } from '../model/actions.ts';
import type { IndexDecl } from '../model/model.ts';
import type { Snapshot } from '../snapshot.ts';
import { indexMoney } from './describe-cost.ts';
import { keyHeads, layoutKeys } from './describe-entity.ts';
import { blocks, code, codeBlock, plainText, table } from './markdown.ts';

const projectionText = (index: IndexDecl): string =>
  typeof index.projection === 'string'
    ? index.projection
    : index.projection.map((name) => code(name.value)).join(', ');

export function describeIndex(snapshot: Snapshot, index: IndexDecl): string {
  const { design, sizes, routes } = snapshot;
  const target = design.targets.find((each) => each.decl === index);
  const rows = [...design.entities.values()].flatMap((entity) =>
    entity.layouts
      .filter((layout) => layout.target === target)
      .map((layout) => [
        plainText(entity.name),
        ...layoutKeys(layout),
        printQuantity(sizes.entry(entity, layout).total, 'B'),
      ]),
  );
  const serves = allActions(design).filter((use) => {
    const result = routes.get(use.action);
    return result?.kind === 'served' && result.route.target === target && target !== undefined;
  });
  const names = [...new Set(serves.map((use) => use.pattern.name))];
  const money = indexMoney(snapshot, target);
  return blocks(
    `**${plainText(index.name)}** — ${index.kind} index, projects ${projectionText(index)}`,
    index.description === undefined ? undefined : plainText(index.description),
    money?.line,
    rows.length > 0 ? table(['entity', ...keyHeads, 'entry'], rows, new Set([3])) : 'No entity lies in it.',
    names.length > 0 ? `Serves ${names.map(code).join(', ')}.` : 'No access pattern reads it.',
    money && money.working.length > 0 ? blocks('Working:', codeBlock(money.working, 'text')) : undefined,
    printMissing(money?.missing ?? [])
      .map((line) => `- ${line}`)
      .join('\n'),
  );
}
