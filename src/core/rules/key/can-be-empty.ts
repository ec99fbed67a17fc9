// key/can-be-empty: a key whose value can be an empty text.
// Deliberately only where the declaration says so: an undeclared string is taken as any text that is not empty.
import { namesIn } from '../../syntax/template.ts';
import { defineRule } from '../rule.ts';
import { canBeEmpty } from './lengths.ts';

export const canBeEmptyRule = defineRule<{ readonly entity: string; readonly key: string }>({
  id: 'key/can-be-empty',
  title: 'A key that can be empty',
  why: 'DynamoDB refuses an item whose key attribute is an empty string, in the table and in every index (DynamoDB developer guide, constraints, as of 2026).',
  remedy: 'Put a literal into the template, such as `CUSTOMER#`, or raise the attribute’s `minSize`.',
  severity: 'error',
  *check({ design }) {
    for (const entity of design.entities.values()) {
      const seen = new Set<string>();
      for (const layout of entity.layouts) {
        for (const { key, template, decl } of [...layout.partition, ...layout.sort]) {
          const empty = template.parts.every(
            (part) => part.kind === 'placeholder' && canBeEmpty(entity, part),
          );
          if (!empty || key.type === 'number' || seen.has(key.name)) continue;
          seen.add(key.name);
          const names = namesIn(template);
          const because = names.length > 0 ? `, as ${names.join(' and ')} can be` : '';
          yield {
            span: decl?.scalar.span ?? entity.attributes.get(key.name)?.decl.nameSpan ?? entity.decl.nameSpan,
            message: `${key.name} of ${entity.name} can be empty${because}, and DynamoDB refuses an empty key. Put a literal in front${names.length > 0 ? ', or write minSize: 1 B' : ''}.`,
            data: { entity: entity.name, key: key.name },
          };
        }
      }
    }
  },
});
