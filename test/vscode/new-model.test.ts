// "New Model from Example", with the questions answered as a person answers them.
// Deliberately checks no example's content; the examples' own tests do.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { acceptUntil, closeEditors, singlet, workspaceFolder } from './support.ts';

describe('New Model from Example', () => {
  afterEach(closeEditors);

  it('copies the first example into the folder under its own name, and opens it', async () => {
    const examples = path.join(singlet().extensionPath, 'media/examples');
    const [name = ''] = readdirSync(examples)
      .filter((each) => each.endsWith('.ddb.yaml'))
      .sort();
    const copy = path.join(workspaceFolder(), name);
    try {
      const done = vscode.commands.executeCommand('singlet.newModel');
      await acceptUntil('the copy', () => existsSync(copy));
      await done;
      const document = vscode.window.activeTextEditor?.document;
      assert.equal(document?.uri.fsPath, copy);
      assert.equal(document.languageId, 'singlet');
      assert.equal(readFileSync(copy, 'utf8'), readFileSync(path.join(examples, name), 'utf8'));
    } finally {
      rmSync(copy, { force: true });
    }
  });
});
