// What is not known is named where people look: in the lens and in the hover, with what to write or to set.
// Deliberately by one lack at a time; the figures themselves are the tests of capacity and cost.
import assert from 'node:assert/strict';
import { hoverAt } from '../../../src/core/ide/hover.ts';
import { codeLenses } from '../../../src/core/ide/lenses.ts';
import { createSnapshot } from '../../../src/core/snapshot.ts';

const whole = `
version: 1
table: { name: Shop, partitionKey: PK, sortKey: SK, region: us-east-1 }
entities:
  Order:
    attributes: { name: { type: string, size: 8 B, distinct: 1000 }, id: ksuid, note: { type: string, size: 3 KB } }
    keys: { PK: "C#\${name}", SK: "O#\${id}" }
    count: 20k
accessPatterns:
  p: { query: Order, where: name, rate: 2/s }
`;

/** Of the pattern, without those that only do something. */
const lenses = (text: string) =>
  codeLenses(createSnapshot(text)).flatMap(({ title }) => (title.startsWith('Query') ? [title] : []));
const hover = (text: string) => hoverAt(createSnapshot(text), text.indexOf('\n  p: ') + 3)?.markdown ?? '';

const lacks: readonly (readonly [text: string, instead: string, lens: string, advice: RegExp])[] = [
  ['size: 3 KB', 'description: x', 'at least 0.5 RCU a call · at least $0.33/month', /`size: 40 B`/],
  ['count: 20k', 'description: x', 'at least 0.5 RCU a call · at least $0.33/month', /`count: 1M`/],
  [', distinct: 1000', '', 'at least 0.5 RCU a call · at least $0.33/month', /`distinct: 400`/],
  [
    'us-east-1',
    'us-west-2',
    '8 RCU a call · cost not known',
    /`singlet\.prices\.overrides: \{ "us-west-2": \{ "on-demand\.read": USD \} \}`, or `singlet\.prices\.estimates: true`/,
  ],
  [
    'us-east-1',
    'moon-1',
    '8 RCU a call · cost not known',
    /`singlet\.prices\.overrides: \{ "moon-1": \{ "on-demand\.read": USD \} \}`\.$/m,
  ],
  [', rate: 2/s', '', '8 RCU a call', /`rate: 20\/s`/],
];

describe('what is not known', () => {
  it('is nothing here', () => {
    assert.deepEqual(lenses(whole), ['Query table · 8 RCU a call · $5.26/month']);
    assert.doesNotMatch(hover(whole), /Not known/);
  });

  for (const [text, instead, lens, advice] of lacks) {
    it(`without ${text.replace(', ', '')} is named in lens and hover`, () => {
      const changed = whole.replace(text, instead);
      assert.notEqual(changed, whole);
      assert.deepEqual(lenses(changed), [`Query table · ${lens}`]);
      assert.match(hover(changed), /^- Not known: /m);
      assert.match(hover(changed), advice);
      assert.doesNotMatch(hover(changed), /\*\*0 RCU|\$0\/month|undefined/);
    });
  }
});
