// Invariants 6 and 7: one classifier of the cursor; facts that say where they are from.
// Deliberately about single files; imports.test.ts is about layers.
import assert from 'node:assert/strict';
import { type Fact, sources } from '../../src/core/facts/fact.ts';
import { limits } from '../../src/core/facts/limits.ts';
import * as units from '../../src/core/facts/units.ts';
import { sourcesIn } from './sources.ts';

const place = 'src/core/ide/place.ts';

const isFact = (value: object): value is Fact<unknown> => 'value' in value && 'unit' in value;

/** The paths of the figures below an object that are in no fact, and of facts without a source, a date or a unit. */
function unsourced(value: unknown, path: string): readonly string[] {
  if (typeof value === 'function') return [];
  if (typeof value !== 'object' || value === null) return [path];
  if (!isFact(value))
    return Object.entries(value).flatMap(([key, each]) => unsourced(each, `${path}.${key}`));
  const isSound = value.source in sources && /^\d{4}(-\d\d){0,2}$/.test(value.date) && value.unit !== '';
  return isSound ? [] : [path];
}

/** The files of features that are asked for a cursor. */
const atCursor = sourcesIn('src/core/ide').filter(
  ({ file, text }) => file !== place && /^export (?:const|function) [^{]*\boffset: number/m.test(text),
);

describe('editor features', () => {
  it('ask the one classifier what stands at an offset', () => {
    assert.ok(atCursor.length > 0);
    assert.deepEqual(
      atCursor.filter(({ imports }) => !imports.some(({ from }) => from === place)).map(({ file }) => file),
      [],
    );
  });

  it('leave it to the classifier to compare the cursor with spans', () => {
    const comparing = atCursor.filter(({ text }) => /\btouches\b|[<>]=? offset\b|\boffset [<>]/.test(text));
    assert.deepEqual(
      comparing.map(({ file }) => file),
      [],
    );
  });
});

describe('facts', () => {
  it('have a source, a date and a unit', () => {
    assert.deepEqual([...unsourced(limits, 'limits'), ...unsourced({ ...units }, 'units')], []);
  });

  it('are not repeated as bare figures in rules and analysis', () => {
    // The figures of DynamoDB that are long enough to be nothing else.
    const figures = /\b(?:409_?600|400 \* 1024|1_?048_?576|1024 \*\* 2|4096 B|3_?000 RCU)\b/;
    const bare = [...sourcesIn('src/core/rules'), ...sourcesIn('src/core/analysis')].filter(({ text }) =>
      figures.test(text),
    );
    assert.deepEqual(
      bare.map(({ file }) => file),
      [],
    );
  });
});
