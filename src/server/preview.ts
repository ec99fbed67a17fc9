// `singlet/preview` and `singlet/previewSelection`: the parts of a preview that are looked at, and what the cursor means there.
// Deliberately lets others in between the steps of a large part, and stops when nobody waits any more.
import type { CancellationToken } from 'vscode-languageserver/node';
import { previewSelectionAt } from '../core/ide/preview-selection.ts';
import { answerInSteps } from '../core/preview/answer.ts';
import { isBroken, overviewOf } from '../core/preview/overview.ts';
import type { Question } from '../core/preview/view/questions.ts';
import type { PreviewReply, PreviewSelectionReply } from '../protocol/requests.ts';
import { letOthersIn } from './guard.ts';
import type { ModelFile } from './model-file.ts';

export async function preview(
  file: ModelFile | undefined,
  questions: readonly Question[],
  token: CancellationToken,
): Promise<PreviewReply> {
  if (!file || file.version === null) return null;
  const { snapshot, version } = file;
  const overview = overviewOf(snapshot);
  const steps = answerInSteps(snapshot, questions);
  for (;;) {
    const { done, value: answers } = steps.next();
    if (done) return { version, broken: isBroken(snapshot), overview, answers };
    await letOthersIn(token);
  }
}

export function previewSelection(
  file: ModelFile | undefined,
  offset: number,
  version: number,
): PreviewSelectionReply {
  return file && file.version === version ? previewSelectionAt(file.snapshot, offset) : null;
}
