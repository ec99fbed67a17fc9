// key/missing-primary-key: an entity without a full primary key.
// Deliberately silent where no entity has keys at all: then the advisor is to propose them.

import type { Entity } from '../../model/design.ts';
import { insertEntry, insertUnder } from '../../syntax/edit-yaml.ts';
import { doubleQuoted } from '../../syntax/quote-yaml.ts';
import { entryOf } from '../../syntax/tree.ts';
import { listOf } from '../../text/words.ts';
import { defineRule, type Fix } from '../rule.ts';

interface Data {
  readonly entity: string;
  readonly missing: readonly string[];
}

/** `ORDER#${orderId}`, by the identity, else the first attribute that can be a key. */
function templateFor(entity: Entity): string | undefined {
  const identity = entity.decl.identity?.map((name) => name.value);
  const first = [...entity.attributes.values()].find(
    (each) => (each.type === 'string' || each.type === 'number') && !each.decl.optional,
  );
  const names = identity ?? (first ? [first.name] : []);
  if (names.length === 0) return undefined;
  return `${entity.name.toUpperCase()}${names.map((name) => `#\${${name}}`).join('')}`;
}

export const missingPrimaryKey = defineRule<Data>({
  id: 'key/missing-primary-key',
  title: 'An entity without a full primary key',
  why: 'DynamoDB refuses an item that lacks an attribute of the table’s primary key.',
  remedy:
    'Write the missing key under the entity’s `keys`, as a template of its attributes, or declare an attribute of the key’s name.',
  severity: 'error',
  *check({ design }) {
    const table = design.table?.target;
    if (table === undefined) return;
    for (const entity of design.entities.values()) {
      const absence = entity.absences.find((each) => each.target === table);
      if (absence === undefined) continue;
      const { missing } = absence;
      yield {
        span: entity.decl.nameSpan,
        message: `${entity.name} has no ${listOf(missing)}, and DynamoDB refuses an item without its full primary key. Write ${missing.length > 1 ? 'them' : 'it'} under keys.`,
        data: { entity: entity.name, missing },
      };
    }
  },
  fixes({ data }, { text, design }): readonly Fix[] {
    const entity = design.entities.get(data.entity);
    const template = entity && templateFor(entity);
    const node = entity?.decl.node;
    if (entity === undefined || template === undefined || node === undefined) return [];
    const keys = entryOf(node, 'keys');
    const lines = Object.fromEntries(data.missing.map((name) => [name, doubleQuoted(template)]));
    const edits = keys
      ? Object.entries(lines).flatMap(([name, value]) => insertUnder(text, node, keys, name, value))
      : insertEntry(text, node, 'keys', lines);
    return [{ title: `Write ${listOf(data.missing)} as ${template}`, edits }];
  },
});
