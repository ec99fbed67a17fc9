// The page that holds the preview's script: head, content security policy, an empty root.
// Deliberately lets nothing run or load but the one script with the nonce and the styles of the extension.

export interface PreviewPage {
  /** What VS Code gives as `webview.cspSource`. */
  readonly cspSource: string;
  /** New for each page. */
  readonly nonce: string;
  readonly scriptUri: string;
  readonly styleUri: string;
  /** From where pictures may come, such as `data:`; unless given, from nowhere. */
  readonly images?: string;
  readonly title: string;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** The text as HTML, for element content and quoted attributes alike. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (char) => entities[char] ?? '');

export function previewHtml(page: PreviewPage): string {
  const { cspSource, nonce, scriptUri, styleUri, images, title } = page;
  const pictures = images === undefined ? '' : `; img-src ${images}`;
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src ${cspSource}${pictures}`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<link rel="stylesheet" href="${escapeHtml(styleUri)}">
</head>
<body>
<div id="root"></div>
<script nonce="${escapeHtml(nonce)}" src="${escapeHtml(scriptUri)}"></script>
</body>
</html>
`;
}
