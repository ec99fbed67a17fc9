// Hovers as people read them: whole texts as golden files, and what must never happen.
// Deliberately does not test figures; the capacity module's tests do.
import assert from 'node:assert/strict';
import path from 'node:path';
import { hoverAt } from '../../../src/core/ide/hover.ts';
import { code, codeBlock, plainText } from '../../../src/core/ide/markdown.ts';
import { createSnapshot } from '../../../src/core/snapshot.ts';
import { atCursor } from '../../support/cursor.ts';
import { expectGolden, root } from '../../support/golden.ts';
import { shop } from './shop.ts';

function hover(word: string): string | undefined {
  return hoverAt(createSnapshot(shop), shop.indexOf(word) + 1)?.markdown;
}

describe('hover', () => {
  const things = [
    ['entity', 'Customer:'],
    ['attribute', 'nickname'],
    ['key', 'GSI1PK: "'],
    ['index', 'GSI1:'],
    ['query', 'newestOrders'],
    ['put', 'placeOrder'],
    ['property', 'rate'],
    ['function', 'pad(6)'],
  ] as const;
  for (const [name, word] of things) {
    it(`on ${name === 'index' || name === 'entity' || name === 'attribute' ? 'an' : 'a'} ${name}`, () => {
      expectGolden(path.join(root, `test/fixtures/hover/${name}.md`), `${hover(word)}\n`);
    });
  }

  it('on the operation word says the same as on the pattern’s name', () => {
    assert.equal(
      hoverAt(createSnapshot(shop), shop.indexOf('query: [') + 1)?.markdown,
      hover('newestOrders'),
    );
  });

  it('tells of an index what lies in it always, sometimes and by accident', () => {
    const { text, offset } = atCursor(`version: 1
table: { name: Shop, partitionKey: id }
indexes:
  By‸Name: { partitionKey: name }
entities:
  Person: { attributes: { id: uuid, name: string } }
  Guest: { attributes: { id: uuid, name: { type: string, optional: true, present: 30% } } }
  Firm: { attributes: { id: uuid, name: string } }
accessPatterns:
  named: { query: [Person, Guest], where: name }
`);
    const markdown = hoverAt(createSnapshot(text), offset)?.markdown ?? '';
    const membership = (entity: string) =>
      new RegExp(`\\| ${entity} \\|[^|]*\\|[^|]*\\| ([^|]*) \\|`).exec(markdown)?.[1];
    assert.equal(membership('Person'), 'always');
    assert.equal(membership('Guest'), 'sometimes, when `name exists`: 30%');
    assert.equal(membership('Firm'), 'always, by accident');
  });

  it('tells why nothing serves a pattern', () => {
    const { text, offset } = atCursor(
      shop.replace(
        'orderByNumber: { query: Order, where: orderNumber, index: GSI1 }',
        'bySi‸ze: { query: Customer, where: nickname }',
      ),
    );
    const markdown = hoverAt(createSnapshot(text), offset)?.markdown ?? '';
    assert.match(markdown, /Nothing serves it/);
    assert.match(markdown, /partition key PK needs username/);
  });

  it('names the operator that no key condition has', () => {
    const { text, offset } = atCursor(
      shop.replace(
        'orderByNumber: { query: Order, where: orderNumber, index: GSI1 }',
        'othe‸rs: { query: Customer, where: [username, nickname <> Ann] }',
      ),
    );
    const markdown = hoverAt(createSnapshot(text), offset)?.markdown ?? '';
    assert.match(markdown, /No key condition has \\<\\>: move it to filter/);
  });

  it('is silent where nothing is known', () => {
    assert.equal(hoverAt(createSnapshot('x: y'), 1), undefined);
  });

  it('keeps text of the model text: no markup comes out of a name', () => {
    assert.equal(plainText('<img src=x> **b** [a](b)'), '\\<img src=x\\> \\*\\*b\\*\\* \\[a\\]\\(b\\)');
    assert.equal(code('a`b'), '``a`b``');
    assert.equal(codeBlock(['```', 'x']), '````\n```\nx\n````');
    const { text, offset } = atCursor(
      'version: 1\ntable: { name: "a](http://x)", partitionKey: PK }\nentities:\n  "<b>‸x`": { attributes: { id: uuid }, keys: { PK: "${id}" } }\n',
    );
    const markdown = hoverAt(createSnapshot(text), offset)?.markdown ?? '';
    assert.match(markdown, /\\<b\\>x/);
    assert.doesNotMatch(markdown, /\]\(http/);
  });
});
