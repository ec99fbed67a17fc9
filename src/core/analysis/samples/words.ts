// Words for sample values, chosen by what an attribute is called, so that a picture of the table reads like one.
// Deliberately ASCII and invented: no real person, firm or address.

const people = [
  'ann',
  'ben',
  'chloe',
  'david',
  'emma',
  'felix',
  'grace',
  'hugo',
  'iris',
  'jonas',
  'kira',
  'leo',
];
const surnames = ['adams', 'brown', 'clark', 'davis', 'evans', 'foster', 'green', 'hill', 'irwin', 'jones'];
const firms = ['northwind', 'bluefin', 'cedarworks', 'harbor', 'lumen', 'quarry', 'tidewater', 'umbra'];
const projects = ['atlas', 'beacon', 'compass', 'delta', 'ember', 'fjord', 'garnet', 'harvest'];
const things = ['desk lamp', 'field notebook', 'wool scarf', 'steel kettle', 'walnut tray', 'canvas bag'];
const cities = ['Lisbon', 'Oslo', 'Kyoto', 'Porto', 'Vienna', 'Quito', 'Tallinn', 'Bergen'];
const streets = ['12 Elm Street', '7 Harbour Lane', '98 Mill Road', '3 Station Square', '41 Orchard Way'];
const countries = ['PT', 'NO', 'JP', 'AT', 'EC', 'EE'];
const titles = [
  'Login fails on slow networks',
  'Weekly report is empty',
  'Add a dark theme',
  'Sort by last change',
];
const sentences = [
  'Works as described and arrived on time.',
  'The second step needs a retry when the network is slow.',
  'Please keep the old address until the move is done.',
  'Checked twice, the numbers agree with the report.',
];
const kinds = ['standard', 'express', 'economy', 'special'];
const states = ['active', 'pending', 'closed'];
const colours = ['red', 'green', 'blue', 'amber', 'slate', 'ivory'];
const categories = ['books', 'garden', 'kitchen', 'music', 'outdoor', 'toys'];

/** How the n-th text of a kind is written; `long` kinds are filled to the wanted size. */
export interface Vocabulary {
  readonly kind: 'words' | 'long' | 'id';
  /** From the shortest to the longest way to write it. */
  readonly texts: (n: number) => readonly string[];
}

const at = (list: readonly string[], n: number): string => list[n % list.length] ?? '';
const capital = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1);

const listed = (list: readonly string[]): Vocabulary => ({ kind: 'words', texts: (n) => [at(list, n)] });

/** Short names with a number once the list was gone through, and combinations of two words. */
function names(first: readonly string[], second: readonly string[]): Vocabulary {
  return {
    kind: 'words',
    texts: (n) => {
      const [a, b] = [at(first, n), at(second, n * 7 + 3)];
      const count = n < first.length ? '' : String(Math.floor(n / first.length) + 1);
      return [`${a}${count}`, `${a}${b.slice(0, 1)}${count}`, `${a}-${b}`, `${a}${b}`];
    },
  };
}

const fullNames: Vocabulary = {
  kind: 'words',
  texts: (n) => [`${capital(at(people, n))} ${capital(at(surnames, n * 7 + 3))}`],
};

const long: Vocabulary = { kind: 'long', texts: () => [] };
const id: Vocabulary = { kind: 'id', texts: () => [] };

/** By the last word of an attribute's name; the first line that has it wins. */
const byWord: readonly (readonly [readonly string[], Vocabulary])[] = [
  [
    ['user', 'username', 'login', 'handle', 'account', 'member', 'creator', 'author', 'owner', 'alias'],
    names(people, surnames),
  ],
  [
    ['sender', 'recipient', 'follower', 'followed', 'following', 'friend', 'assignee', 'player', 'nickname'],
    names(people, surnames),
  ],
  [
    ['operator', 'supervisor', 'agent', 'employee', 'manager', 'driver', 'courier', 'host', 'guest'],
    names(people, surnames),
  ],
  [
    ['org', 'organization', 'organisation', 'company', 'team', 'tenant', 'brand', 'vendor', 'firm'],
    names(firms, projects),
  ],
  [
    ['repo', 'repository', 'project', 'app', 'application', 'service', 'slug', 'channel', 'room'],
    names(projects, categories),
  ],
  [['product', 'item', 'article'], listed(things)],
  [['title', 'subject', 'headline'], listed(titles)],
  [
    [
      'content',
      'body',
      'text',
      'message',
      'comment',
      'description',
      'note',
      'notes',
      'bio',
      'summary',
      'detail',
      'details',
    ],
    long,
  ],
  [['city', 'town'], listed(cities)],
  [['address', 'street'], listed(streets)],
  [['country'], listed(countries)],
  [['colour', 'color'], listed(colours)],
  [['type', 'kind', 'mode', 'tier', 'plan'], listed(kinds)],
  [['status', 'state', 'phase'], listed(states)],
  [['category', 'genre', 'tag', 'topic', 'department'], listed(categories)],
  [['id', 'key', 'code', 'number', 'no', 'token', 'hash', 'ref', 'sku', 'serial', 'uuid', 'guid'], id],
];

/** `orderId` is order, id; `GSI1-PK` is gsi1, pk. */
export const wordsOf = (name: string): readonly string[] =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');

/** `createdBy`, `escalatedTo`: somebody. */
const prepositions = ['by', 'to', 'from', 'for'];

const personal = /user|customer|person|people|player|employee|member|author|driver|guest|profile/;

/** What the attribute's values read like; by its name, and for a mere `name` by its entity's. */
export function vocabularyFor(entity: string, attribute: string): Vocabulary {
  const words = wordsOf(attribute);
  const last = words.at(-1) ?? '';
  if (last === 'name') {
    const of = words.length > 1 ? words.slice(0, -1) : wordsOf(entity);
    if (of.some((word) => personal.test(word)) || of.at(-1) === 'first' || of.at(-1) === 'last')
      return fullNames;
    return byWord.find(([known]) => known.includes(of.at(-1) ?? ''))?.[1] ?? listed(things);
  }
  if (words.length > 1 && prepositions.includes(last)) return names(people, surnames);
  return (
    byWord.find(([known]) => known.includes(last))?.[1] ?? {
      kind: 'words',
      texts: (n) => [`${words.join('-') || 'value'}-${n + 1}`],
    }
  );
}

/** The text, and sentences behind it, cut at the length; it ends in no space. */
export function prose(text: string, n: number, length: number): string {
  let result = text;
  for (let i = n; result.length < length; i++) result += `${result === '' ? '' : ' '}${at(sentences, i)}`;
  const cut = result.slice(0, length);
  return cut.endsWith(' ') ? `${cut.slice(0, -1)}.` : cut;
}

/** The length of one sentence, where no size is declared. */
export const proseLength = (n: number): number => at(sentences, n).length;

/** `length` digits that look like a given number, different for different n while there are enough. */
export function digitsFor(seed: number, n: number, length: number): string {
  const used = Math.min(length, 12);
  const space = 10 ** used;
  const first = space / 10;
  // The step has no factor with a power of ten, so that the numbers do not meet before they are used up.
  const value = first + ((seed + n * 7_919 * 137) % (space - first || 1));
  return String(Math.floor(value)).padStart(used, '0').slice(0, used).padEnd(length, '0');
}
