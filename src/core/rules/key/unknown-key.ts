// key/unknown-key: a line under `keys`, or in a pattern's `key`, that is no key attribute of the table or an index.
// Deliberately an error: what is meant as a key and is none leaves the item out of its index.
import { strayKeys } from '../../model/key-names.ts';
import { nearest } from '../../model/suggest.ts';
import { insertEntry } from '../../syntax/edit-yaml.ts';
import { didYouMean, listOf } from '../../text/words.ts';
import { defineRule } from '../rule.ts';
import { renameTo } from '../support.ts';

/** What stands in several places under a name like no other is a key that nobody declares, not a slip in each. */
function remedyFor(name: string, places: number, isSortKey: boolean, known: ReadonlySet<string>): string {
  const are = `The keys are ${listOf([...known])}.`;
  if (places < 2) return are;
  return isSortKey
    ? `It stands in ${places} places, and the table has no sort key: declare it there, \`sortKey: ${name}\`.`
    : `It stands in ${places} places: declare it on the index that it is for. ${are}`;
}

export const unknownKey = defineRule<{
  readonly name: string;
  readonly nearest: string | undefined;
  /** The table has no sort key, and it stands where one would. */
  readonly isSortKey: boolean;
}>({
  id: 'key/unknown-key',
  title: 'A key that neither the table nor an index has',
  why: 'Only the key attributes of the table and its indexes decide where an item lies. A misspelt one is stored as an ordinary attribute, and the item is missing from the index.',
  remedy: 'Correct the name, or declare the key on the table or an index.',
  severity: 'error',
  *check({ design, uses }) {
    if (design.table === undefined) return;
    const known = uses.keyNames;
    const stray = [
      ...strayKeys(design).map(({ decl, near }) => ({ name: decl.name, nameSpan: decl.nameSpan, near })),
      ...uses.actions
        .flatMap(({ action }) => action.key ?? [])
        .filter(({ name }) => !known.has(name))
        .map(({ name, nameSpan }) => ({ name, nameSpan, near: nearest(name, known) })),
    ];
    const told = new Set<string>();
    for (const { name, nameSpan, near } of stray) {
      const places = near === undefined ? stray.filter((each) => each.name === name) : [];
      if (told.has(name) && places.length > 1) continue;
      told.add(name);
      const isSortKey = places.length > 1 && design.table.target.sortKey.length === 0;
      yield {
        span: nameSpan,
        message: `${name} is no key of the table or an index.${didYouMean(near) || ` ${remedyFor(name, places.length, isSortKey, known)}`}`,
        data: { name, nearest: near, isSortKey },
        related: places.slice(1).map((place) => ({ span: place.nameSpan, message: 'Also here' })),
      };
    }
  },
  fixes: ({ span, data: { name, nearest: near, isSortKey } }, { text, design: { table } }) =>
    isSortKey && table
      ? [
          {
            title: `Declare ${name} as the sort key of the table`,
            edits: insertEntry(text, table.decl.node, 'sortKey', name),
          },
        ]
      : renameTo(span, near),
});
