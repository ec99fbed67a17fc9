// Quick fixes for a query that one index would serve but for one obstacle: what it projects, or which items it holds.
// Deliberately dearer answers, a new index above all, stand elsewhere and come after these.
import type { Refusal } from '../../analysis/routes/route.ts';
import type { ActionUse } from '../../model/actions.ts';
import type { Layout, Target } from '../../model/design.ts';
import { insertEntry } from '../../syntax/edit-yaml.ts';
import { printClause } from '../../syntax/print-clause.ts';
import { entryOf } from '../../syntax/tree.ts';
import type { TextEdit } from '../../text/edit.ts';
import { listOf } from '../../text/words.ts';
import type { Fix } from '../rule.ts';
import { listEdits, listText, sourcesOf } from './clause-edits.ts';

/** Projects what the pattern needs, or has it select only what is projected. */
export function projectionFixes(text: string, use: ActionUse, refusals: readonly Refusal[]): readonly Fix[] {
  return refusals.flatMap(({ target, obstacles }): readonly Fix[] => {
    const [only] = obstacles;
    if (obstacles.length !== 1 || only?.kind !== 'not-projected') return [];
    const widened = widen(text, target, use.action.select && only.attributes);
    const held = wantedBy(use).filter((name) => !only.attributes.includes(name));
    const selected = held.length > 0 ? listEdits(text, use.action, 'select', held) : [];
    const what = use.action.select ? listOf(only.attributes) : 'all attributes';
    return [
      { title: `Have ${target.name} project ${what}`, edits: widened },
      { title: `Select only what ${target.name} projects: ${listOf(held)}`, edits: selected },
    ];
  });
}

/** The attributes that the pattern returns. */
function wantedBy({ action, entities }: ActionUse): readonly string[] {
  if (action.select) return action.select.map(({ value }) => value);
  const stored = entities.flatMap(({ attributes }) =>
    [...attributes.values()].filter(({ decl }) => decl.stored).map(({ name }) => name),
  );
  return [...new Set(stored)];
}

/** The projection with these attributes more; with all where none are named. */
function widen(text: string, { decl }: Target, names: readonly string[] | undefined): readonly TextEdit[] {
  const node = decl?.entry.value;
  if (decl === undefined || node?.kind !== 'map' || node.alias !== undefined) return [];
  const projected = typeof decl.projection === 'string' ? [] : decl.projection.map(({ value }) => value);
  const newText = names === undefined ? 'all' : listText([...projected, ...names]);
  const entry = entryOf(node, 'projection');
  if (entry === undefined) return insertEntry(text, node, 'projection', newText);
  const { value } = entry;
  if (value === undefined || value.kind === 'map' || value.alias !== undefined) return [];
  const isBlock = value.kind === 'list' && !value.flow;
  return isBlock
    ? [{ span: { start: entry.key.span.end, end: entry.span.end }, newText: `: ${newText}` }]
    : [{ span: value.span, newText }];
}

/** Asks only for the items that a conditional index holds. */
export function conditionFixes(text: string, use: ActionUse, refusals: readonly Refusal[]): readonly Fix[] {
  return refusals.flatMap(({ target, obstacles }): readonly Fix[] => {
    if (obstacles.length === 0 || obstacles.some(({ kind }) => kind !== 'layout-conditional')) return [];
    const layouts = use.entities.flatMap((entity) =>
      entity.layouts.filter((layout) => layout.target === target),
    );
    return layouts.map((layout) => {
      const asked = sourcesOf(use.action.where);
      const added = guardsOf(layout).filter((guard) => !asked.includes(guard));
      const edits = added.length > 0 ? listEdits(text, use.action, 'where', [...asked, ...added]) : [];
      return { title: `Ask only for those in ${target.name}: ${added.join(', ')}`, edits };
    });
  });
}

/** What holds of every item in the layout. */
const guardsOf = ({ variant, sparse }: Layout): readonly string[] => [
  ...(variant?.when ?? []).flatMap(({ clause }) => (clause ? [printClause(clause)] : [])),
  ...sparse.map((name) => `${name} exists`),
];
