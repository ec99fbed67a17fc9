// Sample items for a design: few, the same for the same text, consistent across entities.
// Deliberately never a wrong value: where none can be made, the item is left out and a gap says why.
import type { Attribute, Design, Entity } from '../../model/design.ts';
import type { ClauseDecl, KeyVariantDecl } from '../../model/model.ts';
import type { Span } from '../../text/span.ts';
import type { DynamoValue } from '../capacity/item.ts';
import { type Assembled, assemble, type Frame, frameOf, primaryKeyOf, variantsOf } from './assemble.ts';
import { type Collision, collisionOf } from './collisions.ts';
import { attributeValue, type Draft, type Parent } from './draft.ts';
import { type Family, familyOf, groupIndex, type SampleOptions } from './family.ts';
import { inReferenceOrder } from './groups.ts';
import { ambiguousPairs } from './hostile-pairs.ts';
import { childrenOfEach, originOf, shownScale, shownValues } from './how-many.ts';
import { candidatesFor, chooseParents, type Families, isConsistent } from './parents.ts';
import { printValue } from './print-value.ts';
import { scalarValue } from './scalar-value.ts';
import { writtenValues } from './written.ts';

export interface SampleItem extends Assembled {
  readonly entity: string;
  /** Where the user wrote it; undefined for one that was made. */
  readonly written: Span | undefined;
}

/** Something that has no sample, and why. */
export type SampleGap =
  /** No value was found that keeps to everything declared. */
  | { readonly kind: 'no-value'; readonly entity: string; readonly attribute: string; readonly span: Span }
  /** The primary key of the entity's items cannot be made. */
  | { readonly kind: 'no-key'; readonly entity: string; readonly span: Span }
  /** Every key that was tried belongs to another item already. */
  | { readonly kind: 'key-taken'; readonly entity: string; readonly span: Span };

export interface Samples {
  /** By entity in the model's order, each with its items in the order in which they were made. */
  readonly items: readonly SampleItem[];
  readonly gaps: readonly SampleGap[];
  /** Different items that would have one primary key, found among hostile values only. */
  readonly collisions: readonly Collision[];
}

interface Making {
  readonly design: Design;
  readonly isHostile: boolean;
  /** Items are made beside those that the user wrote. */
  readonly isFilled: boolean;
  readonly frame: Frame;
  readonly families: Map<string, Family>;
  readonly takenKeys: Map<string, Draft>;
  readonly gaps: SampleGap[];
  readonly collisions: Collision[];
}

const mostAttempts = 12;

const shown: SampleOptions = { scale: shownScale, hostile: false, beside: false };

export function samplesOf(design: Design, options: SampleOptions = shown): Samples {
  const frame = frameOf(design);
  const making: Making = {
    design,
    isHostile: options.hostile,
    isFilled: options.beside,
    frame,
    families: new Map(),
    takenKeys: new Map(),
    gaps: [],
    collisions: [],
  };
  for (const entity of design.entities.values())
    making.families.set(entity.name, familyOf(design, entity, options));
  for (const family of inReferenceOrder([...making.families.values()])) {
    fill(family, making);
    if (making.isHostile) addPairs(family, making);
    family.complete = true;
    settle(family, making.families, 'own');
  }
  for (const family of making.families.values()) settle(family, making.families, 'later');
  for (const family of making.families.values()) showVariants(family, making);
  const items: SampleItem[] = [];
  for (const family of making.families.values()) {
    const own = family.drafts.map((draft): SampleItem => {
      const { item, values, keys } = assemble(draft, frame);
      return { item, values, keys, entity: family.entity.name, written: draft.written?.span };
    });
    items.push(...own);
    findMissingValues(family, own, making.gaps);
  }
  return { items, gaps: making.gaps, collisions: making.collisions };
}

/** What is known of an item before its parents are chosen. */
type Plan = Partial<Pick<Draft, 'slots' | 'set' | 'presence' | 'written'>> & {
  readonly ordinal: number;
  readonly known?: { readonly group: number; readonly parent: Parent };
};

function plansFor(family: Family, { design, families, isFilled }: Making): readonly Plan[] {
  const { entity } = family;
  const { samples } = entity.decl;
  const written = samples.map(
    (node, ordinal): Plan => ({ ordinal, written: node, set: writtenValues(entity, node) }),
  );
  return written.length > 0 && !isFilled
    ? written
    : [...written, ...plansToMake(family, { design, families })];
}

function plansToMake(
  family: Family,
  { design, families }: Pick<Making, 'design' | 'families'>,
): readonly Plan[] {
  const { entity, groups, scale } = family;
  const origin = originOf(design, family);
  switch (origin.kind) {
    case 'total':
      return Array.from({ length: origin.items }, (_, ordinal) => ({ ordinal }));
    case 'attribute':
      return childrenOfEach(origin.mean, shownValues(entity, origin.name, scale), scale).flatMap(
        (number, slot) =>
          Array.from({ length: number }, (_, ordinal) => ({
            ordinal,
            slots: new Map([[origin.name, slot]]),
          })),
      );
    case 'group': {
      const group = groups.indexOf(origin.group);
      const parents = candidatesFor(origin.group, families);
      if (parents.length === 0) return [{ ordinal: 0 }, { ordinal: 1 }];
      const numbers = childrenOfEach(origin.mean, parents.length, scale);
      return parents.flatMap((parent, i) =>
        Array.from({ length: numbers[i] ?? 0 }, (_, ordinal) => ({ ordinal, known: { group, parent } })),
      );
    }
  }
}

function draftOf(family: Family, plan: Plan, index: number, families: Families): Draft {
  const draft: Draft = {
    family,
    index,
    ordinal: plan.ordinal,
    parents: [],
    slots: plan.slots ?? new Map(),
    set: plan.set ?? new Map(),
    presence: plan.presence ?? new Map(),
    written: plan.written,
    attempt: 0,
  };
  draft.parents = chooseParents(draft, plan.known, families);
  return draft;
}

function fill(family: Family, making: Making): void {
  const plans = plansFor(family, making);
  family.size = plans.length;
  const doubtful: Plan[] = [];
  let refused: Refusal | undefined;
  for (const [index, plan] of plans.entries()) {
    const draft = draftOf(family, plan, index, making.families);
    if (!isConsistent(draft) && !draft.written) doubtful.push(plan);
    else refused = keep(draft, plan, making) ?? refused;
  }
  // Items whose references contradict each other are better than none at all.
  if (family.drafts.length === 0) {
    for (const [index, plan] of doubtful.entries()) {
      refused = keep(draftOf(family, plan, index, making.families), plan, making) ?? refused;
    }
  }
  const { name, nameSpan } = family.entity.decl;
  if (family.drafts.length === 0 && refused)
    making.gaps.push({ kind: refused, entity: name, span: nameSpan });
}

/** Items whose keys run together where a part of them holds what should separate it from the next. */
function addPairs(family: Family, making: Making): void {
  const layout = family.entity.layouts.find(({ target }) => target === making.design.table?.target);
  const pairs = layout ? ambiguousPairs(family, layout) : [];
  for (const pair of pairs) {
    const ordinal = family.drafts.length;
    for (const set of pair) {
      const plan: Plan = { ordinal, set };
      keep(draftOf(family, plan, family.drafts.length, making.families), plan, making);
    }
  }
}

type Refusal = 'no-key' | 'key-taken';

/** With its length, so that no two keys run into the same text. */
function keyText(value: DynamoValue): string {
  const text = printValue(value);
  return `${value.type} ${text.length} ${text}`;
}

/** Adds the draft to its family, made anew while its primary key is another's. */
function keep(draft: Draft, plan: Plan, making: Making): Refusal | undefined {
  const { frame, families, takenKeys } = making;
  if (frame.design.table === undefined) {
    draft.family.drafts.push(draft);
    return undefined;
  }
  for (let attempt = 0; attempt < mostAttempts; attempt++) {
    if (attempt > 0) {
      draft.attempt = attempt;
      draft.parents = chooseParents(draft, plan.known, families);
    }
    const key = primaryKeyOf(draft, frame);
    if (key === undefined) return 'no-key';
    const text = [...key.partition, ...key.sort].map(keyText).join('');
    const holder = takenKeys.get(text);
    if (holder) {
      const isFirst = making.isHostile && attempt === 0;
      const collision = isFirst ? collisionOf(holder, draft, frame) : undefined;
      if (collision) making.collisions.push(collision);
      continue;
    }
    takenKeys.set(text, draft);
    draft.family.drafts.push(draft);
    return undefined;
  }
  return 'key-taken';
}

/**
 * Chooses what could not be chosen while the items were made: first what refers to its own kind, at the end what refers
 * to entities that came later. What primary keys are made of stays as it is, since the keys are taken.
 */
function settle(family: Family, families: Families, which: 'own' | 'later'): void {
  const open = family.groups.map(
    ({ entities, attributes }) =>
      entities.includes(family.entity.name) === (which === 'own') &&
      !attributes.some((attribute) => family.keyed.has(attribute.name)),
  );
  if (!open.includes(true)) return;
  for (const draft of family.drafts) {
    if (!draft.parents.some((parent, i) => parent === undefined && open[i])) continue;
    const chosen = chooseParents(draft, undefined, families);
    draft.parents = draft.parents.map((parent, i) => parent ?? (open[i] ? chosen[i] : undefined));
  }
}

/** One more item for each alternative of conditional keys, and for each sparse index, that no item shows yet. */
function showVariants(family: Family, making: Making): void {
  const { entity, drafts } = family;
  if (entity.decl.samples.length > 0 && !making.isFilled) return;
  const shown = new Set(drafts.flatMap(variantsOf));
  for (const variant of entity.decl.conditionalKeys.flatMap((keys) => keys.variants)) {
    if (shown.has(variant)) continue;
    addOne(family, making, demandsOf(entity, variant), (draft) => variantsOf(draft).includes(variant));
  }
  for (const { sparse } of entity.layouts) {
    const carriesAll = (draft: Draft): boolean => sparse.every((name) => attributeValue(draft, name));
    if (sparse.length === 0 || drafts.some(carriesAll)) continue;
    addOne(family, making, { presence: new Map(sparse.map((name) => [name, true])) }, carriesAll);
  }
}

/** One more item of the last one's parent with these demands, kept if it shows what it is made for. */
function addOne(
  family: Family,
  making: Making,
  demands: Pick<Plan, 'set' | 'presence'>,
  shows: (draft: Draft) => boolean,
): void {
  const { drafts } = family;
  const last = drafts.at(-1);
  const group = last ? last.parents.findIndex((parent) => parent !== undefined) : -1;
  const parent = last?.parents[group];
  const plan: Plan = {
    ordinal: drafts.length,
    ...demands,
    ...(parent ? { known: { group, parent } } : {}),
  };
  const draft = draftOf(family, plan, drafts.length, making.families);
  if (shows(draft)) keep(draft, plan, making);
}

/** What an item must be like to meet the conditions, as far as it can be set. */
function demandsOf(entity: Entity, variant: KeyVariantDecl): Pick<Plan, 'set' | 'presence'> {
  const set = new Map<string, DynamoValue>();
  const presence = new Map<string, boolean>();
  for (const decl of variant.when) {
    const { clause } = decl;
    const attribute = clause && entity.attributes.get(clause.attribute);
    if (!clause || !attribute) continue;
    presence.set(attribute.name, clause.operator !== 'not-exists');
    const value = attribute.references.length === 0 ? demandedValue(decl, attribute) : undefined;
    if (value) set.set(attribute.name, value);
  }
  return { set, presence };
}

function demandedValue({ clause }: ClauseDecl, attribute: Attribute): DynamoValue | undefined {
  const [operand] = clause?.operands ?? [];
  if (clause === undefined || operand?.kind !== 'constant') return undefined;
  const step = clause.operator === '<' ? -1 : clause.operator === '>' ? 1 : 0;
  const text = step === 0 ? operand.text : String(Number(operand.text) + step);
  return clause.operator === '<>' ? undefined : scalarValue(text, attribute.type);
}

/** Attributes that items must have and do not, because no value could be made. */
function findMissingValues(family: Family, own: readonly SampleItem[], gaps: SampleGap[]): void {
  const { entity } = family;
  const without = gaps.some((gap) => gap.kind === 'no-key' && gap.entity === entity.name);
  for (const attribute of entity.attributes.values()) {
    const group = groupIndex(family, attribute.name);
    const lacks = without
      ? group < 0 && attribute.decl.enumeration === undefined && family.own(attribute)(0) === undefined
      : own.some((item) => !item.values.has(attribute.name));
    if (attribute.decl.optional || !lacks) continue;
    gaps.push({
      kind: 'no-value',
      entity: entity.name,
      attribute: attribute.name,
      span: attribute.decl.nameSpan,
    });
  }
}
