// attribute/format-type: a type beside a format that has another.
// Deliberately about what stands in one declaration; a reference may well be a text of a number.
import { formats } from '../../facts/formats.ts';
import { removeEntry } from '../../syntax/edit-yaml.ts';
import { entryOf } from '../../syntax/tree.ts';
import type { TextEdit } from '../../text/edit.ts';
import { defineRule } from '../rule.ts';

export const formatType = defineRule<{ readonly edits: readonly TextEdit[] }>({
  id: 'attribute/format-type',
  title: 'A type that the format does not have',
  why: 'A format says how a value is written, and so of which type it is: a `uuid` is a string, `epoch-seconds` a number. Size, order and sample values follow from it.',
  remedy: 'Leave `type` out, as it follows from the format, or choose another format.',
  severity: 'error',
  *check({ model, text }) {
    for (const entity of model.entities) {
      for (const { name, type, format, entry } of entity.attributes) {
        if (format === undefined || type === undefined) continue;
        const known = formats.get(format.value);
        if (known === undefined || known.type === type.value) continue;
        const map = entry.value?.kind === 'map' && entry.value.alias === undefined ? entry.value : undefined;
        const line = entryOf(map, 'type');
        yield {
          span: type.span,
          message: `${name} is declared as a ${type.value}, and ${known.name} is the format of a ${known.type}. Leave type out, or choose another format.`,
          data: { edits: map && line ? removeEntry(text, map, line) : [] },
          related: [{ span: format.span, message: known.docs }],
        };
      }
    }
  },
  fixes: ({ data: { edits } }) =>
    edits.length === 0 ? [] : [{ title: 'Leave type out', edits, preferred: true }],
});
