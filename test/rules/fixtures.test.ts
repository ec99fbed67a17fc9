// Every rule has a folder of fixtures: bad (with caret marks), good, and bad after its fix. They are tests and documentation.
// Deliberately exact: an extra finding, of any rule, fails too.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { catalogue } from '../../src/core/rules/catalogue.ts';
import type { Rule } from '../../src/core/rules/rule.ts';
import { createSnapshot } from '../../src/core/snapshot.ts';
import { applyEdits } from '../../src/core/text/edit.ts';
import { expectGolden, readIfThere, root } from '../support/golden.ts';
import { mark, plain } from '../support/marked.ts';

const folder = path.join(root, 'test/fixtures/rules');

function marked(text: string): string {
  const { findings, crashes } = createSnapshot(text).report;
  assert.deepEqual(crashes, []);
  return mark(
    text,
    findings.map((each) => ({ span: each.span, label: `${each.rule}: ${each.message}` })),
  );
}

/** The text after the first fix of each finding of the rule, one at a time, as a user would apply them. */
function fixed(rule: Rule, text: string): string {
  let current = text;
  for (let round = 0; round < 20; round++) {
    const snapshot = createSnapshot(current);
    const own = snapshot.report.findings.filter((finding) => finding.rule === rule.id);
    const fix = own.flatMap((finding) => snapshot.fixes(finding).slice(0, 1))[0];
    if (fix === undefined) return current;
    current = applyEdits(current, fix.edits);
  }
  return current;
}

const variants = (rule: Rule, kind: 'bad' | 'good'): readonly string[] => {
  const own = path.join(folder, rule.id);
  if (!fs.existsSync(own)) return [];
  return fs.readdirSync(own).filter((name) => name.startsWith(kind) && name.endsWith('.ddb.yaml'));
};

describe('rules', () => {
  for (const rule of catalogue) {
    describe(rule.id, () => {
      const own = path.join(folder, rule.id);

      it('has a bad and a good example', () => {
        assert.ok(variants(rule, 'bad').length > 0, `write ${rule.id}/bad.ddb.yaml`);
        assert.ok(variants(rule, 'good').length > 0, `write ${rule.id}/good.ddb.yaml`);
      });

      for (const name of variants(rule, 'bad')) {
        const file = path.join(own, name);
        const text = plain(readIfThere(file) ?? '');

        it(`${name}: finds exactly what is marked`, () => {
          const findings = createSnapshot(text).report.findings;
          assert.ok(
            findings.some((finding) => finding.rule === rule.id),
            `${name} has no finding of ${rule.id}`,
          );
          expectGolden(file, marked(text));
        });

        it(`${name}: its fix gives ${name.replace('bad', 'fixed')}`, () => {
          const snapshot = createSnapshot(text);
          const own = snapshot.report.findings.filter((finding) => finding.rule === rule.id);
          const fixes = own.flatMap((finding) => snapshot.fixes(finding));
          const result = file.replace(/bad([^/]*)$/, 'fixed$1');
          if (fixes.length === 0) {
            assert.ok(!fs.existsSync(result), `${result} exists, but the rule offers no fix`);
            return;
          }
          const after = fixed(rule, text);
          const left = createSnapshot(after).report.findings.filter((finding) => finding.rule === rule.id);
          const unfixable = own.filter((finding) => snapshot.fixes(finding).length === 0);
          assert.equal(left.length, unfixable.length, 'the fix leaves the finding');
          expectGolden(result, marked(after));
        });
      }

      for (const name of variants(rule, 'good')) {
        it(`${name}: finds nothing`, () => {
          const text = readIfThere(path.join(own, name)) ?? '';
          assert.equal(marked(text), text);
        });
      }
    });
  }

  it('has no fixtures of a rule that is not in the catalogue', () => {
    const ids = new Set(catalogue.map((rule) => rule.id));
    const folders = fs
      .readdirSync(folder)
      .flatMap((group) => fs.readdirSync(path.join(folder, group)).map((name) => `${group}/${name}`));
    assert.deepEqual(
      folders.filter((id) => !ids.has(id)),
      [],
    );
  });

  it('has every rule file in the catalogue', () => {
    const ids = new Set(catalogue.map((rule) => rule.id));
    const groups = fs
      .readdirSync(path.join(root, 'src/core/rules'), { withFileTypes: true })
      .filter((e) => e.isDirectory());
    const files = groups.flatMap((group) =>
      fs
        .readdirSync(path.join(root, 'src/core/rules', group.name))
        .map((name) => `${group.name}/${name.replace('.ts', '')}`),
    );
    const isRule = (id: string) =>
      /defineRule/.test(readIfThere(path.join(root, 'src/core/rules', `${id}.ts`)) ?? '');
    assert.deepEqual(
      files.filter((id) => isRule(id) && !ids.has(id)),
      [],
    );
  });
});
