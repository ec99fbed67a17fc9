import assert from 'node:assert/strict';
import { instantOf, isTimeFormat } from '../../../src/core/facts/dates.ts';
import { formats } from '../../../src/core/facts/formats.ts';

const counts = [...new Array(1000).keys(), 20_000, 65_535, 65_536];

describe('formats', () => {
  for (const [name, format] of formats) {
    const values = counts.map((n) => format.sample(n));
    const texts = values.map(String);

    it(`has samples for ${name} that fit its type, pattern and length`, () => {
      const pattern = new RegExp(format.pattern);
      for (const [index, text] of texts.entries()) {
        assert.equal(typeof values[index], format.type);
        assert.match(text, pattern);
        const length = Buffer.byteLength(text);
        assert.ok(length >= format.bytes.min && length <= (format.bytes.max ?? length), text);
      }
    });

    it(`has samples for ${name} that differ and are always the same`, () => {
      assert.equal(new Set(texts).size, counts.length);
      assert.deepEqual(
        counts.map((n) => format.sample(n)),
        values,
      );
    });

    if (format.order === 'time') {
      it(`has samples for ${name} whose bytes rise with time`, () => {
        const rising = texts.slice(0, 1000);
        assert.deepEqual(
          rising.toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))),
          rising,
        );
      });
    }

    if (isTimeFormat(name)) {
      it(`has samples for ${name} that are later and later`, () => {
        const instants = values.map((value) => instantOf(value, name) ?? Number.NaN);
        assert.ok(instants.every((time, n) => n === 0 || time > (instants[n - 1] ?? Number.NaN)));
      });
    }
  }

  const refused: readonly [format: string, text: string][] = [
    ['uuid', '0F8FAD5B-D9CB-469F-A165-70867728950E'],
    ['uuid-v7', '0f8fad5b-d9cb-469f-a165-70867728950e'],
    ['ulid', '8ZZZZZZZZZZZZZZZZZZZZZZZZZ'],
    ['ulid', '01ARZ3NDEKTSV4RRFFQ69G5FAI'],
    ['date', '2026-13-01'],
    ['date-time', '2026-03-14T09:26:53Z'],
    ['date-time', '2026-03-14T09:26:53.589+01:00'],
    ['date-time-seconds', '2026-03-14T09:26:53'],
    ['date-time-local', '2026-03-14T09:26:53Z'],
    ['epoch-seconds', '1773480413000'],
    ['email', 'ann'],
    ['email', 'ann@example..com'],
    ['uri', '/a'],
    ['ipv4', '256.1.1.1'],
    ['ipv6', '1::2::3'],
    ['ipv6', '1:2:3:4:5:6:7'],
    ['hostname', '-a.com'],
  ];
  for (const [format, text] of refused) {
    it(`does not take ${text} as ${format}`, () =>
      assert.doesNotMatch(text, new RegExp(formats.get(format)?.pattern ?? '')));
  }

  it('takes published examples', () => {
    const examples: readonly [format: string, text: string][] = [
      ['ulid', '01ARZ3NDEKTSV4RRFFQ69G5FAV'],
      ['ksuid', '0ujtsYcgvSTl8PAuAdqWYSMnLOv'],
      ['uuid-v7', '017f22e2-79b0-7cc3-98c4-dc0c0c07398f'],
      ['date-time-offset', '1996-12-19T16:39:57-08:00'],
      ['email', 'user#tag@example.com'],
      ['ipv6', '2001:db8:0:0:8:800:200c:417a'],
      ['ipv6', 'ff01::101'],
      ['ipv6', '::'],
      ['ipv6', '::1'],
      ['ipv6', '1:2:3:4:5:6:7::'],
    ];
    for (const [format, text] of examples) {
      assert.match(text, new RegExp(formats.get(format)?.pattern ?? '^nothing$'), `${format} ${text}`);
    }
  });
});
