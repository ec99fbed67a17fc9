// The states that an item can be in, as far as keys and sizes depend on them: which attributes it carries, with which value.
// Deliberately small: only attributes that decide something are looked at, each with the few values that matter.
import type { Attribute, Entity } from '../../model/design.ts';
import type { ClauseDecl } from '../../model/model.ts';
import type { Clause } from '../../syntax/clause.ts';
import { printClause } from '../../syntax/print-clause.ts';
import type { Missing } from '../capacity/quantity.ts';

export type State =
  | { readonly kind: 'absent' }
  | { readonly kind: 'text'; readonly text: string }
  /** Any value but those that have a state of their own. */
  | { readonly kind: 'other' };

/** Something about an item that can be one way or another. */
export interface Variable {
  readonly key: string;
  readonly attribute: string;
  /** The shares are undefined where the model does not tell them. */
  readonly states: readonly { readonly state: State; readonly share: number | undefined }[];
  readonly missing: readonly Missing[];
}

/** The state of each variable, by its key. */
export type Assignment = ReadonlyMap<string, State>;

export interface World {
  readonly assignment: Assignment;
  /** 0 to 1; undefined where a share that it depends on is not known. */
  readonly share: number | undefined;
}

/** More states than this are not told apart. */
export const maxWorlds = 4096;

/** `status = OPEN or HELD`, `source exists`: what attribute states alone decide. Others are variables of their own. */
const isTransparent = (clause: Clause): boolean =>
  clause.functions.length === 0 &&
  (clause.operator === 'exists' ||
    clause.operator === 'not-exists' ||
    ((clause.operator === '=' || clause.operator === '<>') &&
      clause.operands.every((operand) => operand.kind === 'constant')));

/** A clause with the key of the variable that decides it. */
export interface Condition {
  readonly clause: Clause;
  readonly key: string;
  readonly transparent: boolean;
}

const conditionOf = (clause: Clause): Condition => {
  const transparent = isTransparent(clause);
  return { clause, key: transparent ? clause.attribute : printClause(clause), transparent };
};

export function clausesIn(decls: readonly ClauseDecl[]): readonly Clause[] {
  const clauses: Clause[] = [];
  for (const { clause } of decls) if (clause && clause.attribute !== '') clauses.push(clause);
  return clauses;
}

export const conditionsIn = (decls: readonly ClauseDecl[]): readonly Condition[] =>
  clausesIn(decls).map(conditionOf);

/** True in a world in which the condition holds. */
export function holds({ clause, key, transparent }: Condition, assignment: Assignment): boolean {
  const state = assignment.get(key);
  if (state === undefined) return clause.operator === 'exists';
  if (!transparent) return state.kind === 'text' && state.text === 'true';
  if (clause.operator === 'exists') return state.kind !== 'absent';
  if (clause.operator === 'not-exists') return state.kind === 'absent';
  const equal = state.kind === 'text' && hasConstant(clause, state.text);
  return clause.operator === '=' ? equal : state.kind !== 'absent' && !equal;
}

function hasConstant({ operands }: Clause, text: string): boolean {
  for (const operand of operands) if (operand.kind === 'constant' && operand.text === text) return true;
  return false;
}

export function allHold(conditions: readonly Condition[], assignment: Assignment): boolean {
  for (const condition of conditions) if (!holds(condition, assignment)) return false;
  return true;
}

/** The share of items that have the attribute; undefined where it is optional and `present` is not written. */
export const presentShare = (attribute: Attribute): number | undefined =>
  attribute.decl.present ?? (attribute.decl.optional ? undefined : 1);

export const missingPresence = (attribute: Attribute): Missing => ({
  what: `how many ${attribute.entity} items have ${attribute.name}`,
  write: 'present: 60%',
  span: attribute.decl.nameSpan,
});

/** The values that an attribute can have, with their shares; undefined where it may have any. */
export function valuesOf(
  attribute: Attribute,
): readonly { readonly text: string; readonly share: number | undefined }[] | undefined {
  const constant = attribute.sources.find((source) => source.constant !== undefined)?.constant;
  if (constant !== undefined) return [{ text: String(constant.value), share: 1 }];
  const values = attribute.sources.find((source) => source.enumeration !== undefined)?.enumeration;
  if (values !== undefined && values.length > 0) {
    const plain = values.every((value) => value.share === undefined);
    return values.map(({ value, share }) => ({
      text: String(value),
      share: plain ? 1 / values.length : share,
    }));
  }
  return attribute.type === 'boolean'
    ? [
        { text: 'true', share: undefined },
        { text: 'false', share: undefined },
      ]
    : undefined;
}

const times = (a: number | undefined, b: number | undefined): number | undefined =>
  a === undefined || b === undefined ? undefined : a * b;

function attributeVariable(attribute: Attribute, constants: ReadonlySet<string>): Variable {
  const present = presentShare(attribute);
  const values = valuesOf(attribute);
  const named = values ?? [...constants].map((text) => ({ text, share: undefined }));
  const states: Variable['states'][number][] = named.map(({ text, share }) => ({
    state: { kind: 'text', text },
    share: times(present, share),
  }));
  if (values === undefined) {
    states.push({ state: { kind: 'other' }, share: constants.size === 0 ? present : undefined });
  }
  if (attribute.decl.optional) {
    states.push({ state: { kind: 'absent' }, share: present === undefined ? undefined : 1 - present });
  }
  const missing: Missing[] = [];
  if (present === undefined) missing.push(missingPresence(attribute));
  if (named.some(({ share }) => share === undefined))
    missing.push(missingShares(attribute, named[0]?.text ?? ''));
  return { key: attribute.name, attribute: attribute.name, states, missing };
}

const missingShares = (attribute: Attribute, value: string): Missing => ({
  what: `how many ${attribute.entity} items have ${attribute.name} = ${value}`,
  write: `share: 3%`,
  span: attribute.decl.nameSpan,
});

/** A clause that no attribute state decides, such as `people < 50`. */
const clauseVariable = (entity: Entity, { clause, key }: Condition): Variable => ({
  key,
  attribute: clause.attribute,
  states: [
    { state: { kind: 'text', text: 'true' }, share: undefined },
    { state: { kind: 'text', text: 'false' }, share: undefined },
  ],
  missing: [{ what: `how many ${entity.name} items have ${key}`, write: 'share: 3%', span: clause.span }],
});

/** The variables on which the conditions and the presence of the attributes named depend. */
export function variablesOf(
  entity: Entity,
  conditions: readonly Condition[],
  present: readonly string[],
): readonly Variable[] {
  const constants = new Map<string, Set<string>>();
  for (const name of present) constants.set(name, new Set());
  const variables: Variable[] = [];
  for (const condition of conditions) {
    const { clause, key } = condition;
    if (!condition.transparent) {
      if (!variables.some((variable) => variable.key === key)) {
        variables.push(clauseVariable(entity, condition));
      }
      continue;
    }
    const texts = constants.get(clause.attribute) ?? new Set();
    constants.set(clause.attribute, texts);
    for (const operand of clause.operands) if (operand.kind === 'constant') texts.add(operand.text);
  }
  for (const [name, texts] of constants) {
    const attribute = entity.attributes.get(name);
    if (attribute) variables.push(attributeVariable(attribute, texts));
  }
  return variables;
}

/** Of what depends on more than can be told apart, nothing is known. */
export const missingWays = (entity: Entity): Missing => ({
  what: `which keys ${entity.name} items carry: they depend on too many conditions at once`,
  write: undefined,
  span: entity.decl.nameSpan,
});

/** Every combination of states; undefined where there are too many to tell apart. */
export function worldsOf(variables: readonly Variable[]): readonly World[] | undefined {
  let worlds: readonly World[] = [{ assignment: new Map(), share: 1 }];
  for (const { key, states } of variables) {
    if (worlds.length * states.length > maxWorlds) return undefined;
    const next: World[] = [];
    for (const world of worlds) {
      for (const { state, share } of states) {
        const assignment = new Map(world.assignment).set(key, state);
        next.push({ assignment, share: times(world.share, share) });
      }
    }
    worlds = next;
  }
  return worlds;
}
