// What the proofs of a model say that an engine can be asked: their witnesses as whole items, and what is to be seen of them.
// Deliberately makes items as the model does: where their keys are not those of the witness, that is told as a mismatch.
import type { Verdict as Proof, Witness, WitnessItem } from '../../core/analysis/proofs/verdict.ts';
import type { Route } from '../../core/analysis/routes/route.ts';
import { variantsFor } from '../../core/analysis/samples/assemble.ts';
import { printValue } from '../../core/analysis/samples/print-value.ts';
import { scalarValue } from '../../core/analysis/samples/scalar-value.ts';
import { type ActionUse, allActions } from '../../core/model/actions.ts';
import type { Entity, Layout } from '../../core/model/design.ts';
import type { Action } from '../../core/model/model.ts';
import { listOf } from '../../core/text/words.ts';
import { itemsOf, type Stored, storedOf, type World } from '../world.ts';
import { lostPairs } from './lost-identity.ts';

/** A read of the model, and what the caller gives in the witness. */
export interface WitnessRead {
  readonly use: ActionUse;
  readonly route: Route;
  readonly parameters: Witness['parameters'];
}

/** What is to be seen of the items. */
export type Claim =
  /** Of two: the second takes the place of the first. */
  | { readonly kind: 'overwrites' }
  /** Of one: the read finds it, though nobody asks for it. */
  | { readonly kind: 'over-read'; readonly read: WitnessRead }
  /** Of one: the read finds it, as it should. */
  | { readonly kind: 'returned'; readonly read: WitnessRead }
  /** Of one: the read does not find it, though it is asked for. */
  | { readonly kind: 'under-read'; readonly read: WitnessRead }
  /** Of two, the first with the smaller value: the read finds both, and not in the order that it names. */
  | { readonly kind: 'wrong-order'; readonly read: WitnessRead };

export interface Evidence {
  /** `two Pages that differ in path`. */
  readonly title: string;
  readonly claim: Claim;
  /** Undefined where no item has the keys of the witness. */
  readonly items: readonly Stored[] | undefined;
  /** As the proof tells them. */
  readonly told: readonly string[];
}

export interface AllEvidence {
  /** About keys. */
  readonly model: readonly Evidence[];
  /** About reads, by the name of the pattern. */
  readonly patterns: ReadonlyMap<string, readonly Evidence[]>;
}

interface Placed {
  readonly entity: Entity;
  readonly layout: Layout | undefined;
}

export function evidenceOf(world: World): AllEvidence {
  const { proofs, design } = world.snapshot;
  const tableLayout = (entity: Entity): Placed => ({
    entity,
    layout: entity.layouts.find(({ target }) => target === world.table),
  });
  const overwrites: Claim = { kind: 'overwrites' };
  const model = [
    ...proofs.collisions.flatMap(({ entities: [a, b], verdict }) =>
      shown(
        world,
        verdict,
        [tableLayout(a), tableLayout(b)],
        `a ${a.name} and a ${b.name}`,
        () => overwrites,
      ),
    ),
    ...proofs.ambiguities.flatMap(({ entity, attribute, verdict }) => {
      const title = `two of ${entity.name} that differ in ${attribute.name}`;
      return shown(world, verdict, [tableLayout(entity), tableLayout(entity)], title, () => overwrites);
    }),
    ...proofs.lostIdentities.flatMap(({ entity, attributes }): readonly Evidence[] => {
      const items = lostPairs(world, entity, attributes);
      const names = listOf(attributes.map(({ name }) => name));
      const title = `two of ${entity.name} that differ in ${names}`;
      return items ? [{ title, claim: overwrites, items, told: [] }] : [];
    }),
  ];
  const uses = new Map<Action, ActionUse>([...allActions(design)].map((use) => [use.action, use]));
  const patterns = new Map<string, readonly Evidence[]>();
  for (const { use, route, overReads, wrongItems, returns, misses, orders } of proofs.reads) {
    const known = uses.get(use.action) ?? use;
    const ofKind = (
      kind: 'over-read' | 'returned' | 'under-read',
      claims: typeof overReads,
      title: (entity: Entity) => string,
    ): readonly Evidence[] =>
      claims.flatMap(({ entity, layout, verdict }) =>
        shown(world, verdict, [{ entity, layout }], title(entity), ({ parameters }) => ({
          kind,
          read: { use: known, route, parameters },
        })),
      );
    const own = [
      ...ofKind('over-read', overReads, ({ name }) => `a ${name} in its range`),
      ...ofKind('over-read', wrongItems, ({ name }) => `a ${name} that is not asked for`),
      ...ofKind('returned', returns, ({ name }) => `a ${name} in its range`),
      ...ofKind('under-read', misses, ({ name }) => `a ${name} out of its range`),
      ...orders.flatMap(({ attribute, entities: [a, b], layouts: [atA, atB], verdict }) =>
        shown(
          world,
          verdict,
          [
            { entity: a, layout: atA },
            { entity: b, layout: atB },
          ],
          `a ${a.name} and a ${b.name} by ${attribute}`,
          ({ parameters }) => ({ kind: 'wrong-order', read: { use: known, route, parameters } }),
        ),
      ),
    ];
    patterns.set(use.pattern.name, [...(patterns.get(use.pattern.name) ?? []), ...own]);
  }
  return { model, patterns };
}

/** The evidence of a proof that has a witness: one, or none. */
function shown(
  world: World,
  proof: Proof,
  placed: readonly Placed[],
  title: string,
  claimOf: (witness: Witness) => Claim,
): readonly Evidence[] {
  if (proof.kind !== 'refuted' && proof.kind !== 'proved-if') return [];
  const { witness } = proof;
  const items = witness.items.map((item, i) => {
    const place = placed[i];
    return place && wholeItem(world, place, item);
  });
  const found = items.flatMap((item) => item ?? []);
  return [
    {
      title,
      claim: claimOf(witness),
      items: found.length === items.length ? found : undefined,
      told: witness.items.map(({ entity, keys }) =>
        [entity, ...[...keys].map(([name, text]) => `${name}=${text}`)].join(' '),
      ),
    },
  ];
}

/** A sample item with the values of the witness in place of its own, whose keys are those that the witness has. */
function wholeItem(world: World, { entity, layout }: Placed, witness: WitnessItem): Stored | undefined {
  const decided = new Map(
    [...witness.values].flatMap(([name, text]) => {
      const value = scalarValue(text, entity.attributes.get(name)?.type);
      return value ? [[name, value] as const] : [];
    }),
  );
  const fits = ({ keys, item, values }: Stored): boolean => {
    const isThere = layout === undefined || keys.has(layout.target);
    const variants = variantsFor(entity, (name) => values.get(name));
    const isVariant = layout?.variant === undefined || variants.includes(layout.variant);
    return (
      isThere &&
      isVariant &&
      [...witness.keys].every(([name, text]) => {
        const own = item.get(name);
        return own !== undefined && printValue(own) === text;
      })
    );
  };
  for (const { values } of itemsOf(world, [entity])) {
    const whole = storedOf(world, entity, new Map([...values, ...decided]));
    if (fits(whole)) return whole;
  }
  return undefined;
}
