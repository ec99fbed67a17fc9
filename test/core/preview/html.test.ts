// The page around the preview: its policy, and that nothing given to it becomes markup.
// Deliberately text only; test/webview loads it in a browser.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { escapeHtml, previewHtml } from '../../../src/core/preview/html.ts';

const page = {
  cspSource: 'https://*.vscode-cdn.net',
  nonce: 'n0nce',
  scriptUri: 'https://x/webview.js',
  styleUri: 'https://x/webview.css',
  title: 'Preview of shop.ddb.yaml',
};

describe('the preview page', () => {
  it('lets only its own script and styles in', () => {
    const html = previewHtml(page);
    assert.match(
      html,
      /content="default-src &#39;none&#39;; script-src &#39;nonce-n0nce&#39;; style-src https:\/\/\*\.vscode-cdn\.net"/,
    );
    assert.equal(html.match(/<script/g)?.length, 1);
    assert.match(html, /<script nonce="n0nce" src="https:\/\/x\/webview\.js"><\/script>/);
    assert.doesNotMatch(html, /style=|onload=|onerror=/);
  });

  it('keeps any text a text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        assert.doesNotMatch(escapeHtml(text), /[<>"']/);
      }),
    );
    const html = previewHtml({ ...page, title: '</title><img src=x onerror=alert(1)>' });
    assert.match(html, /<title>&lt;\/title&gt;&lt;img src=x onerror=alert\(1\)&gt;<\/title>/);
  });
});
