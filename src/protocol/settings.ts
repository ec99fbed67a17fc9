// The settings under `singlet.` that the server reads, with their defaults.
// Deliberately total: null, a missing section or a value of another type gives the default, never an error.

/** The section of VS Code's settings that is ours. */
export const settingsSection = 'singlet';

export interface Settings {
  /** Whether models that are not open are checked too. */
  readonly checkWorkspace: boolean;
}

/** Reads what a client gives for the section `singlet`. */
export function settingsFrom(section: unknown): Settings {
  const { workspace } = recordOf(recordOf(section).diagnostics);
  return { checkWorkspace: workspace !== false && workspace !== 'off' };
}

const recordOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
