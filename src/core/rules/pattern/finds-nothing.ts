// pattern/finds-nothing: a raw key condition that no item of a declared entity can ever meet.
// Deliberately a warning, not an error: DynamoDB takes the query, and answers it with nothing.
import { targetName } from '../../analysis/routes/explain.ts';
import { printTemplate } from '../../syntax/print-template.ts';
import { entryOf } from '../../syntax/tree.ts';
import { listOf } from '../../text/words.ts';
import { defineRule } from '../rule.ts';

export const findsNothing = defineRule<{ readonly entity: string; readonly key: string }>({
  id: 'pattern/finds-nothing',
  title: 'A key condition that a declared entity can never meet',
  why: 'DynamoDB answers such a query without an error and without an item, and still charges for it. It looks like missing data.',
  remedy:
    'Write the condition so that the entity’s key meets it, or leave `key:` out and let `where` find it.',
  severity: 'warning',
  *check({ design, routes, uses }) {
    for (const { action, pattern } of uses.actions) {
      const result = routes.get(action);
      if (result?.kind !== 'served') continue;
      for (const { entity, key } of result.route.shutOut) {
        const layout = design.entities
          .get(entity)
          ?.layouts.find((each) => each.target === result.route.target);
        const part = [...(layout?.partition ?? []), ...(layout?.sort ?? [])].find(
          (each) => each.key.name === key,
        );
        const decl = action.key?.find((each) => each.name === key);
        const holds = part
          ? ` Its ${key} in ${targetName(result.route.target)} is "${printTemplate(part.template)}".`
          : '';
        const others = listOf(result.route.alsoReads, 'or');
        const answer =
          others === ''
            ? 'DynamoDB answers with nothing, and charges for it.'
            : `DynamoDB answers with ${others} at most, and charges for it.`;
        yield {
          span: decl?.span ?? entryOf(action.node, 'key')?.key.span ?? action.span,
          message: `${pattern.name} never finds a ${entity}: no ${entity} can meet this condition on ${key}.${holds} ${answer}`,
          data: { entity, key },
          ...(part?.decl ? { related: [{ span: part.decl.span, message: `${key} of ${entity}` }] } : {}),
        };
      }
    }
  },
});
