// The parts of the sample generator: texts of patterns, the order of values, numbers as DynamoDB prints them.
// Deliberately small cases; samples.test.ts shows them at work.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { DynamoValue } from '../../../src/core/analysis/capacity/item.ts';
import { base64Bytes, base64Text } from '../../../src/core/analysis/samples/base64.ts';
import { compareTexts, compareValues } from '../../../src/core/analysis/samples/compare-values.ts';
import { patternText } from '../../../src/core/analysis/samples/pattern-text.ts';
import { numberText } from '../../../src/core/analysis/samples/scalar-value.ts';

describe('pattern texts', () => {
  const patterns = [
    '^[a-z0-9-]+$',
    '^(red|green|blue)$',
    '^\\d{4}-\\d{2}$',
    '^[^aeiou]{3,5}$',
    '^(ab?c)*x$',
    '^\\p{Lu}\\w+$',
    '^(?:[A-Z]{2}\\d){2,3}$',
    'abc',
    '^(a+)+$',
    '^[一-三]+$',
  ];
  for (const source of patterns) {
    it(`match ${source}`, () => {
      const pattern = patternText(source);
      for (let n = 0; n < 20; n++) {
        const text = pattern?.sample(n, 8);
        assert.ok(text !== undefined && new RegExp(source, 'u').test(text), `${text}`);
        assert.ok(pattern?.fits(text));
      }
    });
  }

  it('agree with JavaScript on what matches as a whole', () => {
    const anchored = patterns.filter((source) => source.startsWith('^') && source !== '^(a+)+$');
    fc.assert(
      fc.property(fc.constantFrom(...anchored), fc.string({ maxLength: 8 }), (source, text) => {
        assert.equal(patternText(source)?.fits(text), new RegExp(source, 'u').test(text));
      }),
    );
  });

  it('do not run away on a pattern that backtracks, and claim nothing of what they cannot follow', () => {
    assert.equal(patternText('^(a|a|aa)+$')?.fits(`${'a'.repeat(300)}b`), false);
    for (const source of ['^(?=a)b$', '(a)\\1', '^\\ba$', '^[', '(?<!x)y']) {
      assert.equal(patternText(source), undefined, source);
    }
    assert.equal(patternText('^a{100000}$')?.sample(0, 10), undefined);
    assert.equal(patternText(`^${'('.repeat(900)}a${')'.repeat(900)}$`)?.sample(0, 1) ?? 'a', 'a');
  });
});

describe('the order of values', function () {
  this.timeout(20_000);
  const text = (value: string): DynamoValue => ({ type: 'string', value });
  const number = (value: string): DynamoValue => ({ type: 'number', value });

  it('is that of UTF-8 bytes for texts', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 6 }),
        fc.string({ unit: 'binary', maxLength: 6 }),
        (a, b) => {
          assert.equal(Math.sign(compareTexts(a, b)), Buffer.compare(Buffer.from(a), Buffer.from(b)));
        },
      ),
    );
    assert.ok(compareValues(text('\u{E000}'), text('\u{10000}')) < 0);
    assert.ok(compareValues(text('ISSUE#10'), text('ISSUE#9')) < 0);
  });

  it('is that of the numbers, however many digits they have', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer(), (a, b) => {
        assert.equal(Math.sign(compareValues(number(String(a)), number(String(b)))) + 0, Math.sign(a - b));
      }),
    );
    const ordered = [
      '-12e3',
      '-1.5',
      '-1.4',
      '0',
      '0.001',
      '1e-2',
      '9',
      '10',
      '12345678901234567890123',
      '1e30',
    ];
    for (const [i, value] of ordered.entries()) {
      assert.ok(i === 0 || compareValues(number(ordered[i - 1] ?? ''), number(value)) < 0, value);
    }
    assert.equal(compareValues(number('-0'), number('0.0')), 0);
  });

  it('is that of the bytes for binaries', () => {
    const binary = (...bytes: number[]): DynamoValue => ({ type: 'binary', value: Uint8Array.from(bytes) });
    assert.ok(compareValues(binary(1), binary(1, 0)) < 0);
    assert.ok(compareValues(binary(255), binary(1, 9)) > 0);
  });
});

describe('written numbers', () => {
  const cases: readonly (readonly [string, string | undefined])[] = [
    ['42', '42'],
    ['+007.50', '7.5'],
    ['1e3', '1000'],
    ['-0', '0'],
    ['.5', '0.5'],
    ['0x1F', '31'],
    ['12345678901234567890123.10', '12345678901234567890123.1'],
    ['1e-130', '1e-130'],
    ['2.5e99', '2.5e99'],
    ['.inf', undefined],
    ['', undefined],
    ['.', undefined],
  ];
  for (const [written, printed] of cases) {
    it(`${written || 'nothing'} is ${printed ?? 'no number'}`, () =>
      assert.equal(numberText(written), printed));
  }
});

describe('base64', () => {
  it('gives back what it was given', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        assert.equal(base64Text(bytes), Buffer.from(bytes).toString('base64'));
        assert.deepEqual(base64Bytes(base64Text(bytes)), Uint8Array.from(bytes));
      }),
    );
  });
});
