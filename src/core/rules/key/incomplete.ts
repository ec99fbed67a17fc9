// key/incomplete: an entity writes some keys of an index but not all, so that it is never in it.
// Deliberately only where a line was written for that index alone: a shared attribute may lie in it by chance.
import type { Design, Target } from '../../model/design.ts';
import { listOf } from '../../text/words.ts';
import { defineRule } from '../rule.ts';

export const incomplete = defineRule<{ readonly index: string; readonly missing: readonly string[] }>({
  id: 'key/incomplete',
  title: 'An entity writes only part of an index’s key',
  why: 'An item that lacks one key attribute of an index is not in the index. The part that is written costs bytes and serves nothing.',
  remedy: 'Write the missing key, or remove the line.',
  severity: 'warning',
  *check({ design, uses }) {
    const misspelt = uses.misspeltKeys;
    const owners = ownersOf(design);
    for (const entity of design.entities.values()) {
      for (const { target, missing } of entity.absences) {
        if (target.kind === 'table') continue;
        const line = entity.decl.keys.find((key) => owners.get(key.name) === target);
        if (line === undefined || missing.some((name) => misspelt.has(name))) continue;
        yield {
          span: line.nameSpan,
          message: `${entity.name} writes ${line.name} but not ${listOf(missing)}, so no ${entity.name} is in ${target.name}. Write ${listOf(missing)}, or remove this line.`,
          data: { index: target.name, missing },
        };
      }
    }
  },
});

/** Of each key attribute that stands in one target only, that target. */
export function ownersOf({ targets }: Design): ReadonlyMap<string, Target | undefined> {
  const owners = new Map<string, Target | undefined>();
  for (const target of targets) {
    for (const { name } of [...target.partitionKey, ...target.sortKey]) {
      owners.set(name, owners.has(name) && owners.get(name) !== target ? undefined : target);
    }
  }
  return owners;
}
