// No line may hang the editor: the longest line that VS Code colours (20,000 characters) takes linear time.
// Deeply nested brackets are left out: the TextMate engine itself is quadratic in their depth.
import assert from 'node:assert/strict';
import { type Tokenize, tokenizer } from './tokens.ts';

const SHORT = 5_000;
const LONG = 20_000;
// Four times the line takes four times the time, with one quadratic pattern sixteen times: four times YAML's own growth.
const ALLOWED = 3;

const PLACES = [
  'entities:\n  A:\n    keys:\n      PK: ',
  'entities:\n  A:\n    attributes:\n      a: ',
  'accessPatterns:\n  a:\n    where: ',
  'accessPatterns:\n  a:\n    where: "',
  'accessPatterns:\n  a:\n    where: [',
];
const PIECES = ['a', ' ', 'a ', 'a#', '1', '|', "''", '= ', 'where:', ', where: ', '$$'];

describe('grammar: long lines', () => {
  let singlet: Tokenize;
  let yaml: Tokenize;
  before(async () => {
    singlet = await tokenizer('source.singlet');
    yaml = await tokenizer('source.yaml');
  });

  for (const place of PLACES) {
    it(`take linear time after ${JSON.stringify(place)}`, function () {
      this.timeout(120_000);
      for (const piece of PIECES) {
        const growth = (tokenize: Tokenize) =>
          timeOf(tokenize, place, piece, LONG) / timeOf(tokenize, place, piece, SHORT);
        // The least of three: what else the machine does makes a run slower, never faster.
        const least = Math.min(...[1, 2, 3].map(() => growth(singlet))) / Math.max(4, growth(yaml));
        assert.ok(
          least < ALLOWED,
          `${JSON.stringify(piece)}: grows ${least.toFixed(1)} times as fast as YAML alone`,
        );
      }
    });
  }
});

/** Milliseconds of processor time for one line, and one more, so that a line of no time at all has a growth. */
function timeOf(tokenize: Tokenize, place: string, piece: string, length: number): number {
  const text = place + piece.repeat(length / piece.length);
  const start = process.cpuUsage();
  tokenize(text);
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000 + 1;
}
