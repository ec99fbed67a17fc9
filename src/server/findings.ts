// The findings of one file as diagnostics, worked out in steps between which other messages are read.
// Deliberately one way for pulled, pushed and workspace diagnostics alike.
import type { CancellationToken, Diagnostic } from 'vscode-languageserver/node';
import type { Snapshot } from '../core/snapshot.ts';
import type { ClientAbilities } from './client-abilities.ts';
import { toDiagnostic } from './convert.ts';
import { checkFailed, ruleCrashed } from './crash-diagnostics.ts';
import { errorText, type Guard, type Log, letOthersIn } from './guard.ts';
import type { ModelFile } from './model-file.ts';

/** In the order of their cost; each builds on the ones before it. */
const steps: readonly ((snapshot: Snapshot) => unknown)[] = [
  ({ tree }) => tree,
  ({ design }) => design,
  ({ routes }) => routes,
  ({ report }) => report,
];

export interface Checker {
  /** Rejects with the LSP's error when cancelled; a crash is among the diagnostics. */
  diagnosticsOf(file: ModelFile, token: CancellationToken): Promise<Diagnostic[]>;
}

export function createChecker(client: ClientAbilities, guard: Guard, log: Log): Checker {
  const logged = new WeakSet<Snapshot>();
  const logCrashes = ({ uri, snapshot }: ModelFile): void => {
    if (logged.has(snapshot)) return;
    logged.add(snapshot);
    for (const { rule, error } of snapshot.report.crashes) {
      log(`rule ${rule} failed on ${uri}: ${errorText(error)}`);
    }
  };
  async function check(file: ModelFile, token: CancellationToken): Promise<Diagnostic[]> {
    for (const step of steps) {
      step(file.snapshot);
      await letOthersIn(token);
    }
    logCrashes(file);
    const { crashes, findings } = file.snapshot.report;
    return [
      ...crashes.map(({ rule }) => ruleCrashed(file, rule)),
      ...findings.map((finding) => toDiagnostic(file, finding, client)),
    ];
  }
  return {
    diagnosticsOf: (file, token) => guard('diagnostics', [checkFailed(file)], check)(file, token),
  };
}
