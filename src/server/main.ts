// The language server's process: one connection, over IPC for VS Code and over standard input for others.
// Deliberately holds nothing else, so that tests can serve a connection of their own.
import { createConnection } from 'vscode-languageserver/node';
import { serve } from './server.ts';

serve(createConnection());
