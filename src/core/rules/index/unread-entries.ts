// index/unread-entries: an entity whose entries in an index no access pattern reads: by keys written for it, or by chance.
// Deliberately silent about an index that nothing reads at all (index/unused), and about one made of the table's own keys.
import { printQuantity } from '../../analysis/capacity/print-steps.ts';
import type { Entity, Layout, Target } from '../../model/design.ts';
import type { KeyDecl } from '../../model/model.ts';
import { removeEntry } from '../../syntax/edit-yaml.ts';
import { entryOf } from '../../syntax/tree.ts';
import type { TextEdit } from '../../text/edit.ts';
import { listOf } from '../../text/words.ts';
import { defineRule, type Problem, type RuleContext } from '../rule.ts';
import { totalBurden } from './burden.ts';

interface Data {
  readonly entity: Entity;
  /** The lines that stand for this index alone. */
  readonly lines: readonly KeyDecl[];
}

export const unreadEntries = defineRule<Data>({
  id: 'index/unread-entries',
  title: 'An entity in an index where nobody reads it',
  why: 'An item is in an index if it carries the index’s key attributes: because they were written for it, or by chance, because its own attributes have the same names. Each entry is one more write and is stored a second time, and queries of others on the index may read it, too.',
  remedy:
    'Leave the keys out that put it there; where its own attribute puts it there by chance, give the attribute or the key of the index another name. Or write the pattern that reads it there.',
  severity: 'information',
  *check(context) {
    const { design, uses } = context;
    if (!uses.indexReads.isComplete) return;
    const owners = targetsByKey(design.targets);
    for (const entity of design.entities.values()) {
      for (const [target, layouts] of byTarget(entity)) {
        const read = uses.indexReads.entities.get(target.name);
        if (target.kind === 'table' || read === undefined || read.has(entity)) continue;
        const problem = problemOf(context, entity, target, layouts, owners);
        if (problem !== undefined) yield problem;
      }
    }
  },
  fixes({ data: { entity, lines } }, { text }) {
    const keys = entryOf(entity.decl.node, 'keys')?.value;
    if (lines.length === 0 || keys?.kind !== 'map' || keys.alias !== undefined) return [];
    if (keys.entries.length <= lines.length || keys.flow) return [];
    const edits: readonly TextEdit[] = lines.flatMap(({ entry }) => removeEntry(text, keys, entry));
    return [{ title: `Remove ${listOf(lines.map(({ name }) => name))}`, edits }];
  },
});

/** Of each key attribute, the targets that it is a key of. */
function targetsByKey(targets: readonly Target[]): ReadonlyMap<string, ReadonlySet<Target>> {
  const owners = new Map<string, Set<Target>>();
  for (const target of targets) {
    for (const { name } of [...target.partitionKey, ...target.sortKey]) {
      const known = owners.get(name) ?? new Set();
      owners.set(name, known.add(target));
    }
  }
  return owners;
}

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
  owners: ReadonlyMap<string, ReadonlySet<Target>>,
): Problem<Data> | undefined {
  const parts = layouts.flatMap(({ partition, sort }) => [...partition, ...sort]);
  const own = parts.flatMap(({ decl, key }) => (decl && owners.get(key.name)?.size === 1 ? [decl] : []));
  const lines = [...new Set(own)];
  const plain = parts.flatMap(({ decl, key }) => (decl ? [] : [key.name]));
  const attribute = plain.flatMap((name) => entity.attributes.get(name) ?? []).at(0);
  // Keys of the table, or of another index, put it there: an inverted index holds what the table holds.
  if (lines.length === 0 && attribute === undefined) return undefined;
  const burden = totalBurden(context, target, [entity]);
  const [layout] = layouts;
  const size = layout && context.sizes.entry(entity, layout).total;
  const entry = size === undefined || size.mean === undefined ? '' : ` of ${printQuantity(size, 'B')}`;
  const cost = `an entry${entry} with each write${burden === '' ? '' : `, ${burden}`}`;
  const isByChance = lines.length === 0;
  return {
    span: lines[0]?.nameSpan ?? attribute?.decl.nameSpan ?? entity.decl.nameSpan,
    message: isByChance
      ? `Every ${entity.name} that has ${listOf([...new Set(plain)])} lies in ${target.name}, and no access pattern reads it there: ${cost}. If that is chance, give the attribute another name.`
      : `No access pattern reads ${entity.name} in ${target.name}: ${cost}. Remove ${listOf(lines.map(({ name }) => name))}, or write the pattern that reads it there.`,
    data: { entity, lines: layouts.every(({ variant }) => variant === undefined) ? lines : [] },
    related: [{ span: target.nameSpan, message: `the index ${target.name}` }],
    unnecessary: !isByChance,
  };
}
