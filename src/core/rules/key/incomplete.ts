// key/incomplete: an entity writes some keys of an index but not all, so that it is never in it.
// Deliberately only where a line was written for that index alone: a shared attribute may lie in it by chance.
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
    for (const entity of design.entities.values()) {
      for (const { target, missing } of entity.absences) {
        if (target.kind === 'table' || missing.some((name) => misspelt.has(name))) continue;
        const own = new Set([...target.partitionKey, ...target.sortKey].map((key) => key.name));
        const elsewhere = new Set(
          design.targets
            .filter((other) => other !== target)
            .flatMap((other) => [...other.partitionKey, ...other.sortKey].map((key) => key.name)),
        );
        const line = entity.decl.keys.find((key) => own.has(key.name) && !elsewhere.has(key.name));
        if (line === undefined) continue;
        yield {
          span: line.nameSpan,
          message: `${entity.name} writes ${line.name} but not ${listOf(missing)}, so no ${entity.name} is in ${target.name}. Write ${listOf(missing)}, or remove this line.`,
          data: { index: target.name, missing },
        };
      }
    }
  },
});
