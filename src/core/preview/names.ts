// How the parts of a design are named in the view model: targets by ids, entities by their places.
// Deliberately the one place that makes ids, so that all parts of a preview mean the same by them.
import type { Design, Entity, Target } from '../model/design.ts';

export const targetId = (target: Target): string =>
  target.kind === 'table' ? 'table' : `index:${target.name}`;

export const targetTitle = (target: Target): string => (target.kind === 'table' ? 'Table' : target.name);

/** The place of an entity among all; undefined for a name that is none. */
export function createPlaces({ entities }: Design): (name: string) => number | undefined {
  const places = new Map([...entities.keys()].map((name, place) => [name, place]));
  return (name) => places.get(name);
}

/** The places of several, those that are none left out. */
export const placesOf = (
  places: (name: string) => number | undefined,
  names: readonly (string | Entity)[],
): readonly number[] => names.flatMap((each) => places(typeof each === 'string' ? each : each.name) ?? []);
