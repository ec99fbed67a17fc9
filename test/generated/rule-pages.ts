// The page of a rule, and the list of all rules, in Markdown: made of the rule's own words and its fixtures.
// Deliberately adds no sentence about a rule: what a page lacks is missing in the rule.
import fs from 'node:fs';
import path from 'node:path';
import { catalogue } from '../../src/core/rules/catalogue.ts';
import type { Rule } from '../../src/core/rules/rule.ts';
import { createSnapshot } from '../../src/core/snapshot.ts';
import { lineIndex } from '../../src/core/text/line-index.ts';
import { root } from '../support/golden.ts';
import { plain } from '../support/marked.ts';

/** The headings of the list; a rule of another group has no place in it. */
const groups: Readonly<Record<string, string>> = {
  yaml: 'YAML',
  schema: 'Shape of the file',
  name: 'Names',
  attribute: 'Attributes',
  table: 'The table',
  template: 'Key templates',
  clause: 'Clauses',
  key: 'Keys and indexes',
  index: 'What lies in an index',
  pattern: 'Access patterns',
  read: 'Reads',
  write: 'Writes',
  batch: 'Batches and transactions',
  cost: 'Capacity and cost',
  ignore: 'Silenced findings',
};

const fence = (text: string): string => `\`\`\`yaml\n${text.replace(/\n*$/, '\n')}\`\`\``;

/** A comment line with carets under all that is found in the line above, as far as that line goes. */
function caretLine(
  line: string,
  places: readonly { readonly column: number; readonly width: number }[],
): string {
  const carets = [...`#${' '.repeat(line.length)}`];
  for (const { column, width } of places) {
    const end = Math.max(column + 1, Math.min(column + width, line.length));
    // The first column belongs to the comment's own sign.
    for (let at = Math.max(1, column); at < Math.max(2, end); at++) carets[at] = '^';
  }
  return carets.join('').trimEnd();
}

/** The example with carets under what is found, and the messages below it. */
function example(text: string): string {
  const { findings } = createSnapshot(text).report;
  const index = lineIndex(text);
  const places = findings.map(({ span }) => ({ ...index.at(span.start), width: span.end - span.start }));
  const marked = text.split('\n').flatMap((line, i) => {
    const here = places.filter((each) => each.line === i);
    return here.length === 0 ? [line] : [line, caretLine(line, here)];
  });
  const messages = findings.map(
    ({ rule, severity, message }) => `- **${severity}** \`${rule}\`: ${escaped(message)}`,
  );
  return [fence(marked.join('\n')), [...new Set(messages)].join('\n')].join('\n\n');
}

/** Messages are plain text; in Markdown their signs must stay what they are. */
const escaped = (text: string): string => text.replace(/[\\`*_<>[\]|#$]/g, '\\$&').replaceAll('\n', '  \n  ');

const folderOf = (rule: Rule): string => path.join(root, 'test/fixtures/rules', rule.id);

function examplesOf(rule: Rule): readonly string[] {
  const folder = folderOf(rule);
  const names = fs.existsSync(folder) ? fs.readdirSync(folder) : [];
  return names
    .filter((name) => /^bad.*\.ddb\.yaml$/.test(name))
    .toSorted((a, b) => a.length - b.length || (a < b ? -1 : 1))
    .map((name) => {
      const fixed = name.replace('bad', 'fixed');
      const read = (file: string): string => plain(fs.readFileSync(path.join(folder, file), 'utf8'));
      const after = names.includes(fixed) ? ['With the quick fix applied:', fence(read(fixed))] : [];
      return [example(read(name)), ...after].join('\n\n');
    });
}

/** Below media/rules. */
export const pageFile = (rule: Rule): string => `${rule.id}.md`;

export function rulePage(rule: Rule): string {
  const [first, ...others] = examplesOf(rule);
  const parts = [
    `# ${rule.title}`,
    `\`${rule.id}\` · ${rule.severity}`,
    rule.why,
    '## What to do',
    rule.remedy,
    ...(first === undefined ? [] : ['## Example', first]),
    ...(others.length === 0 ? [] : ['## More examples', ...others]),
    '## Where it is meant so',
    `Write \`# singlet-ignore ${rule.id}: the reason\` on the line above.`,
  ];
  return `${(rule.id.startsWith('ignore/') ? parts.slice(0, -2) : parts).join('\n\n')}\n`;
}

const groupOf = (rule: Rule): string => rule.id.split('/')[0] ?? '';

/** All rules by group, in the order of the headings. Throws for a rule of an unknown group. */
export function ruleList(): string {
  const homeless = catalogue.filter((rule) => !(groupOf(rule) in groups));
  if (homeless.length > 0)
    throw new Error(`no heading for the group of ${homeless.map(({ id }) => id).join(', ')}`);
  const sections = Object.entries(groups).flatMap(([group, heading]) => {
    const rules = catalogue.filter((rule) => groupOf(rule) === group);
    if (rules.length === 0) return [];
    const rows = rules.map(
      (rule) =>
        `| [${rule.id}](${pageFile(rule)}) | ${rule.severity} | ${rule.title.replaceAll('|', '\\|')} |`,
    );
    return [`## ${heading}`, ['| Rule | Severity | What it finds |', '|---|---|---|', ...rows].join('\n')];
  });
  const head = [
    '# Rules',
    'What Singlet checks, each with an example. A finding is silenced by a comment on the line above it, with the reason: `# singlet-ignore rule/name: the reason`. [Limits](limits.md) lists what DynamoDB allows, with the rule that checks it or why none does.',
  ];
  return `${[...head, ...sections].join('\n\n')}\n`;
}
