// Hover as the LSP has it, for clients that show Markdown and for those that do not.
// Deliberately writes no word of it (core/ide/hover.ts does).
import { type Hover, MarkupKind, type Position } from 'vscode-languageserver/node';
import { hoverAt } from '../core/ide/hover.ts';
import type { ClientAbilities } from './client-abilities.ts';
import { toOffset, toRange } from './convert.ts';
import type { ModelFile } from './model-file.ts';

export function hover(file: ModelFile, position: Position, client: ClientAbilities): Hover | null {
  const result = hoverAt(file.snapshot, toOffset(file, position));
  if (!result) return null;
  // Our Markdown reads well as it is, so it serves as plain text too.
  const kind = client.markdownHover ? MarkupKind.Markdown : MarkupKind.PlainText;
  return { contents: { kind, value: result.markdown }, range: toRange(file, result.span) };
}
