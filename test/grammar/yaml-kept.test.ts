// YAML's own colouring must survive: for any text, YAML's scopes are the same with our grammar as without it.
// What our scopes are is golden.test.ts's business.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { type Tokenize, tokenizer } from './tokens.ts';

describe('grammar: YAML underneath', () => {
  let singlet: Tokenize;
  let yaml: Tokenize;
  before(async () => {
    singlet = await tokenizer('source.singlet');
    yaml = await tokenizer('source.yaml');
  });
  const check = (text: string) => assert.deepEqual(yamlScopes(singlet, text), yamlScopes(yaml, text));

  it('is kept in the sample model', () =>
    check(readFileSync('test/fixtures/grammar/sample.ddb.yaml', 'utf8')));

  it('is kept where the text is broken', () => {
    check('entities:\n  A:\n    keys:\n      PK: "A#${id\n      SK: "B#${id}"');
    check("entities:\n  A:\n    keys:\n      PK: 'A#${id | pad('\n      SK: A #${id}\n      X: #${id}");
    check("accessPatterns:\n  a:\n    where: [x = 'a, b', y <\n  b: { where: [z = 'c }\n  c: { get: A }");
    check(
      "accessPatterns:\n  a:\n    where: 'x = 'New York'\n    filter: 'x = ''New York''' \n  b: { get: A }",
    );
    check('accessPatterns:\n  a:\n    filter: total >\n    where: >=\n    order:\n  order: { query: A }');
    check('entities: {\n  A: { keys: { PK: ${x}, SK: "${y}" } },\n}\naccessPatterns: [');
  });

  it('is kept for any text', () => {
    fc.assert(fc.property(brokenModel(), check), { numRuns: 300 });
  });
});

/**
 * YAML's scopes of every character. Ours go, as do YAML's numbers and booleans, whose place ours may take.
 * The answer ends before the first line of which YAML's grammar can make nothing: where a key cannot stand, what
 * looks like one of our keys is still taken for one.
 */
function yamlScopes(tokenize: Tokenize, text: string): string[] {
  const lines = tokenize(text);
  const lost = lines.findIndex((line) => line.some((token) => token.scopes.includes(UNRECOGNIZED)));
  return lines.slice(0, lost === -1 ? lines.length : lost).flatMap((line, index) =>
    line.flatMap((token) => {
      const scopes = token.scopes.slice(1).filter((s) => s.endsWith('.yaml') && !s.startsWith('constant.'));
      return [...token.text].map((character) => `${index + 1} ${character} ${scopes.join(' ')}`);
    }),
  );
}

const UNRECOGNIZED = 'invalid.illegal.unrecognized.yaml';

/** Pieces of models, put together without regard for the rules. */
function brokenModel(): fc.Arbitrary<string> {
  const line = fc
    .tuple(fc.constantFrom(...STARTS), fc.array(fc.constantFrom(...PIECES), { maxLength: 5 }))
    .map(([start, pieces]) => start + pieces.join(''));
  return fc.array(line, { minLength: 1, maxLength: 10 }).map((lines) => lines.join('\n'));
}

const STARTS = [
  '',
  'entities:',
  'accessPatterns:',
  'table: ',
  '  order:',
  '  order: { ',
  '    keys:',
  '    attributes:',
  '    where:',
  '    where: [',
  '    key: { ',
  '    query: ',
  '      - ',
  '      - when: ',
  '      PK: ',
  '      status: { enum: ',
  '        ',
  '  # ',
];
const PIECES = [
  ...['"', "'", '{', '}', '[', ']', ', ', ': ', ' #', '#', '|', '>', '\\', '${', '$${', '${id}', ' - ', '\t'],
  ...[
    'id | pad(4)',
    'status = PLACED',
    "city = 'New York'",
    "''",
    'x = :y',
    ' between ',
    ' not-exists',
    '>=',
    'total >',
  ],
  ...[
    'Customer.username',
    '12 B',
    '2/s',
    '3 per Order',
    '$50',
    'string',
    'keys: ',
    'where: ',
    'put: ',
    'é',
    'A',
  ],
];
