// Builds the four bundles that ship (client, server, command line, webview); with --tests the test files instead, and
// with --host only what runs tests and `npm start`.
// Deliberately does no type checking (`npm run check` does).
import * as esbuild from 'esbuild';
import { glob } from 'tinyglobby';

const watch = process.argv.includes('--watch');
const tests = process.argv.includes('--tests');
const host = process.argv.includes('--host');
const production = process.argv.includes('--production');

/** @type {esbuild.BuildOptions} */
const shared = {
  bundle: true,
  logLevel: 'warning',
  minify: production,
  sourcemap: production ? false : 'linked',
  target: 'es2022',
  jsx: 'automatic',
  jsxImportSource: 'preact',
};

/** @type {esbuild.BuildOptions} */
const node = { ...shared, platform: 'node', target: 'node20' };

/** @type {esbuild.BuildOptions[]} */
const shipped = [
  {
    ...node,
    format: 'cjs',
    external: ['vscode'],
    entryPoints: ['src/client/extension.ts'],
    outfile: 'dist/client.cjs',
  },
  { ...node, format: 'cjs', entryPoints: ['src/server/main.ts'], outfile: 'dist/server.cjs' },
  {
    ...node,
    format: 'esm',
    entryPoints: ['src/cli/main.ts'],
    outfile: 'dist/cli.js',
    banner: {
      js: "#!/usr/bin/env node\nimport { createRequire as makeRequire } from 'node:module'; const require = makeRequire(import.meta.url);",
    },
  },
  {
    ...shared,
    platform: 'browser',
    format: 'iife',
    entryPoints: ['src/webview/main.tsx'],
    outfile: 'dist/webview.js',
  },
];

/** @type {esbuild.BuildOptions} */
const testsInNode = {
  ...node,
  format: 'esm',
  splitting: true,
  packages: 'external',
  outdir: 'out/test',
  outbase: 'test',
};

/** @returns {Promise<esbuild.BuildOptions[]>} */
async function hostBuilds() {
  return [{ ...testsInNode, entryPoints: await glob('test/host/*.main.ts') }];
}

/** @returns {Promise<esbuild.BuildOptions[]>} */
async function testBuilds() {
  const inVsCode = await glob('test/vscode/**/*.test.ts');
  const inNode = await glob(['test/**/*.test.ts', 'test/**/*.main.ts', 'test/bench/main.ts'], {
    ignore: ['test/vscode/**', 'test/fixtures/**'],
  });
  return [
    { ...testsInNode, entryPoints: inNode },
    {
      ...node,
      format: 'cjs',
      packages: 'external',
      entryPoints: ['test/vscode/index.ts', ...inVsCode],
      outdir: 'out/test/vscode',
      outbase: 'test/vscode',
      outExtension: { '.js': '.cjs' },
    },
  ];
}

const builds = tests ? await testBuilds() : host ? await hostBuilds() : shipped;
if (watch) {
  const contexts = await Promise.all(builds.map((options) => esbuild.context(options)));
  await Promise.all(contexts.map((context) => context.watch()));
  console.log('watching');
} else {
  await Promise.all(builds.map((options) => esbuild.build(options)));
}
