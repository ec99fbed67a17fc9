// No line may hang the editor: the longest line that VS Code colours (20,000 characters) takes linear time.
// Deeply nested brackets are left out: the TextMate engine itself is quadratic in their depth.
import assert from 'node:assert/strict';
import { type Tokenize, tokenizer } from './tokens.ts';

const LENGTH = 20_000;
// A line takes about 200 ms; with one quadratic pattern it would take more than 4,000.
const ALLOWED = 1_500;

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
      this.timeout(60_000);
      for (const piece of PIECES) {
        const text = place + piece.repeat(LENGTH / piece.length);
        const ours = milliseconds(() => singlet(text)) - milliseconds(() => yaml(text));
        assert.ok(ours < ALLOWED, `${JSON.stringify(piece)}: ${ours.toFixed(0)} ms more than YAML alone`);
      }
    });
  }
});

function milliseconds(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}
