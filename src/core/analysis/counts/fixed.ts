// What a key condition fixes of an entity's items: which attributes have one value, and whether a range is left.
// Deliberately by the structure of templates; what two different parameters may hold is never compared.
import type { KeyPart, Layout } from '../../model/design.ts';
import type { FunctionCall, TemplatePart } from '../../syntax/template.ts';
import { compareRenderings, rendering } from '../routes/rendering.ts';
import type { KeyCondition, Rendering, Route } from '../routes/route.ts';

/** An attribute with one value, given by the caller or constant; behind functions, only what they make of it is one. */
export interface Fixed {
  readonly attribute: string;
  readonly functions: readonly FunctionCall[];
  readonly constant: string | undefined;
}

export interface FixedBy {
  readonly fixed: readonly Fixed[];
  /** True if only a part of the items that have the fixed values is read, and nothing tells which. */
  readonly ranged: boolean;
}

const losing: ReadonlySet<string> = new Set(['date', 'shard', 'hash']);

const losses = (calls: readonly FunctionCall[]): readonly FunctionCall[] =>
  calls.filter((call) => losing.has(call.name));

interface Unified {
  readonly fixed: readonly Fixed[];
  /** The whole value is given, not only its beginning. */
  readonly complete: boolean;
}

/** Reads a rendering against the template that it fills; undefined where no value of the template begins so. */
function unify(template: readonly TemplatePart[], given: readonly TemplatePart[]): Unified | undefined {
  const fixed: Fixed[] = [];
  const rest = [...given];
  for (const [index, part] of template.entries()) {
    const head = rest.shift();
    if (head === undefined) return { fixed, complete: false };
    if (part.kind === 'literal') {
      if (head.kind === 'placeholder') return { fixed, complete: false };
      if (head.text.startsWith(part.text)) {
        if (head.text.length > part.text.length)
          rest.unshift({ ...head, text: head.text.slice(part.text.length) });
        continue;
      }
      return part.text.startsWith(head.text) && rest.length === 0 ? { fixed, complete: false } : undefined;
    }
    if (head.kind === 'placeholder') {
      const functions = losses([...part.functions, ...head.functions.slice(part.functions.length)]);
      fixed.push({ attribute: part.name, functions, constant: undefined });
      continue;
    }
    const next = template[index + 1];
    if (next?.kind === 'placeholder') return { fixed, complete: false };
    const end = next === undefined ? head.text.length : head.text.indexOf(next.text);
    // Only the beginning of a constant, as in begins_with WARN.
    if (end < 0) return { fixed, complete: false };
    fixed.push({
      attribute: part.name,
      functions: losses(part.functions),
      constant: head.text.slice(0, end),
    });
    if (end < head.text.length) rest.unshift({ ...head, text: head.text.slice(end) });
  }
  return rest.length === 0 ? { fixed, complete: true } : undefined;
}

/** The parts with which all values begin. */
function commonParts(values: readonly Rendering[]): readonly TemplatePart[] {
  const [first, ...others] = values;
  if (first === undefined) return [];
  const common: TemplatePart[] = [];
  for (const [index, part] of first.parts.entries()) {
    const same = others.every(({ parts }) => {
      const own = parts[index];
      return own !== undefined && compareRenderings(rendering([own]), rendering([part])) === 'equal';
    });
    if (same) common.push(part);
    else {
      const texts = [part, ...others.map(({ parts }) => parts[index])];
      const shared = texts.every((each) => each?.kind === 'literal') ? sharedStart(texts) : '';
      if (part.kind === 'literal' && shared !== '') common.push({ ...part, text: shared });
      break;
    }
  }
  return common;
}

function sharedStart(parts: readonly (TemplatePart | undefined)[]): string {
  const texts = parts.map((part) => (part?.kind === 'literal' ? part.text : ''));
  const [first = '', ...others] = texts;
  let length = first.length;
  for (const other of others) {
    let at = 0;
    while (at < length && other[at] === first[at]) at++;
    length = at;
  }
  return first.slice(0, length);
}

const endOfAll = '\u{10FFFF}';

/** The bound without the sign for "and everything that begins so"; undefined where it has none. */
function openBound(bound: Rendering): Rendering | undefined {
  const last = bound.parts.at(-1);
  if (last?.kind !== 'literal' || !last.text.endsWith(endOfAll)) return undefined;
  return rendering([...bound.parts.slice(0, -1), { ...last, text: last.text.slice(0, -endOfAll.length) }]);
}

type Side = 'inside' | 'outside' | 'unknown';

/** Where all values of the template lie by one bound; attributes that are not fixed are equal to no parameter. */
function sideOf(
  template: readonly TemplatePart[],
  fixed: readonly Fixed[],
  bound: Rendering,
  upper: boolean,
): Side {
  const isFixed = new Set(fixed.map((each) => each.attribute));
  const own = rendering(
    template.map((part) =>
      part.kind === 'placeholder' && !isFixed.has(part.name) ? { ...part, name: `\u0000${part.name}` } : part,
    ),
  );
  const open = openBound(bound);
  if (open !== undefined && beginsWith(own, open)) return upper ? 'inside' : 'unknown';
  const compared = compareRenderings(own, open ?? bound);
  if (compared === 'unknown') return 'unknown';
  if (compared === 'equal') return 'inside';
  return (compared === 'before') === upper ? 'inside' : 'outside';
}

/** True where every value of the first begins with what the second renders. */
function beginsWith(own: Rendering, start: Rendering): boolean {
  return start.parts.every((part, index) => {
    const each = own.parts[index];
    if (each === undefined) return false;
    if (index === start.parts.length - 1 && part.kind === 'literal' && each.kind === 'literal') {
      return each.text.startsWith(part.text);
    }
    return compareRenderings(rendering([each]), rendering([part])) === 'equal';
  });
}

/** What one condition on the part fixes beside what is fixed; undefined where no item of the layout meets it. */
function byCondition(part: KeyPart, condition: KeyCondition, before: readonly Fixed[]): FixedBy | undefined {
  const { parts } = part.template;
  const { operator, values } = condition;
  const [first, second] = values;
  if (first === undefined) return { fixed: [], ranged: true };
  if (operator === '=') {
    const unified = unify(parts, first.parts);
    return unified && { fixed: unified.fixed, ranged: !unified.complete };
  }
  if (operator === 'begins_with') {
    const unified = unify(parts, first.parts);
    if (unified === undefined) return undefined;
    const last = first.parts.at(-1);
    // A parameter at the end of begins_with is only a beginning, unless functions have cut it to what it is.
    const partial = last?.kind === 'placeholder' && last.functions.length === 0;
    const constantCut = last?.kind === 'literal' && endsInsideValue(parts, unified, last.text);
    return { fixed: partial ? unified.fixed.slice(0, -1) : unified.fixed, ranged: partial || constantCut };
  }
  const common = operator === 'between' ? commonParts(values) : [];
  const unified = unify(parts, common);
  if (unified === undefined) return undefined;
  const fixed = common.length > 0 ? unified.fixed : [];
  const known = [...before, ...fixed];
  const upper = operator === 'between' ? second : operator.startsWith('<') ? first : undefined;
  const lower = operator.startsWith('<') ? undefined : first;
  const sides = [
    ...(lower ? [sideOf(parts, known, lower, false)] : []),
    ...(upper ? [sideOf(parts, known, upper, true)] : []),
  ];
  if (sides.includes('outside')) return undefined;
  return { fixed, ranged: sides.includes('unknown') };
}

/** True if a constant ends amid an attribute's value, as in `begins_with WARN`. */
function endsInsideValue(parts: readonly TemplatePart[], unified: Unified, text: string): boolean {
  const last = unified.fixed.at(-1);
  const placeholders = parts.filter((part) => part.kind === 'placeholder').length;
  if (unified.complete && last?.constant !== undefined) return text.endsWith(last.constant);
  const literals = parts.filter((part) => part.kind === 'literal').map((part) => part.text);
  const ended = literals.some((literal) => text.endsWith(literal) || literal.startsWith(text));
  return !ended && unified.fixed.length < placeholders;
}

/** The entity's own view of the route's key condition; undefined where none of its items in this layout is read. */
export function fixedBy(route: Route, layout: Layout): FixedBy | undefined {
  const fixed: Fixed[] = [];
  let ranged = false;
  for (const condition of [...route.partition, ...route.sort]) {
    const isOfKey = (each: KeyPart) => each.key.name === condition.key.name;
    const part = layout.partition.find(isOfKey) ?? layout.sort.find(isOfKey);
    const own = part && byCondition(part, condition, fixed);
    if (own === undefined) return undefined;
    fixed.push(...own.fixed);
    ranged ||= own.ranged;
  }
  return { fixed, ranged };
}
