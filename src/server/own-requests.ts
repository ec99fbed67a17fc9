// The requests of our own (protocol/requests.ts), each attached under the guard.
// Deliberately apart from the LSP's, which any client may send.
import type { Connection } from 'vscode-languageserver/node';
import {
  type ExportParams,
  type ExportReply,
  exportRequest,
  type GenerateParams,
  type GenerateReply,
  generateRequest,
  type KeepSamplesParams,
  type KeepSamplesReply,
  keepSamplesRequest,
  type PatternsParams,
  type PatternsReply,
  type PreviewParams,
  type PreviewReply,
  type PreviewSelectionParams,
  type PreviewSelectionReply,
  patternsRequest,
  previewRequest,
  previewSelectionRequest,
  targetsRequest,
} from '../protocol/requests.ts';
import type { Documents } from './documents.ts';
import { exportPreview } from './export.ts';
import { generate, targetInfos } from './generate.ts';
import type { Guard } from './guard.ts';
import { modelFile } from './model-file.ts';
import { keepSamplesIn, patternsOf } from './patterns.ts';
import { preview, previewSelection } from './preview.ts';
import type { Snapshots } from './snapshots.ts';

export function attachOwnRequests(
  connection: Connection,
  guard: Guard,
  documents: Documents,
  { create }: Snapshots,
): void {
  connection.onRequest<PreviewReply, void>(
    previewRequest,
    guard<PreviewParams, PreviewReply>('preview', null, ({ uri, questions }, token) =>
      preview(documents.get(uri), questions, token),
    ),
  );
  connection.onRequest<PreviewSelectionReply, void>(
    previewSelectionRequest,
    guard<PreviewSelectionParams, PreviewSelectionReply>(
      'preview selection',
      null,
      ({ uri, offset, version }) => previewSelection(documents.get(uri), offset, version),
    ),
  );
  connection.onRequest<ExportReply, void>(
    exportRequest,
    guard<ExportParams, ExportReply>('export preview', { kind: 'unknown' }, (params, token) =>
      exportPreview(documents.get(params.uri), params, token),
    ),
  );
  // Without parameters and without a text: nothing in it can fail or take long.
  connection.onRequest(targetsRequest, () => targetInfos());
  connection.onRequest<GenerateReply, void>(
    generateRequest,
    guard<GenerateParams, GenerateReply>('generate', { kind: 'unknown' }, ({ uri, target }) =>
      generate(documents.get(uri), target),
    ),
  );
  connection.onRequest<PatternsReply, void>(
    patternsRequest,
    guard<PatternsParams, PatternsReply>('patterns', null, ({ uri, text }) => {
      const closed = text === undefined ? undefined : modelFile(uri, null, text, create);
      const file = documents.get(uri) ?? closed;
      return file ? patternsOf(file) : null;
    }),
  );
  connection.onRequest<KeepSamplesReply, void>(
    keepSamplesRequest,
    guard<KeepSamplesParams, KeepSamplesReply>('keep samples', { kind: 'unknown' }, ({ uri, samples }) =>
      keepSamplesIn(documents.get(uri), samples),
    ),
  );
}
