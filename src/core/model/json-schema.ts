// The JSON Schema of the model language, for YAML tools that know nothing of Singlet.
// Deliberately draft-07: every YAML and JSON tool reads it, and older versions of the YAML extension for VS Code read
// no later draft. It says no less than the zod schema; what a JSON Schema cannot say, our own checks do.
import { document } from './schema/document.ts';

/** A JSON value that is a schema; only what is touched here is named. */
interface JsonSchema {
  properties?: Record<string, JsonSchema>;
  patternProperties?: Record<string, JsonSchema>;
  additionalProperties?: unknown;
  description?: string;
  /** Known to the JSON and YAML extensions of VS Code: descriptions are Markdown. */
  markdownDescription?: string;
  [keyword: string]: unknown;
}

/** The same on every call. */
export function jsonSchema(): unknown {
  const { $schema, ...schema } = document.toJSONSchema({
    target: 'draft-07',
    io: 'input',
    override: ({ jsonSchema: made }) => adapt(made as JsonSchema),
  });
  return {
    $schema,
    $comment: 'Generated from the schema of Singlet. Do not edit.',
    ...schema,
    title: 'DynamoDB model',
  };
}

function adapt(made: JsonSchema): void {
  if (made.description !== undefined) made.markdownDescription = made.description;
  // Keys that start with x- are kept and ignored wherever the set of keys is closed.
  if (made.additionalProperties === false) made.patternProperties = { '^x-': {} };
}
