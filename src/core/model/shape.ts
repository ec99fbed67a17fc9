// Checks the shape of a model file: every key, value and form against the schema, each problem once, at its token.
// Deliberately knows no names and no keys of a model: what refers to what, the rules check.
import type { ListNode, MapEntry, MapNode, Node, Path, Tree } from '../syntax/tree.ts';
import { type Span, span } from '../text/span.ts';
import { awsWord } from './aws-words.ts';
import { chooseMap } from './choose-map.ts';
import { documentForm } from './schema/document-form.ts';
import {
  expectation,
  type Form,
  isListForm,
  isMapForm,
  type ListForm,
  type MapForm,
  optionsOf,
} from './schema/form.ts';
import type { AwsWord, ShapeIssue, ShapeProblem, UnknownKey } from './shape-issue.ts';
import { scalarProblem } from './shape-scalar.ts';
import { nearest } from './suggest.ts';
import { keyPlace, valuePlace } from './word-place.ts';

/** A place that is being checked; linked, so that a path is made only where a problem needs one. */
interface Place {
  readonly parent: Place | undefined;
  readonly step: string | number;
  /** The token that names the place: its key, or that of the list it stands in. */
  readonly name: Span;
  /** Where the alias stands through which the place was reached. */
  readonly alias: Span | undefined;
}

/** More unknown keys in one map than anybody misspelt; further ones get no suggestion. */
const mostSuggestions = 100;

/** All that is wrong with the shape of the file, in the order of the text. Never throws. */
export function checkShape(tree: Tree): readonly ShapeIssue[] {
  const issues: ShapeIssue[] = [];
  const reported = new Set<string>();
  /** What was reached by aliases, so that no value is checked twice against one form. */
  const checked = new Map<Form, Set<number>>();

  check(documentForm, tree.root, undefined);
  return issues.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);

  /** @param at the token to point at, as if there were no alias */
  function report(problem: ShapeProblem, place: Place | undefined, at: Span, alias: Span | undefined): void {
    const key = problem.kind === 'missing-key' ? problem.key : '';
    const identity = `${problem.kind} ${at.start} ${at.end} ${key}`;
    if (reported.has(identity)) return;
    reported.add(identity);
    issues.push({ ...problem, path: pathOf(place), span: alias ?? at });
  }

  function check(form: Form, node: Node | undefined, place: Place | undefined): void {
    const alias = place?.alias ?? node?.alias;
    if (node && alias && isKnown(form, node)) return;
    if (node?.kind === 'scalar') {
      if (form.kind === 'any') return;
      const problem = scalarProblem(node, form, valuePlace(pathOf(place)));
      if (problem) report(problem, place, node.span, alias);
      return;
    }
    const options = optionsOf(form);
    const maps = node?.kind === 'map' ? options.filter(isMapForm) : [];
    const list = node?.kind === 'list' ? options.find(isListForm) : undefined;
    if (node?.kind === 'map' && maps.length > 0) {
      checkMap(maps, node, place, alias);
    } else if (node?.kind === 'list' && list) {
      checkList(list, node, place, alias);
    } else if (form.kind !== 'any') {
      const found = node?.kind ?? 'nothing';
      const at = node?.flow ? node.span : anchorOf(node, place);
      const expected = expectation(form);
      report({ kind: 'wrong-type', expected, found, value: undefined, quotes: false }, place, at, alias);
    }
  }

  function checkMap(
    forms: readonly MapForm[],
    node: MapNode,
    place: Place | undefined,
    alias: Span | undefined,
  ) {
    const entries = new Map(node.entries.map((entry) => [entry.key.source, entry]));
    const foreign = (key: string) => foreignKey(key, place)?.ours;
    const chosen = chooseMap(forms, [...entries.keys()], foreign);
    if (chosen.kind === 'one') return checkEntries(chosen.form, forms, node, entries, place, alias);
    const [, second = ''] = chosen.kind === 'several' ? chosen.operations : [];
    const at = entries.get(second)?.key.span ?? anchorOf(node, place);
    const { operations } = chosen;
    report(
      { kind: chosen.kind === 'none' ? 'no-operation' : 'several-operations', operations },
      place,
      at,
      alias,
    );
  }

  function checkEntries(
    form: MapForm,
    forms: readonly MapForm[],
    node: MapNode,
    entries: ReadonlyMap<string, MapEntry>,
    place: Place | undefined,
    alias: Span | undefined,
  ): void {
    const strange: MapEntry[] = [];
    for (const [key, entry] of entries) {
      const value = form.properties.get(key) ?? form.rest;
      if (value) checkEntry(value, entry, place, alias);
      else if (!key.startsWith('x-')) strange.push(entry);
    }
    const missing = new Set(form.required.filter((key) => !entries.has(key)));
    if (strange.length > 0) {
      const known = [...form.properties.keys()];
      const free = known.filter((key) => !entries.has(key));
      for (const [at, { key }] of strange.entries()) {
        const problem = strangeKey(key.source, at < mostSuggestions ? free : [], known, form, forms, place);
        missing.delete(problem.kind === 'aws-word' ? problem.ours : (problem.nearest ?? ''));
        report(problem, place, key.span, alias ?? key.alias);
      }
    }
    for (const key of missing) {
      const property = form.properties.get(key);
      const expected = property ? expectation(property) : '';
      const at = anchorOf(node, place);
      report({ kind: 'missing-key', key, owner: expectation(form), expected }, place, at, place?.alias);
    }
  }

  function checkEntry(form: Form, entry: MapEntry, parent: Place | undefined, alias: Span | undefined): void {
    if (entry.value === undefined && isBroken(entry)) return;
    const name = entry.key.alias ?? entry.key.span;
    check(form, entry.value, { parent, step: entry.key.source, name, alias });
  }

  function checkList(
    form: ListForm,
    node: ListNode,
    parent: Place | undefined,
    alias: Span | undefined,
  ): void {
    const { items } = node;
    const name = anchorOf(node, parent);
    const isWhole = items.every((item) => item !== undefined) || !hasProblem(node.span);
    items.forEach((item, step) => {
      if (item || isWhole) check(form.items, item, { parent, step, name, alias });
    });
    const { min, max } = form;
    if (items.length >= min && items.length <= max) return;
    const extra = items[max];
    const at = extra ? (extra.alias ?? extra.span) : name;
    const most = Number.isFinite(max) ? max : undefined;
    report({ kind: 'out-of-range', value: items.length, min, max: most, of: 'list' }, parent, at, alias);
  }

  /** True if the value was checked against this form before; remembers it. */
  function isKnown(form: Form, node: Node): boolean {
    const starts = checked.get(form) ?? new Set();
    checked.set(form, starts);
    if (starts.has(node.span.start)) return true;
    starts.add(node.span.start);
    return false;
  }

  /** True if the value is missing because YAML could not read it, which is reported as such. */
  function isBroken({ key, span: whole }: MapEntry): boolean {
    // An alias that leads nowhere belongs to its entry; of those that repeat too much, only the first is reported.
    const isAlias = whole.end - key.span.end > 2 && tree.problems.length > 0;
    return isAlias || hasProblem(span(key.span.end, whole.end));
  }

  function hasProblem(within: Span): boolean {
    return tree.problems.some(
      ({ span: at }) => at.start >= within.start && at.end <= within.end && at.start < at.end,
    );
  }
}

/** Where to point at for something that is not there, or that is too large to be underlined. */
function anchorOf(node: Node | undefined, place: Place | undefined): Span {
  if (place === undefined) return span(node?.span.start ?? 0, node?.span.start ?? 0);
  if (typeof place.step === 'string' || node === undefined) return place.name;
  const [first] = node.kind === 'map' && !node.flow ? node.entries : [];
  return first?.key.span ?? node.span;
}

/** @param free the known keys that are not yet written */
function strangeKey(
  key: string,
  free: readonly string[],
  known: readonly string[],
  form: MapForm,
  forms: readonly MapForm[],
  place: Place | undefined,
): UnknownKey | AwsWord {
  const foreign = foreignKey(key, place);
  if (foreign) return { kind: 'aws-word', word: key, isKey: true, ...foreign };
  const elsewhere = operationsWith(key, forms);
  return {
    kind: 'unknown-key',
    key,
    owner: expectation(form),
    nearest: nearest(key, free),
    elsewhere,
    known,
  };
}

function foreignKey(key: string, place: Place | undefined) {
  const words = keyPlace(pathOf(place));
  return words && awsWord(words, key, []);
}

/** The operations whose maps have this key, where there are several. */
const operationsWith = (key: string, forms: readonly MapForm[]): readonly string[] =>
  forms.length < 2 ? [] : forms.flatMap((form) => (form.properties.has(key) ? form.required : []));

function pathOf(place: Place | undefined): Path {
  const path: (string | number)[] = [];
  for (let at = place; at !== undefined; at = at.parent) path.push(at.step);
  return path.reverse();
}
