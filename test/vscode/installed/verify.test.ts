// Verify as it ships: the bundles of thread, SDK and engine lie in the package and work from there.
// Deliberately one model; what becomes of its patterns is tested with the extension under development.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, openText } from '../support.ts';
import { recordRuns } from '../verify-runs.ts';

const text = `version: 1
table: { name: Shop, partitionKey: PK }
entities:
  Order:
    attributes: { id: ksuid }
    keys: { PK: "ORDER#\${id}" }
accessPatterns:
  order: { get: Order }
  place: { put: Order }
`;

describe('the installed package', () => {
  after(closeEditors);

  it('verifies a model on the embedded engine', async () => {
    const runs = await recordRuns();
    await openText('installed.ddb.yaml', text);
    const run = await runs.during(() => vscode.commands.executeCommand('singlet.verify'));
    runs.stop();
    assert.deepEqual(run.verdicts('installed.ddb.yaml'), { order: 'passed', place: 'passed' });
    assert.match(run.output(), /dynalite/);
  });
});
