// Any text by any way: many edits give what a fresh open gives, and no text harms the server.
// Deliberately says nothing of what is found, only that it is the same and lies inside the text.
import assert from 'node:assert/strict';
import type { Diagnostic, Range } from 'vscode-languageserver/node';
import type { Question } from '../../src/core/preview/view/questions.ts';
import { lineIndex } from '../../src/core/text/line-index.ts';
import { killServers, startServer } from './client.ts';

const model = `version: 1
table:
  name: Shop
  partitionKey: PK
  sortKey: SK
indexes:
  GSI1: { partitionKey: GSI1PK, sortKey: GSI1SK }
entities:
  Customer:
    attributes:
      username: { type: string, size: 12 B }
    keys: { PK: "CUSTOMER#\${username}", SK: "CUSTOMER#\${username}" }
  Order:
    attributes:
      username: Customer.username
      orderId: ksuid
    keys:
      PK: "CUSTOMER#\${username}"
      SK: "#ORDER#\${orderId}"
accessPatterns:
  orders: { query: Order, where: username }
`;

/** The same numbers in every run: a linear congruential generator with the constants of Numerical Recipes. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const scraps = [
  '\n',
  '  ',
  '"',
  '${',
  '}',
  ': ',
  '# ',
  '- ',
  '🧾',
  '\r\n',
  'é',
  '[',
  '{ a: 1 }',
  'Order',
  '\t',
  '',
];

/** All parts of a preview. */
const everything: readonly Question[] = [
  { kind: 'table' },
  { kind: 'patterns' },
  { kind: 'pattern', name: 'orders' },
  { kind: 'cost' },
  { kind: 'heat' },
  { kind: 'relations' },
];

describe('any text over the protocol', () => {
  afterEach(killServers);

  it('gives after 200 edits what a fresh server gives for the text', async () => {
    const edited = await startServer();
    const doc = await edited.open(model);
    const next = numbers(20_260_101);
    let text = model;
    for (let i = 0; i < 200; i++) {
      const start = next(text.length);
      const end = Math.min(text.length, start + (next(4) === 0 ? next(12) : 0));
      const newText = scraps[next(scraps.length)] ?? '';
      // An edit between the halves of a character cannot come from an editor.
      if (splitsCharacter(text, start) || splitsCharacter(text, end)) continue;
      await doc.change(newText, rangeIn(text, start, end));
      text = text.slice(0, start) + newText + text.slice(end);
      if (i % 10 === 0) void doc.diagnostics().catch(() => undefined);
    }
    const fresh = await (await startServer()).open(text);
    assert.deepEqual(await doc.report(), await fresh.report());
    assert.deepEqual(await doc.symbols(), await fresh.symbols());
    assert.deepEqual(await doc.lenses(), await fresh.lenses());
    const [own, other] = [await doc.preview(...everything), await fresh.preview(...everything)];
    assert.deepEqual(own && { ...own, version: 0 }, other && { ...other, version: 0 });
    assert.deepEqual(edited.log, []);
  });

  const hostile: Readonly<Record<string, string>> = {
    nothing: '',
    'a byte order mark': '\ufeffversion: 1\n',
    'half a character': 'version: \ud83e\n',
    'a null character': 'version: \u0000\n',
    'brackets without end': '['.repeat(5_000),
    'an alias bomb': `a: &a [1,1]\n${Array.from({ length: 30 }, (_, i) => `b${i}: &b${i} [${i ? `*b${i - 1},*b${i - 1}` : '*a,*a'}]`).join('\n')}`,
    'an anchor inside itself': 'table: &t { name: *t }\n',
    'several documents': 'version: 1\n---\nversion: 1\n---\n',
    tabs: 'table:\n\tname: Shop\n',
    'lone carriage returns': 'version: 1\rtable:\r  name: Shop\r',
    'a list for the model': '- version: 1\n',
    'names of object members':
      'entities:\n  __proto__: {}\n  constructor: { attributes: { toString: string } }\n',
    'one long line': `table: { name: ${'x'.repeat(200_000)} }`,
  };
  for (const [what, text] of Object.entries(hostile)) {
    it(`answers for ${what}`, async () => {
      const server = await startServer();
      const doc = await server.open(text);
      const lines = lineIndex(text);
      for (const { range } of await doc.diagnostics())
        assert.ok(isInside(lines, range), JSON.stringify(range));
      await doc.symbols();
      await doc.lenses();
      await doc.preview(...everything);
      for (const character of [0, 3, 12]) await doc.hover({ line: 1, character });
      await doc.codeActions(rangeIn(text, 0, text.length), ['quickfix']);
      await doc.codeActions(rangeIn(text, 0, text.length), ['source.fixAll']);
      assert.deepEqual(server.log, []);
      assert.equal(await server.stop(), 0);
    });
  }
});

function splitsCharacter(text: string, offset: number): boolean {
  const before = text.charCodeAt(offset - 1);
  const isHigh = before >= 0xd800 && before < 0xdc00;
  return isHigh || (text[offset - 1] === '\r' && text[offset] === '\n');
}

function rangeIn(text: string, start: number, end: number): Range {
  const lines = lineIndex(text);
  const position = (offset: number) => {
    const { line, column } = lines.at(offset);
    return { line, character: column };
  };
  return { start: position(start), end: position(end) };
}

function isInside(lines: ReturnType<typeof lineIndex>, { start, end }: Diagnostic['range']): boolean {
  const holds = ({ line, character }: Range['start']): boolean => {
    const offset = lines.offset({ line, column: character });
    const { line: sameLine, column } = lines.at(offset);
    return sameLine === line && column === character;
  };
  const ordered = start.line < end.line || (start.line === end.line && start.character <= end.character);
  return ordered && holds(start) && holds(end);
}
