// The tokens of a model that holds every construct, against a golden file (SINGLET_UPDATE=1 rewrites it).
// That YAML's own scopes stay as they are is yaml-kept.test.ts's business.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { type Token, type Tokenize, tokenizer } from './tokens.ts';

const SAMPLE = 'test/fixtures/grammar/sample.ddb.yaml';
const GOLDEN = 'test/fixtures/grammar/sample.tokens.txt';

describe('grammar: tokens', () => {
  let tokenize: Tokenize;
  before(async () => {
    tokenize = await tokenizer('source.singlet');
  });

  it('of the sample model are those of the golden file', () => {
    const actual = listing(readFileSync(SAMPLE, 'utf8'), tokenize);
    if (process.env.SINGLET_UPDATE === '1') writeFileSync(GOLDEN, actual);
    assert.equal(actual, readFileSync(GOLDEN, 'utf8'));
  });

  it('name the parts of a hole in a key, whatever the kind of scalar', () => {
    for (const scalar of [
      '"A#${id | pad(4)}"',
      "'A#${id | pad(4)}'",
      'A#${id | pad(4)}',
      '|\n        A#${id | pad(4)}',
    ]) {
      const tokens = tokenize(`entities:\n  A:\n    keys:\n      PK: ${scalar}`).flat();
      assert.equal(innermost(tokens, 'id'), 'variable.other.readwrite.singlet', scalar);
      assert.equal(innermost(tokens, 'pad'), 'support.function.singlet', scalar);
      assert.equal(innermost(tokens, '4'), 'constant.numeric.singlet', scalar);
    }
  });

  it('leave a hole alone that YAML does not read as one', () => {
    const comment = tokenize('entities:\n  A:\n    keys:\n      PK: #${id}\n      SK: A #${id}').flat();
    assert.deepEqual(
      comment.filter((token) => token.text.includes('${id}')).map((token) => token.scopes.at(-1)),
      ['comment.line.number-sign.yaml', 'comment.line.number-sign.yaml'],
    );
    const description = tokenize('entities:\n  A:\n    description: "costs ${id}"').flat();
    assert.equal(innermost(description, 'costs ${id}'), 'string.quoted.double.yaml');
  });

  it('tell attribute, operator, parameter and constant of a clause apart, in both list forms', () => {
    const scopes = [
      ['status', 'variable.other.readwrite.singlet'],
      ['=', 'keyword.operator.comparison.singlet'],
      [':now', 'variable.parameter.singlet'],
      ['PLACED', 'string.unquoted.constant.singlet'],
      ['between', 'keyword.operator.word.singlet'],
      ['exists', 'keyword.operator.word.singlet'],
    ] as const;
    for (const list of [
      '[status = PLACED, at = :now, at between, x exists]',
      '\n      - status = PLACED\n      - at = :now\n      - at between\n      - x exists',
    ]) {
      const tokens = tokenize(`accessPatterns:\n  a:\n    where: ${list}\n    limit: 2`).flat();
      for (const [text, scope] of scopes) assert.equal(innermost(tokens, text), scope, list);
      assert.ok(!scopesOf(tokens, '2').includes('meta.clauses.singlet'), 'the list ends with its value');
    }
  });

  it('of a name that is also a word of the language are those of a name', () => {
    const entity = tokenize('entities:\n  where:\n    attributes:\n      keys: string').flat();
    assert.equal(innermost(entity, 'where'), 'entity.name.type.singlet');
    assert.equal(innermost(entity, 'string'), 'support.type.singlet');
    const pattern = tokenize('accessPatterns:\n  query: { query: A }').flat();
    assert.equal(innermost(pattern, 'query'), 'entity.name.function.singlet');
  });
});

/** The scopes of the first token with this text. */
function scopesOf(tokens: readonly Token[], text: string): readonly string[] {
  return tokens.find((token) => token.text === text)?.scopes ?? [];
}

function innermost(tokens: readonly Token[], text: string): string | undefined {
  return scopesOf(tokens, text).at(-1);
}

/** Each line followed by its tokens; the scopes of YAML's structure, which no theme colours, are left out. */
function listing(text: string, tokenize: Tokenize): string {
  return tokenize(text)
    .map((tokens) => `${[tokens.map((token) => token.text).join(''), ...tokens.flatMap(entry)].join('\n')}\n`)
    .join('');
}

function entry(token: Token): string[] {
  const scopes = token.scopes.slice(1).filter((scope) => !/^meta\..*\.yaml$/.test(scope));
  return token.text.trim() === '' ? [] : [`    ${token.text}    ${scopes.join(' ')}`];
}
