// "Export Preview…": files of every format, told which by a key binding.
// Deliberately checks only the beginning of what is written; test/core/export and test/webview hold the rest.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { closeEditors, eventually, openText } from './support.ts';

const text = [
  'version: 1',
  'table: { name: Shop, partitionKey: PK }',
  'entities:',
  '  Order:',
  '    attributes: { id: ksuid }',
  '    keys: { PK: "ORDER#${id}" }',
].join('\n');

describe('Export Preview…', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'singlet-export-'));
  afterEach(closeEditors);
  after(() => fs.rmSync(folder, { recursive: true, force: true }));

  const starts: readonly (readonly [format: string, start: RegExp])[] = [
    ['html', /^<!DOCTYPE html>/],
    ['svg', /^<\?xml/],
    ['csv', /^PK,entity,id\r\n/],
    ['markdown', /^# Shop\n/],
    ['png', /^\x89PNG\r\n/],
  ];
  for (const [format, start] of starts) {
    it(`writes ${format}`, async () => {
      const { document } = await openText(`export-${format}.ddb.yaml`, text);
      const file = path.join(folder, `shop.${format}`);
      await vscode.commands.executeCommand(
        'singlet.exportPreview',
        document.uri,
        format,
        vscode.Uri.file(file),
      );
      assert.match(fs.readFileSync(file, 'latin1'), start);
      const isWebview = ({ input }: vscode.Tab): boolean => input instanceof vscode.TabInputWebview;
      const tabs = (): readonly vscode.Tab[] => vscode.window.tabGroups.all.flatMap((group) => group.tabs);
      await eventually('nothing stays open', () => !tabs().some(isWebview));
    });
  }
});
