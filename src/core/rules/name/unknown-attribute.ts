// name/unknown-attribute: a clause, a list or a reference names an attribute that the entity does not have.
// Deliberately silent where the entity itself is unknown: one mistake, one finding.
import { nearest } from '../../model/suggest.ts';
import { didYouMean, listOf } from '../../text/words.ts';
import { defineRule } from '../rule.ts';
import { renameTo } from '../support.ts';

export const unknownAttribute = defineRule<{ readonly name: string; readonly nearest: string | undefined }>({
  id: 'name/unknown-attribute',
  title: 'An attribute that the entity does not have',
  why: 'DynamoDB does not know attributes in advance: a misspelt one reads nothing or writes beside the one that is meant, without an error.',
  remedy: 'Correct the name, or declare the attribute on the entity.',
  severity: 'error',
  *check({ uses }) {
    const keys = uses.keyNames;
    for (const { name, span, entities, keysToo } of uses.attributes) {
      if (entities.some((entity) => entity.attributes.has(name))) continue;
      if (keysToo && keys.has(name)) continue;
      const known = entities.flatMap((entity) => [...entity.attributes.keys()]);
      const near = nearest(name, known);
      const owners = listOf(
        entities.map((entity) => entity.name),
        'or',
      );
      const add = ` Declare it under the attributes of ${entities[0]?.name ?? 'the entity'}.`;
      yield {
        span,
        message: `${owners} ${entities.length > 1 ? 'have' : 'has'} no attribute ${name}.${didYouMean(near) || add}`,
        data: { name, nearest: near },
      };
    }
  },
  fixes: ({ span, data }) => renameTo(span, data.nearest),
});
