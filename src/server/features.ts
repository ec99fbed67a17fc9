// The features of one open file, each attached to its request under the guard.
// Deliberately one line for each feature; what it answers is in its own file.
import type {
  Connection,
  DefinitionParams,
  DocumentHighlightParams,
  HoverParams,
  ReferenceParams,
} from 'vscode-languageserver/node';
import type { ClientAbilities } from './client-abilities.ts';
import { codeActions } from './code-actions.ts';
import { hoverFailed } from './crash-diagnostics.ts';
import type { Documents } from './documents.ts';
import { contentModified, type Guard, type Handler, type Log } from './guard.ts';
import { hover } from './hover.ts';
import { lenses } from './lenses.ts';
import type { ModelFile } from './model-file.ts';
import { definition, highlights, references } from './navigation.ts';
import { documentSymbols } from './symbols.ts';

interface InFile {
  readonly textDocument: { readonly uri: string };
}

export function attachFeatures(
  connection: Connection,
  client: ClientAbilities,
  guard: Guard,
  documents: Documents,
  log: Log,
): void {
  const fileOf = ({ textDocument: { uri } }: InFile): ModelFile | undefined => documents.get(uri);

  /** About the whole file: the present text is as good as the one that was there when the client asked. */
  const inFile = <P extends InFile, R>(
    feature: string,
    nothing: R,
    answer: (file: ModelFile) => R,
  ): Handler<P, R> =>
    guard(feature, nothing, (params) => {
      const file = fileOf(params);
      return file ? answer(file) : nothing;
    });

  /** About a place, which means nothing in another text than the one in which the client chose it. */
  const atPlace = <P extends InFile, R>(
    feature: string,
    nothing: R,
    answer: (file: ModelFile, params: P) => R,
    failed: R = nothing,
  ): Handler<P, R> => {
    const guarded = guard<{ params: P; asked: ModelFile | undefined }, R>(
      feature,
      failed,
      ({ params, asked }) => {
        if (fileOf(params) !== asked) throw contentModified();
        return asked ? answer(asked, params) : nothing;
      },
    );
    return (params, token) => guarded({ params, asked: fileOf(params) }, token);
  };

  connection.onCodeAction(
    atPlace('code actions', [], (file, params) => codeActions(file, params, client, log)),
  );
  connection.onHover(
    atPlace('hover', null, (file, { position }: HoverParams) => hover(file, position, client), hoverFailed),
  );
  connection.onDefinition(
    atPlace('definition', null, (file, { position }: DefinitionParams) => definition(file, position)),
  );
  connection.onReferences(
    atPlace('references', [], (file, { position, context }: ReferenceParams) =>
      references(file, position, context?.includeDeclaration ?? true),
    ),
  );
  connection.onDocumentHighlight(
    atPlace('highlights', [], (file, { position }: DocumentHighlightParams) => highlights(file, position)),
  );
  connection.onCodeLens(inFile('code lenses', [], (file) => lenses(file, client)));
  connection.onDocumentSymbol(inFile('outline', [], (file) => documentSymbols(file, client)));
}
