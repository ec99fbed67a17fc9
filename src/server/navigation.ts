// Definition, references and highlights of a name, as the LSP has them.
// Deliberately within one file: a model is one file.
import {
  type DocumentHighlight,
  DocumentHighlightKind,
  type Location,
  type Position,
} from 'vscode-languageserver/node';
import { definitionAt, occurrencesAt } from '../core/ide/navigate.ts';
import type { Span } from '../core/text/span.ts';
import { toOffset, toRange } from './convert.ts';
import type { ModelFile } from './model-file.ts';

const locationOf = (file: ModelFile, span: Span): Location => ({ uri: file.uri, range: toRange(file, span) });

export function definition(file: ModelFile, position: Position): Location | null {
  const span = definitionAt(file.snapshot, toOffset(file, position));
  return span ? locationOf(file, span) : null;
}

export function references(file: ModelFile, position: Position, withDeclaration: boolean): Location[] {
  return occurrencesAt(file.snapshot, toOffset(file, position))
    .filter(({ declaration }) => withDeclaration || !declaration)
    .map(({ span }) => locationOf(file, span));
}

export function highlights(file: ModelFile, position: Position): DocumentHighlight[] {
  return occurrencesAt(file.snapshot, toOffset(file, position)).map(({ span, declaration }) => ({
    range: toRange(file, span),
    kind: declaration ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
  }));
}
