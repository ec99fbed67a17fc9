// Every witness of a proof is written to the engine and seen there, in all designs, examples and fixtures of rules.
// Deliberately the run that people start: what a proof claims is one of its checks.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { globSync } from 'tinyglobby';
import { createSnapshot } from '../../src/core/snapshot.ts';
import type { Check } from '../../src/verify/checks/check.ts';
import type { Engine } from '../../src/verify/engines/engine.ts';
import { verify } from '../../src/verify/run.ts';
import { allResults, checkTitle } from '../../src/verify/totals.ts';
import { root } from '../support/golden.ts';
import { plain } from '../support/marked.ts';
import { embedded, models, never } from './support.ts';

const fixtures = globSync('test/fixtures/rules/**/*.ddb.yaml', { cwd: root, expandDirectories: false })
  .sort()
  .map((file) => ({ file, text: plain(readFileSync(path.join(root, file), 'utf8')) }));

const isShown = ({ verdict }: { readonly verdict: { readonly kind: string } }): boolean =>
  verdict.kind === 'refuted' || verdict.kind === 'proved-if';

/** How many claims of the model have a witness, by kind. */
function claimsIn(text: string): Readonly<Record<string, number>> {
  const { proofs, design, report } = createSnapshot(text);
  // Of a key that cannot be made no item shows anything.
  const isBroken = report.findings.some(
    ({ rule, severity }) => rule.startsWith('template/') && severity === 'error',
  );
  if (design.table === undefined || isBroken) return {};
  const ofReads = (kind: 'overReads' | 'wrongItems' | 'returns' | 'misses' | 'orders'): number =>
    proofs.reads.reduce((sum, claims) => sum + claims[kind].filter(isShown).length, 0);
  return {
    collisions: proofs.collisions.filter(isShown).length,
    ambiguities: proofs.ambiguities.filter(isShown).length,
    overReads: ofReads('overReads'),
    wrongItems: ofReads('wrongItems'),
    returns: ofReads('returns'),
    misses: ofReads('misses'),
    orders: ofReads('orders'),
    // Those that a function in the key makes alike have no pair that is plainly different.
    lostIdentities: proofs.lostIdentities.filter(({ isPartly }) => !isPartly).length,
  };
}

const sum = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((all, each) => all + each, 0);

describe('the witnesses of proofs', function () {
  this.timeout(240_000);
  let engine: Engine;
  const tried = new Map<string, number>();

  before(async () => {
    engine = await embedded();
  });
  after(() => engine.close());

  /** Of the patterns that have such claims, and of the keys; undefined where no table can be made. */
  async function proofChecks(text: string): Promise<readonly Check[] | undefined> {
    const snapshot = createSnapshot(text);
    const withWitness = snapshot.proofs.reads.filter((claims) =>
      [...claims.overReads, ...claims.wrongItems, ...claims.returns, ...claims.misses, ...claims.orders].some(
        isShown,
      ),
    );
    const patterns = withWitness.map(({ use }) => use.pattern.name);
    const done = await verify(snapshot, { engine, signal: never, patterns });
    if (done.kind === 'refused') return undefined;
    return allResults(done).flatMap(({ checks }) => checks.filter(({ aspect }) => aspect === 'proof'));
  }

  for (const { file, text } of [...models, ...fixtures]) {
    const claims = claimsIn(text);
    if (sum(claims) === 0) continue;
    it(`${file}: ${sum(claims)} are seen`, async function () {
      const checks = await proofChecks(text);
      if (checks === undefined) this.skip();
      assert.deepEqual(
        checks
          .filter(({ verdict }) => verdict.kind !== 'confirmed')
          .map((check) => [checkTitle(check), check.verdict]),
        [],
      );
      assert.ok(checks.length >= sum(claims), `${checks.length} of ${sum(claims)}`);
      for (const [kind, number] of Object.entries(claims)) tried.set(kind, (tried.get(kind) ?? 0) + number);
    });
  }

  it('are of every kind', () => {
    console.log(`      ${[...tried].map(([kind, number]) => `${number} ${kind}`).join(', ')}`);
    assert.deepEqual(
      [...tried].filter(([, number]) => number === 0),
      [],
    );
  });
});
