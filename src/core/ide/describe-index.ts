// An index in words: its keys, what it projects, which entities lie in it, which patterns it serves.
// Deliberately without its price; that comes with the costs.
import { printQuantity } from '../analysis/capacity/print-steps.ts';
import type { IndexDecl } from '../model/model.ts';
import { allActions } from '../rules/names.ts';
import type { Snapshot } from '../snapshot.ts';
import { keyHeads, layoutKeys } from './describe-entity.ts';
import { blocks, code, plainText, table } from './markdown.ts';

const projectionText = (index: IndexDecl): string =>
  typeof index.projection === 'string'
    ? index.projection
    : index.projection.map((name) => code(name.value)).join(', ');

export function describeIndex({ design, sizes, routes }: Snapshot, index: IndexDecl): string {
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
  const names = [...new Set(serves.map((use) => use.pattern))];
  return blocks(
    `**${plainText(index.name)}** — ${index.kind} index, projects ${projectionText(index)}`,
    index.description === undefined ? undefined : plainText(index.description),
    rows.length > 0 ? table(['entity', ...keyHeads, 'entry'], rows, new Set([3])) : 'No entity lies in it.',
    names.length > 0 ? `Serves ${names.map(code).join(', ')}.` : 'No access pattern reads it.',
  );
}
