// template/unknown-attribute: a placeholder of an entity's key that names none of its attributes.
// Deliberately not in a pattern's `key:`, where such a placeholder is a parameter.
import type { Entity } from '../../model/design.ts';
import { nearest } from '../../model/suggest.ts';
import { insertEntry, insertUnder } from '../../syntax/edit-yaml.ts';
import type { Placeholder } from '../../syntax/template.ts';
import { entryOf } from '../../syntax/tree.ts';
import type { TextEdit } from '../../text/edit.ts';
import { didYouMean } from '../../text/words.ts';
import { defineRule, type Problem } from '../rule.ts';
import { renameTo } from '../support.ts';
import { keysBeside, once, type TemplateUse } from './uses.ts';

interface Data {
  readonly name: string;
  readonly nearest: string | undefined;
  readonly entity: string;
}

export const unknownAttribute = defineRule<Data>({
  id: 'template/unknown-attribute',
  title: 'A key made of an attribute that the entity does not have',
  why: 'The key of an item can only be made of what the item has. From a name that does not exist the application would write `undefined`, the same for all items.',
  remedy: 'Correct the name, or declare the attribute on the entity.',
  severity: 'error',
  check({ uses }) {
    const problems: Problem<Data>[] = [];
    for (const use of uses.templates) {
      const [entity] = use.entities;
      if (use.line === undefined || entity === undefined) continue;
      for (const placeholder of use.placeholders) {
        if (entity.attributes.has(placeholder.name)) continue;
        const problem = problemOf(use, entity, placeholder);
        if (problem) problems.push(problem);
      }
    }
    return once(problems);
  },
  fixes: ({ span, data: { name, nearest: near, entity } }, { text, design }) => {
    const edits = declaration(text, design.entities.get(entity), name);
    const declare = { title: `Declare ${name} as an attribute of ${entity}`, edits };
    return [...renameTo(span, near), ...(edits.length > 0 ? [declare] : [])];
  },
});

/** None where the placeholder names a key that is written beside. */
function problemOf(
  use: TemplateUse,
  entity: Entity,
  { name, nameSpan }: Placeholder,
): Problem<Data> | undefined {
  const keys = keysBeside(use).map((key) => key.name);
  if (keys.includes(name)) return undefined;
  const near = nearest(name, [...entity.attributes.keys(), ...keys]);
  const add = ` Declare it under the attributes of ${entity.name}.`;
  return {
    span: nameSpan,
    message: `${entity.name} has no attribute ${name} to make its key of.${didYouMean(near) || add}`,
    data: { name, nearest: near, entity: entity.name },
  };
}

function declaration(text: string, entity: Entity | undefined, name: string): readonly TextEdit[] {
  const node = entity?.decl.node;
  if (node === undefined || !/^[\w-]+$/.test(name)) return [];
  const attributes = entryOf(node, 'attributes');
  const value = attributes?.value;
  // A block in which YAML can read nothing has no place for a line.
  if (value?.kind === 'map' && !value.flow && value.entries.length === 0) return [];
  return attributes === undefined
    ? insertEntry(text, node, 'attributes', { [name]: 'string' })
    : insertUnder(text, node, attributes, name, 'string');
}
