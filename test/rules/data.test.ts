// The data of every finding of every fixture is small and plain, and fixes need no more than its JSON: so it can leave the process.
// Deliberately over all fixtures, not one for each rule: a rule may put something else into data in each of its branches.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { createSnapshot } from '../../src/core/snapshot.ts';
import { root } from '../support/golden.ts';
import { plain } from '../support/marked.ts';

const folder = path.join(root, 'test/fixtures/rules');
const fixtures = fs
  .readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ddb.yaml'))
  .sort();

/** Names of a few things and an edit or two; a whole model has hundreds of thousands of characters. */
const mostCharacters = 1000;

/** Where a value is not what JSON can hold; a member that is undefined is left out there, and that is all one. */
function strangerIn(value: unknown, at: string): string | undefined {
  if (value === null || ['undefined', 'string', 'boolean'].includes(typeof value)) return undefined;
  if (typeof value === 'number') return Number.isFinite(value) ? undefined : `${at} is ${value}`;
  if (typeof value !== 'object') return `${at} is a ${typeof value}`;
  if (!Array.isArray(value) && Object.getPrototypeOf(value) !== Object.prototype)
    return `${at} is no plain object`;
  for (const [key, member] of Object.entries(value)) {
    const found = at.split('.').length > 8 ? `${at} is deep` : strangerIn(member, `${at}.${key}`);
    if (found !== undefined) return found;
  }
  return undefined;
}

const throughJson = (data: unknown): unknown =>
  data === undefined ? undefined : JSON.parse(JSON.stringify(data));

describe('data of findings', () => {
  it('is small and plain, and its JSON gives the same fixes', () => {
    const defects = new Set<string>();
    let findings = 0;
    for (const name of fixtures) {
      const snapshot = createSnapshot(plain(fs.readFileSync(path.join(folder, name), 'utf8')));
      for (const finding of snapshot.report.findings) {
        findings++;
        const stranger = strangerIn(finding.data, 'data');
        if (stranger !== undefined) {
          defects.add(`${finding.rule}: ${stranger}`);
          continue;
        }
        const size = JSON.stringify(finding.data)?.length ?? 0;
        if (size > mostCharacters) defects.add(`${finding.rule}: ${size} characters`);
        const sent = { ...finding, data: throughJson(finding.data) };
        if (!isDeepStrictEqual(snapshot.fixes(sent), snapshot.fixes(finding)))
          defects.add(`${finding.rule}: fixes differ in ${name}`);
      }
    }
    assert.ok(findings > 500, `only ${findings} findings`);
    assert.deepEqual([...defects].sort(), []);
  });
});
