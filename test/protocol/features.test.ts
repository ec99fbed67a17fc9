// What the server answers about one document: places in UTF-16, fixes, outline. Over stdio, against what ships.
// Deliberately uses findings that need few rules; which findings a text has is the fixtures' matter.
import assert from 'node:assert/strict';
import { type CodeAction, DiagnosticTag, MarkupContent, type TextEdit } from 'vscode-languageserver/node';
import { applyEdits } from '../../src/core/text/edit.ts';
import { lineIndex } from '../../src/core/text/line-index.ts';
import { type TargetInfo, targetsRequest } from '../../src/protocol/requests.ts';
import { type Doc, fullCapabilities, killServers, rangeOf, startServer, type TestServer } from './client.ts';

/** The text after a code action, as an editor would leave it. */
function apply(text: string, { edit }: CodeAction): string {
  const [change] = edit?.documentChanges ?? [];
  const edits = (
    change && 'edits' in change ? change.edits : Object.values(edit?.changes ?? {})[0]
  ) as TextEdit[];
  const lines = lineIndex(text);
  const offset = ({ line, character }: { line: number; character: number }): number =>
    lines.offset({ line, column: character });
  return applyEdits(
    text,
    edits.map(({ range, newText }) => ({
      span: { start: offset(range.start), end: offset(range.end) },
      newText,
    })),
  );
}

async function action(doc: Doc, text: string, word: string, title: string): Promise<CodeAction> {
  const offered = await doc.codeActions(rangeOf(text, word));
  const found = offered.find((each) => each.title === title);
  assert.ok(found, `${title} is not among ${offered.map((each) => each.title).join('; ')}`);
  return found;
}

describe('features over the protocol', () => {
  let server: TestServer;
  before(async () => {
    server = await startServer();
  });
  after(killServers);

  it('counts columns in UTF-16 units', async () => {
    const text = 'version: 1\n"🧾🧾": &a 1 # singlet-ignore key/length\n';
    const doc = await server.open(text);
    const finding = (await doc.diagnostics()).find(({ code }) => code === 'ignore/without-reason');
    assert.deepEqual(finding?.range, rangeOf(text, '# singlet-ignore key/length'));
  });

  it('tags what has no effect as unnecessary, so that editors show it faded, and points to both sides', async () => {
    const text = `version: 1
table: { name: Shop, partitionKey: id }
indexes:
  ByName: { partitionKey: name }
  ByMail: { partitionKey: mail }
entities:
  Person: { attributes: { id: uuid, name: string, mail: email } }
  Firm: { attributes: { id: uuid, name: string } }
accessPatterns:
  named: { query: Person, where: name }
`;
    const doc = await server.open(text);
    const found = await doc.diagnostics();
    const of = (code: string) => found.find((each) => each.code === code);
    assert.deepEqual(of('index/unused')?.tags, [DiagnosticTag.Unnecessary]);
    const accident = of('index/unread-entries');
    assert.equal(accident?.tags, undefined);
    assert.match(String(accident?.message), /Every Firm that has name lies in ByName, by accident/);
    assert.deepEqual(
      accident?.relatedInformation?.map(({ message }) => message),
      ['the index ByName', 'named reads others there'],
    );
  });

  it('offers a fix with the finding that it mends and the version that it is for', async () => {
    const text = 'version: 1\n# singlet-ignore key/length: an old decision\ntable: { name: Shop }\n';
    const doc = await server.open(text);
    await doc.change('  ', { start: { line: 2, character: 7 }, end: { line: 2, character: 8 } });
    const fix = await action(doc, text, 'singlet-ignore', 'Remove the comment');
    assert.equal(fix.kind, 'quickfix');
    assert.equal(fix.isPreferred, true);
    assert.deepEqual(
      fix.diagnostics?.map(({ code }) => code),
      ['ignore/unused'],
    );
    const [change] = fix.edit?.documentChanges ?? [];
    assert.deepEqual(change && 'textDocument' in change && change.textDocument, { uri: doc.uri, version: 2 });
    assert.equal(apply(text, fix), 'version: 1\ntable: { name: Shop }\n');
  });

  it('offers nothing where there is no finding', async () => {
    const text = 'version: 1\ntable: { nmae: Shop }\n';
    const doc = await server.open(text);
    assert.notDeepEqual(await doc.codeActions(rangeOf(text, 'nmae')), []);
    assert.deepEqual(await doc.codeActions(rangeOf(text, 'Shop')), []);
  });

  it('silences a finding by a comment above it, indented as the line is', async () => {
    const text = 'version: 1\ntable:\n  nmae: Shop\n';
    const doc = await server.open(text);
    const [found] = (await doc.diagnostics()).filter(({ range }) => range.start.line === 2);
    assert.ok(found, 'a misspelt key is a finding');
    const silence = await action(doc, text, 'nmae', `Silence ${found.code} here, with a reason`);
    const silenced = apply(text, silence);
    assert.equal(silenced.split('\n')[2], `  # singlet-ignore ${found.code}: why it is meant so`);
    await doc.change(silenced);
    assert.deepEqual(
      (await doc.diagnostics()).filter(({ code }) => code === found.code),
      [],
    );
  });

  it('fixes all that can be fixed only when asked to', async () => {
    const text = '# singlet-ignore a/b: one\n# singlet-ignore c/d: two\nversion: 1\n';
    const doc = await server.open(text);
    const everywhere = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
    const asked = await doc.codeActions(everywhere, ['source.fixAll']);
    assert.deepEqual(
      asked.map(({ kind }) => kind),
      ['source.fixAll.singlet'],
    );
    const unasked = await doc.codeActions(everywhere);
    assert.equal(
      unasked.some(({ kind }) => kind === 'source.fixAll.singlet'),
      false,
    );
    assert.deepEqual(await doc.codeActions(everywhere, ['refactor']), []);
  });

  it('gives plain changes to a client that knows no versions', async () => {
    const { workspace: _, ...rest } = fullCapabilities;
    const plain = await startServer({ capabilities: rest });
    const text = '# singlet-ignore a/b: one\nversion: 1\n';
    const doc = await plain.open(text);
    const fix = await action(doc, text, 'singlet-ignore', 'Remove the comment');
    assert.deepEqual(Object.keys(fix.edit ?? {}), ['changes']);
    assert.equal(apply(text, fix), 'version: 1\n');
  });

  const shop = [
    'version: 1',
    'table: { name: Shop, partitionKey: PK }',
    'entities:',
    '  Order:',
    '    attributes: { id: ksuid }',
    '    keys: { PK: "🧾ORDER#${id}" }',
    'accessPatterns:',
    '  order: { get: Order, rate: 5/s }',
    '  newOrder: { put: Order }',
    '',
  ].join('\n');

  it('tells on hover what stands there, and where it stands', async () => {
    const doc = await server.open(shop);
    const at = rangeOf(shop, 'Order');
    const hover = await doc.hover(at.end);
    assert.deepEqual(hover?.range, at);
    assert.ok(MarkupContent.is(hover?.contents));
    assert.equal(hover.contents.kind, 'markdown');
    assert.match(hover.contents.value, /Order/);
    assert.equal(await doc.hover({ line: 99, character: 0 }), null);
  });

  it('goes from a name to its declaration, and finds every use', async () => {
    const doc = await server.open(shop);
    const declaration = rangeOf(shop, 'Order');
    const uses = ['get: Order', 'put: Order'].map((use) => {
      const { start, end } = rangeOf(shop, use);
      return { start: { ...start, character: start.character + 5 }, end };
    });
    const [use] = uses;
    assert.ok(use);
    assert.deepEqual(await doc.definition(use.start), { uri: doc.uri, range: declaration });
    const ranges = async (includeDeclaration: boolean) =>
      (await doc.references(use.start, includeDeclaration)).map(({ range }) => range);
    assert.deepEqual(await ranges(false), uses);
    assert.deepEqual(await ranges(true), [declaration, ...uses]);
    assert.deepEqual(
      (await doc.highlights(declaration.start)).map(({ range, kind }) => [range, kind]),
      [[declaration, 3], ...uses.map((each) => [each, 2])],
    );
  });

  it('finds a name in a key template behind a character of two units', async () => {
    const doc = await server.open(shop);
    const inTemplate = rangeOf(shop, 'id}');
    assert.deepEqual(await doc.definition(inTemplate.start), {
      uri: doc.uri,
      range: rangeOf(shop, 'id'),
    });
  });

  it('puts a lens above a pattern, with a click only where the client has a command for it', async () => {
    const [plain] = await (await server.open(shop)).lenses();
    assert.deepEqual(plain?.range, rangeOf(shop, 'order'));
    assert.equal(plain?.command?.command, '');
    assert.notEqual(plain?.command?.title, '');
    const able = await startServer({ initialize: { initializationOptions: { previewCommand: 'show' } } });
    const doc = await able.open(shop);
    const [lens] = await doc.lenses();
    assert.deepEqual(lens?.command, {
      title: plain?.command?.title,
      command: 'show',
      arguments: [doc.uri, 'order'],
    });
  });

  it('gives the preview of the present text with its version', async () => {
    const doc = await server.open(shop);
    await doc.change('Store', rangeOf(shop, 'Shop'));
    const reply = await doc.preview({ kind: 'table' }, { kind: 'pattern', name: 'gone' });
    assert.equal(reply?.version, 2);
    assert.deepEqual([reply?.broken, Object.keys(reply?.answers ?? {})], [false, ['table', 'pattern']]);
    assert.equal(reply?.overview.title, 'Store');
    assert.deepEqual(
      reply?.overview.entities.map(({ name }) => name),
      ['Order'],
    );
    await doc.close();
    assert.equal(await doc.preview(), null);
  });

  it('offers targets, and generates each of them from the present text', async () => {
    const doc = await server.open(shop);
    const targets = await server.connection.sendRequest<readonly TargetInfo[]>(targetsRequest);
    assert.deepEqual(
      targets.slice(0, 2).map(({ id }) => id),
      ['cloudformation', 'create-table'],
    );
    await doc.change('Store', rangeOf(shop, 'Shop'));
    for (const { id } of targets) {
      const reply = await doc.generate(id);
      assert.ok(reply.kind === 'text' && reply.text.includes('Store'), `${id}: ${JSON.stringify(reply)}`);
    }
    assert.deepEqual(await doc.generate('cobol'), { kind: 'unknown' });
  });

  it('says why nothing can be generated from a model without keys', async () => {
    const text = 'version: 1\ntable: { name: Shop }\n';
    const reply = await (await server.open(text)).generate('create-table');
    assert.ok(reply.kind === 'refused' && reply.reasons.length > 0);
  });

  it('outlines a model, and what is left of a broken one', async () => {
    const doc = await server.open(
      [
        'version: 1',
        'table: { name: Shop, partitionKey: PK }',
        'entities:',
        '  Order:',
        '    attributes:',
        '      id: ksuid',
        '    keys:',
        '      PK: "ORDER#${id}"',
        'accessPatterns:',
        '  order: { get: Order }',
        '  broken: { get: [',
      ].join('\n'),
    );
    const names = (await doc.symbols()).map(({ name, detail, children }) => [
      name,
      detail,
      (children ?? []).map((child) => `${child.name} ${child.detail}`),
    ]);
    assert.deepEqual(names.slice(0, 3), [
      ['Shop', 'table', ['PK ']],
      ['Order', '', ['id ksuid', 'PK ORDER#${id}']],
      ['order', 'get Order', []],
    ]);
  });
});
