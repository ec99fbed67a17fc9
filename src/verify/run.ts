// A run: the tables made, the samples written, the patterns tried one after the other, the tables deleted.
// Deliberately tells of every pattern as soon as it is done; the caller shows it, and may cancel.

import type { Reason } from '../core/generate/target.ts';
import type { Pattern, Target } from '../core/model/design.ts';
import type { Snapshot } from '../core/snapshot.ts';
import type { Check, PatternResult } from './checks/check.ts';
import { estimatesOf } from './checks/estimate.ts';
import { checkKeys } from './checks/keys.ts';
import { type Context, loadAll, type Tally } from './context.ts';
import type { Profile } from './engines/capabilities.ts';
import type { Engine } from './engines/engine.ts';
import { VerifyFailure } from './failure.ts';
import { verifyPattern } from './pattern.ts';
import { newRunId } from './run-id.ts';
import { createSession, errorName, type Session } from './session.ts';
import { type Definitions, definitionsOf, isMultiAttribute } from './table/definition.ts';
import { deploymentOf } from './table/deployment.ts';
import { type Waiting, waiting, withTables } from './table/lifecycle.ts';
import { defaultPrefix, type Naming } from './table/names.ts';
import { type Evidence, evidenceOf } from './witnesses/evidence.ts';
import { checkEvidence } from './witnesses/see.ts';
import { samplesFor, worldOf } from './world.ts';

export interface RunOptions {
  readonly engine: Engine;
  readonly signal: AbortSignal;
  /** Values that break keys which only look right. */
  readonly hostile?: boolean;
  /** The names of the patterns to try; all unless given. */
  readonly patterns?: readonly string[];
  /** What the tables' names begin with. */
  readonly prefix?: string;
  /** Called when a pattern begins, and when it is done. */
  readonly onStart?: (pattern: string) => void;
  readonly onDone?: (result: PatternResult) => void;
  readonly wait?: Waiting;
  /** What makes the names of this run's tables its own; tests give one. */
  readonly runId?: string;
}

export type Verification =
  | {
      readonly kind: 'done';
      readonly profile: Profile;
      readonly place: string;
      /** Of the table that the model describes, and how many sample items it held. */
      readonly table: string;
      readonly items: number;
      /** Of the whole model, under an empty name. */
      readonly model: PatternResult;
      readonly patterns: readonly PatternResult[];
      readonly tally: Tally;
    }
  /** The model is no table yet. */
  | { readonly kind: 'refused'; readonly reasons: readonly Reason[] };

/** Rejects with VerifyFailure where the engine fails, or the run is cancelled. */
export async function verify(snapshot: Snapshot, options: RunOptions): Promise<Verification> {
  const { engine, signal, prefix = defaultPrefix } = options;
  const session = createSession(engine, signal);
  const naming: Naming = { prefix, run: options.runId ?? newRunId(), tags: engine.tags };
  const table = snapshot.design.table?.target;
  const lacksKeys = engine.profile.lacks['multi-attribute-keys'] !== undefined;
  const definitions = definitionsOf(snapshot, naming, lacksKeys);
  if (definitions.kind === 'refused' || table === undefined) {
    return { kind: 'refused', reasons: definitions.kind === 'refused' ? definitions.reasons : [] };
  }
  try {
    return await verifyOn(snapshot, table, session, definitions, options);
  } catch (error) {
    const hasSuchKeys = snapshot.design.targets.some(isMultiAttribute);
    if (lacksKeys || !hasSuchKeys || errorName(error) !== 'ValidationException')
      throw asFailure(error, engine);
    // An engine of before 2025-11 does not know keys of several attributes: on a shadow, then.
    const shadowed = definitionsOf(snapshot, naming, true);
    if (shadowed.kind === 'refused') throw asFailure(error, engine);
    return await verifyOn(snapshot, table, session, shadowed, options).catch((again: unknown) => {
      throw asFailure(again, engine);
    });
  }
}

/** What the engine says of a request that must be right is a failure of the run. */
function asFailure(error: unknown, { place }: Engine): unknown {
  const name = errorName(error);
  if (name === undefined || !(error instanceof Error) || !name.endsWith('Exception')) return error;
  return new VerifyFailure('errors', `${place} refuses the table or its items. ${name}: ${error.message}`, {
    cause: error,
  });
}

async function verifyOn(
  snapshot: Snapshot,
  table: Target,
  session: Session,
  { main, shadow }: Extract<Definitions, { kind: 'defined' }>,
  options: RunOptions,
): Promise<Verification> {
  const samples = samplesFor(snapshot.design, options.hostile ?? false);
  const world = worldOf(snapshot, table, samples.items);
  const inputs = shadow ? [main.input, shadow.input] : [main.input];
  return withTables(
    session,
    inputs,
    async () => {
      const context: Context = {
        world,
        profile: session.engine.profile,
        main: deploymentOf(session, main, table),
        shadow: shadow && deploymentOf(session, shadow, table),
        tally: { read: 0, write: 0 },
        estimates: estimatesOf(snapshot),
      };
      await loadAll(context);
      const evidence = evidenceOf(world);
      const model = await withEvidence(context, checkKeys(world, samples), evidence.model);
      const patterns: PatternResult[] = [];
      for (const pattern of chosen(snapshot, options.patterns)) {
        options.onStart?.(pattern.name);
        const own = await verifyPattern(context, pattern);
        const result = await withEvidence(context, own, evidence.patterns.get(pattern.name) ?? []);
        patterns.push(result);
        options.onDone?.(result);
      }
      const { profile, place } = session.engine;
      const name = snapshot.design.model.table?.name?.value ?? '';
      return {
        kind: 'done' as const,
        profile,
        place,
        table: name,
        items: world.items.length,
        model,
        patterns,
        tally: context.tally,
      };
    },
    options.wait ?? waiting,
  );
}

/** The result with what is seen of the proofs' witnesses. */
async function withEvidence(
  context: Context,
  { pattern, checks }: PatternResult,
  evidence: readonly Evidence[],
): Promise<PatternResult> {
  const seen: Check[] = [];
  for (const each of evidence) seen.push(await checkEvidence(context, each));
  return { pattern, checks: [...checks, ...seen] };
}

const chosen = ({ design }: Snapshot, names: readonly string[] | undefined): readonly Pattern[] =>
  names === undefined ? design.patterns : design.patterns.filter(({ name }) => names.includes(name));
