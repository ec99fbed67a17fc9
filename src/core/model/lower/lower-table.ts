// From tree to declarations: the table and its indexes.
// Deliberately checks nothing; what is malformed is left out.

import { parseAmount, parseShare } from '../../syntax/quantity.ts';
import { entryOf, type MapEntry, type Node } from '../../syntax/tree.ts';
import type {
  IndexDecl,
  IndexKind,
  KeyAttributeDecl,
  ProjectionDecl,
  StreamConsumer,
  StreamView,
  TableDecl,
  Throughput,
} from '../model.ts';
import { keyTypes } from '../schema/table.ts';
import {
  flag,
  items,
  itemsOf,
  mapOf,
  named,
  quantity,
  text,
  textOf,
  texts,
  valueAt,
  word,
} from './fields.ts';

const streamViews: readonly StreamView[] = ['keys-only', 'new-image', 'old-image', 'new-and-old-images'];
const indexKinds: readonly IndexKind[] = ['global', 'local', 'vector'];

function keyAttribute(node: Node | undefined): KeyAttributeDecl | undefined {
  const name = node?.kind === 'map' ? text(node, 'name') : textOf(node);
  if (name === undefined) return undefined;
  return { name: name.value, span: name.span, type: word(node, 'type', keyTypes)?.value };
}

const keyAttributes = (node: Node | undefined): readonly KeyAttributeDecl[] =>
  items(node).flatMap((item) => keyAttribute(item) ?? []);

function throughput(node: Node | undefined, key: string): Throughput | undefined {
  const value = valueAt(node, key);
  if (value?.kind === 'scalar') return value.value === 'on-demand' ? { mode: 'on-demand' } : undefined;
  if (value?.kind !== 'map') return undefined;
  const scaling = mapOf(value, 'autoscaling');
  const max = mapOf(scaling, 'max');
  return {
    mode: 'provisioned',
    read: quantity(value, 'read', parseAmount),
    write: quantity(value, 'write', parseAmount),
    autoscaling: scaling && {
      target: quantity(scaling, 'target', parseShare),
      maxRead: quantity(max, 'read', parseAmount),
      maxWrite: quantity(max, 'write', parseAmount),
    },
  };
}

function consumers(node: Node | undefined): readonly StreamConsumer[] {
  return itemsOf(node, 'consumers').flatMap((item) => {
    const name = text(item, 'name')?.value;
    if (name === undefined) return [];
    return [{ name, kind: text(item, 'kind')?.value, view: word(item, 'view', streamViews)?.value }];
  });
}

export function lowerTable(root: Node | undefined): TableDecl | undefined {
  const entry = entryOf(root, 'table');
  const node = mapOf(root, 'table');
  if (entry === undefined || node === undefined) return undefined;
  return {
    span: entry.span,
    node,
    name: text(node, 'name'),
    description: text(node, 'description')?.value,
    partitionKey: keyAttribute(valueAt(node, 'partitionKey')),
    sortKey: keyAttribute(valueAt(node, 'sortKey')),
    typeAttribute: text(node, 'typeAttribute'),
    capacity: throughput(node, 'capacity'),
    tableClass: word(node, 'class', ['standard', 'standard-infrequent-access'])?.value,
    region: text(node, 'region'),
    timeToLive: text(node, 'timeToLive'),
    stream: word(node, 'stream', streamViews)?.value,
    consumers: consumers(node),
    pointInTimeRecovery: flag(node, 'pointInTimeRecovery') ?? false,
    deletionProtection: flag(node, 'deletionProtection') ?? false,
    replicas: texts(node, 'replicas'),
    needs: texts(node, 'needs'),
  };
}

function projection(node: Node | undefined): ProjectionDecl {
  const value = valueAt(node, 'projection');
  if (value?.kind === 'list') return items(value).flatMap((item) => textOf(item) ?? []);
  if (value?.kind === 'scalar' && value.value === 'keys-only') return 'keys-only';
  return 'all';
}

export function lowerIndex(entry: MapEntry): IndexDecl {
  const node = entry.value;
  const dimensions = valueAt(node, 'dimensions');
  return {
    ...named(entry),
    kind: word(node, 'type', indexKinds)?.value ?? 'global',
    description: text(node, 'description')?.value,
    partitionKey: keyAttributes(valueAt(node, 'partitionKey')),
    sortKey: keyAttributes(valueAt(node, 'sortKey')),
    projection: projection(node),
    capacity: throughput(node, 'capacity'),
    vector: text(node, 'vector'),
    dimensions:
      dimensions?.kind === 'scalar' && typeof dimensions.value === 'number' ? dimensions.value : undefined,
    distance: text(node, 'distance')?.value,
    filters: texts(node, 'filters'),
  };
}
