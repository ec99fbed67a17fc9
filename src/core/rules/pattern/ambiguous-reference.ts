// pattern/ambiguous-reference: a name in `where` that could stand for more than one attribute of an entity.
// Deliberately only for entities that lack an attribute of that very name: an own name always wins.
import { attributesFor } from '../../analysis/routes/bind.ts';
import { clausesOf } from '../../analysis/routes/clauses.ts';
import { listOf } from '../../text/words.ts';
import { defineRule } from '../rule.ts';

export const ambiguousReference = defineRule<{
  readonly entity: string;
  readonly attributes: readonly string[];
}>({
  id: 'pattern/ambiguous-reference',
  title: 'A name that could stand for more than one attribute',
  why: 'In a query of several entities one name stands for the attributes that reference it. Where two attributes of an entity reference the same, nothing tells which of them the key is made of.',
  remedy: 'Name the attribute as that entity has it, or write the key condition with `key:`.',
  severity: 'error',
  *check({ uses }) {
    for (const { action, entities } of uses.actions) {
      for (const clause of clausesOf(action.where)) {
        for (const entity of entities) {
          const attributes = attributesFor(clause.attribute, entity, entities).map(
            (attribute) => attribute.name,
          );
          if (attributes.length < 2) continue;
          yield {
            span: clause.attributeSpan,
            message: `${clause.attribute} could be ${listOf(attributes, 'or')} of ${entity.name}. Write the key condition with key:, or query ${entity.name} by itself.`,
            data: { entity: entity.name, attributes },
          };
        }
      }
    }
  },
});
