// key/undecided: a claim about primary keys that the search could neither prove nor refute.
// Deliberately an information: it says that nothing is known, which is not the same as that nothing is wrong.
import type { Entity } from '../../model/design.ts';
import { tableLayout } from '../../model/layouts.ts';
import { keySpan, undecidedText } from '../proof-words.ts';
import { defineRule } from '../rule.ts';

export const undecided = defineRule<{ readonly entities: readonly string[] }>({
  id: 'key/undecided',
  title: 'Keys of which nothing could be proved',
  why: 'Where the same attributes recur in several places of a key, or a hash hides them, whether two keys can be the same may have no answer that a bounded search finds. The keys may be right, or not.',
  remedy: 'Write simpler keys, or bound the attributes with `format`, `pattern` or `enum`.',
  severity: 'information',
  *check({ proofs }) {
    const problem = (entities: readonly Entity[], steps: number, what: string) => {
      const [first] = entities;
      return first === undefined
        ? []
        : [
            {
              span: keySpan(first, tableLayout(first)),
              message: undecidedText(what, steps),
              data: { entities: entities.map(({ name }) => name) },
            },
          ];
    };
    for (const { entities, verdict } of proofs.collisions) {
      const [a, b] = entities;
      if (verdict.kind === 'undecided')
        yield* problem(
          entities,
          verdict.steps,
          `That ${a.name} and ${b.name} never have the same primary key`,
        );
    }
    for (const { entity, attribute, verdict } of proofs.ambiguities) {
      if (verdict.kind === 'undecided')
        yield* problem(
          [entity],
          verdict.steps,
          `That items of ${entity.name} which differ in ${attribute.name} never have the same primary key`,
        );
    }
  },
});
