// An SVG picture as PNG, drawn by a webview that is open for that moment.
// Deliberately no library: VS Code is a browser already, and draws as the preview looks.
import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import { previewHtml } from '../../core/preview/html.ts';
import type { DrawMessage, FromDrawing } from '../../protocol/drawing.ts';

/** A page that has not answered by then never will. */
const patienceMs = 30_000;

/** Rejects with what to tell where nothing could be drawn. */
export async function drawPng(svg: string, extension: vscode.Uri): Promise<Uint8Array> {
  const dist = vscode.Uri.joinPath(extension, 'dist');
  const panel = vscode.window.createWebviewPanel(
    'singlet.drawing',
    'Drawing…',
    { viewColumn: vscode.ViewColumn.Active, preserveFocus: true },
    { enableScripts: true, localResourceRoots: [dist] },
  );
  try {
    return await new Promise<Uint8Array>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error('the page that draws does not answer')), patienceMs);
      panel.onDidDispose(() => {
        clearTimeout(timer);
        reject(new Error('the page that draws was closed'));
      });
      panel.webview.onDidReceiveMessage((message: FromDrawing) => {
        switch (message.type) {
          case 'ready':
            return void panel.webview.postMessage({ svg } satisfies DrawMessage);
          case 'drawn':
            return resolve(Buffer.from(message.png, 'base64'));
          case 'failed':
            return reject(new Error(message.why));
        }
      });
      panel.webview.html = pageFor(panel.webview, dist);
    });
  } finally {
    panel.dispose();
  }
}

function pageFor(webview: vscode.Webview, dist: vscode.Uri): string {
  const resource = (name: string): string => webview.asWebviewUri(vscode.Uri.joinPath(dist, name)).toString();
  return previewHtml({
    cspSource: webview.cspSource,
    nonce: randomBytes(16).toString('base64'),
    scriptUri: resource('draw.js'),
    styleUri: resource('webview.css'),
    images: 'data:',
    title: 'Drawing',
  });
}
