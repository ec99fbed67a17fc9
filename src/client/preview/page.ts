// A page of the extension's own in a webview: one script and its styles, from the folder of bundles.
// Deliberately with a nonce that is new each time, and nothing else that may run or load.
import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import { type PreviewPage, previewHtml } from '../../core/preview/html.ts';

export interface OwnPage extends Pick<PreviewPage, 'title' | 'images'> {
  /** The bundle's name. */
  readonly script: string;
}

/** @param dist the folder of bundles */
export function pageFor(webview: vscode.Webview, dist: vscode.Uri, { script, ...page }: OwnPage): string {
  const resource = (name: string): string => webview.asWebviewUri(vscode.Uri.joinPath(dist, name)).toString();
  return previewHtml({
    ...page,
    cspSource: webview.cspSource,
    nonce: randomBytes(16).toString('base64'),
    scriptUri: resource(script),
    styleUri: resource('webview.css'),
  });
}
