// What the client at the other end can do, read once from its first message.
// Deliberately believes nothing that is not said: a client that sends no capabilities still gets diagnostics.
import { DiagnosticTag, type InitializeParams, MarkupKind } from 'vscode-languageserver/node';
import type { InitializationOptions } from '../protocol/requests.ts';

export interface ClientAbilities {
  readonly pullsDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly refreshesLenses: boolean;
  readonly registersWatchers: boolean;
  readonly answersSettings: boolean;
  readonly registersSettings: boolean;
  readonly sendsFolders: boolean;
  readonly versionedEdits: boolean;
  readonly snippetEdits: boolean;
  readonly relatedInformation: boolean;
  readonly unnecessaryTag: boolean;
  readonly markdownHover: boolean;
  readonly nestedSymbols: boolean;
  /** Where the page of a rule is, with `{rule}` for its id. */
  readonly rulePage: string | undefined;
  /** The client's command that opens the preview of the document whose address it is given. */
  readonly previewCommand: string | undefined;
  /** The client's command that verifies one pattern: it is given the document's address and the pattern's name. */
  readonly verifyCommand: string | undefined;
}

export function abilitiesOf({ capabilities, initializationOptions }: InitializeParams): ClientAbilities {
  const { workspace, textDocument } = capabilities ?? {};
  // A client that pulls says the rest of it under `diagnostic`, an older one under `publishDiagnostics`.
  const shows = [textDocument?.diagnostic, textDocument?.publishDiagnostics];
  return {
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    refreshesLenses: workspace?.codeLens?.refreshSupport === true,
    registersWatchers: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    answersSettings: workspace?.configuration === true,
    registersSettings: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    sendsFolders: workspace?.workspaceFolders === true,
    versionedEdits: workspace?.workspaceEdit?.documentChanges === true,
    snippetEdits: workspace?.workspaceEdit?.snippetEditSupport === true,
    relatedInformation: shows.some((ability) => ability?.relatedInformation === true),
    unnecessaryTag: shows.some((ability) =>
      ability?.tagSupport?.valueSet.includes(DiagnosticTag.Unnecessary),
    ),
    markdownHover: textDocument?.hover?.contentFormat?.includes(MarkupKind.Markdown) === true,
    nestedSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    rulePage: optionOf(initializationOptions, 'rulePage'),
    previewCommand: optionOf(initializationOptions, 'previewCommand'),
    verifyCommand: optionOf(initializationOptions, 'verifyCommand'),
  };
}

/** One of our own options; whatever is no text is taken as not given. */
function optionOf(options: unknown, name: keyof InitializationOptions): string | undefined {
  if (typeof options !== 'object' || options === null) return undefined;
  const value = (options as Record<string, unknown>)[name];
  return typeof value === 'string' ? value : undefined;
}
