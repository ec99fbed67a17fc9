// name/unknown-entity: a name that stands for an entity names none.
// Deliberately also finds the entity half of a reference such as `Customer.username`.
import { nearest } from '../../model/suggest.ts';
import { didYouMean } from '../../text/words.ts';
import { defineRule } from '../rule.ts';
import { renameTo } from '../support.ts';

export const unknownEntity = defineRule<{ readonly name: string; readonly nearest: string | undefined }>({
  id: 'name/unknown-entity',
  title: 'An entity that is not declared',
  why: 'Keys, sizes and routes come from the entity’s declaration. Without it nothing can be said of the pattern or attribute that names it.',
  remedy: 'Correct the name, or declare the entity under `entities`.',
  severity: 'error',
  *check({ design, uses }) {
    for (const { value: name, span } of uses.entities) {
      if (design.entities.has(name)) continue;
      const near = nearest(name, design.entities.keys());
      yield {
        span,
        message: `There is no entity ${name}.${didYouMean(near) || ' Declare it under entities.'}`,
        data: { name, nearest: near },
      };
    }
  },
  fixes: ({ span, data }) => renameTo(span, data.nearest),
});
