// The tables of media/language.md are made from the schema, the formats and the functions, and are fresh.
// Deliberately leaves the text between them alone: that is written by hand.
import path from 'node:path';
import { formats } from '../../src/core/facts/formats.ts';
import { templateFunctions } from '../../src/core/facts/functions.ts';
import { operationWords } from '../../src/core/model/lower/lower-patterns.ts';
import { keysAt } from '../../src/core/model/reference.ts';
import { expectGolden, readIfThere, root } from '../support/golden.ts';

const file = path.join(root, 'media/language.md');

const cell = (text: string): string => text.replace(/\s+/g, ' ').replace(/(?<!\\)\|/g, '\\|');

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n');

function properties(place: string, model?: unknown): string {
  const steps = place === '' ? [] : place.split('/').map((step) => (step === '*' ? 'Name' : step));
  const rows = keysAt(steps, model).map(({ name, required, expected, description }) => [
    `\`${name}\`${required ? ' (required)' : ''}`,
    description ?? expected,
  ]);
  return table(['property', 'meaning'], rows);
}

/** `check` is a leg only. */
const operations = operationWords.filter((word) => word !== 'check');

/** What is special to each operation; what all of them have stands once, at the end. */
function operationTables(): string {
  const of = (operation: string) =>
    keysAt(['accessPatterns', 'name'], { accessPatterns: { name: { [operation]: 'Order' } } });
  const common = new Set(
    of('analyze')
      .map((key) => key.name)
      .filter((name) => name !== 'analyze' && name !== 'needs'),
  );
  const rows = operations.map((operation) => {
    const keys = of(operation);
    const own = keys.find((key) => key.name === operation);
    const others = keys.filter((key) => key !== own && !common.has(key.name)).map((key) => `\`${key.name}\``);
    return [`\`${operation}\``, own?.description ?? '', others.join(', ')];
  });
  const all = new Map(operations.flatMap(of).map((key) => [key.name, key]));
  const rest = [...all.values()].filter((key) => !operations.some((word) => word === key.name));
  return [
    table(['operation', 'does', 'with'], rows),
    `All of them have ${[...common].map((name) => `\`${name}\``).join(', ')}.`,
    table(
      ['property', 'meaning'],
      rest.map((key) => [`\`${key.name}\``, key.description ?? key.expected]),
    ),
  ].join('\n\n');
}

const formatTable = (): string =>
  table(
    ['format', 'type', 'bytes', 'sample', 'meaning'],
    [...formats.values()].map((format) => {
      const { min, max } = format.bytes;
      const bytes = min === max ? String(min) : `${min} to ${max ?? '…'}`;
      return [`\`${format.name}\``, format.type, bytes, `\`${format.sample(0)}\``, format.docs];
    }),
  );

const functionTable = (): string =>
  table(
    ['function', 'does', 'example'],
    [...templateFunctions.values()].map(({ name, parameters, docs, example }) => [
      `\`${name}${parameters.length > 0 ? `(${parameters.map((parameter) => parameter.name).join(', ')})` : ''}\``,
      docs,
      `\`${example.template.replaceAll('|', '\\|')}\` of ${JSON.stringify(example.value)}: \`${example.result}\``,
    ]),
  );

function generate(kind: string, place: string): string {
  switch (kind) {
    case 'properties':
      return properties(place);
    case 'operations':
      return operationTables();
    case 'formats':
      return formatTable();
    default:
      return functionTable();
  }
}

describe('media/language.md', () => {
  it('has tables that are fresh', () => {
    const text = readIfThere(file) ?? '';
    const fresh = text.replace(
      /<!-- (properties|operations|formats|functions)(?:: ?(\S*))? -->\n[\s\S]*?<!-- end -->/g,
      (_, kind: string, place = '') =>
        `<!-- ${kind}${kind === 'properties' ? `: ${place}`.trimEnd() : ''} -->\n\n${generate(kind, place)}\n\n<!-- end -->`,
    );
    expectGolden(file, fresh);
  });
});
