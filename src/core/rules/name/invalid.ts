// name/invalid: a name that DynamoDB refuses: of a table, an index or an attribute.
// Deliberately checks characters and length only; whether the name is used is asked elsewhere.
import { limits } from '../../facts/limits.ts';
import type { Spanned } from '../../text/span.ts';
import { utf8Length } from '../../text/utf8.ts';
import { defineRule } from '../rule.ts';

const allowed = new RegExp(limits.nameCharacters.value);

const longest = limits.attributeNameBytes.value;

/** What is wrong with the name of a table or index, and what to do. */
function nameProblem(what: string, name: string): string | undefined {
  const { value: least } = limits.nameLengthAtLeast;
  const { value: most } = limits.nameLength;
  if (!allowed.test(name)) {
    const bad = [...name].find((character) => !allowed.test(character)) ?? '';
    return `The name of ${what} cannot contain ${JSON.stringify(bad)}: use letters, digits, "_", "-" and ".".`;
  }
  if (name.length < least)
    return `The name of ${what} needs at least ${least} characters, and ${name} has ${name.length}.`;
  if (name.length > most)
    return `The name of ${what} takes at most ${most} characters, and this one has ${name.length}.`;
  return undefined;
}

export const invalid = defineRule<{ readonly name: string }>({
  id: 'name/invalid',
  title: 'A name that DynamoDB refuses',
  why: 'Names of tables and indexes have 3 to 255 characters of `a-z A-Z 0-9 _ - .`; names of key attributes, projected attributes and the time-to-live attribute have at most 255 bytes, those of other attributes 65,535 (DynamoDB API reference and developer guide, as of 2026-10). CreateTable fails otherwise.',
  remedy: 'Choose a name of allowed characters and length.',
  severity: 'error',
  *check({ model }) {
    const named: readonly (readonly [string, Spanned<string>])[] = [
      ...(model.table?.name ? [['a table', model.table.name] as const] : []),
      ...model.indexes.map((index) => ['an index', { value: index.name, span: index.nameSpan }] as const),
    ];
    for (const [what, name] of named) {
      const message = nameProblem(what, name.value);
      if (message) yield { span: name.span, message, data: { name: name.value } };
    }
    const keys = [
      ...[model.table?.partitionKey, model.table?.sortKey].flatMap((key) => key ?? []),
      ...model.indexes.flatMap((index) => [...index.partitionKey, ...index.sortKey]),
    ].map((key) => ({ value: key.name, span: key.span }));
    const projected = model.indexes.flatMap((index) =>
      typeof index.projection === 'string' ? [] : index.projection,
    );
    const { value: most } = limits.keyAttributeNameBytes;
    for (const { value: name, span } of [
      ...keys,
      ...projected,
      ...(model.table?.timeToLive ? [model.table.timeToLive] : []),
    ]) {
      const bytes = utf8Length(name);
      if (bytes <= most) continue;
      const message = `The name of a key, projected or time-to-live attribute takes at most ${most} bytes, and this one has ${bytes}.`;
      yield { span, message, data: { name } };
    }
    for (const { name, nameSpan } of model.entities.flatMap(({ attributes }) => attributes)) {
      // A name so long has at least a third as many characters.
      if (name.length * 3 <= longest || utf8Length(name) <= longest) continue;
      const message = `The name of an attribute takes at most ${longest.toLocaleString('en')} bytes, and this one has ${utf8Length(name).toLocaleString('en')}.`;
      yield { span: nameSpan, message, data: { name } };
    }
  },
});
