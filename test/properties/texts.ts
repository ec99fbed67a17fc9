// Texts for properties: any characters, pieces of YAML and of our language, and real models with a mistake in them.
// Deliberately with the models of the fixtures and examples as seeds: what people write, a little broken.
import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { root } from '../support/golden.ts';
import { plain } from '../support/marked.ts';

export const deep: boolean = process.env.SINGLET_DEEP === '1';

/** So many runs in `npm test`, twenty times as many in `npm run test:deep`. */
export const runs = (count: number): { readonly numRuns: number } => ({ numRuns: deep ? count * 20 : count });

/** All `*.ddb.yaml` below a folder, without marks. */
function modelsIn(folder: string): readonly string[] {
  const whole = path.join(root, folder);
  if (!fs.existsSync(whole)) return [];
  return fs
    .readdirSync(whole, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.ddb\.ya?ml$/.test(name))
    .toSorted()
    .map((name) => plain(fs.readFileSync(path.join(whole, name), 'utf8')));
}

/** The models of the repository: designs and examples whole, and the small ones of the rules. */
export const models: readonly string[] = [
  ...modelsIn('test/fixtures/designs'),
  ...modelsIn('media/examples'),
  ...modelsIn('test/fixtures/rules'),
];

const pieces: readonly string[] = [
  ...[
    'version: 1\n',
    'table:\n',
    'table: { name: T, partitionKey: PK, sortKey: SK }\n',
    'indexes:\n',
    'entities:\n',
  ],
  ...[
    'accessPatterns:\n',
    '  E:\n',
    '    attributes:\n',
    '    attributes: { a: string }\n',
    '    keys:\n',
    '    keys: { PK: "E#${a}" }\n',
  ],
  ...[
    '  G: { partitionKey: a }\n',
    '  p: { query: E, where: a }\n',
    '  p: { get: E }\n',
    '    count: 5 per E\n',
  ],
  ...[
    'a',
    'E',
    'E.a',
    'PK: ',
    '"',
    "'",
    '{',
    '}',
    '[',
    ']',
    ', ',
    ': ',
    '- ',
    '\n',
    '\n  ',
    '\n    ',
    '\r\n',
    '\r',
    '\t',
  ],
  ...[
    '${',
    '}',
    '${a | pad(3)}',
    '$${',
    '|',
    '>',
    '#',
    ' # ',
    '&x ',
    '*x',
    '<<: *x\n',
    '!!binary ',
    '---\n',
    '...\n',
    '? ',
  ],
  ...[
    '=',
    '<>',
    'between',
    ' and ',
    'begins_with',
    'not-exists',
    'when: a = 1',
    ':a',
    '1',
    '-1',
    '0123',
    '1e999',
    '3%',
    '5 KB',
  ],
  ...[
    'true',
    'null',
    '~',
    '__proto__',
    'constructor',
    'toString',
    '\u0000',
    '\ufeff',
    '\ud800',
    '😀',
    '\u2028',
    '\u0085',
  ],
  ...[
    '# singlet-ignore key/too-long: x\n',
    '# singlet-ignore',
    'optional: true',
    'references: ',
    'enum: [A, B]',
    'x-note: 1\n',
  ],
];

/** Pieces of YAML and of the language in any order. */
export const pieced: fc.Arbitrary<string> = fc
  .array(fc.constantFrom(...pieces), { maxLength: 40 })
  .map((parts) => parts.join(''));

/** Pieces where they may mean something: below the head of a model. */
const framed: fc.Arbitrary<string> = pieced.map(
  (text) => `version: 1\ntable: { name: T, partitionKey: PK, sortKey: SK }\nentities:\n  E:\n    ${text}`,
);

export const characters: fc.Arbitrary<string> = fc.oneof(fc.string({ unit: 'binary' }), fc.string());

type Change = (text: string) => string;

/** A place in a text as a share of its length, so that it does not depend on which text it is. */
const place = fc.double({ min: 0, max: 1, noNaN: true });
const at = (text: string, share: number): number => Math.floor(share * text.length);

const tokenAt = (text: string, offset: number): readonly [number, number] => {
  const before = /[\w$]*$/.exec(text.slice(Math.max(0, offset - 40), offset))?.[0].length ?? 0;
  const after = /^[\w$]*\W?/.exec(text.slice(offset, offset + 40))?.[0].length ?? 0;
  return [offset - before, offset + after];
};

const lineAt = (text: string, offset: number): readonly [number, number] => {
  const end = text.indexOf('\n', offset);
  return [text.lastIndexOf('\n', offset - 1) + 1, end < 0 ? text.length : end + 1];
};

const spliced = (text: string, [start, end]: readonly [number, number], piece: string): string =>
  text.slice(0, start) + piece + text.slice(end);

const change: fc.Arbitrary<Change> = fc.oneof(
  // A few characters gone, as by a slip of the hand.
  fc.tuple(place, fc.integer({ min: 1, max: 5 })).map(
    ([share, length]): Change =>
      (text) =>
        spliced(text, [at(text, share), at(text, share) + length], ''),
  ),
  // Something typed in between, or in place of a word.
  fc.tuple(place, fc.constantFrom(...pieces)).map(
    ([share, piece]): Change =>
      (text) =>
        spliced(text, [at(text, share), at(text, share)], piece),
  ),
  fc.tuple(place, fc.constantFrom(...pieces)).map(
    ([share, piece]): Change =>
      (text) =>
        spliced(text, tokenAt(text, at(text, share)), piece),
  ),
  // A line gone, twice, or moved to the end.
  place.map(
    (share): Change =>
      (text) =>
        spliced(text, lineAt(text, at(text, share)), ''),
  ),
  place.map(
    (share): Change =>
      (text) => {
        const [start, end] = lineAt(text, at(text, share));
        return text.slice(0, end) + text.slice(start);
      },
  ),
  fc.tuple(place, fc.constantFrom('\n', '\n  ', ' ')).map(
    ([share, before]): Change =>
      (text) => {
        const line = lineAt(text, at(text, share));
        return spliced(text, line, '') + before + text.slice(...line);
      },
  ),
  // The file as far as it has been typed, or without its beginning.
  place.map(
    (share): Change =>
      (text) =>
        text.slice(0, at(text, share)),
  ),
  place.map(
    (share): Change =>
      (text) =>
        text.slice(at(text, share)),
  ),
  // A line from another model.
  fc.tuple(place, place, fc.nat()).map(
    ([share, from, which]): Change =>
      (text) => {
        const other = models[which % models.length] ?? '';
        const [, end] = lineAt(text, at(text, share));
        return spliced(text, [end, end], other.slice(...lineAt(other, at(other, from))));
      },
  ),
  fc.constant<Change>((text) => text.replaceAll('\n', '\r\n')),
);

/** Edits one after the other, as somebody types. */
export const changes: fc.Arbitrary<readonly Change[]> = fc.array(change, { minLength: 1, maxLength: 4 });

export const model: fc.Arbitrary<string> = fc.constantFrom(...models);

/** A model of the repository with some changes. */
export const broken: fc.Arbitrary<string> = fc
  .tuple(model, changes)
  .map(([text, all]) => all.reduce((current, each) => each(current), text));

export const anyText: fc.Arbitrary<string> = fc.oneof(
  { arbitrary: broken, weight: 6 },
  { arbitrary: framed, weight: 2 },
  { arbitrary: pieced, weight: 2 },
  { arbitrary: characters, weight: 1 },
);
