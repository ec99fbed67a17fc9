// Tokenizes text as VS Code does: our grammar and VS Code's own YAML grammar on the same TextMate engine.
// It starts no editor and applies no theme.
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { IGrammar } from 'vscode-textmate';

export type Token = { readonly text: string; readonly scopes: readonly string[] };
export type Tokenize = (text: string) => readonly (readonly Token[])[];

const YAML_GRAMMARS = 'test/fixtures/grammar/yaml';
const require = createRequire(import.meta.url);
// Both packages are CommonJS bundles whose names Node cannot see from an ES module's `import`.
const textmate: typeof import('vscode-textmate') = require('vscode-textmate');
const oniguruma: typeof import('vscode-oniguruma') = require('vscode-oniguruma');

/** The tokens of a text, line by line, under the grammar with this scope name. */
export async function tokenizer(scopeName: 'source.singlet' | 'source.yaml'): Promise<Tokenize> {
  const grammar = await registry.loadGrammar(scopeName);
  if (grammar === null) throw new Error(`no grammar ${scopeName}`);
  return (text) => tokensOf(grammar, text);
}

function tokensOf(grammar: IGrammar, text: string): Token[][] {
  let state = textmate.INITIAL;
  return text.split(/\r?\n/).map((line) => {
    const result = grammar.tokenizeLine(line, state);
    state = result.ruleStack;
    return result.tokens.map((token) => ({
      text: line.slice(token.startIndex, token.endIndex),
      scopes: token.scopes,
    }));
  });
}

const registry = new textmate.Registry({
  onigLib: oniguruma
    .loadWASM(readFileSync(require.resolve('vscode-oniguruma/release/onig.wasm')))
    .then(() => ({
      createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text) => new oniguruma.OnigString(text),
    })),
  loadGrammar: async (scopeName) => grammars.get(scopeName) ?? null,
});

const grammars = new Map(
  [
    'syntaxes/singlet.tmLanguage.json',
    ...readdirSync(YAML_GRAMMARS).map((name) => `${YAML_GRAMMARS}/${name}`),
  ]
    .filter((path) => path.endsWith('.json'))
    .map((path) => textmate.parseRawGrammar(readFileSync(path, 'utf8'), path))
    .map((grammar) => [grammar.scopeName, grammar]),
);
