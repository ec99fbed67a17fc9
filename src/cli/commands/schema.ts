// `singlet schema`: the JSON Schema of the model language.
// Deliberately without options: what it prints depends on the version of Singlet alone.
import { jsonSchema } from '../../core/model/json-schema.ts';
import type { Command } from '../command.ts';
import { exitCodes } from '../io.ts';

export const schema: Command = {
  name: 'schema',
  summary: 'Print the JSON Schema of models, for other YAML tools.',
  operands: '',
  least: 0,
  most: 0,
  about: [],
  options: [],
  async run(_, io) {
    io.stdout.write(`${JSON.stringify(jsonSchema(), null, 2)}\n`);
    return exitCodes.success;
  },
};
