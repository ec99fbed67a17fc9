// Which picture the preview shows while a model is edited.
// Deliberately with empty models: only what is shown is the point.
import assert from 'node:assert/strict';
import { nextPicture } from '../../src/client/preview/picture.ts';
import { previewOf } from '../../src/core/preview/preview.ts';
import type { PreviewModel } from '../../src/core/preview/view-model.ts';
import { createSnapshot } from '../../src/core/snapshot.ts';

const modelOf = (text: string): PreviewModel => previewOf(createSnapshot(text));
const whole = modelOf(
  'version: 1\ntable: { name: A, partitionKey: PK }\nentities: { E: { keys: { PK: E } } }\n',
);
const broken = modelOf('version: 1\ntable: [\n');

describe('the picture of the preview', () => {
  it('is the first reply, whatever it shows', () => {
    const picture = nextPicture(undefined, 'a', { version: 1, model: broken });
    assert.deepEqual(picture, { type: 'show', document: 'a', version: 1, model: broken, stale: false });
  });

  it('stays as it was while the text is broken, and is marked', () => {
    const first = nextPicture(undefined, 'a', { version: 1, model: whole });
    const second = nextPicture(first, 'a', { version: 2, model: broken });
    assert.deepEqual(second, { type: 'show', document: 'a', version: 2, model: whole, stale: true });
    const third = nextPicture(second, 'a', { version: 3, model: broken });
    assert.equal(third?.model, whole);
    assert.equal(nextPicture(third, 'a', { version: 4, model: whole })?.stale, false);
  });

  it('never goes back to an older text', () => {
    const newer = nextPicture(undefined, 'a', { version: 5, model: whole });
    assert.equal(nextPicture(newer, 'a', { version: 4, model: whole }), undefined);
  });

  it('is not kept for another document', () => {
    const first = nextPicture(undefined, 'a', { version: 5, model: whole });
    const other = nextPicture(first, 'b', { version: 1, model: broken });
    assert.deepEqual([other?.document, other?.stale, other?.model], ['b', false, broken]);
  });

  it('does not change for a document that the server does not have', () => {
    assert.equal(nextPicture(undefined, 'a', null), undefined);
  });
});
