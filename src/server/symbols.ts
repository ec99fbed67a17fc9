// The outline as the LSP's document symbols, nested or flat as the client can.
// Deliberately decides nothing but the icons.
import { type DocumentSymbol, type SymbolInformation, SymbolKind } from 'vscode-languageserver/node';
import { type OutlineItem, type OutlineKind, outlineOf } from '../core/ide/outline.ts';
import type { ClientAbilities } from './client-abilities.ts';
import { toRange } from './convert.ts';
import type { ModelFile } from './model-file.ts';

export function documentSymbols(
  file: ModelFile,
  client: ClientAbilities,
): DocumentSymbol[] | SymbolInformation[] {
  const items = outlineOf(file.snapshot);
  if (client.nestedSymbols) return items.map((item) => nested(file, item));
  return items.flatMap((item) => [
    flat(file, item),
    ...item.children.map((child) => flat(file, child, item)),
  ]);
}

function nested(
  file: ModelFile,
  { kind, name, detail, span, nameSpan, children }: OutlineItem,
): DocumentSymbol {
  return {
    name,
    detail,
    kind: symbolKind(kind),
    range: toRange(file, span),
    selectionRange: toRange(file, nameSpan),
    children: children.map((child) => nested(file, child)),
  };
}

function flat(file: ModelFile, { kind, name, span }: OutlineItem, parent?: OutlineItem): SymbolInformation {
  return {
    name,
    kind: symbolKind(kind),
    location: { uri: file.uri, range: toRange(file, span) },
    ...(parent && { containerName: parent.name }),
  };
}

function symbolKind(kind: OutlineKind): SymbolKind {
  switch (kind) {
    case 'table':
      return SymbolKind.Module;
    case 'index':
      return SymbolKind.Interface;
    case 'entity':
      return SymbolKind.Class;
    case 'attribute':
      return SymbolKind.Field;
    case 'key':
      return SymbolKind.Key;
    case 'pattern':
      return SymbolKind.Method;
  }
}
