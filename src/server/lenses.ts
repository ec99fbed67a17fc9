// Code lenses as the LSP has them; a click does something only where the client said which command does it.
// Deliberately writes no word of them (core/ide/lenses.ts does).
import type { CodeLens, Command } from 'vscode-languageserver/node';
import { codeLenses, type LensCommand } from '../core/ide/lenses.ts';
import type { ClientAbilities } from './client-abilities.ts';
import { toRange } from './convert.ts';
import type { ModelFile } from './model-file.ts';

export function lenses(file: ModelFile, client: ClientAbilities): CodeLens[] {
  return codeLenses(file.snapshot).flatMap(({ span, title, command }) => {
    const click = command && clickOf(command, file, client);
    if (command?.kind === 'verify' && click === undefined) return [];
    // An editor shows a lens without a command's name as text.
    return [{ range: toRange(file, span), command: { title, command: '', ...click } }];
  });
}

function clickOf(
  lens: LensCommand,
  { uri }: ModelFile,
  client: ClientAbilities,
): Partial<Command> | undefined {
  const { previewCommand, verifyCommand } = client;
  switch (lens.kind) {
    case 'preview':
      return previewCommand === undefined
        ? undefined
        : { command: previewCommand, arguments: [uri, lens.pattern] };
    case 'verify':
      return verifyCommand === undefined
        ? undefined
        : { command: verifyCommand, arguments: [uri, lens.pattern] };
  }
}
