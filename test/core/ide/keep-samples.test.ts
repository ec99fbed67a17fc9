// Items kept under `samples`: before and after, in every form that a list may have; and read back as they were.
// Deliberately asks the model again what it holds then: a sample that is read as something else is none.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { canonicalItem } from '../../../src/core/analysis/capacity/canonical.ts';
import { sampleText } from '../../../src/core/analysis/samples/sample-text.ts';
import { samplesOf } from '../../../src/core/analysis/samples/samples.ts';
import { writtenValues } from '../../../src/core/analysis/samples/written.ts';
import { keepSamples } from '../../../src/core/ide/keep-samples.ts';
import { createSnapshot } from '../../../src/core/snapshot.ts';
import { applyEdits } from '../../../src/core/text/edit.ts';

const item = '{ id: b, total: 2 }';

const model = (order: string): string => `version: 1
table: { name: T, partitionKey: PK }
entities:
  Order:${order}
accessPatterns:
  order: { get: Order }
`;

const declared = `
    attributes: { id: string, total: number }
    keys: { PK: "ORDER#\${id}" }`;

/** What stands for the entity once the items are kept. */
function kept(order: string, ...items: readonly string[]): string {
  const text = model(order);
  const keeping = keepSamples(
    createSnapshot(text),
    items.map((each) => ({ entity: 'Order', text: each })),
  );
  assert.equal(keeping.kind, 'edits');
  const after = keeping.kind === 'edits' ? applyEdits(text, keeping.edits) : '';
  const snapshot = createSnapshot(after);
  const entity = snapshot.design.entities.get('Order');
  assert.ok(entity);
  const texts = entity.decl.samples.map((node) => sampleText(writtenValues(entity, node)));
  for (const each of items) assert.ok(texts.includes(each), `${each} is not among ${texts.join(' ')}`);
  assert.deepEqual(
    snapshot.report.findings.map(({ message }) => message).filter((m) => /sample/i.test(m)),
    [],
  );
  return after.slice(model('').indexOf('Order:') + 'Order:'.length, after.indexOf('\naccessPatterns'));
}

describe('a kept sample', () => {
  it('begins a list behind the last entry of its entity', () => {
    assert.equal(kept(declared, item), `${declared}\n    samples:\n      - ${item}`);
  });

  it('is the next item of a list in block style', () => {
    const before = `${declared}\n    samples:\n    - id: a # the first\n      total: 1 # euro`;
    assert.equal(kept(before, item), `${before}\n    - ${item}`);
  });

  it('is the next item of a list in flow style', () => {
    const before = `${declared}\n    samples: [{ id: a, total: 1 }`;
    assert.equal(kept(`${before}]`, item), `${before}, ${item}]`);
    assert.equal(kept(`${declared}\n    samples: []`, item), `${declared}\n    samples: [${item}]`);
  });

  it('stands on a line of its own where the others do', () => {
    const before = `${declared}\n    samples: [\n      { id: a },`;
    assert.equal(kept(`${before}\n    ]`, item), `${before}\n      ${item},\n    ]`);
  });

  it('makes a list of one map', () => {
    assert.equal(
      kept(`${declared}\n    samples: { id: a }`, item),
      `${declared}\n    samples: [{ id: a }, ${item}]`,
    );
    assert.equal(
      kept(`${declared}\n    samples:\n      id: a\n      total: 1`, item),
      `${declared}\n    samples:\n      - id: a\n        total: 1\n      - ${item}`,
    );
  });

  it('takes the place of nothing', () => {
    assert.equal(kept(`${declared}\n    samples:`, item), `${declared}\n    samples:\n      - ${item}`);
    assert.equal(
      kept(`${declared}\n    samples: ~`, item).replace(/ +$/m, ''),
      `${declared}\n    samples:\n      - ${item}`,
    );
  });

  it('fits an entity on one line', () => {
    const before = ' { attributes: { id: string, total: number }, keys: { PK: "${id}" }';
    assert.equal(kept(`${before} }`, item), `${before}, samples: [${item}] }`);
    assert.equal(kept(`${before}, samples: }`, item), `${before}, samples: [${item}] }`);
  });

  it('comes with others of its entity, each once, and none that is there already', () => {
    const before = `${declared}\n    samples:\n      - { total: 1, id: a }`;
    const other = '{ id: c, total: 3 }';
    const first = '{ total: 1, id: a }';
    assert.equal(kept(before, item, item, first, other), `${before}\n      - ${item}\n      - ${other}`);
  });

  it('is not written twice', () => {
    const text = model(`${declared}\n    samples: [${item}]`);
    assert.deepEqual(keepSamples(createSnapshot(text), [{ entity: 'Order', text: item }]), {
      kind: 'kept-already',
    });
  });

  it('has no place where the entity is gone, or its samples are another thing', () => {
    const gone = keepSamples(createSnapshot(model(declared)), [{ entity: 'Ordre', text: item }]);
    assert.deepEqual(gone, { kind: 'no-place', entity: 'Ordre' });
    const odd = createSnapshot(model(`${declared}\n    samples: some`));
    assert.deepEqual(keepSamples(odd, [{ entity: 'Order', text: item }]), {
      kind: 'no-place',
      entity: 'Order',
    });
  });

  it('has every value that no plain word can be', () => {
    const values = [
      '0123',
      'null',
      'a: b',
      'x #y',
      "it's",
      '',
      ' ',
      '${id}',
      '- z',
      'née',
      '\u{1F600}"\\',
      '\t\n',
    ];
    for (const id of values) {
      const text = sampleText(new Map([['id', { type: 'string', value: id } as const]]));
      assert.ok(text);
      kept(declared, text);
    }
  });

  it('is given up where it could not be read back', () => {
    const binary = { type: 'binary', value: Uint8Array.of(1) } as const;
    const inMap = { type: 'map', value: new Map([['a', binary]]) } as const;
    assert.equal(sampleText(new Map([['data', inMap]])), undefined);
    assert.equal(sampleText(new Map([['data', binary]])), '{ data: AQ== }');
  });
});

describe('the samples that verify makes', () => {
  for (const folder of ['media/examples', 'test/fixtures/designs']) {
    for (const name of readdirSync(folder).filter((each) => each.endsWith('.ddb.yaml'))) {
      it(`can be kept and are the same items then: ${name}`, () => {
        const text = readFileSync(`${folder}/${name}`, 'utf8');
        const snapshot = createSnapshot(text);
        const scale = { items: 6, children: 2, values: 4, roots: 3 };
        const made = [true, false].flatMap((hostile) => [
          ...samplesOf(snapshot.design, { scale, hostile, beside: true }).items,
        ]);
        const texts = made.map(({ entity, values }) => ({ entity, text: sampleText(values) ?? '' }));
        assert.ok(texts.length > 0);
        assert.deepEqual(
          texts.filter(({ text: each }) => each === ''),
          [],
        );
        const keeping = keepSamples(snapshot, texts);
        assert.ok(keeping.kind === 'edits', keeping.kind);
        const { design } = createSnapshot(applyEdits(text, keeping.edits));
        const held = new Set(
          [...design.entities.values()].flatMap((entity) =>
            entity.decl.samples.map((node) => `${entity.name} ${canonicalItem(writtenValues(entity, node))}`),
          ),
        );
        const wanted = made.map(({ entity, values }) => `${entity} ${canonicalItem(values)}`);
        assert.deepEqual(
          wanted.filter((each) => !held.has(each)),
          [],
        );
      });
    }
  }
});
