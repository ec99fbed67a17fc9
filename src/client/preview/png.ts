// An SVG picture as PNG, drawn by a webview that is open for that moment.
// Deliberately no library: VS Code is a browser already, and draws as the preview looks.
import * as vscode from 'vscode';
import type { DrawMessage, FromDrawing } from '../../protocol/drawing.ts';
import { pageFor } from './page.ts';

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
      panel.webview.html = pageFor(panel.webview, dist, {
        script: 'draw.js',
        images: 'data:',
        title: 'Drawing',
      });
    });
  } finally {
    panel.dispose();
  }
}
