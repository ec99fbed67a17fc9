// index/unread-entries: an entity whose entries in an index no access pattern reads: by keys written for it, or by accident.
// Deliberately silent about an index that nothing reads at all (index/unused), and about one made of the table's own keys.
import { printQuantity } from '../../analysis/capacity/print-steps.ts';
import type { Entity, Layout, Target } from '../../model/design.ts';
import { removeEntry } from '../../syntax/edit-yaml.ts';
import { entryOf } from '../../syntax/tree.ts';
import type { TextEdit } from '../../text/edit.ts';
import { listOf } from '../../text/words.ts';
import { defineRule, type Problem, type Related, type RuleContext } from '../rule.ts';
import { totalBurden } from './burden.ts';
import { keyOwners, type Unread, unreadIn } from './presence.ts';

interface Data {
  readonly entity: string;
  /** The lines that stand for this index alone. */
  readonly lines: readonly string[];
}

export const unreadEntries = defineRule<Data>({
  id: 'index/unread-entries',
  title: 'An entity in an index where nobody reads it',
  why: 'An item is in an index if it carries the index’s key attributes: because they were written for it, or by accident, because its own attributes have the same names. Each entry is one more write and is stored a second time, and queries of others on the index may read it, too.',
  remedy:
    'Leave the keys out that put it there; where its own attribute puts it there by accident, give the attribute or the key of the index another name. Or write the pattern that reads it there.',
  severity: 'information',
  *check(context) {
    const { design, uses } = context;
    if (!uses.indexReads.isComplete) return;
    const owners = keyOwners(design.targets);
    for (const entity of design.entities.values()) {
      for (const [target, layouts] of byTarget(entity)) {
        const unread = unreadIn(uses.indexReads, owners, entity, target, layouts);
        if (unread !== undefined) yield problemOf(context, entity, target, layouts, unread);
      }
    }
  },
  fixes({ data: { entity, lines } }, { text, design }) {
    const decl = design.entities.get(entity)?.decl;
    const keys = entryOf(decl?.node, 'keys')?.value;
    if (decl === undefined || lines.length === 0 || keys?.kind !== 'map' || keys.alias !== undefined)
      return [];
    if (keys.entries.length <= lines.length || keys.flow) return [];
    const edits: readonly TextEdit[] = decl.keys
      .filter(({ name }) => lines.includes(name))
      .flatMap(({ entry }) => removeEntry(text, keys, entry));
    return [{ title: `Remove ${listOf(lines)}`, edits }];
  },
});

function byTarget(entity: Entity): ReadonlyMap<Target, readonly Layout[]> {
  const found = new Map<Target, Layout[]>();
  for (const layout of entity.layouts) {
    const known = found.get(layout.target);
    if (known) known.push(layout);
    else found.set(layout.target, [layout]);
  }
  return found;
}

function problemOf(
  context: RuleContext,
  entity: Entity,
  target: Target,
  layouts: readonly Layout[],
  { lines, plain, isByAccident }: Unread,
): Problem<Data> {
  const attribute = entity.attributes.get(plain[0] ?? '');
  const burden = totalBurden(context, target, [entity]);
  const [layout] = layouts;
  const size = layout && context.sizes.entry(entity, layout).total;
  const entry = size === undefined || size.mean === undefined ? '' : ` of ${printQuantity(size, 'B')}`;
  const cost = `an entry${entry} with each write${burden === '' ? '' : `, ${burden}`}`;
  return {
    span: lines[0]?.nameSpan ?? attribute?.decl.nameSpan ?? entity.decl.nameSpan,
    message: isByAccident
      ? `Every ${entity.name} that has ${listOf(plain)} lies in ${target.name}, by accident as it seems, since no access pattern reads it there: ${cost}. Give the attribute another name, or write the pattern that reads it there.`
      : `No access pattern reads ${entity.name} in ${target.name}: ${cost}. Remove ${listOf(lines.map(({ name }) => name))}, or write the pattern that reads it there.`,
    data: {
      entity: entity.name,
      lines: layouts.every(({ variant }) => variant === undefined) ? lines.map(({ name }) => name) : [],
    },
    related: [{ span: target.nameSpan, message: `the index ${target.name}` }, ...readersOf(context, target)],
    unnecessary: !isByAccident,
  };
}

/** Whom the index serves. */
const readersOf = ({ uses, routes }: RuleContext, target: Target): readonly Related[] => {
  const reader = uses.actions.find(({ action }) => {
    const result = routes.get(action);
    return result?.kind === 'served' && result.route.target === target;
  });
  return reader === undefined
    ? []
    : [{ span: reader.pattern.decl.nameSpan, message: `${reader.pattern.name} reads others there` }];
};
