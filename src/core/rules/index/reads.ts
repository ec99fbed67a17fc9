// Which indexes are read, and for which entities: what index rules ask.
// Deliberately says that it does not know while a read has no route: the index may be meant for it.
import type { Analysis } from '../../analysis/analysis.ts';
import type { ActionUse } from '../../model/actions.ts';
import type { Entity } from '../../model/design.ts';

export interface IndexReads {
  /** False where nothing is read, or a read has no route: then no index can be said to be of no use. */
  readonly isComplete: boolean;
  /** By index, the entities that patterns read there. Those that are merely read beside them are not among them. */
  readonly entities: ReadonlyMap<string, ReadonlySet<Entity>>;
}

export function indexReads({ design, routes }: Analysis, actions: readonly ActionUse[]): IndexReads {
  const entities = new Map<string, Set<Entity>>();
  let hasReads = false;
  let isComplete = true;
  const add = (index: string, read: readonly Entity[]): void => {
    const known = entities.get(index) ?? new Set();
    entities.set(index, known);
    for (const entity of read) known.add(entity);
  };
  for (const { action, entities: read } of actions) {
    if (action.kind === 'search') {
      const indexes = action.index ? [action.index.value] : design.vectorIndexes.map(({ name }) => name);
      for (const name of indexes) add(name, read);
      continue;
    }
    if (action.kind !== 'query' && action.kind !== 'scan' && action.kind !== 'get') continue;
    hasReads = true;
    const result = routes.get(action);
    if (result?.kind === 'served') add(result.route.target.name, read);
    else isComplete = false;
  }
  return { isComplete: isComplete && hasReads, entities };
}
