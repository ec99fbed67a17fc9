// attribute/nested-too-deep: a sample with lists and maps deeper within each other than DynamoDB holds.
// Deliberately samples alone: of a list or a map, a model says no more than its size.
import { limits } from '../../facts/limits.ts';
import { type Node, spanOf } from '../../syntax/tree.ts';
import { defineRule } from '../rule.ts';
import { sampleValues } from './written-values.ts';

const most = limits.nesting.value;

export const nestedTooDeep = defineRule<{ readonly levels: number }>({
  id: 'attribute/nested-too-deep',
  title: 'A value that is nested too deep',
  why: `Lists and maps lie at most ${most} levels within each other. DynamoDB refuses an item with more (DynamoDB developer guide, constraints, as of 2026).`,
  remedy: 'Flatten the value, or store its inner part as one text, such as JSON.',
  severity: 'error',
  *check({ design }) {
    for (const entity of design.entities.values()) {
      for (const { node } of sampleValues(entity)) {
        const levels = levelsOf(node);
        if (levels <= most) continue;
        yield {
          span: spanOf(node),
          message: `This value is nested ${levels} levels deep, and DynamoDB holds ${most}: it refuses the item. Flatten it, or store its inner part as a text.`,
          data: { levels },
        };
      }
    }
  },
});

/** Level by level, each node once: how deep a text goes, and what its aliases repeat, is its author’s choice. */
function levelsOf(node: Node): number {
  let levels = 0;
  let within: readonly Node[] = [node];
  for (;;) {
    const inner = within.flatMap((each) => {
      if (each.kind === 'scalar') return [];
      return each.kind === 'list'
        ? each.items.flatMap((item) => item ?? [])
        : each.entries.flatMap(({ value }) => value ?? []);
    });
    if (within.every(({ kind }) => kind === 'scalar')) return levels;
    levels++;
    within = [...new Set(inner)];
  }
}
