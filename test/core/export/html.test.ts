// The page that holds a whole preview: its policy names exactly what runs, and no text of a model ends its element.
// Deliberately text only; test/webview opens the page in a browser.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { exportHtml, scriptJson } from '../../../src/core/export/html.ts';
import { wholePreview } from '../../../src/core/preview/whole.ts';
import { createSnapshot } from '../../../src/core/snapshot.ts';

const hash = (text: string): string => createHash('sha256').update(text).digest('base64');
const parts = {
  script: 'run();\n//# sourceMappingURL=webview.js.map\n',
  styles: 'p { margin: 0 }\n/*# sourceMappingURL=webview.css.map */\n',
  hash,
};

const modelOf = (text: string): string => `version: 1
table: { name: Shop, partitionKey: PK }
entities:
  Customer:
    attributes: { name: string }
    keys: { PK: "C#\${name}" }
    samples: [{ name: ${JSON.stringify(text)} }]
accessPatterns:
  customer: { get: Customer, description: ${JSON.stringify(text)} }
`;

const pageOf = (model: string): string => exportHtml(wholePreview(createSnapshot(model)), parts, 'a model');

const between = (html: string, start: string, end: string): string =>
  html.split(start)[1]?.split(end)[0] ?? assert.fail(`no ${start}`);

describe('the exported page', () => {
  it('lets nothing run or load but its own script and styles, by their hashes', () => {
    const html = pageOf(modelOf('ann'));
    const script = between(html, '<script>', '</script>');
    const style = between(html, '<style>', '</style>');
    assert.equal(
      between(html, 'http-equiv="Content-Security-Policy" content="', '"').replaceAll('&#39;', "'"),
      `default-src 'none'; script-src 'sha256-${hash(script)}'; style-src 'sha256-${hash(style)}'; base-uri 'none'; form-action 'none'`,
    );
    assert.doesNotMatch(html, /sourceMappingURL|\bsrc=|\bhref=|https?:/);
  });

  it('holds every part of the preview', () => {
    const { answers } = JSON.parse(
      between(pageOf(modelOf('ann')), '<script type="application/json" id="preview">', '</script>'),
    );
    assert.deepEqual(Object.keys(answers), [
      'table',
      'patterns',
      'pattern customer',
      'cost',
      'heat',
      'relations',
    ]);
  });

  const markup = fc.constantFrom(
    '</script>',
    '<!--',
    '-->',
    '<script',
    ']]>',
    '<',
    '&lt;',
    '\u2028',
    "'",
    '"',
  );
  const anyText = fc.array(fc.oneof(markup, fc.string({ unit: 'binary' }))).map((pieces) => pieces.join(''));

  it('keeps any text a text in its script element', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const json = scriptJson({ text, [text]: 1 });
        assert.doesNotMatch(json, /[<>&\u2028\u2029]/);
        assert.deepEqual(JSON.parse(json), JSON.parse(JSON.stringify({ text, [text]: 1 })));
      }),
    );
  });

  it('has the same elements whatever the texts of the model', () => {
    const tags = (html: string): readonly string[] => html.match(/<[!/a-z-]+/gi) ?? [];
    const plain = tags(pageOf(modelOf('ann')));
    fc.assert(
      fc.property(anyText, (text) => {
        assert.deepEqual(tags(pageOf(modelOf(text))), plain);
      }),
      { numRuns: 30 },
    );
    const named = modelOf('ann').replace('name: Shop', 'name: "</title><script>alert(1)</script>"');
    assert.deepEqual(tags(pageOf(named)), plain);
  });
});
