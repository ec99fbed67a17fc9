// Compares all claims of a small model with brute force, and counts what came out.
// Deliberately also holds what is not claimed to it: what the quick looks leave out must hold as well.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Analysis, analyze } from '../../../../src/core/analysis/analysis.ts';
import type { ReadClaims } from '../../../../src/core/analysis/proofs/reads.ts';
import type { Verdict } from '../../../../src/core/analysis/proofs/verdict.ts';
import { clausesOf } from '../../../../src/core/analysis/routes/clauses.ts';
import type { Entity } from '../../../../src/core/model/design.ts';
import {
  callsOf,
  collide,
  comesFirst,
  type Item,
  isAmbiguous,
  isSmaller,
  itemsOf,
  samePlace,
} from './brute-force.ts';
import { type SmallModel, smallModels } from './models.ts';

interface Tally {
  /** Models of which each claim holds, and those of which one fails. */
  sound: number;
  broken: number;
  holds: number;
  fails: number;
  undecided: number;
  /** What a quick look proves without a claim. */
  unasked: number;
  /** By kind of claim. */
  readonly kinds: Map<string, number>;
}

/** Where the search may give up: attributes that recur in the keys of an item, and functions that hide a value. */
const mayBeLeftOpen = (text: string): boolean =>
  /hash|shard|date|upper|lower/.test(text) ||
  text.split('\n').some((line) => line.includes('keys:') && (/\{x.*\{x/.test(line) || /\{y.*\{y/.test(line)));

const keysOf = (text: string, entity: string): string =>
  text.slice(text.indexOf(`  ${entity}:\n`)).split('\n')[3] ?? '';

/** How the keys of an entity spell an attribute. */
const spellingsIn = (text: string, entity: string, attribute: string): readonly string[] =>
  keysOf(text, entity).match(new RegExp(`\\{${attribute}(?:\\|[^}]*)?\\}`, 'g')) ?? [];

/** Texts that are not compared as the values are, such as numbers of two widths: refuted by an example, or left open. */
const haveTwoForms = (text: string, attribute: string): boolean =>
  `${spellingsIn(text, 'E', attribute)}` !== `${spellingsIn(text, 'F', attribute)}`;

/** Whole numbers are tried, but the values of such a key may have fractions, which end in no order with what follows them. */
const isBareNumber = (entity: Entity, text: string, attribute: string): boolean =>
  entity.attributes.get(attribute)?.type === 'number' && keysOf(text, entity.name).includes(`{${attribute}}`);

interface Judge {
  readonly model: SmallModel;
  readonly tally: Tally;
  /** Where the claim may be left open, beside what the functions of the model hide. */
  readonly isLeftOpen?: boolean;
}

/** The claim is that something cannot happen; `undefined` is a claim that a quick look has proved. */
function judge(
  { model, tally, isLeftOpen = false }: Judge,
  what: string,
  verdict: Verdict | undefined,
  happens: boolean,
): void {
  const told = (): string =>
    `${what}: ${verdict?.kind ?? 'not asked'}, and it ${happens ? 'happens' : 'cannot happen'}\n${model.text}`;
  tally.kinds.set(what.split(' ')[0] ?? '', (tally.kinds.get(what.split(' ')[0] ?? '') ?? 0) + 1);
  switch (verdict?.kind) {
    case undefined:
      assert.ok(!happens, told());
      tally.unasked++;
      return;
    case 'proved':
      assert.ok(!happens, told());
      tally.holds++;
      return;
    case 'refuted':
      assert.ok(happens, told());
      tally.fails++;
      return;
    case 'undecided':
      assert.ok(isLeftOpen || mayBeLeftOpen(model.text), told());
      tally.undecided++;
      return;
    case 'proved-if':
      // A number that is declared to lie between two others may have a fraction; all else is closed.
      assert.ok(!happens && model.text.includes('type: number'), told());
      tally.holds++;
      return;
  }
}

function compareKeys(judging: Judge, { proofs }: Analysis, items: readonly Item[]): void {
  const collision = proofs.collisions.find(({ entities: [a, b] }) => a.name === 'E' && b.name === 'F');
  judge(judging, 'collision of E and F', collision?.verdict, collide(items, 'E', 'F'));
  for (const { entity, attribute, verdict } of proofs.ambiguities)
    judge(
      judging,
      `ambiguity of ${attribute.name} in ${entity.name}`,
      verdict,
      isAmbiguous(items, entity.name, attribute.name),
    );
}

function compareReads(judging: Judge, claims: ReadClaims, items: readonly Item[]): void {
  const { use, route } = claims;
  // One query for each month: what each of them gives is no parameter of the caller.
  if (route.fanOut.length > 0) return;
  const calls = [...callsOf(judging.model, claims)];
  const name = use.pattern.name;
  const of = (entity: string) => items.filter((item) => item.entity.name === entity);
  const some = (entity: string, test: (call: (typeof calls)[number], item: Item) => boolean): boolean =>
    calls.some((call) => of(entity).some((item) => test(call, item)));
  const wanted = use.entities.map((entity) => entity.name);
  const clauses = clausesOf(use.action.where);

  for (const other of ['E', 'F'].filter((each) => !wanted.includes(each))) {
    const claim = claims.overReads.find(({ entity }) => entity.name === other);
    judge(
      judging,
      `over-read of ${other} by ${name}`,
      claim?.verdict,
      some(other, (call, item) => call.inRange(item)),
    );
  }
  for (const wants of use.entities) {
    const entity = wants.name;
    for (const clause of clauses.filter(({ attribute }) => attribute === 'y' || entity === 'E')) {
      const claim = claims.wrongItems.find(
        (each) => each.entity.name === entity && each.question.standIn.attribute.name === clause.attribute,
      );
      // A range is asked of among the items that are right otherwise.
      const equal = clauses.filter(
        ({ attribute, operator }) =>
          operator === '=' && clause.operator !== '=' && !isHidden(judging.model, entity, attribute),
      );
      const happens = some(
        entity,
        (call, item) =>
          call.inRange(item) &&
          !call.answers(item, clause) &&
          equal.every((each) => call.answers(item, each)),
      );
      if (claim !== undefined || !isHidden(judging.model, entity, clause.attribute))
        judge(judging, `wrong-items of ${entity} by ${name}, ${clause.attribute}`, claim?.verdict, happens);
    }
    const missed = claims.misses.find((each) => each.entity.name === entity);
    if (missed === undefined && clauses.some(({ attribute }) => isHidden(judging.model, entity, attribute)))
      continue;
    const asked = clauses.filter(({ attribute }) => !isHidden(judging.model, entity, attribute));
    const happens = some(
      entity,
      (call, item) =>
        call.inCollection(item) && !call.inRange(item) && asked.every((each) => call.answers(item, each)),
    );
    const isLeftOpen = clauses.some(({ attribute }) => isBareNumber(wants, judging.model.text, attribute));
    judge({ ...judging, isLeftOpen }, `misses of ${entity} by ${name}`, missed?.verdict, happens);
  }
  const descending = use.action.order?.descending ?? false;
  for (const { attribute, entities, verdict } of claims.orders) {
    // A text and a number have no order in common.
    const [one, another] = entities.map((each) => each.attributes.get(attribute)?.type);
    if (one !== another) continue;
    const happens = calls.some((call) => {
      const returned = (entity: string) =>
        of(entity).filter((item) => call.inRange(item) && clauses.every((each) => call.answers(item, each)));
      const [firsts, seconds] = [returned(entities[0].name), returned(entities[1].name)];
      return firsts.some((a) =>
        seconds.some((b) => {
          if (!isSmaller(a, b, attribute) || samePlace(a, b)) return false;
          return descending ? !comesFirst(claims, b, a) : !comesFirst(claims, a, b);
        }),
      );
    });
    const isLeftOpen = entities[0] !== entities[1] && haveTwoForms(judging.model.text, attribute);
    const what = `order of ${entities.map((each) => each.name)} in ${name}`;
    judge({ ...judging, isLeftOpen }, what, verdict, happens);
  }
  for (const { entity, layout, before } of claims.queues) {
    for (const other of ['E', 'F'].filter((each) => each !== entity.name)) {
      const isBefore = before.some(([each]) => each.name === other);
      const isEver = calls.some((call) =>
        of(entity.name).some(
          (own) =>
            call.inRange(own) && of(other).some((one) => call.inRange(one) && !comesFirst(claims, one, own)),
        ),
      );
      assert.ok(!isBefore || !isEver, `${other} before ${entity.name} in ${name}\n${judging.model.text}`);
      assert.ok(layout.target === route.target);
    }
  }
}

/** Where a function in the entity's keys leaves too little of the attribute to tell what is asked of it. */
function isHidden({ text }: SmallModel, entity: string, attribute: string): boolean {
  const keys = keysOf(text, entity);
  const isBare = keys.includes(`{${attribute}}`);
  return !isBare && new RegExp(`\\{${attribute}\\|(?:lower|upper|hash|shard)`).test(keys);
}

/** Fails where a verdict is not what trying everything shows; else the tally has grown. */
function compareWithBruteForce(model: SmallModel, tally: Tally): void {
  const analysis = analyze(model.text);
  const judging = { model, tally };
  const items = itemsOf(model, analysis);
  const before = tally.fails;
  compareKeys(judging, analysis, items);
  for (const claims of analysis.proofs.reads) compareReads(judging, claims, items);
  if (tally.fails > before) tally.broken++;
  else tally.sound++;
}

/** The claims of so many models; fails at the first that is not as brute force has it. Gives the tally in words. */
export function campaign(numRuns: number, seed: number): string {
  const tally: Tally = {
    sound: 0,
    broken: 0,
    holds: 0,
    fails: 0,
    undecided: 0,
    unasked: 0,
    kinds: new Map(),
  };
  fc.assert(
    fc.property(smallModels, (model) => compareWithBruteForce(model, tally)),
    { numRuns, seed, endOnFailure: true },
  );
  const { sound, broken, holds, fails, undecided, unasked, kinds } = tally;
  const all = holds + fails + undecided;
  const byKind = [...kinds].map((each) => each.join(' ')).join(', ');
  const told = `${sound} models sound, ${broken} broken; ${all} claims: ${holds} hold, ${fails} fail, ${undecided} undecided, beside ${unasked} that a quick look proves (${byKind})`;
  assert.ok(sound >= numRuns / 4 && broken >= numRuns / 4 && undecided <= all / 20, told);
  for (const kind of ['collision', 'ambiguity', 'over-read', 'wrong-items', 'misses', 'order'])
    assert.ok((kinds.get(kind) ?? 0) > 0, told);
  return told;
}
