// pattern/changes-primary-key: an update of an attribute of which the primary key is made.
// Deliberately also where the attribute is stored a second time: its copy in the key would stay as it was.

import { primaryKeyOf } from '../../analysis/writes/primary-key.ts';
import type { Action } from '../../model/model.ts';
import type { Spanned } from '../../text/span.ts';
import { defineRule } from '../rule.ts';

export const changesPrimaryKey = defineRule<{ readonly attribute: string; readonly key: string }>({
  id: 'pattern/changes-primary-key',
  title: 'An update that changes the primary key',
  why: 'The primary key is what makes an item that item. DynamoDB refuses to change it: “Cannot update attribute. This attribute is part of the key”. An attribute that is stored beside the key, too, would no longer agree with it.',
  remedy:
    'Delete the item and put it anew, in one `transactWrite`; or make the primary key of attributes that never change.',
  severity: 'error',
  *check({ design, uses }) {
    for (const { action, entities } of uses.actions) {
      const [entity] = entities;
      if (action.kind !== 'update' || entity === undefined) continue;
      const primary = primaryKeyOf(design, entity);
      if (primary === undefined) continue;
      for (const { value: name, span } of changedBy(action)) {
        const key = primary.keys.includes(name) ? name : primary.attributes.get(name);
        if (key === undefined) continue;
        const what = key === name ? `${name} is` : `${name} is in ${key},`;
        yield {
          span,
          message: `${what} part of the primary key of ${entity.name}, and an update cannot change that. Delete the item and put it anew, in one transactWrite.`,
          data: { attribute: name, key },
        };
      }
    }
  },
});

const changedBy = ({ set, add, append, remove }: Action): readonly Spanned<string>[] => [
  ...[...set, ...add, ...append].flatMap(({ clause }) =>
    clause === undefined ? [] : [{ value: clause.attribute, span: clause.attributeSpan }],
  ),
  ...remove,
];
