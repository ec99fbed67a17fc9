// Item collections: who lies under the same partition key, and in the range read: which entities those may be.
// Deliberately tells by literals only; exact overlap is the business of proofs.
import type { Design, Entity, KeyPart, Layout, Target } from '../../model/design.ts';
import type { Template, TemplatePart } from '../../syntax/template.ts';
import type { ScalarValue } from '../../syntax/tree.ts';
import { type Range, sideOf } from './range.ts';
import { leadingText, literal, mayEqual, rendering } from './rendering.ts';
import type { KeyCondition, Rendering } from './route.ts';

/** A layout with the partition key it has, once for each value of its enumerated attributes. */
interface Resident {
  readonly layout: Layout;
  /** For each attribute of the partition key. */
  readonly partition: readonly (readonly Template[])[];
}

/** What surrounds a read: the design, and for each target who lies in its item collections. */
export interface Surroundings {
  readonly design: Design;
  readonly table: Target;
  /** The ways in which items of the entity lie in the target; empty where none does. */
  readonly layoutsIn: (entity: Entity, target: Target) => readonly Layout[];
  /** All layouts in the target whose partition key can be the one that is read. */
  readonly collection: (target: Target, partition: readonly KeyCondition[]) => readonly Layout[];
}

const nobody: readonly Layout[] = Object.freeze([]);

const residentOf = (layout: Layout, entity: Entity): Resident => ({
  layout,
  partition: layout.partition.map((part) => spelledOut(part.template, entity)),
});

/** Residents by the text with which their partition key begins, so that a read looks only at those that can match. */
interface LeadIndex {
  readonly byLead: ReadonlyMap<string, readonly Resident[]>;
  readonly sorted: readonly string[];
}

function leadIndex(all: readonly Resident[]): LeadIndex {
  const byLead = new Map<string, Resident[]>();
  for (const resident of all) {
    for (const spelling of resident.partition[0] ?? []) {
      const text = leadingText(spelling);
      const same = byLead.get(text);
      if (same === undefined) byLead.set(text, [resident]);
      else if (same.at(-1) !== resident) same.push(resident);
    }
  }
  return { byLead, sorted: [...byLead.keys()].sort() };
}

/** Those whose lead begins with the text, or is its beginning. */
function* compatible({ byLead, sorted }: LeadIndex, text: string): Iterable<Resident> {
  for (let length = 0; length < text.length; length++) yield* byLead.get(text.slice(0, length)) ?? [];
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? '') < text) low = middle + 1;
    else high = middle;
  }
  for (let lead = sorted[low]; lead?.startsWith(text); lead = sorted[++low]) yield* byLead.get(lead) ?? [];
}

const isIn = ({ partition }: Resident, conditions: readonly KeyCondition[]): boolean =>
  partition.every((templates, i) => {
    const value = conditions[i]?.values[0];
    return value === undefined || templates.some((template) => mayEqual(template, value));
  });

function layoutsByTarget(entity: Entity): ReadonlyMap<Target, readonly Layout[]> {
  const byTarget = new Map<Target, Layout[]>();
  for (const layout of entity.layouts) {
    const same = byTarget.get(layout.target);
    if (same) same.push(layout);
    else byTarget.set(layout.target, [layout]);
  }
  return byTarget;
}

export function surroundings(design: Design, table: Target): Surroundings {
  const layouts = new Map([...design.entities.values()].map((entity) => [entity, layoutsByTarget(entity)]));
  const layoutsIn = (entity: Entity, target: Target): readonly Layout[] =>
    layouts.get(entity)?.get(target) ?? nobody;
  const indexes = new Map<Target, LeadIndex>();
  const indexOf = (target: Target): LeadIndex => {
    const known = indexes.get(target);
    if (known) return known;
    const index = leadIndex(
      [...design.entities.values()].flatMap((entity) =>
        layoutsIn(entity, target).map((layout) => residentOf(layout, entity)),
      ),
    );
    indexes.set(target, index);
    return index;
  };
  return {
    design,
    table,
    layoutsIn,
    collection(target, partition) {
      const first = partition[0]?.values[0];
      const found = new Set<Layout>();
      for (const resident of compatible(indexOf(target), first ? leadingText(first) : '')) {
        if (isIn(resident, partition)) found.add(resident.layout);
      }
      return [...found];
    },
  };
}

const mostSpellings = 64;

/** The values of an enumerated or constant attribute. */
function listedValues(entity: Entity, name: string): readonly { readonly value: ScalarValue }[] | undefined {
  const sources = entity.attributes.get(name)?.sources ?? [];
  const constant = sources.find((source) => source.constant)?.constant;
  return constant ? [constant] : sources.find((source) => source.enumeration)?.enumeration;
}

/** The template once for each value of its enumerated attributes, so that their texts count as literals. */
export function spelledOut(template: Template, entity: Entity): readonly Template[] {
  let spellings: readonly (readonly TemplatePart[])[] = [[]];
  let isAsWritten = true;
  for (const part of template.parts) {
    const isBare = part.kind === 'placeholder' && part.functions.length === 0;
    const values = isBare ? listedValues(entity, part.name) : undefined;
    const fits = values !== undefined && spellings.length * values.length <= mostSpellings;
    const choices = fits ? values.map((each) => literal(String(each.value))) : [part];
    isAsWritten &&= !fits;
    spellings = spellings.flatMap((spelling) => choices.map((choice) => [...spelling, choice]));
  }
  return isAsWritten ? [rendering(template.parts)] : spellings.map(rendering);
}

/** The range in which every value of this key lies: the literals at its front. */
export function ownRange(part: KeyPart): Range {
  const text = leadingText(part.template);
  const at = rendering(text === '' ? [] : [literal(text)]);
  return part.template.parts.every((each) => each.kind === 'literal')
    ? { kind: 'equal', at }
    : { kind: 'prefix', at };
}

/** False only where literals show that no value of the key meets the condition. */
export function mayMeet(part: KeyPart, condition: KeyCondition): boolean {
  const [first, second] = condition.values;
  if (first === undefined) return true;
  const own = ownRange(part);
  const side = (low: Rendering, high: Rendering, open: boolean) =>
    sideOf(own, { low, high: { at: high, open } });
  switch (condition.operator) {
    case '=':
      return mayEqual(part.template, first);
    case 'begins_with': {
      const [own, asked] = [leadingText(part.template), leadingText(first)];
      return own.startsWith(asked) || asked.startsWith(own);
    }
    case 'between':
      return !['below', 'above'].includes(side(first, second ?? first, false));
    case '<':
    case '<=':
      return side(rendering([]), first, false) !== 'above';
    case '>':
    case '>=':
      return side(first, rendering([literal('\u{10FFFF}')]), false) !== 'below';
  }
}

/** The entities beside the wanted ones whose items can lie in what is read. */
export function alsoIn(
  collection: readonly Layout[],
  sort: readonly KeyCondition[],
  wanted: readonly Entity[],
): readonly string[] {
  const found = new Set<string>();
  for (const layout of collection) {
    if (wanted.some((entity) => entity.name === layout.entity)) continue;
    const isInRange = sort.every((condition) => {
      const part = layout.sort.find((each) => each.key.name === condition.key.name);
      return part === undefined || mayMeet(part, condition);
    });
    if (isInRange) found.add(layout.entity);
  }
  return [...found];
}
