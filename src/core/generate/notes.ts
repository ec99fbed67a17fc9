// What a generated table assumes, or leaves out, whatever the target: said to the user, never silently lost.
// Deliberately words only; what one target cannot express, that target says itself.
import { limits } from '../facts/limits.ts';
import { listOf } from '../text/words.ts';
import type { Source } from './source.ts';

export function commonNotes({ decl, globalIndexes, localIndexes, design }: Source): readonly string[] {
  const notes: string[] = [];
  if (decl.capacity === undefined) {
    notes.push('The model states no capacity; the table is made on-demand (PAY_PER_REQUEST).');
  }
  const unbounded = [
    ...(isUnbounded(decl.capacity) ? ['the table'] : []),
    ...globalIndexes.filter((index) => isUnbounded(index.decl?.capacity)).map((index) => index.name),
  ];
  if (unbounded.length > 0) {
    notes.push(`Autoscaling of ${listOf(unbounded)} is left out: it needs a \`max\` in the model.`);
  }
  const ownCapacity = [...localIndexes.flatMap((index) => index.decl ?? []), ...design.vectorIndexes].filter(
    (index) => index.capacity?.mode === 'provisioned',
  );
  if (ownCapacity.length > 0) {
    notes.push(
      `The capacity of ${listOf(ownCapacity.map((index) => index.name))} is left out: only global indexes have their own.`,
    );
  }
  const quota = limits.globalIndexes.value;
  if (globalIndexes.length > quota) {
    notes.push(
      `The table has ${globalIndexes.length} global indexes, and the default quota is ${quota}: ask AWS for more first.`,
    );
  }
  return notes;
}

const isUnbounded = (capacity: Source['decl']['capacity']): boolean =>
  capacity?.mode === 'provisioned' &&
  capacity.autoscaling !== undefined &&
  capacity.autoscaling.maxRead === undefined &&
  capacity.autoscaling.maxWrite === undefined;
