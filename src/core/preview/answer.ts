// The part of a preview that is asked for, made from a snapshot.
// Deliberately one at a time: what nobody looks at is not made.
import type { Snapshot } from '../snapshot.ts';
import { costView } from './cost.ts';
import { heatView } from './heat.ts';
import { patternView } from './pattern.ts';
import { patternsView } from './pattern-list.ts';
import { relationsView } from './relations.ts';
import { tableView } from './table.ts';
import type { Answers, Question } from './view/questions.ts';

function* answer(snapshot: Snapshot, question: Question): Generator<void, Answers> {
  switch (question.kind) {
    case 'table':
      return { table: tableView(snapshot) };
    case 'patterns':
      return { patterns: patternsView(snapshot) };
    case 'pattern':
      return { pattern: patternView(snapshot, question.name) };
    case 'cost':
      return { cost: yield* costView(snapshot) };
    case 'heat':
      return { heat: heatView(snapshot) };
    case 'relations':
      return { relations: relationsView(snapshot) };
  }
}

/** The answers to several. Yields where it can be left for a while, or for good. */
export function* answerInSteps(snapshot: Snapshot, questions: readonly Question[]): Generator<void, Answers> {
  let all: Answers = {};
  for (const question of questions) {
    all = { ...all, ...(yield* answer(snapshot, question)) };
    yield;
  }
  return all;
}

/** What steps come to, without a pause. */
export function toEnd<Result>(steps: Generator<void, Result>): Result {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** The same without a pause. */
export const answerAll = (snapshot: Snapshot, questions: readonly Question[]): Answers =>
  toEnd(answerInSteps(snapshot, questions));
