import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { finestUnit, instantOf } from '../../../src/core/facts/dates.ts';
import { argumentProblem, type FunctionInput, templateFunctions } from '../../../src/core/facts/functions.ts';
import { fnv1a32 } from '../../../src/core/facts/hashing.ts';
import { parseTemplate } from '../../../src/core/syntax/parse-template.ts';

function known(name: string) {
  const found = templateFunctions.get(name);
  assert.ok(found, name);
  return found;
}
const apply = (name: string, value: FunctionInput, arg?: string, format?: string) =>
  known(name).apply(value, arg === undefined ? [] : [arg], format);

describe('template functions', () => {
  for (const [name, { example, parameters }] of templateFunctions) {
    it(`${name} does what its example says`, () => {
      const [part] = parseTemplate(example.template, (index) => index).value.parts;
      const call = part?.kind === 'placeholder' ? part.functions[0] : undefined;
      assert.equal(call?.name, name);
      assert.equal(argumentProblem(known(name), call.args), undefined);
      assert.equal(known(name).apply(example.value, call.args), example.result);
      assert.equal(call.args.length, parameters.length);
    });
  }

  it('pads whole numbers, and leaves longer ones as they are', () => {
    assert.equal(apply('pad', 42, '4'), '0042');
    assert.equal(apply('pad', 12345, '4'), '12345');
    for (const bad of [-1, 1.5, true, 'x', Number.NaN]) assert.equal(apply('pad', bad, '4'), undefined);
    assert.equal(apply('pad', 42, '0'), undefined);
  });

  it('turns numbers round exactly, however large', () => {
    assert.equal(apply('descending', 0, '3'), '999');
    assert.equal(apply('descending', 999, '3'), '000');
    assert.equal(apply('descending', 1000, '3'), undefined);
    assert.equal(apply('descending', 9_007_199_254_740_991n, '20'), '99990992800745259008');
  });

  it('truncates times in UTC', () => {
    assert.equal(apply('date', '2026-03-14T00:26:53+02:00', 'yyyy-MM-dd'), '2026-03-13');
    assert.equal(apply('date', '2026-03-14T09:26:53.589Z', 'yyyyMMddTHH:mm:ssZ'), '20260314T09:26:53Z');
    assert.equal(apply('date', 1_773_480_413, 'yyyy', 'epoch-seconds'), '2026');
    assert.equal(apply('date', 1_773_480_413_589, 'yyyy-MM', 'epoch-milliseconds'), '2026-03');
    assert.equal(apply('date', '2026-03', 'yyyy'), '2026');
    assert.equal(apply('date', '0050-03-01', 'yyyy'), '0050');
    assert.equal(apply('date', 1_773_480_413, 'yyyy'), undefined);
    for (const bad of ['2026-02-30', 'soon', '', '2026-03-14T24:00:00Z']) {
      assert.equal(apply('date', bad, 'yyyy'), undefined, bad);
    }
    assert.equal(finestUnit('dd.MM.yyyy'), 'dd');
  });

  it('hashes as published', () => {
    const vectors: readonly [text: string, hash: number][] = [
      ['', 0x811c9dc5],
      ['a', 0xe40c292c],
      ['foobar', 0xbf9cf968],
    ];
    for (const [text, hash] of vectors) assert.equal(fnv1a32(text), hash);
    assert.equal(fnv1a32('ä€😀\ud800'), byBytes(Buffer.from('ä€😀\ufffd')));
    assert.equal(apply('hash', 'foobar', '4'), 'bf9c');
  });

  it('keeps order with a date format exactly where the units fall from the year without a gap', () => {
    const order = (format: string) => known('date').order([format]);
    for (const format of ['yyyy', 'yyyy-MM', 'yyyyMMdd', 'yyyy-MM-ddTHH:mm:ss'])
      assert.equal(order(format), 'keeps');
    for (const format of ['MM', 'dd.MM.yyyy', 'yyyy-dd', 'MM-dd', 'x', ''])
      assert.equal(order(format), 'loses');
  });

  it('says what is wrong with arguments', () => {
    assert.match(argumentProblem(known('pad'), []) ?? '', /takes one argument: pad\(n\)/);
    assert.match(argumentProblem(known('pad'), ['x']) ?? '', /a whole number from 1 to 38, not "x"/);
    assert.match(argumentProblem(known('date'), ['YYYY']) ?? '', /no date format/);
    assert.match(argumentProblem(known('upper'), ['1']) ?? '', /takes no arguments/);
    assert.equal(argumentProblem(known('shard'), ['10']), undefined);
  });

  it('promises only what holds: order, injectivity, image and inverse', () => {
    const input = fc.oneof(fc.bigInt(0n, 9999n), fc.bigInt(0n, 10n ** 12n));
    fc.assert(
      fc.property(
        fc.constantFrom('pad', 'descending'),
        fc.constantFrom('4', '12'),
        input,
        input,
        (name, n, a, b) => {
          const { apply: run, invert, image, largest, order } = known(name);
          const limit = largest([n]) ?? -1n;
          fc.pre(a <= limit && b <= limit);
          const [x, y] = [run(a, [n]) ?? '', run(b, [n]) ?? ''];
          assert.match(x, new RegExp(image([n]) ?? '^$'));
          assert.equal(invert?.(x, [n]), String(a));
          assert.equal(x === y, a === b);
          if (a < b) assert.equal(x < y, order([n]) === 'keeps');
        },
      ),
    );
  });

  it('knows every value of a shard', () => {
    for (const n of ['2', '9', '10', '11', '100', '365', '1000']) {
      const image = new RegExp(known('shard').image([n]) ?? '');
      const matching = [...new Array(1200).keys()].filter((value) => image.test(String(value)));
      assert.deepEqual(matching, [...new Array(Number(n)).keys()]);
      assert.equal(known('shard').fanOut([n]), Number(n));
      assert.doesNotMatch('00', image);
    }
  });

  it('takes any value and any argument without throwing', () => {
    const value = fc.oneof(fc.string(), fc.double(), fc.boolean(), fc.bigInt());
    const args = fc.array(fc.oneof(fc.string(), fc.constantFrom('4', '38', 'yyyy-MM', '999999999')), {
      maxLength: 2,
    });
    fc.assert(
      fc.property(fc.constantFrom(...templateFunctions.values()), value, args, (fn, input, given) => {
        const output = fn.apply(input, given);
        const image = fn.image(given);
        if (output !== undefined && image !== undefined) assert.match(output, new RegExp(image));
        assert.ok(argumentProblem(fn, given) === undefined || output === undefined);
        fn.invert?.(String(input), given);
      }),
    );
  });
});

describe('instantOf', () => {
  it('reads every format to the millisecond', () => {
    const instant = Date.UTC(2026, 2, 14, 9, 26, 53);
    assert.equal(instantOf('2026-03-14T09:26:53Z', undefined), instant);
    assert.equal(instantOf('2026-03-14T10:26:53.5+01:00', undefined), instant + 500);
    assert.equal(instantOf('2026-03-14', undefined), Date.UTC(2026, 2, 14));
    assert.equal(instantOf(instant / 1000, 'epoch-seconds'), instant);
    assert.equal(instantOf('x', 'epoch-seconds'), undefined);
  });
});

function byBytes(bytes: Buffer): number {
  return bytes.reduce((hash, byte) => Math.imul(hash ^ byte, 0x01000193), 0x811c9dc5) >>> 0;
}
