// What all runs of one model share: the sample items by table and index, and how they are put together.
// Deliberately made once for a text; a run only reads it.
import type { Design, Entity, Target } from '../../model/design.ts';
import type { Clause } from '../../syntax/clause.ts';
import { once } from '../../text/once.ts';
import type { Analysis } from '../analysis.ts';
import { bind } from '../routes/bind.ts';
import { boundNames } from '../routes/known.ts';
import { type Frame, frameOf } from '../samples/assemble.ts';
import { collectionsIn, type SampleCollection } from '../samples/collect.ts';
import type { SampleItem } from '../samples/samples.ts';

export interface Scene {
  readonly analysis: Analysis;
  readonly design: Design;
  readonly frame: Frame;
  readonly collections: (target: Target) => readonly SampleCollection[];
  readonly itemsOf: (entity: Entity) => readonly SampleItem[];
}

export function sceneOf(analysis: Analysis): Scene {
  const { design, samples } = analysis;
  const byEntity = new Map<string, SampleItem[]>();
  for (const item of samples.items) {
    const own = byEntity.get(item.entity);
    if (own) own.push(item);
    else byEntity.set(item.entity, [item]);
  }
  return {
    analysis,
    design,
    frame: frameOf(design),
    collections: once((target) => collectionsIn(target, design.table?.target, samples.items)),
    itemsOf: ({ name }) => byEntity.get(name) ?? [],
  };
}

/** The names of parameters that a clause takes; none for one of constants. */
export function parametersOf(clause: Clause): readonly string[] {
  if (clause.operator === 'between' && clause.operands.length < 2) return boundNames(clause);
  return clause.operands.flatMap((operand) => (operand.kind === 'parameter' ? [operand.name] : []));
}

/** Which attribute of the entity each parameter of the clauses stands for, by the parameter's name. */
export function sourcesOf(
  clauses: readonly Clause[],
  entity: Entity,
  among: readonly Entity[],
): ReadonlyMap<string, string> {
  return new Map(
    bind(clauses, entity, among).givens.flatMap(({ attribute, clause }) =>
      parametersOf(clause).map((name) => [name, attribute.name] as const),
    ),
  );
}
