// Units of broken models: whatever the text, there is an answer, and its working adds up.
import assert from 'node:assert/strict';
import { analyze } from '../../../src/core/analysis/analysis.ts';
import { type PatternUnits, unitsOf } from '../../../src/core/analysis/capacity/pattern-units.ts';
import type { Pattern } from '../../../src/core/model/design.ts';
import { wrongSteps } from './numbers.ts';

/** Every pattern of the model with its units. */
function unitsOfAll(text: string): readonly (readonly [Pattern, PatternUnits])[] {
  const analysis = analyze(text);
  return analysis.design.patterns.map((pattern) => [pattern, unitsOf(pattern, analysis)]);
}

const whole = `version: 1
table: { name: T, partitionKey: PK, sortKey: SK, typeAttribute: type }
indexes:
  GSI1: { partitionKey: GSI1PK, sortKey: GSI1SK }
  ByStatus: { partitionKey: [store, status], sortKey: [at], projection: [total] }
  ByTotal: { type: local, sortKey: total, projection: [status] }
entities:
  User:
    attributes: { name: { type: string, size: 12 B }, email: { format: email, optional: true, present: 60% } }
    keys: { PK: "U#\${name}", SK: "U#\${name}" }
    count: 1M
  Order:
    attributes:
      name: User.name
      id: ksuid
      store: { type: string, size: 6 B, distinct: 400 }
      status: { enum: { OPEN: 2%, DONE: 98% } }
      at: { format: date-time, span: 3 years }
      total: number
    keys:
      PK: "U#\${name}"
      SK: "O#\${id | pad(4)}"
      GSI1: [{ when: status = OPEN, GSI1PK: "\${at | date(yyyy-MM)}#\${id | shard(8)}", GSI1SK: "\${PK}" }]
    count: { mean: 20, max: 500, per: User }
accessPatterns:
  a: { put: Order, condition: not-exists, fails: 2%, rate: 2/s }
  b: { query: [User, Order], where: name, order: descending, limit: 11, peak: 900/s }
  c: { transactWrite: [{ put: Order }, { update: Order, set: [status = DONE, total] }, { check: User }] }
  d: { query: Order, where: [store, status = OPEN, at between], select: [total], limit: 50 }
  e: { query: Order, where: name, then: { batchGet: User, where: name } }
  f: { query: Order, where: name, order: total descending, consistency: strong }
  g: { scan: Order, index: GSI1 }
  h: { analyze: Order, needs: [aggregate] }
`;

describe('units of any text', () => {
  it('of every beginning of a model, and of the model without any of its lines', function () {
    this.timeout(30_000);
    const texts: string[] = [];
    for (let end = 0; end < whole.length; end += 67) texts.push(whole.slice(0, end));
    const lines = whole.split('\n');
    for (const at of lines.keys()) texts.push(lines.toSpliced(at, 1).join('\n'));
    for (const text of texts) {
      for (const [pattern, found] of unitsOfAll(text)) {
        assert.deepEqual(wrongSteps(found.steps), [], `${pattern.name} of ${text}`);
        for (const { min, mean, max } of [found.read, found.write, found.items, found.bytes]) {
          assert.ok(![min, mean ?? 0, max ?? 0].some(Number.isNaN), `${pattern.name} of ${text}`);
          assert.ok(min <= (mean ?? min) && (mean ?? min) <= (max ?? Infinity), `${pattern.name} of ${text}`);
        }
      }
    }
  });

  it('by target adds up to the whole', () => {
    for (const [pattern, found] of unitsOfAll(whole)) {
      if (pattern.kind === 'analyze') continue;
      const totals = (of: 'read' | 'write') =>
        found.byTarget.reduce((all, target) => all + (target[of].mean ?? 0), 0);
      if (found.read.mean !== undefined)
        assert.ok(Math.abs(totals('read') - found.read.mean) < 1e-9, pattern.name);
      if (found.write.mean !== undefined)
        assert.ok(Math.abs(totals('write') - found.write.mean) < 1e-9, pattern.name);
    }
  });
});
