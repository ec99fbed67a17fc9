// Invariant 9: files that are made of the code are those that the code makes. SINGLET_UPDATE=1 writes them.
// Deliberately also fails for a page of a rule that is no more.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { jsonSchema } from '../../src/core/model/json-schema.ts';
import { catalogue } from '../../src/core/rules/catalogue.ts';
import { expectGolden, root } from '../support/golden.ts';
import { limitsFile, limitsPage } from './limits-page.ts';
import { pageFile, ruleList, rulePage } from './rule-pages.ts';

const pages = path.join(root, 'media/rules');

describe('generated files', () => {
  it('media/singlet.schema.json is the schema of the language', () => {
    expectGolden(path.join(root, 'media/singlet.schema.json'), `${JSON.stringify(jsonSchema(), null, 2)}\n`);
  });

  it('media/rules/README.md lists every rule', () => {
    expectGolden(path.join(pages, 'README.md'), ruleList());
  });

  it('media/rules/limits.md lists every limit', () => {
    expectGolden(path.join(pages, limitsFile), limitsPage());
  });

  for (const rule of catalogue) {
    it(`media/rules/${pageFile(rule)} is the page of its rule`, () => {
      expectGolden(path.join(pages, pageFile(rule)), rulePage(rule));
    });
  }

  it('media/rules has no page of a rule that is no more', () => {
    const known = new Set(['README.md', limitsFile, ...catalogue.map(pageFile)]);
    const stale = fs
      .readdirSync(pages, { recursive: true, encoding: 'utf8' })
      .map((name) => name.split(path.sep).join('/'))
      .filter((name) => fs.statSync(path.join(pages, name)).isFile() && !known.has(name));
    if (process.env.SINGLET_UPDATE === '1') for (const name of stale) fs.rmSync(path.join(pages, name));
    else assert.deepEqual(stale, []);
  });
});
