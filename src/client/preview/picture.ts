// Which picture of a document the preview shows: the newest, or the last good one while the text is broken.
// Deliberately pure: panel.ts asks the server and talks to the webview.
import type { Overview } from '../../core/preview/view/overview.ts';
import type { Question } from '../../core/preview/view/questions.ts';
import type { ShowMessage } from '../../protocol/preview.ts';
import type { PreviewReply } from '../../protocol/requests.ts';

/** A text in which something is lost that was there before, because it does not parse, or has no table any more. */
function isLost(before: Overview, { broken, overview }: NonNullable<PreviewReply>): boolean {
  if (overview.targets.length === 0) return before.targets.length > 0;
  if (!broken) return false;
  return (
    overview.targets.length < before.targets.length ||
    overview.entities.length < before.entities.length ||
    overview.patterns < before.patterns
  );
}

/** Whether the picture has that part already; a pattern is there by its name. */
export function isAnswered({ answers }: ShowMessage, question: Question): boolean {
  return question.kind === 'pattern'
    ? answers.pattern?.name === question.name
    : answers[question.kind] !== undefined;
}

/**
 * What to show after the server's reply; undefined where it brings nothing new. A text in which something is lost keeps
 * the last picture of the same document, marked as stale, beside the present count of problems.
 */
export function nextPicture(
  last: ShowMessage | undefined,
  document: string,
  reply: PreviewReply,
): ShowMessage | undefined {
  if (!reply) return undefined;
  const before = last?.document === document ? last : undefined;
  const { version, overview, answers } = reply;
  if (before && version < before.version) return undefined;
  if (before && isLost(before.overview, reply)) {
    const counted = { ...before.overview, findings: overview.findings };
    return { ...before, version, overview: counted, stale: true };
  }
  // What was asked for at this version already need not be sent again.
  const known = before && before.of === version && !before.stale ? before.answers : {};
  return {
    type: 'show',
    document,
    version,
    of: version,
    overview,
    answers: { ...known, ...answers },
    stale: false,
  };
}
