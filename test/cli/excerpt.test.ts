// The source line of a finding: where the carets stand.
// Deliberately about one line at a time.
import assert from 'node:assert/strict';
import { excerpt } from '../../src/cli/report/excerpt.ts';

function shown(line: string, from: number, to: number, more = false): string {
  const end = { line: more ? 2 : 1, column: to + 1 };
  const { line: source, carets } = excerpt([line, 'second'], {
    rule: 'x/y',
    severity: 'error',
    message: '',
    start: { line: 1, column: from + 1 },
    end,
    related: [],
  });
  return `${source}\n${carets}`;
}

describe('the source line of a finding', () => {
  it('stands without its indentation, a tab as a space', () => {
    assert.equal(shown('    a:\tbc ', 7, 9), 'a: bc\n   ^^');
  });

  it('marks an empty place with one caret', () => {
    assert.equal(shown('a:', 2, 2), 'a:\n  ^');
    assert.equal(shown('', 0, 0), '\n^');
  });

  it('is marked to its end where the finding goes on', () => {
    assert.equal(shown('a: {', 3, 2, true), 'a: {\n   ^');
  });

  it('is cut around the finding where it is long', () => {
    const text = shown(`${'x'.repeat(500)}HERE${'y'.repeat(500)}`, 500, 504);
    const [line = '', carets = ''] = text.split('\n');
    assert.ok(line.length <= 102 && line.startsWith('…') && line.endsWith('…'));
    assert.equal(line.slice(carets.indexOf('^'), carets.lastIndexOf('^') + 1), 'HERE');
  });
});
