// Builds the bundles that ship (client, server, command line, webview and what draws PNG, verify with its thread and engine); with --tests the
// test files instead, and with --host only what runs tests and `npm start`.
// Deliberately does no type checking (`npm run check` does).
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
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

/**
 * Leaves `import('…/verify/main.ts')` outside: the command line and the editor's thread load verify.cjs, with the AWS SDK in
 * it, when it is asked for and not before.
 * @type {esbuild.Plugin}
 */
const verifyApart = {
  name: 'verify apart',
  setup(build) {
    build.onResolve({ filter: /\/main\.ts$/ }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: './verify.cjs', external: true } : undefined,
    );
  },
};

/**
 * dynalite in one file: it names its parts by computed paths, which a bundler cannot follow, and loads a native database
 * that it does not use for tables in memory.
 * @type {esbuild.Plugin}
 */
const dynaliteWhole = {
  name: 'dynalite whole',
  setup(build) {
    build.onResolve({ filter: /^level$/ }, () => ({ path: 'level', namespace: 'unused' }));
    build.onLoad({ filter: /.*/, namespace: 'unused' }, () => ({ contents: 'exports.Level = undefined;' }));
    build.onLoad({ filter: /[\\/]dynalite[\\/]index\.js$/ }, async ({ path: file }) => {
      let contents = await readFile(file, 'utf8');
      for (const folder of ['actions', 'validations']) {
        const computed = `require('./${folder}/' + action)`;
        if (!contents.includes(computed)) throw new Error(`dynalite has changed: no ${computed} in ${file}`);
        const names = await readdir(path.join(path.dirname(file), folder));
        const table = names.map((name) => {
          const stem = path.basename(name, '.js');
          return `${JSON.stringify(stem)}: () => require(${JSON.stringify(`./${folder}/${stem}`)})`;
        });
        contents = contents.replace(computed, `({ ${table.join(', ')} })[action]()`);
      }
      return { contents, loader: 'js' };
    });
  },
};

/** @type {esbuild.BuildOptions[]} */
const shipped = [
  {
    ...node,
    format: 'cjs',
    external: ['vscode'],
    entryPoints: ['src/client/extension.ts'],
    outfile: 'dist/client.cjs',
  },
  {
    ...node,
    format: 'cjs',
    plugins: [verifyApart],
    entryPoints: ['src/verify/thread/worker.ts'],
    outfile: 'dist/verify-thread.cjs',
  },
  {
    ...node,
    format: 'cjs',
    entryPoints: ['src/verify/main.ts'],
    outfile: 'dist/verify.cjs',
    // Which Node runs it is the user's affair; that the SDK we ship will one day ask for a newer one is ours.
    define: { 'process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED': '"true"' },
  },
  {
    ...node,
    format: 'cjs',
    plugins: [dynaliteWhole],
    entryPoints: ['src/verify/engines/embedded-worker.ts'],
    outfile: 'dist/engine.cjs',
  },
  { ...node, format: 'cjs', entryPoints: ['src/server/main.ts'], outfile: 'dist/server.cjs' },
  {
    ...node,
    format: 'esm',
    plugins: [verifyApart],
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
  {
    ...shared,
    platform: 'browser',
    format: 'iife',
    entryPoints: ['src/webview/draw.ts'],
    outfile: 'dist/draw.js',
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
