// key/unprefixed: a sort key that begins with a value, beside others of the same collection that begin with a text of their own.
// Deliberately an information: a read that suffers from it has a finding of its own.

import { isSameCollection } from '../../analysis/counts/strangers.ts';
import type { Design, Entity, Layout } from '../../model/design.ts';
import { tableLayout } from '../../model/layouts.ts';
import type { Placeholder } from '../../syntax/template.ts';
import { listOf } from '../../text/words.ts';
import { keySpan } from '../proof-words.ts';
import { defineRule } from '../rule.ts';

interface Placed {
  readonly entity: Entity;
  readonly layout: Layout;
  /** What the sort key begins with: a text, or a value. */
  readonly lead: string | Placeholder;
}

function placedIn(design: Design): readonly Placed[] {
  return [...design.entities.values()].flatMap((entity): readonly Placed[] => {
    const layout = tableLayout(entity);
    const [part] = layout?.sort ?? [];
    const [first] = part?.template.parts ?? [];
    if (layout === undefined || first === undefined || part?.key.type !== 'string') return [];
    return [{ entity, layout, lead: first.kind === 'literal' ? first.text : first }];
  });
}

/** A value of a list is as good as a text: it tells what the item is. */
const isListed = ({ attributes }: Entity, { name }: Placeholder): boolean =>
  attributes.get(name)?.sources.some(({ enumeration, constant }) => enumeration ?? constant) ?? true;

export const unprefixed = defineRule<{ readonly entity: string }>({
  id: 'key/unprefixed',
  title: 'A sort key without a text of its own among others that have one',
  why: 'Items of one partition key are told apart by how their sort keys begin. One that begins with a value lies wherever its values lie: no `begins_with` reads these items alone, and an open range over them runs on into the others.',
  remedy: 'Begin the sort key with a text of its own, such as the name of the entity.',
  severity: 'information',
  *check({ design }) {
    const placed = placedIn(design);
    for (const { entity, layout, lead } of placed) {
      if (typeof lead === 'string' || isListed(entity, lead)) continue;
      const beside = placed.filter(
        (other) =>
          typeof other.lead === 'string' && isSameCollection([layout, entity], [other.layout, other.entity]),
      );
      if (beside.length === 0) continue;
      const texts = beside.map((other) => `${other.entity.name} with ${JSON.stringify(other.lead)}`);
      yield {
        span: keySpan(entity, layout),
        message: `The sort key of ${entity.name} begins with a value, ${lead.name}, beside ${listOf(texts, 'and')}: no begins_with reads ${entity.name} alone, and an open range of them reads the others too. Begin it with a text of its own.`,
        data: { entity: entity.name },
        related: beside.map((other) => ({
          span: keySpan(other.entity, other.layout),
          message: `The key of ${other.entity.name}`,
        })),
      };
    }
  },
});
