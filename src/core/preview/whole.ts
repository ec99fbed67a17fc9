// The whole preview of a text: the overview and every part that can be asked for.
// Deliberately for files that are sent away, and for tests; a panel asks for what it shows.
import type { Snapshot } from '../snapshot.ts';
import { answerAll } from './answer.ts';
import { overviewOf } from './overview.ts';
import type { Overview } from './view/overview.ts';
import { type Answers, type Question, questionId } from './view/questions.ts';

export interface WholePreview {
  readonly overview: Overview;
  /** By `questionId`. */
  readonly answers: Readonly<Record<string, Answers>>;
}

export const allQuestions = ({ design }: Snapshot): readonly Question[] => [
  { kind: 'table' },
  { kind: 'patterns' },
  ...design.patterns.map(({ name }): Question => ({ kind: 'pattern', name })),
  { kind: 'cost' },
  { kind: 'heat' },
  { kind: 'relations' },
];

export const wholePreview = (snapshot: Snapshot): WholePreview => ({
  overview: overviewOf(snapshot),
  answers: Object.fromEntries(
    allQuestions(snapshot).map((question) => [questionId(question), answerAll(snapshot, [question])]),
  ),
});
