// Code lenses as the LSP has them; a click does something only where the client said which command does it.
// Deliberately writes no word of them (core/ide/lenses.ts does).
import type { CodeLens } from 'vscode-languageserver/node';
import { codeLenses, type LensCommand } from '../core/ide/lenses.ts';
import type { ClientAbilities } from './client-abilities.ts';
import { toRange } from './convert.ts';
import type { ModelFile } from './model-file.ts';

export function lenses(file: ModelFile, client: ClientAbilities): CodeLens[] {
  return codeLenses(file.snapshot).map(({ span, title, command }) => ({
    range: toRange(file, span),
    // An editor shows a lens without a command's name as text.
    command: { title, command: '', ...(command && clickOf(command, file, client)) },
  }));
}

function clickOf(command: LensCommand, { uri }: ModelFile, { previewCommand }: ClientAbilities) {
  switch (command.kind) {
    case 'preview':
      return previewCommand === undefined
        ? undefined
        : { command: previewCommand, arguments: [uri, command.pattern] };
  }
}
