// The settings under `singlet.` that the server reads, with their defaults.
// Deliberately total: null, a missing section or a value of another type gives the default, never an error.
import type { CostOptions } from '../core/analysis/cost/options.ts';
import { costFrom, recordOf } from './cost-settings.ts';

/** The section of VS Code's settings that is ours. */
export const settingsSection = 'singlet';

export interface Settings {
  /** Whether models that are not open are checked too. */
  readonly checkWorkspace: boolean;
  /** What costs are computed with; empty where nothing is set. */
  readonly cost: CostOptions;
}

/** Reads what a client gives for the section `singlet`. */
export function settingsFrom(section: unknown): Settings {
  const { diagnostics, prices } = recordOf(section);
  const { workspace } = recordOf(diagnostics);
  return { checkWorkspace: workspace !== false && workspace !== 'off', cost: costFrom(prices) };
}
