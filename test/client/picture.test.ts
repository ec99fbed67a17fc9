// Which picture the preview shows while a model is edited.
// Deliberately with small models: only what is shown is the point.
import assert from 'node:assert/strict';
import { isAnswered, nextPicture } from '../../src/client/preview/picture.ts';
import { answerAll } from '../../src/core/preview/answer.ts';
import { isBroken, overviewOf } from '../../src/core/preview/overview.ts';
import type { Question } from '../../src/core/preview/view/questions.ts';
import { createSnapshot } from '../../src/core/snapshot.ts';
import type { PreviewReply } from '../../src/protocol/requests.ts';

function reply(
  text: string,
  version: number,
  questions: readonly Question[] = [],
): NonNullable<PreviewReply> {
  const snapshot = createSnapshot(text);
  const answers = answerAll(snapshot, questions);
  return { version, broken: isBroken(snapshot), overview: overviewOf(snapshot), answers };
}

const two = `version: 1
table: { name: A, partitionKey: PK }
entities:
  E: { keys: { PK: E } }
  F: { keys: { PK: F } }
`;
const noTable = 'version: 1\n';
/** F is lost behind a dash that stands out of its list. */
const torn = two.replace('  F:', '- F:');

describe('the picture of the preview', () => {
  it('is the first reply, whatever it shows', () => {
    const first = reply(torn, 1);
    const picture = nextPicture(undefined, 'a', first);
    assert.deepEqual([picture?.overview, picture?.stale, picture?.of], [first.overview, false, 1]);
  });

  it('stays as it was while something is lost, is marked, and counts the problems of now', () => {
    assert.ok(isBroken(createSnapshot(torn)));
    const first = nextPicture(undefined, 'a', reply(two, 1, [{ kind: 'table' }]));
    const second = nextPicture(first, 'a', reply(torn, 2, [{ kind: 'table' }]));
    assert.deepEqual([second?.stale, second?.version, second?.of], [true, 2, 1]);
    assert.equal(second?.answers, first?.answers);
    assert.equal(second?.overview.entities.length, 2);
    assert.ok((second?.overview.findings.error ?? 0) > 0);
    const third = nextPicture(second, 'a', reply(noTable, 3));
    assert.deepEqual([third?.stale, third?.of], [true, 1]);
    const fourth = nextPicture(third, 'a', reply(two, 4));
    assert.deepEqual([fourth?.stale, fourth?.of], [false, 4]);
  });

  it('shows what there is of a text that is broken and has lost nothing', () => {
    const first = nextPicture(undefined, 'a', reply(two, 1));
    const second = nextPicture(first, 'a', reply(`${two}\taccessPatterns: {}\n`, 2));
    assert.equal(second?.stale, false);
  });

  it('is changed by a text that parses, whatever is gone from it', () => {
    const first = nextPicture(undefined, 'a', reply(two, 1));
    const second = nextPicture(first, 'a', reply(two.replace(/ {2}F.*\n/, ''), 2));
    assert.deepEqual([second?.stale, second?.overview.entities.length], [false, 1]);
  });

  it('keeps what is known of the same text, and nothing of another', () => {
    const first = nextPicture(undefined, 'a', reply(two, 1, [{ kind: 'table' }]));
    const second = nextPicture(first, 'a', reply(two, 1, [{ kind: 'heat' }]));
    assert.ok(second && isAnswered(second, { kind: 'table' }) && isAnswered(second, { kind: 'heat' }));
    const third = nextPicture(second, 'a', reply(two, 2, [{ kind: 'heat' }]));
    assert.ok(third && !isAnswered(third, { kind: 'table' }));
  });

  it('never goes back to an older text', () => {
    const newer = nextPicture(undefined, 'a', reply(two, 5));
    assert.equal(nextPicture(newer, 'a', reply(two, 4)), undefined);
  });

  it('is not kept for another document', () => {
    const first = nextPicture(undefined, 'a', reply(two, 5));
    const other = nextPicture(first, 'b', reply(noTable, 1));
    assert.deepEqual([other?.document, other?.stale, other?.overview.targets.length], ['b', false, 0]);
  });

  it('does not change for a document that the server does not have', () => {
    assert.equal(nextPicture(undefined, 'a', null), undefined);
  });
});
