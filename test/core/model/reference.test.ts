import assert from 'node:assert/strict';
import { keysAt, referenceAt } from '../../../src/core/model/reference.ts';
import { documentForm } from '../../../src/core/model/schema/document-form.ts';
import { type Form, optionsOf } from '../../../src/core/model/schema/form.ts';
import { parseYaml } from '../../../src/core/syntax/parse-yaml.ts';
import { plainValue } from '../../../src/core/syntax/yaml-value.ts';

const root = plainValue(
  parseYaml(`
accessPatterns:
  page: { query: Order, where: id, then: { batchGet: User } }
  pay: { transactWrite: [{ put: Payment }, { check: Order }] }
  new: {}
`).root,
);

const names = (path: readonly (string | number)[]) => keysAt(path, root).map((key) => key.name);

describe('reference', () => {
  it('says what a property is and what belongs there', () => {
    const reference = referenceAt(['entities', 'Order', 'attributes', 'orderId', 'size']);
    assert.equal(reference?.expected, 'a size such as 400 B or 2 KB (1 KB is 1,024 bytes)');
    assert.match(reference?.description ?? '', /^The mean size/);
    assert.deepEqual(reference?.examples, ['400 B', '2 KB']);
    assert.ok(reference?.siblings.some((key) => key.name === 'maxSize' && !key.required));
  });

  it('lists the words of a closed place', () => {
    const values = (...path: string[]) => referenceAt(path)?.values;
    assert.deepEqual(values('indexes', 'GSI1', 'projection'), ['all', 'keys-only']);
    assert.deepEqual(values('table', 'capacity'), ['on-demand']);
    assert.deepEqual(values('table', 'deletionProtection'), [true, false]);
    assert.deepEqual(values('version'), [1]);
    assert.deepEqual(values('table', 'region'), []);
  });

  it('describes what the author names', () => {
    assert.match(referenceAt(['entities', 'Order'])?.description ?? '', /^One kind of item/);
    assert.match(referenceAt(['entities', 'Order', 'keys', 'PK'])?.description ?? '', /template/);
    assert.match(referenceAt(['indexes', 'GSI1'])?.description ?? '', /^A secondary index/);
    assert.match(
      referenceAt(['accessPatterns', 'page'], root)?.description ?? '',
      /^Something the application/,
    );
    assert.deepEqual(referenceAt(['entities', 'Order'])?.siblings, []);
  });

  it('knows an access pattern by its operation', () => {
    const limit = (pattern: string) => referenceAt(['accessPatterns', pattern, 'limit'], root);
    assert.ok(limit('page'));
    assert.equal(limit('pay'), undefined);
    assert.ok(names(['accessPatterns', 'page']).includes('order'));
    assert.ok(!names(['accessPatterns', 'page']).includes('put'));
  });

  it('knows legs and steps by theirs', () => {
    assert.deepEqual(names(['accessPatterns', 'pay', 'transactWrite', 1]), [
      'check',
      'where',
      'condition',
      'times',
    ]);
    assert.ok(names(['accessPatterns', 'page', 'then']).includes('batchGet'));
    assert.ok(!names(['accessPatterns', 'page', 'then']).includes('rate'));
    assert.match(
      referenceAt(['accessPatterns', 'pay', 'transactWrite', 0, 'put'], root)?.description ?? '',
      /PutItem/,
    );
  });

  it('offers all operations where none is written yet', () => {
    const keys = keysAt(['accessPatterns', 'new'], root);
    for (const name of ['get', 'query', 'transactWrite', 'analyze']) {
      assert.ok(keys.some((key) => key.name === name && !key.required));
    }
  });

  it('tells required keys', () => {
    assert.deepEqual(
      keysAt([]).flatMap((key) => (key.required ? [key.name] : [])),
      ['version', 'table', 'entities'],
    );
  });

  it('is undefined where the language knows no place', () => {
    assert.equal(referenceAt(['table', 'colour']), undefined);
    assert.equal(referenceAt(['table', 'name', 'deeper']), undefined);
    assert.equal(referenceAt(['table', 0]), undefined);
    assert.equal(referenceAt(['table', 'toString']), undefined);
    assert.equal(referenceAt(['accessPatterns', '__proto__', 'limit', 'x'], root), undefined);
  });

  it('describes every property of the language', () => {
    const bare: string[] = [];
    const walk = (form: Form, path: string): void => {
      for (const option of optionsOf(form)) {
        if (option.kind === 'list') walk(option.items, `${path}[]`);
        if (option.kind !== 'map') continue;
        if (option.rest) walk(option.rest, `${path}.*`);
        for (const [name, property] of option.properties) {
          if (!property.description) bare.push(`${path}.${name}`);
          walk(property, `${path}.${name}`);
        }
      }
    };
    walk(documentForm, '');
    assert.deepEqual(bare, []);
  });
});
