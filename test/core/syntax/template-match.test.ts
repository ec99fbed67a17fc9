import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { type MatchDomains, matchTemplate } from '../../../src/core/syntax/match-template.ts';
import { parseTemplate } from '../../../src/core/syntax/parse-template.ts';
import { renderTemplate } from '../../../src/core/syntax/render-template.ts';
import { asWritten } from './spans.ts';

const parse = (source: string) => parseTemplate(source, asWritten).value;

/** `unique id=42`, with `~` where the value itself is not known. */
function match(source: string, value: string, domains?: MatchDomains): string {
  const result = matchTemplate(parse(source), value, domains);
  if (!('bindings' in result)) return result.kind;
  const texts = result.bindings.map(({ name, text, opaque }) => `${name}${opaque ? '~' : '='}${text}`);
  return [result.kind, ...texts].join(' ');
}

describe('matchTemplate', () => {
  it('binds placeholders between literals', () => {
    assert.equal(match('ORDER#${id}#ITEM#${n}', 'ORDER#7#ITEM#3'), 'unique id=7 n=3');
    assert.equal(match('ORDER#${id}', 'ITEM#7'), 'none');
    assert.equal(match('FRONTPAGE', 'FRONTPAGE'), 'unique');
    assert.equal(match('ORDER#${id}', 'ORDER#'), 'none');
  });

  it('undoes functions that can be undone', () => {
    assert.equal(match('I#${n | pad(4)}', 'I#0042'), 'unique n=42');
    assert.equal(match('I#${n | pad(4)}', 'I#42'), 'none');
    assert.equal(match('I#${n | descending(4)}', 'I#9957'), 'unique n=42');
  });

  it('shows what the others made of the value', () => {
    assert.equal(match('${at | date(yyyy-MM)}#${id}', '2026-03#7'), 'unique at~2026-03 id=7');
    assert.equal(match('${at | date(yyyy-MM)}#${id}', '2026-13#7'), 'none');
  });

  it('wants one value for an attribute that stands twice', () => {
    assert.equal(match('${a}#${a}', 'x#x'), 'unique a=x');
    assert.equal(match('${a}#${a}', 'x#y'), 'none');
    assert.equal(match('${a}#${a}', 'x#x#x'), 'none');
    assert.equal(match('${a}#${a}', 'x#x#x#x'), 'unique a=x#x');
    assert.equal(match('${a}${a}', 'xyxy'), 'unique a=xy');
    assert.equal(match('${u | lower}#${u}', 'ann#Ann'), 'unique u~ann u=Ann');
    assert.equal(match('${u | lower}#${u}', 'ben#Ann'), 'none');
  });

  it('says when there is more than one way', () => {
    assert.equal(match('${owner}#${repo}', 'a#b#c'), 'ambiguous owner=a repo=b#c');
    assert.equal(match('${a}${b}', 'xy'), 'unique a=x b=y');
    assert.equal(match('${a}${b}', '\u{1F600}y'), 'unique a=\u{1F600} b=y');
  });

  it('leaves out values that are none of the attribute', () => {
    const domains: MatchDomains = { accepts: () => (text) => /^[a-z]+$/.test(text) };
    assert.equal(match('${owner}#${repo}', 'a#b', domains), 'unique owner=a repo=b');
    assert.equal(match('${owner}#${repo}', 'a#b#c', domains), 'none');
  });

  it('gives up on what would take too long, and says so', () => {
    const domains: MatchDomains = { accepts: () => (text) => text.length > 300 };
    assert.equal(match('${a}${b}${c}${d}${e}', 'x'.repeat(1400), domains), 'undecided');
    assert.equal(match('${a}'.repeat(5000), 'x'.repeat(5000)), 'undecided');
  });

  it('finds the values that a key was made of', () => {
    const value = fc.record({
      a: fc.string({ unit: fc.constantFrom('x', 'y', '#'), minLength: 1, maxLength: 4 }),
      n: fc.nat(9999),
    });
    const source = fc
      .array(
        fc.constantFrom('${a}', '${n}', '${n | pad(4)}', '${n | descending(4)}', '#', 'A#', '${a | hash(2)}'),
        {
          maxLength: 5,
        },
      )
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(source, value, (text, values) => {
        const template = parse(text);
        const key = renderTemplate(template, (name) => (name === 'a' ? values.a : values.n));
        assert.ok(key !== undefined);
        const result = matchTemplate(template, key);
        assert.notEqual(result.kind, 'none');
        if (result.kind !== 'unique') return;
        for (const { name, text: bound, opaque } of result.bindings) {
          if (!opaque) assert.equal(bound, name === 'a' ? values.a : String(values.n));
        }
      }),
    );
  });
});
