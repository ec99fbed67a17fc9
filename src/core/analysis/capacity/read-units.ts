// The units of one get, query or scan: bytes, rounded per item or per page, times consistency, times queries.
// Deliberately follows the route found; where there is none, the units are unknown, with the reason.
import { limits } from '../../facts/limits.ts';
import { reading } from '../../facts/units.ts';
import type { Entity, ResolvedAction, Target } from '../../model/design.ts';
import type { PatternKind } from '../../model/model.ts';
import { groupsOf, groupsOfScan } from '../counts/matches.ts';
import type { FanOut, Route, RouteResult } from '../routes/route.ts';
import { type ActionUnits, repeatTargets, type TargetUnits } from './action-units.ts';
import { expected, noSize } from './item-size.ts';
import { type Pages, readPages, readUnits } from './metering.ts';
import { exact, type Missing, product, type Quantity, sum, tidy, unknown, zero } from './quantity.ts';
import { byMatches, limited, perQuery, type SizedGroup, totalsOf } from './range-reads.ts';
import { sizeStep } from './size-step.ts';
import type { Sizes } from './sizes.ts';
import { added, given, multiplied, type Remark, rounded, type Step } from './step.ts';
import { repeatVectors, searchedTarget, vectorSearch } from './vector-units.ts';

interface Consistency {
  readonly factor: number;
  readonly label: string;
}

/** Units per 4 KB. A global index is always read eventually. */
function consistencyOf(kind: PatternKind, strong: boolean, target: Target): Consistency {
  if (kind === 'transactGet') return { factor: reading.transactional.value, label: 'in a transaction' };
  return strong && target.kind !== 'global'
    ? { factor: reading.strong.value, label: 'strongly consistent' }
    : { factor: reading.eventual.value, label: 'eventually consistent' };
}

const consistencyStep = ({ factor, label }: Consistency): Step => given(label, factor, 'times');

/** A read of which nothing can be said, with the reason. */
export function unreadable(
  resolved: ResolvedAction,
  target: Target | undefined,
  what: string,
  unit: 'RCU' | 'WCU' = 'RCU',
): ActionUnits {
  const missing: Missing = { what, write: undefined, span: resolved.action.span };
  const units = unknown([missing]);
  const step = given(what, units, unit);
  const uses = unit === 'RCU' ? { read: units, write: zero } : { read: zero, write: units };
  return {
    byTarget: target ? [{ target, ...uses }] : [],
    items: unknown([missing]),
    returned: unknown([missing]),
    bytes: unknown([missing]),
    steps: [step],
  };
}

const targetLabel = (target: Target): string => (target.kind === 'table' ? 'the table' : target.name);

function getUnits(sizes: Sizes, entity: Entity, target: Target, consistency: Consistency): ActionUnits {
  // Where there are no items of an entity, a get finds nothing, which costs as much as something small.
  const items = sizes.counts.items(entity).max === 0 ? 0 : 1;
  const size = items === 0 ? noSize : sizes.item(entity);
  const step = multiplied(`get ${entity.name} from the table`, 'RCU', [
    rounded('units of 4 KB, each item rounded up', expected(size, readUnits), 'times', [
      sizeStep(`item of ${entity.name}`, size),
    ]),
    consistencyStep(consistency),
  ]);
  return {
    byTarget: [{ target, read: step.value, write: zero }],
    items: exact(items),
    returned: exact(items),
    bytes: size.total,
    steps: [step],
  };
}

function queriesOf(fanOut: readonly FanOut[], resolved: ResolvedAction): Quantity {
  return product(
    fanOut.map(({ name, queries }) =>
      queries === undefined
        ? unknown(
            [
              {
                what: `how many values ${name} takes in the range`,
                write: 'span: 3 years',
                span: resolved.action.span,
              },
            ],
            1,
          )
        : exact(queries),
    ),
  );
}

/** Least, mean and greatest of a figure of pages, each from the items and bytes of the same kind. */
function overPages(
  items: Quantity,
  bytes: Quantity,
  firstPageOnly: boolean,
  pick: (pages: Pages) => number,
): Quantity {
  const at = (count: number, size: number): number => tidy(pick(readPages(count, size, firstPageOnly)));
  const min = at(items.min, bytes.min);
  const max = items.max === undefined || bytes.max === undefined ? undefined : at(items.max, bytes.max);
  if (min === max) return exact(min);
  const mean = items.mean === undefined || bytes.mean === undefined ? undefined : at(items.mean, bytes.mean);
  return {
    min,
    mean,
    max: max === undefined ? undefined : Math.max(max, mean ?? max),
    atLeast: mean ?? at(items.atLeast, bytes.atLeast),
    missing: sum([items, bytes]).missing,
  };
}

/** An item of each group fetched from the table, because a local index lacks what the pattern needs. */
function fetchUnits(
  sizes: Sizes,
  groups: readonly SizedGroup[],
  queries: Quantity,
  consistency: Consistency,
): Step {
  return multiplied('items fetched from the table, each rounded up', 'RCU', [
    added(
      'units of 4 KB',
      'times',
      groups.map((group) =>
        multiplied(group.entity.name, 'times', [
          given('items', group.count, 'items'),
          given('units each', expected(sizes.item(group.entity), readUnits), 'times'),
        ]),
      ),
    ),
    consistencyStep(consistency),
    ...queriesStep(queries),
  ]);
}

const queriesStep = (queries: Quantity): readonly Step[] =>
  queries.min === 1 && queries.max === 1 ? [] : [given('queries', queries, 'queries')];

const groupLabel = (group: SizedGroup): string =>
  group.wanted ? group.entity.name : `${group.entity.name}, over-read`;

/** The documentation says that a page has 1 MB, but not on which side of it the item that crosses lies. */
const pageRemark = ({ atLeast }: Quantity): Remark =>
  atLeast > limits.pageBytes.value
    ? { note: 'with the item that crosses 1 MB', provenance: 'measured by others' }
    : {};

/** Only where there is more than one: then each is a request of its own. */
const pagesStep = (pages: Quantity, firstPageOnly: boolean): readonly Step[] =>
  pages.atLeast > 1
    ? [given('of 1 MB', pages, 'pages', firstPageOnly ? { note: 'of which the first is read' } : {})]
    : [];

function rangeUnits(
  sizes: Sizes,
  resolved: ResolvedAction,
  route: Route,
  consistency: Consistency,
): ActionUnits {
  const { action } = resolved;
  const isScan = route.operation === 'Scan';
  const queries = queriesOf(route.fanOut, resolved);
  const found = isScan
    ? groupsOfScan(sizes.design, sizes.counts, route, action)
    : groupsOf(sizes.design, sizes.counts, route, action);
  const matched = action.matches === undefined ? found : byMatches(found, perQuery(action.matches, queries));
  const sized = matched.map((group) => {
    const size = sizes.entry(group.entity, group.layout);
    return { ...group, size, bytes: size.total };
  });
  const groups = limited(sized, action.limit, route.forward);
  const totals = totalsOf(groups, action.limit);
  const firstPage = action.firstPageOnly || action.limit !== undefined;
  const units = overPages(totals.items, totals.bytes, firstPage, (each) => each.units);
  const cut = (pick: (pages: Pages) => number, whole: Quantity): Quantity => {
    if (!firstPage) return whole;
    const paged = overPages(totals.items, totals.bytes, firstPage, pick);
    return { ...paged, max: paged.max ?? whole.max };
  };
  const pages = overPages(totals.items, totals.bytes, false, (each) => each.pages);
  const items = cut((each) => each.items, totals.items);
  const bytes = cut((each) => each.bytes, totals.bytes);
  const read = multiplied(`${isScan ? 'scan' : 'query'} of ${targetLabel(route.target)}`, 'RCU', [
    rounded(
      'units of 4 KB, the sum of each page rounded up',
      units,
      'times',
      [
        added(
          'bytes read, at mean size',
          'B',
          groups.map((group) =>
            multiplied(groupLabel(group), 'B', [
              given('items', group.count, 'items'),
              sizeStep(route.target.kind === 'table' ? 'item' : 'entry', group.size),
            ]),
          ),
          action.limit === undefined ? {} : { note: `limit ${action.limit}` },
        ),
        ...pagesStep(pages, firstPage),
      ],
      pageRemark(totals.bytes),
    ),
    consistencyStep(consistency),
    ...queriesStep(queries),
  ]);
  const fetch = route.fetched.length > 0 ? fetchUnits(sizes, groups, queries, consistency) : undefined;
  const { table } = sizes.design;
  const byTarget: TargetUnits[] = [{ target: route.target, read: read.value, write: zero }];
  if (fetch && table) byTarget.push({ target: table.target, read: fetch.value, write: zero });
  const wanted = sum(groups.filter((group) => group.wanted).map((group) => group.count));
  return {
    byTarget,
    items: product([items, queries]),
    returned: product([wanted, queries]),
    bytes: product([bytes, queries]),
    steps: fetch ? [read, fetch] : [read],
    range: { target: route.target, items: totals.items, bytes: totals.bytes, pages, queries },
  };
}

/** A search takes no read units; it is metered in bytes. */
function searchUnits(sizes: Sizes, resolved: ResolvedAction): ActionUnits {
  const target = searchedTarget(sizes, resolved);
  if (target === undefined) {
    return unreadable(
      resolved,
      undefined,
      'how this is searched: not one vector index has its items, or several do',
    );
  }
  const { units, step, items } = vectorSearch(sizes, resolved, target);
  return { byTarget: [], items, returned: items, bytes: units.searched, steps: [step], vectors: [units] };
}

/** The units of a read by its route. `kind` is the operation around it: a get in a transaction costs twice. */
export function readActionUnits(
  sizes: Sizes,
  resolved: ResolvedAction,
  result: RouteResult | undefined,
  kind: PatternKind,
): ActionUnits {
  const table = sizes.design.table?.target;
  const [entity] = resolved.entities;
  if (resolved.action.kind === 'search') return searchUnits(sizes, resolved);
  if (result?.kind !== 'served') {
    return unreadable(resolved, table, 'how this is read: neither the table nor an index serves it');
  }
  const { route } = result;
  const consistency = consistencyOf(kind, resolved.action.strong, route.target);
  return route.operation === 'GetItem' && entity
    ? getUnits(sizes, entity, route.target, consistency)
    : rangeUnits(sizes, resolved, route, consistency);
}

/** The same action so many times: `times` of a leg, or once for each item before. */
export function repeated(units: ActionUnits, times: Quantity, label: string): ActionUnits {
  if (times.min === 1 && times.max === 1) return units;
  return {
    byTarget: repeatTargets(units.byTarget, times),
    items: product([units.items, times]),
    returned: product([units.returned, times]),
    bytes: product([units.bytes, times]),
    steps: units.steps.map((step) => againSo(step, given(label, times, 'times'))),
    ...(units.vectors && { vectors: repeatVectors(units.vectors, times) }),
  };
}

/** One factor more of a product, or a product of the step and the factor. */
const againSo = (step: Step, factor: Step): Step => {
  const { note, provenance } = step;
  const remark = {
    ...(note === undefined ? {} : { note }),
    ...(provenance === undefined ? {} : { provenance }),
  };
  return step.rule === 'product'
    ? multiplied(step.label, step.unit, [...step.parts, factor], remark)
    : multiplied(step.label, step.unit, [step, factor]);
};
