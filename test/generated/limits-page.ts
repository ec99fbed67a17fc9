// The page of limits, in Markdown: what DynamoDB allows, who says so, and which rule checks it or why none does.
// Deliberately made of the facts alone: a limit that is not there is not known.
import type { Fact } from '../../src/core/facts/fact.ts';
import { sources } from '../../src/core/facts/fact.ts';
import { limitChecks } from '../../src/core/facts/limit-checks.ts';
import { limits } from '../../src/core/facts/limits.ts';
import { otherLimits } from '../../src/core/facts/other-limits.ts';
import { printBytes, printShare } from '../../src/core/syntax/quantity.ts';

/** Below media/rules. */
export const limitsFile = 'limits.md';

/** `400 KB`, `20 indexes`. */
function figure({ value, unit }: Fact<number | string>): string {
  if (typeof value === 'string') return unit === 'regular expression' ? `\`${value}\`` : value;
  if (unit === 'power of ten') return `1E${value}`;
  if (unit === 'share') return printShare(value);
  if (unit.startsWith('B') && value >= 1024) return `${printBytes(value)}${unit.slice(1)}`;
  return `${value.toLocaleString('en')} ${value === 1 ? unit.replace(/s\b/, '') : unit}`.trim();
}

const cell = (text: string): string => text.replaceAll('|', '\\|');

const sourceOf = ({ source, date }: Fact<number | string>): string => `${sources[source].title}, ${date}`;

const sure = ({ confidence }: Fact<number | string>): string =>
  confidence === 'high' ? '' : ` (${confidence} confidence)`;

const noteOf = ({ note }: Fact<number | string>): string => (note === undefined ? '' : `. ${note}`);

const row = (what: string, of: Fact<number | string>, last: string): string =>
  `| ${[what, `${figure(of)}${noteOf(of)}`, last, `${sourceOf(of)}${sure(of)}`].map(cell).join(' | ')} |`;

const table = (last: string, rows: readonly string[]): string =>
  [`| Limit | Figure | ${last} | Source |`, '|---|---|---|---|', ...rows].join('\n');

export function limitsPage(): string {
  const ids = Object.keys(limits) as readonly (keyof typeof limits)[];
  const checked = ids.flatMap((id) => {
    const check = limitChecks[id];
    const link = (rule: string) => `[${rule}](${rule}.md)`;
    return 'rules' in check ? [row(check.what, limits[id], check.rules.map(link).join(', '))] : [];
  });
  const unchecked = [
    ...ids.flatMap((id) => {
      const check = limitChecks[id];
      return 'unchecked' in check ? [row(check.what, limits[id], check.unchecked)] : [];
    }),
    ...otherLimits.map(({ what, fact, unchecked: why }) => row(what, fact, why)),
  ];
  return `${[
    '# Limits',
    'What DynamoDB allows, as far as it is known, and what becomes of it here. Bytes are binary: 1 KB is 1,024 B.',
    '## Checked by a rule',
    table('Rule', checked),
    '## Not checked',
    'A model does not show these.',
    table('Why not', unchecked),
  ].join('\n\n')}\n`;
}
