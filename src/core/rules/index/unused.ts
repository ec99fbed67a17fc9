// index/unused: an index that no access pattern reads.
// Deliberately silent while a read has no route: the index may be meant for it.
import type { Entity, Target } from '../../model/design.ts';
import { removeEntry } from '../../syntax/edit-yaml.ts';
import { entryOf } from '../../syntax/tree.ts';
import { listSome } from '../../text/words.ts';
import { defineRule } from '../rule.ts';
import { totalBurden } from './burden.ts';

export const unused = defineRule<{ readonly index: string }>({
  id: 'index/unused',
  title: 'An index that nothing reads',
  why: 'Every write of an item that lies in an index writes its entry there, too, and the entry is stored a second time, whether anybody reads it or not. A provisioned index that is too small for these writes throttles those to the table (DynamoDB developer guide, global secondary indexes, as of 2026).',
  remedy: 'Remove the index, or write the access pattern that it is for.',
  severity: 'information',
  *check(context) {
    const { design, uses } = context;
    if (!uses.indexReads.isComplete) return;
    const byTarget = entitiesByTarget([...design.entities.values()]);
    for (const index of design.model.indexes) {
      if (uses.indexReads.entities.has(index.name)) continue;
      const target = design.targets.find(({ decl }) => decl === index);
      const inside = target && byTarget.get(target);
      // One in which nothing lies is key/no-entity.
      if (index.kind !== 'vector' && (target === undefined || inside === undefined)) continue;
      const burden = target && inside ? totalBurden(context, target, inside) : '';
      const names = listSome((inside ?? []).map(({ name }) => name));
      const what = names === '' ? 'Each item with a vector' : `Each write of ${names}`;
      yield {
        span: index.span,
        message: `No access pattern reads ${index.name}. ${what} costs one more in it${burden === '' ? '' : ` (${burden})`}, and storage. Remove it, or write the pattern that it is for.`,
        data: { index: index.name },
        unnecessary: true,
      };
    }
  },
  fixes({ data }, { text, model }) {
    const index = model.indexes.find(({ name }) => name === data.index);
    const all = entryOf(model.root, 'indexes')?.value;
    if (
      index === undefined ||
      all?.kind !== 'map' ||
      all.entries.length < 2 ||
      !all.entries.includes(index.entry)
    )
      return [];
    return [{ title: `Remove ${index.name}`, edits: removeEntry(text, all, index.entry) }];
  },
});

function entitiesByTarget(entities: readonly Entity[]): ReadonlyMap<Target, readonly Entity[]> {
  const found = new Map<Target, Entity[]>();
  for (const entity of entities) {
    for (const target of new Set(entity.layouts.map((layout) => layout.target))) {
      const known = found.get(target);
      if (known) known.push(entity);
      else found.set(target, [entity]);
    }
  }
  return found;
}
