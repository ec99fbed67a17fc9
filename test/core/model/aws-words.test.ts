import assert from 'node:assert/strict';
import { formats } from '../../../src/core/facts/formats.ts';
import { explained, replacements } from '../../../src/core/model/aws-word-table.ts';
import { awsWord } from '../../../src/core/model/aws-words.ts';
import { keysAt, referenceAt } from '../../../src/core/model/reference.ts';
import { attributeTypes } from '../../../src/core/model/schema/entities.ts';
import { keyPlace, valuePlace } from '../../../src/core/model/word-place.ts';

describe('words of other tools', () => {
  it('are known however they are spelt', () => {
    for (const word of ['hashKey', 'HASH', 'hash_key', 'HashKey', 'pk']) {
      assert.equal(awsWord('table key', word, [])?.ours, 'partitionKey');
    }
    assert.equal(
      awsWord('stream view', 'NEW_AND_OLD_IMAGES', ['new-and-old-images'])?.ours,
      'new-and-old-images',
    );
  });

  it('tell the letters of the API by their case', () => {
    assert.equal(awsWord('attribute word', 'SS', attributeTypes)?.ours, 'string-set');
    assert.equal(awsWord('attribute word', 'ss', attributeTypes), undefined);
    assert.equal(awsWord('key type', 'BOOL', ['string', 'number', 'binary']), undefined);
  });

  it('are no words of ours', () => {
    for (const type of attributeTypes)
      assert.equal(awsWord('attribute word', type, attributeTypes), undefined);
    for (const format of formats.keys()) {
      assert.equal(awsWord('attribute word', format, attributeTypes), undefined);
      assert.equal(awsWord('attribute type', format, attributeTypes)?.key, 'format');
      assert.equal(awsWord('format', format, []), undefined);
    }
  });

  it('lead only to keys that the language has, and never take one of them', () => {
    const places = [
      ['model key', []],
      ['table key', ['table']],
      ['index key', ['indexes', 'I']],
      ['entity key', ['entities', 'E']],
      ['attribute key', ['entities', 'E', 'attributes', 'a']],
    ] as const;
    for (const [place, path] of places) {
      const known = new Set(keysAt(path).map((key) => key.name));
      assert.equal(keyPlace(path), place);
      for (const [words, ours] of replacements[place]) {
        assert.ok(known.has(ours), `${ours} is no ${place}`);
        for (const word of words.split(' ')) assert.ok(!known.has(word), `${word} is a ${place}`);
      }
      for (const [of, words] of explained) {
        if (of === place)
          for (const word of words.split(' ')) assert.ok(!known.has(word), `${word} is a ${place}`);
      }
    }
  });

  it('lead only to types and formats that there are', () => {
    for (const [, ours] of replacements['attribute word']) {
      assert.ok(formats.has(ours) || attributeTypes.some((type) => type === ours), ours);
    }
    for (const [, ours] of replacements.format) assert.ok(formats.has(ours), ours);
  });

  it('lead only to values that the language has', () => {
    const places = [
      ['stream view', ['table', 'stream']],
      ['table class', ['table', 'class']],
      ['index type', ['indexes', 'I', 'type']],
      ['capacity', ['table', 'capacity']],
    ] as const;
    for (const [place, path] of places) {
      assert.equal(valuePlace(path), place);
      for (const [, ours] of replacements[place]) assert.ok(referenceAt(path)?.values.includes(ours), ours);
    }
  });
});
