// What the preview tells, as Markdown for a page beside the code: tables and indexes, access patterns, cost.
// Deliberately without sample items, which Markdown shows badly; CSV and SVG have them.
import { printMissing } from '../analysis/capacity/print-steps.ts';
import { chargeKinds } from '../analysis/cost/charge.ts';
import { figure } from '../ide/figure.ts';
import { blocks, code, plainText, table } from '../ide/markdown.ts';
import { patternRoute } from '../ide/pattern-route.ts';
import type { Entity, KeyPart, Target } from '../model/design.ts';
import { overviewOf } from '../preview/overview.ts';
import { patternsView } from '../preview/pattern-list.ts';
import { tableView } from '../preview/table.ts';
import type { PatternSummary, PatternVerdict } from '../preview/view/patterns.ts';
import type { Membership, TargetView } from '../preview/view/table.ts';
import type { Snapshot } from '../snapshot.ts';
import { printTemplate } from '../syntax/print-template.ts';
import { counted } from '../text/words.ts';

const monthly = 'USD/month';

const list = (lines: readonly string[]): string => lines.map((line) => `- ${line}`).join('\n');

/** What stands in backticks stays code. */
const sentence = (text: string): string =>
  text
    .split('`')
    .map((part, i, all) => (i % 2 === 1 && i < all.length - 1 ? code(part) : plainText(part)))
    .join('');

export function exportMarkdown(snapshot: Snapshot, name: string): string {
  const { title } = overviewOf(snapshot);
  return `${blocks(
    `# ${plainText(title || name)}`,
    problems(snapshot),
    ...section('Table and indexes', targets(snapshot)),
    ...section('Access patterns', patterns(snapshot)),
    ...section('Cost a month', cost(snapshot)),
  )}\n`;
}

const section = (title: string, parts: readonly string[]): readonly string[] =>
  parts.length > 0 ? [`## ${title}`, ...parts] : [];

function problems(snapshot: Snapshot): string | undefined {
  const { error, warning } = overviewOf(snapshot).findings;
  const counts = [
    ...(error > 0 ? [counted(error, 'error')] : []),
    ...(warning > 0 ? [counted(warning, 'warning')] : []),
  ];
  return counts.length > 0 ? `The model has ${counts.join(' and ')}.` : undefined;
}

function targets(snapshot: Snapshot): readonly string[] {
  const { targets: views } = tableView(snapshot);
  return snapshot.design.targets.flatMap((target, i) => {
    const view = views[i];
    return view ? [`### ${headOf(view)}`, keysOf(view), layouts(snapshot, target, view)] : [];
  });
}

const kindTitles = { table: 'Table', global: 'global index', local: 'local index' } as const;

const headOf = ({ kind, title }: TargetView): string =>
  kind === 'table' ? 'Table' : `${code(title)}, ${kindTitles[kind]}`;

function keysOf({ partitionKey, sortKey, projection, kind }: TargetView): string {
  const keys = (all: TargetView['sortKey']): string =>
    all.map(({ name, type }) => `${code(name)} (${plainText(type)})`).join(', ');
  return [
    `Partition key ${keys(partitionKey)}`,
    ...(sortKey.length > 0 ? [`sort key ${keys(sortKey)}`] : []),
    ...(kind === 'table' ? [] : [`projection: ${plainText(projection)}`]),
  ].join('; ');
}

/** Each way in which items of an entity lie there, and the entities of which none does. */
function layouts({ design }: Snapshot, target: Target, { memberships }: TargetView): string {
  const rows = [...design.entities.values()].flatMap((entity, place) => {
    const own = entity.layouts.filter((layout) => layout.target === target);
    const membership = memberships.find((each) => each.entity === place);
    const when = membership ? whenText(membership) : '';
    if (own.length === 0) return [[code(entity.name), '', '', when]];
    return own.map(({ partition, sort }) => [code(entity.name), parts(partition), parts(sort), when]);
  });
  return table(['entity', 'partition key', 'sort key', 'there'], rows);
}

const whenText = ({ kind, why }: Membership): string =>
  kind === 'sometimes' ? sentence(why) : [kind, ...(why === '' ? [] : [sentence(why)])].join(': ');

const parts = (all: readonly KeyPart[]): string =>
  all.map(({ template }) => code(printTemplate(template))).join(', ');

const verdicts: Readonly<Record<PatternVerdict, string>> = {
  well: 'reads what is wanted',
  waste: 'reads items that are not wanted',
  'perhaps-waste': 'may read items that are not wanted',
  broken: 'does not work',
  open: 'not known',
};

const verdictText = ({ isWrite, verdict }: PatternSummary): string =>
  isWrite && verdict === 'well' ? 'writes what is wanted' : verdicts[verdict];

function patterns(snapshot: Snapshot): readonly string[] {
  const { design, cost: money } = snapshot;
  const entities: readonly Entity[] = [...design.entities.values()];
  const summaries = patternsView(snapshot).patterns;
  if (summaries.length === 0) return [];
  const rows = summaries.map((summary, i) => {
    const pattern = design.patterns[i];
    const usd = pattern && money.patterns.get(pattern)?.usd;
    return [
      code(summary.name),
      plainText((pattern && patternRoute(snapshot, pattern)) ?? 'no route'),
      summary.entities.map((place) => code(entities[place]?.name ?? '')).join(', '),
      verdictText(summary),
      plainText(summary.rate ?? 'not known'),
      plainText(summary.perCall ?? 'not known'),
      usd ? figure(usd, monthly, 'cost') : 'not known',
    ];
  });
  const head = ['pattern', 'route', 'entities', 'verdict', 'rate', 'a call', 'a month'];
  const described = summaries.flatMap(({ name, description }) =>
    description === undefined ? [] : [`${code(name)}: ${plainText(description)}`],
  );
  return [table(head, rows, new Set([4, 5, 6])), ...(described.length > 0 ? [list(described)] : [])];
}

function cost({ cost: money, design }: Snapshot): readonly string[] {
  if (design.table === undefined) return [];
  const rows = [
    ...[...money.byKind].map(([kind, usd]) => [plainText(chargeKinds[kind]), figure(usd, monthly, 'cost')]),
    ['**all**', `**${figure(money.total, monthly, 'cost')}**`],
  ];
  const lacks = printMissing([...money.unknown.map(({ missing }) => missing), ...money.assumed]);
  return [
    `${plainText(money.billing)}, in ${plainText(money.regions.join(', '))}`,
    table(['for', 'a month'], rows, new Set([1])),
    ...(lacks.length > 0 ? ['Not known or assumed:', list(lacks.map(sentence))] : []),
  ];
}
