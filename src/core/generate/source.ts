// What every generator of a table starts from: a design that DynamoDB would accept, or the reasons why it would not.
// Deliberately the only gate: behind it, generators take the design as sound.
import type { Design, Target } from '../model/design.ts';
import type { TableDecl } from '../model/model.ts';
import type { Snapshot } from '../snapshot.ts';
import { refusals } from './refusals.ts';
import type { Generated } from './target.ts';

export interface Source {
  readonly design: Design;
  readonly decl: TableDecl;
  readonly name: string;
  readonly table: Target;
  readonly globalIndexes: readonly Target[];
  readonly localIndexes: readonly Target[];
}

/** Runs the generator if CreateTable would accept the table; else says why it would not. */
export function generateFrom(snapshot: Snapshot, generate: (source: Source) => Generated): Generated {
  const { design } = snapshot;
  const reasons = refusals(snapshot);
  const { table } = design;
  const name = table?.decl.name?.value;
  if (reasons.length > 0 || table === undefined || name === undefined) return { kind: 'refused', reasons };
  return generate({
    design,
    decl: table.decl,
    name,
    table: table.target,
    globalIndexes: design.targets.filter((target) => target.kind === 'global'),
    localIndexes: design.targets.filter((target) => target.kind === 'local'),
  });
}
