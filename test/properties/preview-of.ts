// The preview of any text, as a property asks for it.
// Deliberately without the money of long texts, which is reckoned at thirty traffics: short ones have all that can break.
import { answerAll } from '../../src/core/preview/answer.ts';
import { overviewOf } from '../../src/core/preview/overview.ts';
import { allQuestions } from '../../src/core/preview/whole.ts';
import type { Snapshot } from '../../src/core/snapshot.ts';

const longestWithMoney = 1_500;

export function previewOf(snapshot: Snapshot): unknown {
  const questions = allQuestions(snapshot).filter(
    ({ kind }) => kind !== 'cost' || snapshot.text.length <= longestWithMoney,
  );
  return [overviewOf(snapshot), ...questions.map((question) => answerAll(snapshot, [question]))];
}
