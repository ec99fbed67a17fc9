// A model as a publication would state it: keys of the table, indexes and entities, and the request of each pattern.
// Deliberately without attributes, sizes and rates, which publications rarely have.
import { explainRefusals } from '../../../src/core/analysis/routes/explain.ts';
import { conditionLine, routeLabel } from '../../../src/core/analysis/routes/request.ts';
import type { Entity, Pattern, ResolvedAction, Target } from '../../../src/core/model/design.ts';
import type { ClauseDecl } from '../../../src/core/model/model.ts';
import type { Snapshot } from '../../../src/core/snapshot.ts';
import { printClause } from '../../../src/core/syntax/print-clause.ts';
import { printTemplate } from '../../../src/core/syntax/print-template.ts';

/** The last Unicode scalar value is invisible, and it ends many ranges. */
const visible = (text: string): string => text.replaceAll('\u{10FFFF}', '\\u{10FFFF}');

const clauseTexts = (decls: readonly ClauseDecl[]): readonly string[] =>
  decls.flatMap(({ clause }) => (clause ? [printClause(clause)] : []));

function targetLine({ kind, name, partitionKey, sortKey, projection, decl }: Target, table: string): string {
  const head = kind === 'table' ? `table ${table}` : `${kind} index ${name}`;
  const keys = [partitionKey, sortKey].map((parts) =>
    parts.map((key) => (key.type === 'string' ? key.name : `${key.name} (${key.type})`)).join(' + '),
  );
  const copied = decl === undefined || projection === 'all' ? [] : [projection].flat();
  const copies = copied.length > 0 ? `; copies ${copied.join(', ')}` : '';
  return `${head}: ${keys.filter((each) => each !== '').join(', ')}${copies}`;
}

/** Each key attribute with its templates, and when it has which, in the order in which the layouts are tried. */
function entityLines({ name, layouts }: Entity): readonly string[] {
  const keys = new Map<string, Set<string>>();
  for (const { partition, sort, variant } of layouts) {
    const when = clauseTexts(variant?.when ?? []).join(' and ');
    for (const { key, template } of [...partition, ...sort]) {
      const text = `${printTemplate(template)}${when === '' ? '' : ` when ${when}`}`;
      keys.set(key.name, (keys.get(key.name) ?? new Set()).add(text));
    }
  }
  return [
    `entity ${name}`,
    ...[...keys].map(([key, templates]) => `  ${key} = ${[...templates].join(' or ')}`),
  ];
}

function readLines({ routes }: Snapshot, resolved: ResolvedAction): readonly string[] {
  const { action, entities } = resolved;
  const result = routes.get(action);
  const of = entities.map((entity) => entity.name).join(', ');
  switch (result?.kind) {
    case undefined:
      return [`${action.kind} ${of}`];
    case 'unknown':
      return [`${action.kind} ${of}`, result.reason];
    case 'unserved':
      return [`${action.kind} ${of}`, `not served: ${explainRefusals(result.refusals)[0] ?? ''}`];
    case 'served': {
      const { route } = result;
      const head = [
        `${routeLabel(route)} of ${of}`,
        ...(route.forward ? [] : ['backwards']),
        ...(action.limit === undefined ? [] : [`limit ${action.limit}`]),
        ...(action.strong ? ['strong'] : []),
      ];
      const filters = clauseTexts(action.filter);
      return [
        head.join(', '),
        ...(conditionLine(route) === '' ? [] : [visible(conditionLine(route))]),
        ...(filters.length > 0 ? [`filter ${filters.join(' and ')}`] : []),
      ];
    }
  }
}

function writeLine({ action, entities }: ResolvedAction): string {
  const conditions = clauseTexts(action.condition);
  const touched = clauseTexts([...action.set, ...action.add, ...action.append]);
  return [
    `${action.kind} ${entities.map((entity) => entity.name).join(', ')}`,
    ...(touched.length > 0 ? [`of ${touched.join(', ')}`] : []),
    ...(conditions.length > 0 ? [`if ${conditions.join(' and ')}`] : []),
  ].join(' ');
}

const isRead = ({ action }: ResolvedAction): boolean => ['get', 'query', 'scan'].includes(action.kind);

function patternLines(snapshot: Snapshot, { name, kind, actions, steps }: Pattern): readonly string[] {
  const lines = (all: readonly ResolvedAction[]): readonly string[] =>
    all.flatMap((each) => (isRead(each) ? readLines(snapshot, each) : [writeLine(each)]));
  const isOne = actions.length === 1 && !kind.startsWith('transact') && !kind.startsWith('batch');
  const own = isOne ? lines(actions) : [kind, ...lines(actions)];
  const [first = '', ...rest] = [...own, ...steps.flatMap((step) => ['then', ...lines(step.actions)])];
  return [`${name}: ${first}`, ...rest.map((line) => `  ${line}`)];
}

export function printDesign(snapshot: Snapshot): string {
  const { model, targets, entities, patterns } = snapshot.design;
  const table = model.table?.name?.value ?? '';
  const sections = [
    targets.length > 0 ? targets.map((target) => targetLine(target, table)) : [`table ${table}`],
    [...entities.values()].flatMap(entityLines),
    patterns.flatMap((pattern) => patternLines(snapshot, pattern)),
  ];
  return `${sections.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}
