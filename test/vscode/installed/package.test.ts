// The packaged extension, as it lies on a person's disk after its installation.
// Deliberately tests no feature: the other suites of the .vsix do, against these files.
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { singlet } from '../support.ts';

describe('the installed package', () => {
  const files = (): string[] =>
    readdirSync(singlet().extensionPath, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name))
      .map((file) => path.relative(singlet().extensionPath, file).replaceAll('\\', '/'));

  it('is not the one under development', () => {
    assert.notEqual(path.resolve(singlet().extensionPath), path.resolve(process.env.SINGLET_TEST_ROOT ?? ''));
  });

  it('holds what it needs to run and to be read', () => {
    const needed = [
      'client.cjs',
      'server.cjs',
      'webview.js',
      'cli.js',
      'verify-thread.cjs',
      'verify.cjs',
      'engine.cjs',
    ].map((name) => `dist/${name}`);
    needed.push('package.json');
    // VS Code's packager lower-cases these names.
    needed.push('readme.md', 'changelog.md');
    const lower = files().map((file) => file.toLowerCase());
    assert.deepEqual(
      needed.filter((file) => !lower.includes(file)),
      [],
    );
  });

  it('holds neither sources, nor tests, nor anything else', () => {
    const shipped =
      /^(dist\/[\w-]+\.(cjs|js|css)|media\/.+|syntaxes\/.+|package\.json|(readme|changelog)\.md|license(\.\w+)?|\.vsixmanifest)$/i;
    assert.deepEqual(
      files().filter((file) => !shipped.test(file)),
      [],
    );
  });
});
