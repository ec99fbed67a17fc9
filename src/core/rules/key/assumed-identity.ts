// key/assumed-identity: an entity that does not say what makes two of its items the same, and whose key may not tell.
// Deliberately silent where the key holds an id that every item has of its own, and where one attribute alone is the key.

import { tellsApart } from '../../analysis/routes/functions.ts';
import type { Attribute, Entity } from '../../model/design.ts';
import { keyParts, tableLayout } from '../../model/layouts.ts';
import { insertEntry } from '../../syntax/edit-yaml.ts';
import { listOf } from '../../text/words.ts';
import { keySpan } from '../proof-words.ts';
import { defineRule } from '../rule.ts';

interface Data {
  readonly entity: string;
  readonly identity: readonly string[];
}

/** An id that is made for each item, and is that of nothing else. */
const isOwnId = ({ format, references }: Attribute): boolean =>
  references.length === 0 && format?.distinctPerItem === true;

/** The attributes of the primary key; undefined where the entity has none, and where it holds one of them only in part. */
function inPrimaryKey(entity: Entity): readonly string[] | undefined {
  const layout = tableLayout(entity);
  const placeholders = (layout === undefined ? [] : keyParts(layout)).flatMap(({ template }) =>
    template.parts.flatMap((part) => (part.kind === 'placeholder' ? [part] : [])),
  );
  const whole = placeholders.filter(({ functions }) => tellsApart(functions)).map(({ name }) => name);
  return placeholders.every(({ name }) => whole.includes(name)) ? [...new Set(whole)] : undefined;
}

export const assumedIdentity = defineRule<Data>({
  id: 'key/assumed-identity',
  title: 'An identity that only the key tells',
  why: 'Two items with the same primary key are one item: the second put overwrites the first. Whether that is right depends on what makes two items the same thing, and that is not written: an order item keyed by order and product cannot hold the same product twice.',
  remedy:
    'Write `identity` on the entity, with the attributes that make it what it is. Singlet then proves that the key holds them.',
  severity: 'information',
  *check({ design }) {
    for (const entity of design.entities.values()) {
      const names = inPrimaryKey(entity);
      if (names === undefined || names.length === 0 || entity.decl.identity !== undefined) continue;
      const attributes = names.flatMap((name) => entity.attributes.get(name) ?? []);
      if (attributes.some((each) => isOwnId(each) || each.decl.unique)) continue;
      const ids = [...entity.attributes.values()].filter(isOwnId).map(({ name }) => name);
      if (names.length === 1 && ids.length === 0) continue;
      const beside =
        ids.length > 0
          ? ` ${listOf(ids, 'and')} of its own ${ids.length > 1 ? 'do' : 'does'} not stand in it.`
          : '';
      const identity = ids.length > 0 ? ids : names;
      yield {
        span: keySpan(entity, tableLayout(entity)),
        message: `The key takes for granted that ${listOf(names, 'and')} make one ${entity.name} another: a second one with the same overwrites the first.${beside} Write identity: [${identity.join(', ')}] if that is what it is, and the key is held to it.`,
        data: { entity: entity.name, identity },
      };
    }
  },
  fixes({ data: { entity, identity } }, { design, text }) {
    const node = design.entities.get(entity)?.decl.node;
    if (node === undefined || !identity.every((name) => /^[\w-]+$/.test(name))) return [];
    const value = `[${identity.join(', ')}]`;
    return [
      {
        title: `Write identity: ${value}`,
        edits: insertEntry(text, node, 'identity', value),
        preferred: true,
      },
    ];
  },
});
