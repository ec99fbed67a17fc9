// What ships is whole: the bundles load nothing but built-ins of Node, and `vscode` in the client.
// Deliberately looks at the built files, as only they show what the bundler left outside.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { isBuiltin } from 'node:module';
import path from 'node:path';
import { root } from '../support/golden.ts';

const dist = path.join(root, 'dist');
const bundles = fs.existsSync(dist) ? fs.readdirSync(dist).filter((name) => /\.c?js$/.test(name)) : [];

/** What a bundle loads when it runs: `require("x")`, `import x from "x"`, `import("x")`. */
function loadedBy(name: string): readonly string[] {
  const code = fs.readFileSync(path.join(dist, name), 'utf8');
  const loads =
    /(?<![.\w$])(?:require|import)\(\s*["']([\w@./:-]+)["']\s*\)|^import\s[^"'\n;]*["']([\w@./:-]+)["'];/gm;
  return [...new Set([...code.matchAll(loads)].map(([, called, imported]) => called ?? imported ?? ''))];
}

describe('the bundles', () => {
  it('are built', () => {
    for (const name of ['client.cjs', 'server.cjs', 'cli.js', 'webview.js'])
      assert.ok(bundles.includes(name), name);
  });

  for (const name of bundles) {
    it(`${name} loads no package that is not in it`, () => {
      const isAllowed = (each: string) => isBuiltin(each) || (each === 'vscode' && name === 'client.cjs');
      assert.deepEqual(
        loadedBy(name).filter((each) => !isAllowed(each)),
        [],
      );
    });
  }

  it('webview.js loads nothing at all', () => {
    assert.deepEqual(bundles.includes('webview.js') ? loadedBy('webview.js') : [], []);
  });
});
