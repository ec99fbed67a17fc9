// The whole preview of a text: the overview and every part that can be asked for.
// Deliberately for files that are sent away, and for tests; a panel asks for what it shows.
import type { Snapshot } from '../snapshot.ts';
import { answerInSteps, toEnd } from './answer.ts';
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

/** Yields where it can be left for a while, or for good. */
export function* wholeInSteps(snapshot: Snapshot): Generator<void, WholePreview> {
  const answers: [id: string, Answers][] = [];
  for (const question of allQuestions(snapshot)) {
    answers.push([questionId(question), yield* answerInSteps(snapshot, [question])]);
  }
  return { overview: overviewOf(snapshot), answers: Object.fromEntries(answers) };
}

export const wholePreview = (snapshot: Snapshot): WholePreview => toEnd(wholeInSteps(snapshot));
