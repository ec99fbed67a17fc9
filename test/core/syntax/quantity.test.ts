import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { parseCount } from '../../../src/core/syntax/count.ts';
import * as q from '../../../src/core/syntax/quantity.ts';
import { anyText, assertSpansInside, asWritten, summary } from './spans.ts';

const parsers = [q.parseAmount, q.parseBytes, q.parseRate, q.parseShare, q.parseMoney, q.parseDuration];

describe('quantities', () => {
  it('reads amounts', () => {
    assert.equal(q.parseAmount('1M'), 1_000_000);
    assert.equal(q.parseAmount(' 900 k '), 900_000);
    assert.equal(q.parseAmount('3.2'), 3.2);
    assert.equal(q.parseAmount(0), 0);
    assert.equal(q.parseAmount('1.1k'), 1100);
  });

  it('reads bytes, 1,024 to the KB', () => {
    assert.equal(q.parseBytes('12 B'), 12);
    assert.equal(q.parseBytes('2KB'), 2048);
    assert.equal(q.parseBytes('1.5 MB'), 1_572_864);
    assert.equal(q.parseBytes(12), 12);
    assert.equal(q.parseBytes('12'), 12);
  });

  it('reads rates as calls per second, a month being 730 hours', () => {
    assert.equal(q.parseRate('80/s'), 80);
    assert.equal(q.parseRate('6k/min'), 100);
    assert.equal(q.parseRate('36 / h'), 0.01);
    assert.equal(q.parseRate('2.628M/month'), 1);
    assert.equal(q.parseRate('8.64k/day'), 0.1);
  });

  it('reads shares, money and durations', () => {
    assert.equal(q.parseShare('3%'), 0.03);
    assert.equal(q.parseShare('0.7 %'), 0.007);
    assert.equal(q.parseMoney('$0.05'), 0.05);
    assert.equal(q.parseMoney('$ 1.5k'), 1500);
    assert.equal(q.parseDuration('30 days'), 2_592_000);
    assert.equal(q.parseDuration('3 years'), 3 * 365 * 86_400);
    assert.equal(q.parseDuration('1 ms'), 0.001);
    assert.equal(q.parseDuration('2 h'), 7200);
  });

  it('takes nothing else', () => {
    for (const text of [
      '',
      'x',
      '1,000',
      '1_000',
      '-1',
      '1e3',
      '1 kg',
      '.5',
      '5.',
      'Infinity',
      '0x10',
      '1K',
    ]) {
      for (const parse of parsers) assert.equal(parse(text), undefined, `${parse.name}(${text})`);
    }
    for (const bad of [Number.NaN, -1, Number.POSITIVE_INFINITY]) assert.equal(q.parseAmount(bad), undefined);
    assert.equal(q.parseShare('101%'), undefined);
    assert.equal(q.parseShare(0.5), undefined);
    assert.equal(q.parseRate(80), undefined);
    assert.equal(q.parseRate('80/year'), undefined);
    assert.equal(q.parseDuration('3 parsecs'), undefined);
    assert.equal(q.parseBytes('1 kB'), undefined);
    assert.equal(q.parseAmount('9'.repeat(400)), undefined);
  });

  it('prints without the noise of binary fractions', () => {
    assert.equal(q.printNumber(0.1 + 0.2), '0.3');
    assert.equal(q.printNumber(1234567.8), '1,234,568');
    assert.equal(q.printNumber(12345), '12,345');
    assert.equal(q.printNumber(2 / 3), '0.6667');
    assert.equal(q.printNumber(-1234), '-1,234');
    assert.equal(q.printNumber(-0), '0');
    assert.equal(q.printNumber(0.00001234), '0.00001234');
    assert.equal(q.printBytes(1536), '1.5 KB');
    assert.equal(q.printBytes(900), '900 B');
    assert.equal(q.printBytes(0), '0 B');
    assert.equal(q.printBytes(1023.999), '1 KB');
    assert.equal(q.printAmount(1_000_000), '1M');
    assert.equal(q.printAmount(999_999.9), '1M');
    assert.equal(q.printAmount(3.2), '3.2');
    assert.equal(q.printShare(0.07), '7%');
    assert.equal(q.printShare(0.14), '14%');
    assert.equal(q.printShare(1 / 21, 2), '4.8%');
    assert.equal(q.printRate(80), '80/s');
    assert.equal(q.printRate(5 / 60), '5/min');
    assert.equal(q.printRate(0), '0/s');
    assert.equal(q.printMoney(1234.5), '$1,234.50');
    assert.equal(q.printMoney(50), '$50');
    assert.equal(q.printMoney(0.00123), '$0.0012');
    // Half a cent is rounded up, though 0.705 is a little less in binary.
    assert.equal(q.printMoney(0.705), '$0.71');
    assert.equal(q.printMoney(1.3e-7), '$0.00000013');
    assert.equal(q.printMoney(4.0100097656250006e63), '$4.01e+63');
    assert.equal(q.printDuration(86_400), '1 day');
    assert.equal(q.printDuration(0.25), '250 ms');
    assert.equal(q.printDuration(5400), '1.5 hours');
    assert.equal(q.printDuration(3 * 365 * 86_400), '3 years');
  });

  it('reads what it has printed', () => {
    const pairs = [
      [q.printBytes, q.parseBytes],
      [q.printAmount, q.parseAmount],
      [q.printRate, q.parseRate],
      [q.printDuration, q.parseDuration],
    ] as const;
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 1e15, noNaN: true }),
        fc.constantFrom(...pairs),
        (value, pair) => {
          const [print, parse] = pair;
          const text = print(value).replaceAll(',', '');
          const read = parse(text);
          assert.ok(
            read !== undefined && Math.abs(read - value) <= value * 0.001,
            `${value} ${text} ${read}`,
          );
        },
      ),
    );
  });

  it('never throws', () => {
    const tokens = ['1', '.', '5', 'k', 'M', ' ', '%', '$', '/', 's', 'day', 'KB', 'ms', 'per'];
    fc.assert(
      fc.property(anyText(tokens), (text) => {
        for (const parse of parsers) {
          const value = parse(text);
          assert.ok(value === undefined || (Number.isFinite(value) && value >= 0));
        }
      }),
    );
  });
});

describe('parseCount', () => {
  const parse = (source: string) => parseCount(source, asWritten);

  it('reads a total, and a mean for each of something', () => {
    assert.deepEqual(parse('1M').value, { mean: 1_000_000, per: undefined });
    assert.deepEqual(parse('3.2 per Order').value, {
      mean: 3.2,
      per: { value: 'Order', span: { start: 8, end: 13 } },
    });
    assert.equal(parse('0.5  per  user#id ').value?.per?.value, 'user#id');
    assert.deepEqual(parse('8 per recipientId').problems, []);
  });

  const wrong: readonly [source: string, problem: string][] = [
    ['1,000 per Order', 'count/amount "1,000" -> 1000'],
    ['many', 'count/amount "many"'],
    ['', 'count/amount ""'],
    ['20 per', 'count/missing-name "per"'],
    ['20 persons', 'count/amount "20 persons"'],
  ];
  for (const [source, problem] of wrong) {
    it(`says what is wrong with "${source}"`, () =>
      assert.deepEqual(summary(source, parse(source).problems), [problem]));
  }

  it('never throws, and keeps every span in the text', () => {
    fc.assert(
      fc.property(anyText(['1', 'M', ' ', 'per', 'Order', ',', '\n']), (source) => {
        const parsed = parse(source);
        assertSpansInside(parsed, source.length);
        assert.equal(
          parsed.value === undefined,
          parsed.problems.some(({ code }) => code === 'count/amount'),
        );
      }),
    );
  });
});
