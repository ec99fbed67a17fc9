// The calls of every pattern of a text, and the models on which they are tried.
// Deliberately with one model that nobody would write: names and values that break out of whatever quotes badly.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { runPattern } from '../../../src/core/analysis/runs/run-pattern.ts';
import { sceneOf } from '../../../src/core/analysis/runs/scene.ts';
import type { Call } from '../../../src/core/calls/call.ts';
import { callsOf } from '../../../src/core/calls/calls-of.ts';
import { createSnapshot } from '../../../src/core/snapshot.ts';
import { root } from '../../support/golden.ts';

export interface PatternCalls {
  readonly pattern: string;
  readonly calls: readonly Call[];
}

/** Of the patterns that make a call at all. */
export function callsIn(text: string): readonly PatternCalls[] {
  const snapshot = createSnapshot(text);
  const scene = sceneOf(snapshot);
  return snapshot.design.patterns
    .map((pattern) => ({
      pattern: pattern.name,
      calls: callsOf(snapshot, pattern, runPattern(scene, pattern)),
    }))
    .filter(({ calls }) => calls.length > 0);
}

const fixture = (name: string): string => readFileSync(path.join(root, 'test/fixtures', name), 'utf8');

/** One pattern of every kind, with values of every type. */
export const everyKind = fixture('calls/every-kind.ddb.yaml');

export const models: readonly (readonly [name: string, text: string])[] = [
  ['every-kind', everyKind],
  ['cases', fixture('runs/cases.ddb.yaml')],
  ['aws-online-shop', fixture('designs/aws-online-shop.ddb.yaml')],
  ['debrie-github', fixture('designs/debrie-github.ddb.yaml')],
];

/** A small model whose names, key literals and values are these texts. */
export function hostileModel(texts: readonly string[]): string {
  const [a = 'a', b = 'b', c = 'c', d = 'd'] = texts.map((text) => JSON.stringify(text));
  const key = (text: string): string => JSON.stringify(`${JSON.parse(text).replaceAll('${', '$${')}#\${id}`);
  return `version: 1
table: { name: ${a}, partitionKey: ${b}, sortKey: SK }
indexes: { ${c}: { partitionKey: GSIPK } }
entities:
  Thing:
    attributes: { id: string, ${d}: string, n: number }
    identity: [id]
    keys: { ${b}: ${key(a)}, SK: ${key(d)}, GSIPK: ${key(c)} }
    samples: [{ id: ${a}, ${d}: ${b}, n: 1.50 }]
accessPatterns:
  get: { get: Thing }
  query: { query: Thing, index: ${c}, where: id }
  put: { put: Thing, condition: not-exists }
  update: { update: Thing, set: [n] }
  delete: { delete: Thing }
  together: { transactWrite: [{ put: Thing }, { check: Thing }] }
`;
}
