// Which picture of a document the preview shows: the newest, or the last good one while the text is broken.
// Deliberately pure: panel.ts asks the server and talks to the webview.

import type { ToPreview } from '../../protocol/preview.ts';
import type { PreviewReply } from '../../protocol/requests.ts';

/**
 * What to show after the server's reply; undefined where it brings nothing new. A text in which no table is left to
 * draw keeps the last picture of the same document, marked as stale.
 */
export function nextPicture(
  last: ToPreview | undefined,
  document: string,
  reply: PreviewReply,
): ToPreview | undefined {
  if (!reply) return undefined;
  const before = last?.document === document ? last : undefined;
  const { version, model } = reply;
  if (before && version < before.version) return undefined;
  const isLost = model.views.length === 0 && before !== undefined && before.model.views.length > 0;
  return {
    type: 'show',
    document,
    version,
    model: isLost ? before.model : model,
    stale: isLost,
  };
}
