// The requests of our own (protocol/requests.ts), each attached under the guard.
// Deliberately apart from the LSP's, which any client may send.
import type { Connection } from 'vscode-languageserver/node';
import {
  type GenerateParams,
  type GenerateReply,
  generateRequest,
  type PreviewParams,
  type PreviewReply,
  type PreviewSelectionParams,
  type PreviewSelectionReply,
  previewRequest,
  previewSelectionRequest,
  targetsRequest,
} from '../protocol/requests.ts';
import type { Documents } from './documents.ts';
import { generate, targetInfos } from './generate.ts';
import type { Guard } from './guard.ts';
import { preview, previewSelection } from './preview.ts';

export function attachOwnRequests(connection: Connection, guard: Guard, documents: Documents): void {
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
  // Without parameters and without a text: nothing in it can fail or take long.
  connection.onRequest(targetsRequest, () => targetInfos());
  connection.onRequest<GenerateReply, void>(
    generateRequest,
    guard<GenerateParams, GenerateReply>('generate', { kind: 'unknown' }, ({ uri, target }) =>
      generate(documents.get(uri), target),
    ),
  );
}
