// What each target makes of some models, kept in files; and of every model that nothing of it is no property of CloudFormation.
// Deliberately whole files: a reviewer reads them as a user will.
import assert from 'node:assert/strict';
import path from 'node:path';
import { parse } from 'yaml';
import { targets } from '../../../src/core/generate/targets.ts';
import { createSnapshot } from '../../../src/core/snapshot.ts';
import { expectGolden, readIfThere } from '../../support/golden.ts';
import { templateProblems } from './cloudformation-properties.ts';
import { folder, models, reviewed } from './models.ts';

const extensions: Readonly<Record<string, string>> = {
  cloudformation: 'template.yaml',
  'create-table': 'create-table.json',
};

function generated(id: string, text: string) {
  const result = targets.find((target) => target.id === id)?.generate(createSnapshot(text));
  assert.ok(result?.kind === 'text', JSON.stringify(result));
  return result;
}

describe('generated table definitions', () => {
  it('has models to generate from', () => {
    assert.ok(reviewed.length >= 8 && models.length >= 30);
  });

  for (const { name, text } of reviewed) {
    for (const { id } of targets) {
      it(`${name}: ${id}`, () => {
        const { text: made, notes } = generated(id, text);
        expectGolden(path.join(folder, `${name}.${extensions[id]}`), made);
        const file = path.join(folder, `${name}.${id}.notes.txt`);
        if (notes.length > 0) expectGolden(file, notes.map((note) => `${note}\n`).join(''));
        else assert.equal(readIfThere(file), undefined, `${file} is not needed any more`);
      });
    }
  }

  for (const { name, text } of models) {
    it(`${name}: CloudFormation knows every property`, () => {
      assert.deepEqual(templateProblems(parse(generated('cloudformation', text).text)), []);
    });

    it(`${name}: YAML 1.1 reads the template as YAML 1.2 does`, () => {
      const { text: made } = generated('cloudformation', text);
      assert.deepEqual(parse(made, { version: '1.1' }), parse(made));
    });
  }
});
