// Verify in the Test Explorer: its tree in step with files and edits, and what becomes of runs.
// Deliberately driven by VS Code's own commands; what is compared with what is test/verify's matter.
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { closeEditors, eventually, openText, singlet, workspaceFolder } from './support.ts';
import { type Runs, recordRuns, workers } from './verify-runs.ts';

const text = `version: 1
table: { name: Shop, partitionKey: PK, sortKey: SK }
indexes:
  Open: { partitionKey: OpenPK, sortKey: OpenSK }
entities:
  Order:
    attributes:
      customer: { type: string, pattern: "^[a-z]+$", size: 8 B }
      number: { type: number, min: 0, max: 99999 }
      status: { enum: [OPEN, SENT] }
      placed: date
    keys:
      PK: "CUSTOMER#\${customer}"
      SK: "ORDER#\${number | pad(5)}"
      Open: { when: status = OPEN, OpenPK: OPEN, OpenSK: "\${placed}#\${number | pad(5)}" }
    count: 9 per customer
accessPatterns:
  order: { get: Order, rate: 5/s }
  reopen: { update: Order, set: [status = OPEN], when: status = SENT }
  sales: { analyze: Order, needs: [aggregate] }
`;

describe('the Test Explorer', () => {
  let runs: Runs;
  const file = (name: string): string => path.join(workspaceFolder(), name);
  const remove = (...names: readonly string[]): void => {
    for (const name of names) rmSync(file(name), { force: true, recursive: true });
  };

  /** In a browser VS Code saves by itself after a second, unless it is told not to. */
  const saveAlone = (value: string | undefined): Thenable<void> =>
    vscode.workspace
      .getConfiguration('files')
      .update('autoSave', value, vscode.ConfigurationTarget.Workspace);

  before(async () => {
    await saveAlone('off');
    runs = await recordRuns();
  });
  afterEach(closeEditors);
  after(async () => {
    await saveAlone(undefined);
    remove(
      'verified.ddb.yaml',
      'given-up.ddb.yaml',
      'no-table.ddb.yaml',
      'many.ddb.yaml',
      'closed',
      'renamed.ddb.yaml',
    );
    runs.stop();
  });

  const suite = (name: string): vscode.TestItem | undefined =>
    runs.controller.items.get(vscode.Uri.file(file(name)).toString());
  const testsOf = (name: string): readonly vscode.TestItem[] =>
    [...(suite(name)?.children ?? [])]
      .map(([, test]) => test)
      .sort((a, b) => (a.sortText ?? '').localeCompare(b.sortText ?? ''));
  const placesOf = (name: string): readonly string[] =>
    testsOf(name).map(({ label, range }) => `${label} ${range?.start.line}–${range?.end.line}`);
  const shows = async (name: string, places: readonly string[]): Promise<void> => {
    try {
      await eventually('the tests', () => placesOf(name).join() === places.join());
    } catch {
      assert.deepEqual(placesOf(name), places, suite(name)?.error?.toString());
    }
  };

  const endpoint = (address: string | undefined): Thenable<void> =>
    vscode.workspace
      .getConfiguration('singlet.verify')
      .update('endpoint', address, vscode.ConfigurationTarget.Workspace);

  describe('has', () => {
    it('the patterns of an open model where they stand, and follows edits', async () => {
      const { document } = await openText('verified.ddb.yaml', text);
      await shows('verified.ddb.yaml', ['order 17–17', 'reopen 18–18', 'sales 19–19']);
      const edit = new vscode.WorkspaceEdit();
      edit.insert(
        document.uri,
        new vscode.Position(17, 0),
        '  all:\n    query: Order\n    where: customer\n',
      );
      edit.replace(document.uri, new vscode.Range(19, 2, 19, 7), 'sums');
      await vscode.workspace.applyEdit(edit);
      await shows('verified.ddb.yaml', ['all 17–19', 'order 20–20', 'reopen 21–21', 'sums 22–22']);
      assert.equal(suite('verified.ddb.yaml')?.label, 'verified.ddb.yaml');
    });

    it('what the file has again, once edits are given up', async () => {
      const { document } = await openText('given-up.ddb.yaml', text);
      const edit = new vscode.WorkspaceEdit();
      edit.insert(document.uri, new vscode.Position(17, 0), '  all: { query: Order, where: customer }\n');
      await vscode.workspace.applyEdit(edit);
      await shows('given-up.ddb.yaml', ['all 17–17', 'order 18–18', 'reopen 19–19', 'sales 20–20']);
      await vscode.commands.executeCommand('workbench.action.files.revert');
      await shows('given-up.ddb.yaml', ['order 17–17', 'reopen 18–18', 'sales 19–19']);
      await closeEditors();
      remove('given-up.ddb.yaml');
    });

    it('models that are not open, and follows files', async () => {
      mkdirSync(file('closed/node_modules'), { recursive: true });
      writeFileSync(file('closed/node_modules/package.ddb.yaml'), text);
      writeFileSync(file('closed/other.ddb.yaml'), text);
      await vscode.commands.executeCommand('testing.refreshTests');
      const other = await eventually('the suite', () => suite('closed/other.ddb.yaml'));
      assert.equal(other.description, 'closed');
      assert.equal(suite('closed/node_modules/package.ddb.yaml'), undefined, 'packages are not searched');
      renameSync(file('closed/other.ddb.yaml'), file('renamed.ddb.yaml'));
      await eventually(
        'the new name',
        () => suite('renamed.ddb.yaml') && suite('closed/other.ddb.yaml') === undefined,
      );
      remove('renamed.ddb.yaml');
      await eventually('its end', () => suite('renamed.ddb.yaml') === undefined);
    });
  });

  describe('runs', () => {
    it('all models, open or not: passed, failed and skipped, each with its reason', async () => {
      writeFileSync(file('renamed.ddb.yaml'), text);
      await openText('verified.ddb.yaml', text);
      await shows('verified.ddb.yaml', ['order 17–17', 'reopen 18–18', 'sales 19–19']);
      const run = await runs.during(() => vscode.commands.executeCommand('testing.runAll'));
      const own = { order: 'passed', reopen: 'failed', sales: 'skipped' };
      assert.deepEqual(run.verdicts('verified.ddb.yaml'), own);
      assert.deepEqual(run.verdicts('renamed.ddb.yaml'), own);
      assert.match(run.output(), /✓ order\r\n/);
      assert.match(run.output(), /sales\r\n.*an analysis is no call of DynamoDB/);
      assert.match(run.output(), /3 patterns: 1 confirmed, 1 with a mismatch, 1 not checkable/);
      for (const name of ['verified.ddb.yaml', 'renamed.ddb.yaml'])
        assert.deepEqual(run.started(name), ['order', 'reopen', 'sales']);
      assert.deepEqual(await workers(), [], 'nothing is left of the engine');
      remove('renamed.ddb.yaml');
    });

    it('one pattern by its lens, and shows both sides of what differs, at the pattern', async () => {
      const { document } = await openText('verified.ddb.yaml', text);
      const lens = await eventually('the lens', async () => {
        const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
          'vscode.executeCodeLensProvider',
          document.uri,
          20,
        );
        return lenses.find(({ range, command }) => command?.title === 'Verify' && range.start.line === 18);
      });
      const { command = '', arguments: given = [] } = lens.command ?? {};
      const run = await runs.during(() => vscode.commands.executeCommand(command, ...given));
      assert.deepEqual(run.verdicts('verified.ddb.yaml'), { reopen: 'failed' });
      const [message] = run.messages('reopen');
      assert.match(String(message?.message), /OpenSK stays as before/);
      assert.match(
        message?.expectedOutput ?? '',
        /^Order\n {2}PK=CUSTOMER#\w+\n {2}SK=ORDER#\d+\n[\s\S]*\n {2}OpenSK=/,
      );
      assert.match(
        message?.actualOutput ?? '',
        /^Order\n {2}PK=CUSTOMER#\w+\n {2}SK=ORDER#\d+\n(?![\s\S]*OpenSK=)/,
      );
      assert.equal(message?.location?.uri.toString(), document.uri.toString());
      assert.equal(message?.location?.range.start.line, 18);
    });

    it('the pattern at the cursor', async () => {
      const editor = await openText('verified.ddb.yaml', text);
      await shows('verified.ddb.yaml', ['order 17–17', 'reopen 18–18', 'sales 19–19']);
      editor.selection = new vscode.Selection(17, 5, 17, 5);
      const run = await runs.during(() => vscode.commands.executeCommand('testing.runAtCursor'));
      assert.deepEqual(run.verdicts('verified.ddb.yaml'), { order: 'passed' });
    });

    it('nothing for lack of an engine: says so for every pattern', async () => {
      await openText('verified.ddb.yaml', text);
      await endpoint('http://127.0.0.1:1');
      try {
        const run = await runs.during(() => vscode.commands.executeCommand('singlet.verify'));
        assert.deepEqual(run.verdicts('verified.ddb.yaml'), {
          order: 'errored',
          reopen: 'errored',
          sales: 'errored',
        });
        const [message] = run.messages('order');
        assert.match(String(message?.message), /Nobody answers at http:\/\/127\.0\.0\.1:1/);
        assert.equal(message?.location?.range.start.line, 17);
        await endpoint('https://dynamodb.eu-west-1.amazonaws.com');
        const aws = await runs.during(() => vscode.commands.executeCommand('singlet.verify'));
        assert.match(String(aws.messages('order')[0]?.message), /is AWS itself/);
      } finally {
        await endpoint(undefined);
      }
    });

    it('nothing of what is no table yet: says what stands in the way, and where', async () => {
      await openText('no-table.ddb.yaml', text.replace('partitionKey: PK, ', ''));
      const run = await runs.during(() => vscode.commands.executeCommand('singlet.verify'));
      assert.equal(run.verdicts('no-table.ddb.yaml').order, 'skipped');
      const [message] = run.messages('no-table.ddb.yaml');
      assert.ok(message?.location);
      assert.match(run.output(), /No table can be made/);
    });

    it('until they are cancelled; then nothing is left', async () => {
      const many = Array.from({ length: 200 }, (_, i) => `  get${i}: { get: Order }`).join('\n');
      await openText('many.ddb.yaml', `${text}${many}\n`);
      await eventually('the tests', () => testsOf('many.ddb.yaml').length === 203);
      const before = runs.count();
      const run = await runs.during(async () => {
        // VS Code hears of new tests a moment after they are there; until then the command finds none and ends.
        let done: Thenable<unknown> = Promise.resolve();
        for (let tries = 0; tries < 20 && runs.count() === before; tries++) {
          done = vscode.commands.executeCommand('testing.runCurrentFile');
          await Promise.race([done, eventually('a run', () => runs.count() > before)]);
        }
        await eventually(
          'the first pattern',
          () => runs.count() > before && (runs.last()?.started('many.ddb.yaml').length ?? 0) > 0,
        );
        assert.notDeepEqual(await workers(), []);
        await vscode.commands.executeCommand('testing.cancelRun');
        await done;
      });
      const verdicts = Object.values(run.verdicts('many.ddb.yaml'));
      assert.ok(verdicts.length < 203, `${verdicts.length} of 203`);
      assert.deepEqual(await workers(), []);
      assert.match(run.output(), /Cancelled/);
    });

    it('on save, while that is switched on', async () => {
      const { document } = await openText('verified.ddb.yaml', text);
      await shows('verified.ddb.yaml', ['order 17–17', 'reopen 18–18', 'sales 19–19']);
      const save = async (): Promise<void> => {
        const edit = new vscode.WorkspaceEdit();
        edit.insert(document.uri, new vscode.Position(0, 0), '# once more\n');
        await vscode.workspace.applyEdit(edit);
        await document.save();
      };
      await vscode.commands.executeCommand('testing.startContinuousRun');
      const run = await runs.during(save);
      assert.deepEqual(run.verdicts('verified.ddb.yaml'), {
        order: 'passed',
        reopen: 'failed',
        sales: 'skipped',
      });
      await vscode.commands.executeCommand('testing.stopContinuousRun');
      const before = runs.count();
      await save();
      await new Promise((resolve) => setTimeout(resolve, 500));
      assert.equal(runs.count(), before);
    });
  });

  it('takes no endpoint from a workspace that is not trusted', () => {
    const { capabilities, contributes } = singlet().packageJSON;
    assert.deepEqual(capabilities.untrustedWorkspaces.restrictedConfigurations, ['singlet.verify.endpoint']);
    // VS Code looks at that list only where the support is limited.
    assert.equal(capabilities.untrustedWorkspaces.supported, 'limited');
    const { scope } = contributes.configuration.properties['singlet.verify.endpoint'];
    assert.equal(scope, 'machine-overridable');
  });

  it('keeps the items of a failure as samples, by one edit that can be undone', async () => {
    const { document } = await openText('verified.ddb.yaml', text);
    const run = await runs.during(() => vscode.commands.executeCommand('singlet.verify'));
    const message = run.messages('reopen').find(({ contextValue }) => contextValue !== undefined);
    assert.match(message?.contextValue ?? '', /^singlet\.sample/);
    const test = testsOf('verified.ddb.yaml')[1];
    await vscode.commands.executeCommand('singlet.keepSample', { test, message });
    const kept =
      /count: 9 per customer\n {4}samples:\n {6}- \{ customer: \w+, number: \d+, status: SENT, .*\}\n/;
    assert.match(document.getText(), kept);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), text);
    assert.ok(existsSync(document.uri.fsPath));
  });
});
