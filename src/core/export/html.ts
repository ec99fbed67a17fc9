// The whole preview as one HTML file that anybody can open: script, styles and view model in it, nothing loaded.
// Deliberately names what may run by its hash: a file that is passed on has no server that could make a nonce.
import { escapeHtml } from '../preview/html.ts';
import type { WholePreview } from '../preview/whole.ts';
import { themeStyles } from './themes.ts';

export interface PageParts {
  /** The webview's bundle. */
  readonly script: string;
  readonly styles: string;
  /** SHA-256 of the text in UTF-8, as base64. */
  readonly hash: (text: string) => string;
}

const escapes: Readonly<Record<string, string>> = {
  '<': '\\u003c',
  '>': '\\u003e',
  '&': '\\u0026',
  '\u2028': '\\u2028',
  '\u2029': '\\u2029',
};

/** JSON that can stand in a script element: no text in it can end the element or begin a comment. */
export const scriptJson = (value: unknown): string =>
  JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, (char) => escapes[char] ?? '');

/** What a bundle says of its source map is of no use in another place. */
const withoutSourceMap = (text: string): string =>
  text.replace(/\s*(?:\/\/# sourceMappingURL=\S+|\/\*# sourceMappingURL=\S+ \*\/)\s*$/, '\n');

/** @param name what the page is called where the table has no name */
export function exportHtml(preview: WholePreview, { script, styles, hash }: PageParts, name: string): string {
  const code = withoutSourceMap(script);
  const style = themeStyles + withoutSourceMap(styles);
  const policy = [
    "default-src 'none'",
    `script-src 'sha256-${hash(code)}'`,
    `style-src 'sha256-${hash(style)}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(preview.overview.title || name)}</title>
<style>${style}</style>
</head>
<body>
<div id="root"></div>
<script type="application/json" id="preview">${scriptJson(preview)}</script>
<script>${code}</script>
</body>
</html>
`;
}
