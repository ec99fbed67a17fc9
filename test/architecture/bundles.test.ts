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

/** Signing for several Regions at once: the AWS SDK looks whether these are there, and DynamoDB never asks for it. */
const lookedFor = /^@aws-sdk\/signature-v4(a|-crt)$/;

describe('the bundles', () => {
  it('are built', () => {
    const shipped = ['client.cjs', 'server.cjs', 'cli.js', 'webview.js', 'draw.js'];
    for (const name of [...shipped, 'verify.cjs', 'verify-thread.cjs', 'engine.cjs'])
      assert.ok(bundles.includes(name), name);
  });

  for (const name of bundles) {
    it(`${name} loads no package that is not in it`, () => {
      const isShipped = (each: string) => bundles.includes(each.replace(/^\.\//, ''));
      const isAllowed = (each: string) =>
        isBuiltin(each) ||
        isShipped(each) ||
        (name === 'verify.cjs' && lookedFor.test(each)) ||
        (each === 'vscode' && name === 'client.cjs');
      assert.deepEqual(
        loadedBy(name).filter((each) => !isAllowed(each)),
        [],
      );
    });
  }

  it('have the AWS SDK and the engine only where these are loaded on demand', () => {
    const having = (sign: string): readonly string[] =>
      bundles.filter((name) => fs.readFileSync(path.join(dist, name), 'utf8').includes(sign));
    assert.deepEqual(having('DynamoDB_20120810'), ['engine.cjs', 'verify.cjs']);
    assert.deepEqual(having('memory-level'), ['engine.cjs']);
    const parts = (name: string): readonly string[] => loadedBy(name).filter((each) => each.startsWith('.'));
    for (const name of ['cli.js', 'verify-thread.cjs']) assert.deepEqual(parts(name), ['./verify.cjs'], name);
    assert.deepEqual(parts('client.cjs'), []);
  });

  it('keep the page of the preview small', () => {
    if (!bundles.includes('webview.js')) return;
    const bytes = (name: string): number => fs.statSync(path.join(dist, name)).size;
    assert.ok(bytes('webview.js') <= 160_000, `webview.js has ${bytes('webview.js')} B`);
    assert.ok(bytes('webview.css') <= 40_000, `webview.css has ${bytes('webview.css')} B`);
  });

  it('webview.js loads nothing at all', () => {
    assert.deepEqual(bundles.includes('webview.js') ? loadedBy('webview.js') : [], []);
  });
});
