// The table of commands, in the order of the help.
// Deliberately a plain list: a new command is a file of its own and a line here.
import type { Command } from './command.ts';
import { check } from './commands/check.ts';
import { cost } from './commands/cost.ts';
import { generate } from './commands/generate.ts';
import { preview } from './commands/preview.ts';
import { schema } from './commands/schema.ts';
import { verify } from './commands/verify.ts';

export const commands: readonly Command[] = [check, cost, generate, preview, schema, verify];
