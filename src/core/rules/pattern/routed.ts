// How a read is served once the text is edited: the check of every quick fix that promises a route.
// Deliberately routes that one read only; the rest of the edited model is as it was.
import { analyze } from '../../analysis/analysis.ts';
import type { RouteResult } from '../../analysis/routes/route.ts';
import type { ActionUse } from '../../model/actions.ts';
import { applyEdits, type TextEdit } from '../../text/edit.ts';
import { refOf, useOf } from '../support.ts';

/** Undefined where the edited text no longer has the read. */
export function routeAfter(
  text: string,
  edits: readonly TextEdit[],
  use: ActionUse,
): RouteResult | undefined {
  const { design, router } = analyze(applyEdits(text, edits));
  const edited = useOf(design, refOf(use));
  return edited && router(edited);
}

export const isServedAfter = (text: string, edits: readonly TextEdit[], use: ActionUse): boolean =>
  edits.length > 0 && routeAfter(text, edits, use)?.kind === 'served';
