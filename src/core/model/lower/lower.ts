// From tree to model: the whole document.
// Deliberately total and silent: any tree gives a model, and what is malformed is left out of it.

import { spanOf, type Tree } from '../../syntax/tree.ts';
import { spanned } from '../../text/span.ts';
import type { Model } from '../model.ts';
import { entriesOf, valueAt } from './fields.ts';
import { lowerEntity } from './lower-entities.ts';
import { lowerPattern } from './lower-patterns.ts';
import { lowerIndex, lowerTable } from './lower-table.ts';

export function lower(text: string, tree: Tree): Model {
  const root = tree.root?.kind === 'map' ? tree.root : undefined;
  const version = valueAt(root, 'version');
  return {
    version: version?.kind === 'scalar' ? spanned(version.value, spanOf(version)) : undefined,
    root,
    table: lowerTable(root),
    indexes: entriesOf(root, 'indexes').map(lowerIndex),
    entities: entriesOf(root, 'entities').map((entry) => lowerEntity(text, entry)),
    patterns: entriesOf(root, 'accessPatterns').flatMap((entry) => lowerPattern(text, entry) ?? []),
  };
}
