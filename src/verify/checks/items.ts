// Items returned against items declared: none missing, none that nobody asked for, each as it was written.
// Deliberately takes items of other entities as told where the analysis tells of them, and as a mismatch where it does not.
import { canonicalItem } from '../../core/analysis/capacity/canonical.ts';
import { entryIn } from '../../core/analysis/capacity/concrete-units.ts';
import type { DynamoItem } from '../../core/analysis/capacity/item.ts';
import type { KeyRequest } from '../../core/analysis/routes/request.ts';
import type { Route } from '../../core/analysis/routes/route.ts';
import { compareValues } from '../../core/analysis/samples/compare-values.ts';
import type { ResolvedAction, Target } from '../../core/model/design.ts';
import { counted, listOf } from '../../core/text/words.ts';
import type { Given } from '../calls/call.ts';
import { passesFilter } from '../oracle/wanted.ts';
import { itemText, type Stored, storedText, type World } from '../world.ts';
import { confirmed, mismatch, type Verdict } from './check.ts';

/** What is asked, and what is declared to come back. */
export interface Question {
  readonly world: World;
  readonly resolved: ResolvedAction;
  readonly route: Route;
  readonly request: KeyRequest;
  readonly given: Given;
  /** Before `filter`. */
  readonly wanted: readonly Stored[];
  /** A call ends with its first page, so that some may be left out. */
  readonly isCut: boolean;
}

/** What came back of one query. */
export interface Result {
  /** All that was read, before filter and projection. */
  readonly read: readonly DynamoItem[];
  readonly returned: readonly DynamoItem[];
}

/** By the sort key of what is read, in the direction of the route. */
export function compareKeys({ target, forward }: Route, a: Stored, b: Stored): number {
  const [x, y] = [a.keys.get(target)?.sort ?? [], b.keys.get(target)?.sort ?? []];
  for (const [i, value] of x.entries()) {
    const other = y[i];
    const difference = other === undefined ? 0 : compareValues(value, other);
    if (difference !== 0) return forward ? difference : -difference;
  }
  return 0;
}

export function judgeItems(question: Question, results: readonly Result[], on: 'engine' | 'shadow'): Verdict {
  const { world, resolved, route } = question;
  const read = results.flatMap((result) => result.read);
  const known = read.map((entry) => world.find(entry));
  const strangers = read.filter((_, i) => known[i] === undefined);
  const found = known.filter((stored) => stored !== undefined);
  const names = new Set(resolved.entities.map((entity) => entity.name));
  const own = found.filter((stored) => names.has(stored.entity));
  const others = found.filter((stored) => !names.has(stored.entity));
  const untold = others.filter((stored) => !route.alsoReads.includes(stored.entity));
  const unasked = own.filter((stored) => !question.wanted.includes(stored));
  const missing = missingOf(question, own, results);
  const differ = (message: string, witnesses: readonly Stored[]): Verdict =>
    mismatch(
      message,
      question.wanted
        .filter((stored) => passesFilter(world, stored, resolved, question.given))
        .map((stored) => storedText(world, stored)),
      read.map((entry, i) => itemText(world, known[i]?.item ?? entry, known[i]?.entity)),
      witnesses.map(({ entity, values }) => ({ entity, values })),
    );
  if (strangers.length > 0) {
    return differ(`${counted(strangers.length, 'item')} came back that nobody wrote.`, []);
  }
  if (untold.length > 0) {
    const kinds = listOf([...new Set(untold.map((stored) => stored.entity))]);
    return differ(`It also reads ${kinds}, which the analysis rules out.`, untold);
  }
  if (unasked.length > 0) {
    return differ(`${counted(unasked.length, 'item')} came back that the pattern does not ask for.`, unasked);
  }
  if (missing.length > 0) {
    return differ(`${counted(missing.length, 'item')} did not come back.`, missing);
  }
  return judgeContents(question, results) ?? confirmed(on, noteOf(route, own, others));
}

/** The wanted items that were not read and should have been. */
function missingOf(
  { wanted, route, isCut }: Question,
  own: readonly Stored[],
  results: readonly Result[],
): readonly Stored[] {
  const shutOut = new Set(route.shutOut.map(({ entity }) => entity));
  const missing = wanted.filter((stored) => !own.includes(stored) && !shutOut.has(stored.entity));
  const [only, ...more] = results;
  // Several queries have a limit each, and nobody says which of them a wanted item belongs to.
  if (!isCut || more.length > 0) return isCut ? [] : missing;
  const last = own.at(-1);
  if (only === undefined || only.read.length === 0 || last === undefined || route.operation === 'Scan') {
    return only === undefined || only.read.length === 0 ? missing : [];
  }
  // What the first page leaves out must come after what it has.
  return missing.filter((stored) => compareKeys(route, stored, last) < 0);
}

function noteOf({ shutOut }: Route, own: readonly Stored[], others: readonly Stored[]): string | undefined {
  const notes: string[] = [];
  if (shutOut.length > 0) notes.push(`never returns ${listOf(shutOut.map(({ entity }) => entity))}`);
  if (others.length > 0) {
    const kinds = listOf([...new Set(others.map((stored) => stored.entity))]);
    notes.push(`reads ${counted(others.length, 'item')} of ${kinds} beside ${own.length}`);
  }
  return notes.length > 0 ? notes.join('; ') : undefined;
}

/** Whether what is returned is what was read, filtered and projected, in the same order. */
function judgeContents(question: Question, results: readonly Result[]): Verdict | undefined {
  const { world, resolved, given } = question;
  for (const { read, returned } of results) {
    const expected = read.flatMap((entry) => {
      const stored = world.find(entry);
      return stored && passesFilter(world, stored, resolved, given) ? [stored] : [];
    });
    const contents = expected.map((stored) => contentOf(question, stored));
    const isSame =
      contents.length === returned.length &&
      contents.every((content, i) => {
        const other = returned[i];
        return other !== undefined && canonicalItem(content) === canonicalItem(other);
      });
    if (isSame) continue;
    return mismatch(
      'What came back is not what was written.',
      expected.map(({ entity }, i) => itemText(world, contents[i] ?? new Map(), entity)),
      returned.map((item) => itemText(world, item, world.find(item)?.entity)),
      expected.map(({ entity, values }) => ({ entity, values })),
    );
  }
  return undefined;
}

/** What a read gives of an item: all that the target has of it, or what is selected. */
function contentOf({ world, route, request }: Question, { item }: Stored): DynamoItem {
  const entry = heldBy(world, route, item);
  if (request.projectionExpression === '') return entry;
  const names = request.projectionExpression.split(', ').map((alias) => request.names.get(alias));
  return new Map([...entry].filter(([name]) => names.includes(name)));
}

function heldBy({ design }: World, { target, fetched }: Route, item: DynamoItem): DynamoItem {
  const isWhole = target.kind === 'table' || fetched.length > 0;
  return isWhole ? item : (entryIn(design, target, item) ?? item);
}

/** Bytes are metered by entries, also where a local index fetches whole items. */
export const entryOf = ({ design }: World, target: Target, item: DynamoItem): DynamoItem =>
  target.kind === 'table' ? item : (entryIn(design, target, item) ?? item);
