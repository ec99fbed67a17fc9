// key/wrong-type: an attribute that stands plainly as a key, but has a type that the key does not.
// Deliberately about plain attributes; templates are text, and template/wrong-type looks at those.

import { keyTypes } from '../../model/schema/table.ts';
import { listOf } from '../../text/words.ts';
import { defineRule } from '../rule.ts';

export const wrongType = defineRule<{ readonly attribute: string; readonly key: string }>({
  id: 'key/wrong-type',
  title: 'A key attribute of the wrong type',
  why: 'A key attribute is a string, a number or binary, the same in every item. DynamoDB refuses to write an item whose key attribute has another type, also where it is only the key of an index (DynamoDB developer guide, as of 2026).',
  remedy:
    'Give the attribute the key’s type, state the key’s type (`{ name: total, type: number }`), or make the key from a template.',
  severity: 'error',
  *check({ design }) {
    for (const entity of design.entities.values()) {
      const seen = new Set<string>();
      for (const layout of entity.layouts) {
        for (const { key, decl } of [...layout.partition, ...layout.sort]) {
          const attribute = entity.attributes.get(key.name);
          if (decl || attribute?.type === undefined || attribute.type === key.type || seen.has(key.name))
            continue;
          seen.add(key.name);
          const canBeKey = keyTypes.some((type) => type === attribute.type);
          const holder = layout.target.kind === 'table' ? 'the table' : layout.target.name;
          const message = canBeKey
            ? `${key.name} is a ${attribute.type} in ${entity.name}, but a ${key.type} as a key of ${holder}. DynamoDB refuses to write such an item.`
            : `${key.name} is a ${attribute.type}, and a key of ${holder} is a ${listOf(keyTypes, 'or')}. DynamoDB refuses to write such an item.`;
          yield {
            span: attribute.decl.nameSpan,
            message,
            data: { attribute: key.name, key: key.name },
            related: [{ span: key.span, message: `the key ${key.name}` }],
          };
        }
      }
    }
  },
});
