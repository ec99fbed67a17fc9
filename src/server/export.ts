// `singlet/exportPreview`: the preview of an open model as the text of a file.
// Deliberately lets others in between the steps of a large page, and stops when nobody waits any more.
import { createHash } from 'node:crypto';
import type { CancellationToken } from 'vscode-languageserver/node';
import { exportInSteps } from '../core/export/export.ts';
import type { ExportParams, ExportReply } from '../protocol/requests.ts';
import { letOthersIn } from './guard.ts';
import type { ModelFile } from './model-file.ts';

const hash = (text: string): string => createHash('sha256').update(text).digest('base64');

export async function exportPreview(
  file: ModelFile | undefined,
  { wish, page }: ExportParams,
  token: CancellationToken,
): Promise<ExportReply> {
  if (!file) return { kind: 'unknown' };
  const steps = exportInSteps(file.snapshot, wish, { ...page, hash });
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    await letOthersIn(token);
  }
}
