// From a scene to a verdict: no values at all prove the claim, plain values refute it, other values name what must be declared.
// Deliberately never refutes by a witness that is not read back: keys are rendered from the values and compared.

import { keyParts } from '../../model/layouts.ts';
import { applyFunctions, renderTemplate } from '../../syntax/render-template.ts';
import { fromBytes, toBytes } from '../../text/utf8.ts';
import { acceptsWord } from './automata/automaton.ts';
import type { Budget } from './equations/assign.ts';
import type { Constraint, Problem, Solution } from './equations/problem.ts';
import { readable, withText } from './equations/readable.ts';
import { isSolution, solve } from './equations/solve.ts';
import { preimages } from './preimages.ts';
import type { Role, Scene, SceneBuilder } from './scene.ts';
import { type Assumption, gravest, type Verdict, type Witness, type WitnessItem } from './verdict.ts';

const plainText = /^[0-9]*$/;
const plainNumber = /^(0|[1-9][0-9]*)$/;

/** Reads the scene as a claim that it cannot happen; `isSafe` says that it is known not to happen with plain values. */
export function decide(scene: Scene, budget: Budget, isSafe = false): Verdict {
  const whole = solve(scene.problem('all'), budget);
  if (whole.kind === 'none') return { kind: 'proved' };
  const isOpen = scene.roles.some(({ domain }) => domain.isOpen);
  const plain: Solution = isSafe ? { kind: 'none' } : isOpen ? solve(scene.problem('plain'), budget) : whole;
  if (plain.kind === 'found') {
    const witness = witnessOf(scene, readable(scene.problem(isOpen ? 'plain' : 'all'), plain.values));
    return witness ? { kind: 'refuted', witness } : { kind: 'undecided', steps: 0 };
  }
  if (whole.kind === 'undecided') return whole;
  if (plain.kind === 'undecided') return plain;
  const values = readable(scene.problem('all'), whole.values);
  const witness = witnessOf(scene, values);
  const assumptions = assumptionsOf(scene, values, scene.problem('all'));
  return witness && assumptions.length > 0
    ? { kind: 'proved-if', assumptions, witness }
    : { kind: 'undecided', steps: 0 };
}

/** The same of several ways in which it could happen. */
export function decideAll(
  scene: SceneBuilder,
  ways: readonly (readonly Constraint[])[],
  budget: Budget,
): Verdict {
  const verdicts = function* () {
    for (const way of ways) yield decide(scene.build(way), budget);
  };
  return gravest(verdicts());
}

/** What stands in a witness although nobody doubts that it could be left out: one for each attribute. */
function assumptionsOf(
  { items, roles }: Scene,
  values: readonly string[],
  problem: Problem,
): readonly Assumption[] {
  const found = new Map<string, Assumption>();
  for (const [i, { item, attribute, domain }] of roles.entries()) {
    const text = fromBytes(values[i] ?? '');
    const entity = attribute?.entity ?? (item === undefined ? undefined : items[item]?.entity.name);
    if (!domain.isOpen || text === undefined || attribute === undefined || entity === undefined) continue;
    if ((attribute.type === 'number' ? plainNumber : plainText).test(text)) continue;
    // Any other value would do as well.
    if (isSolution(problem, withText(values, values[i] ?? '', '0'))) continue;
    const key = `${entity}.${attribute.name}`;
    const known = found.get(key)?.characters ?? '';
    const signs = attribute.type === 'number' ? '' : text.replace(/[A-Za-z0-9]/g, '');
    const characters = [...new Set(known + signs)].join('');
    found.set(key, { entity, attribute: attribute.name, characters, value: text });
  }
  return [...found.values()];
}

/** Undefined where the values do not give the keys that the solver saw: of functions without a way back. */
function witnessOf(scene: Scene, values: readonly string[]): Witness | undefined {
  const parameters = new Map<string, string>();
  const ofItems = scene.items.map((): Map<string, string> => new Map());
  // Bare attributes first: what functions make of them must then agree.
  const order = [...scene.roles.keys()].sort(
    (a, b) => lengthOfCalls(scene.roles[a]) - lengthOfCalls(scene.roles[b]),
  );
  for (const i of order) {
    const role = scene.roles[i];
    if (role?.isRest) continue;
    const text = fromBytes(values[i] ?? '');
    if (role === undefined || text === undefined) return undefined;
    const owner = role.item === undefined ? parameters : ofItems[role.item];
    const known = owner?.get(role.name);
    const value = known ?? valueBehind(role, text);
    if (owner === undefined || value === undefined) return undefined;
    if (role.calls.length > 0 && rendered(role, value) !== text) return undefined;
    owner.set(role.name, value);
  }
  const items: WitnessItem[] = [];
  for (const [i, { entity, layout }] of scene.items.entries()) {
    const own = ofItems[i] ?? new Map<string, string>();
    const keys = new Map<string, string>();
    for (const { key, template } of keyParts(layout)) {
      const text = renderTemplate(
        template,
        (name) => inputOf(entity.attributes.get(name)?.type, own.get(name)),
        (name) => entity.attributes.get(name)?.format?.name,
      );
      if (text !== undefined) keys.set(key.name, text);
    }
    items.push({ entity: entity.name, values: own, keys });
  }
  return { items, parameters };
}

const lengthOfCalls = (role: Role | undefined): number => role?.calls.length ?? 0;

const inputOf = (type: string | undefined, text: string | undefined): string | number | undefined =>
  text !== undefined && type === 'number' && /^\d{1,15}$/.test(text) ? Number(text) : text;

const rendered = ({ attribute, calls }: Role, value: string): string | undefined =>
  applyFunctions(inputOf(attribute?.type, value) ?? value, calls, attribute?.format?.name);

const isInput = ({ inputs }: Role, value: string): boolean =>
  inputs?.languages.all.every((each) => acceptsWord(each, toBytes(value))) ?? true;

/** A value of the attribute that the functions turn into the text. */
function valueBehind(role: Role, text: string): string | undefined {
  if (role.calls.length === 0) return text;
  for (const value of preimages(role, text))
    if (rendered(role, value) === text && isInput(role, value)) return value;
  return undefined;
}
