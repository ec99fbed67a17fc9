// What media/language-configuration.json does: where the cursor lands after Enter, and what a double click selects.
// VS Code's own reading of that file is simulated as far as these two go (first rule that fits; tab size 2).
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

type EnterRule = {
  readonly beforeText: string;
  readonly afterText: string;
  readonly action: { readonly indent: 'none' | 'indent'; readonly appendText?: string };
};
type Configuration = {
  readonly onEnterRules: readonly EnterRule[];
  readonly wordPattern: { readonly pattern: string; readonly flags: string };
};

const configuration: Configuration = JSON.parse(readFileSync('media/language-configuration.json', 'utf8'));

describe('language configuration', () => {
  it('indents after a key without a value', () => {
    assert.equal(columnAfterEnter('entities:'), 2);
    assert.equal(columnAfterEnter('  Customer:   # who buys'), 4);
    assert.equal(columnAfterEnter('      PK: >-'), 8);
  });

  it('goes on below the key of a list item, deeper when it has no value', () => {
    assert.equal(columnAfterEnter('      - put: Order'), 8);
    assert.equal(columnAfterEnter('      - where:'), 10);
  });

  it('keeps the indentation of everything else', () => {
    assert.equal(columnAfterEnter('    count: 1M'), 4);
    assert.equal(columnAfterEnter('      - status = PLACED'), 6);
    assert.equal(columnAfterEnter('      - { put: Order, times: 3 }'), 6);
    assert.equal(columnAfterEnter('  # as follows:'), 2);
  });

  it('selects names whole: attributes, keys with - and #, operators', () => {
    assert.deepEqual(words('GSI1-PK: "ORDER#${orderId | pad(4)}#X"'), [
      'GSI1-PK',
      'ORDER',
      'orderId',
      'pad',
      '4',
      'X',
    ]);
    assert.deepEqual(words('[State#Date begins_with, a not-exists]'), [
      'State#Date',
      'begins_with',
      'a',
      'not-exists',
    ]);
    assert.deepEqual(words('Customer.username = :followed'), ['Customer', 'username', 'followed']);
    assert.deepEqual(words('count: 3.2 per Straße'), ['count', '3.2', 'per', 'Straße']);
  });
});

function columnAfterEnter(line: string): number {
  const rule = configuration.onEnterRules.find((each) => new RegExp(each.beforeText).test(line));
  const indentation = line.length - line.trimStart().length;
  if (rule === undefined) return indentation;
  return indentation + (rule.action.indent === 'indent' ? 2 : 0) + (rule.action.appendText?.length ?? 0);
}

function words(text: string): string[] {
  const { pattern, flags } = configuration.wordPattern;
  return text.match(new RegExp(pattern, `${flags}g`)) ?? [];
}
