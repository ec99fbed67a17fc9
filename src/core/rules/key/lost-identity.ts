// key/lost-identity: what makes two items different things does not stand in their primary key.
// Deliberately only where `identity` is written: an identity that nobody states cannot be lost.

import { tableLayout } from '../../model/layouts.ts';
import { listOf } from '../../text/words.ts';
import { keySpan } from '../proof-words.ts';
import { defineRule } from '../rule.ts';

export const lostIdentity = defineRule<{ readonly entity: string; readonly attributes: readonly string[] }>({
  id: 'key/lost-identity',
  title: 'A primary key without all of the identity',
  why: 'Two items that differ only in what the key leaves out have the same primary key, so the second put overwrites the first: in a leaderboard keyed by game and score, two players with the same score are one item.',
  remedy:
    'Put the attribute into the key, behind what the items are ordered by: `SCORE#${score | pad(6)}#${player}`.',
  severity: 'error',
  *check({ proofs }) {
    for (const { entity, attributes, isPartly } of proofs.lostIdentities) {
      const names = attributes.map(({ name }) => name);
      const what = listOf(names, 'and');
      const isOne = names.length === 1;
      const how = isPartly
        ? `${isOne ? 'stands' : 'stand'} in the primary key only in part`
        : `${isOne ? 'does' : 'do'} not stand in the primary key`;
      const [at] = entity.decl.identity?.filter(({ value }) => names.includes(value)) ?? [];
      yield {
        span: keySpan(entity, tableLayout(entity)),
        message: `${what} ${how} of ${entity.name}, but ${isOne ? 'makes' : 'make'} one ${entity.name} another: two that differ only there overwrite each other. Put it into the key.`,
        data: { entity: entity.name, attributes: names },
        ...(at ? { related: [{ span: at.span, message: `The identity of ${entity.name}` }] } : {}),
      };
    }
  },
});
