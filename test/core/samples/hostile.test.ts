// Hostile samples: values that break keys which only look right, and nothing that the declarations rule out.
// Deliberately about values; that no key is taken twice holds for all samples (samples-properties.test.ts).
import assert from 'node:assert/strict';
import { analyze } from '../../../src/core/analysis/analysis.ts';
import { printValue } from '../../../src/core/analysis/samples/print-value.ts';
import { samplesOf } from '../../../src/core/analysis/samples/samples.ts';

const options = { scale: { items: 16, children: 8, values: 8, roots: 16 }, hostile: true, beside: true };

/** What the items of the one entity hold in the attribute. */
function valuesOf(declaration: string): readonly string[] {
  const { design } = analyze(`
version: 1
table: { name: T, partitionKey: PK, sortKey: SK }
entities:
  Thing:
    attributes:
      id: ksuid
      name: ${declaration}
    keys: { PK: "THING#\${name}", SK: "ID#\${id}" }
`);
  return samplesOf(design, options).items.flatMap(({ values }) => {
    const value = values.get('name');
    return value ? [printValue(value)] : [];
  });
}

describe('hostile samples', () => {
  it('of a text have separators, the other case, a longer neighbour, other letters, and the longest', () => {
    const all = valuesOf('{ type: string, maxSize: 64 B }');
    const has = (holds: (text: string) => boolean): void => assert.ok(all.some(holds), all.join('\n'));
    const [plain = ''] = all;
    has((text) => text === `${plain}#${plain}`);
    has((text) => text !== plain && text.toLowerCase() === plain.toLowerCase());
    has((text) => text === `${plain}0`);
    has((text) => text.includes('\u{1F600}'));
    has((text) => text.startsWith('ID#'));
    has((text) => Buffer.byteLength(text) === 64);
  });

  it('keep to pattern and size', () => {
    const all = valuesOf('{ pattern: "^[a-z]+$", maxSize: 9 B }');
    assert.ok(all.length > 4);
    assert.deepEqual(
      all.filter((text) => !/^[a-z]{1,9}$/.test(text)),
      [],
    );
  });

  it('keep to a format', () => {
    const all = valuesOf('email');
    assert.ok(all.some((text) => text.split('@')[0]?.includes('#')));
    assert.ok(all.every((text) => /^[^@\s]+@[^@\s]+$/.test(text)));
  });

  it('of a number are equal, and at the ends of what is allowed', () => {
    const { design } = analyze(`
version: 1
table: { name: Scores, partitionKey: PK, sortKey: SK }
entities:
  Score:
    attributes: { game: string, player: ksuid, points: { type: number, min: 2, max: 99 } }
    keys: { PK: "\${game}", SK: "\${player}" }
`);
    const points = samplesOf(design, options).items.map(({ values }) => {
      const value = values.get('points');
      return value?.type === 'number' ? Number(value.value) : undefined;
    });
    assert.ok(points.includes(2) && points.includes(99) && points.includes(9) && points.includes(10));
    assert.ok(new Set(points).size < points.length);
  });

  const collisionsOf = (attribute: string, key: string): readonly (readonly string[])[] => {
    const { design } = analyze(`
version: 1
table: { name: Pages, partitionKey: PK, sortKey: SK }
entities:
  Page:
    attributes: { site: ${attribute}, path: ${attribute} }
    keys: { PK: "${key}", SK: PAGE }
`);
    return samplesOf(design, options).collisions.map((pair) =>
      pair.map(({ values }) => [...values.values()].map(printValue).join(' + ')),
    );
  };

  it('stand in pairs of one key where a part can hold what separates it from the next', () => {
    const collisions = collisionsOf('string', '${site}#${path}');
    assert.equal(collisions.length, 1, JSON.stringify(collisions));
    const [[one = '', other = ''] = []] = collisions;
    assert.notEqual(one, other);
    assert.equal(one.replaceAll(' + ', '#'), other.replaceAll(' + ', '#'));
    assert.equal(collisionsOf('string', '${site}${path}').length, 1);
  });

  it('stand in no such pair where what is declared keeps the parts apart', () => {
    assert.deepEqual(collisionsOf('{ pattern: "^[a-z]+$" }', '${site}#${path}'), []);
    assert.deepEqual(collisionsOf('string', '${site}'), []);
  });
});
