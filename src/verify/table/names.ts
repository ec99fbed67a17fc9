// Names of the tables of a run: a prefix, the model's own name, and the run's number.
// Deliberately unlike any name that a person gives: a table of that name is this run's.

export interface Naming {
  readonly prefix: string;
  /** Of this run alone, so that no other table has the name. */
  readonly run: string;
  readonly tags: Readonly<Record<string, string>>;
}

export const defaultPrefix = 'singlet-verify';

const longestName = 255;

export const tableName = (
  { prefix, run }: Pick<Naming, 'prefix' | 'run'>,
  model: string,
  suffix = '',
): string => {
  const room = longestName - prefix.length - run.length - suffix.length - 2;
  return `${prefix}-${model.slice(0, room)}-${run}${suffix}`;
};
