// The examples that ship: without errors, with exactly the findings that their sources deserve, and true to those sources.
// Deliberately compares with the published designs as data (published.ts), not with how the examples are written.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { conditionLine, routeLabel } from '../../../src/core/analysis/routes/request.ts';
import type { Route } from '../../../src/core/analysis/routes/route.ts';
import type { Entity, Pattern } from '../../../src/core/model/design.ts';
import { createSnapshot, type Snapshot } from '../../../src/core/snapshot.ts';
import { printTemplate } from '../../../src/core/syntax/print-template.ts';
import { expectGolden, root } from '../../support/golden.ts';
import { published } from './published.ts';
import type { PublishedDesign, PublishedRead } from './published-design.ts';

const folder = path.join(root, 'media/examples');
const suffix = '.ddb.yaml';

/** Rule and marked text of all that the examples are told. Each stands for a defect of the published design. */
const expectedFindings: Readonly<Record<string, readonly (readonly [rule: string, at: string])[]>> = {
  'aws-online-shop': [['pattern/finds-nothing', 'GSI1-SK: "i#${invoiceId}"']],
  'debrie-ecommerce': [],
  'debrie-github': [],
};

const textOf = (name: string): string => fs.readFileSync(path.join(folder, `${name}${suffix}`), 'utf8');

const patternNamed = ({ design }: Snapshot, name: string): Pattern => {
  const pattern = design.patterns.find((each) => each.name === name);
  assert.ok(pattern, `there is no pattern ${name}`);
  return pattern;
};

function routeNamed(snapshot: Snapshot, name: string): Route {
  const [resolved] = patternNamed(snapshot, name).actions;
  const result = resolved && snapshot.routes.get(resolved.action);
  assert.equal(result?.kind, 'served', `${name} is not served`);
  return result.route;
}

/** Each key attribute with its templates, in the order in which the layouts are tried. */
function keysOf(entity: Entity): Record<string, string | readonly string[]> {
  const keys = new Map<string, Set<string>>();
  for (const { partition, sort } of entity.layouts) {
    for (const { key, template } of [...partition, ...sort]) {
      keys.set(key.name, (keys.get(key.name) ?? new Set()).add(printTemplate(template)));
    }
  }
  return Object.fromEntries(
    [...keys].map(([name, templates]) => [
      name,
      templates.size === 1 ? [...templates].join() : [...templates],
    ]),
  );
}

function routeLines(snapshot: Snapshot): string {
  const lines = snapshot.design.patterns.flatMap(({ name, actions }) =>
    actions.flatMap(({ action }) => {
      const result = snapshot.routes.get(action);
      if (result === undefined) return [];
      if (result.kind !== 'served') return [`${name}: ${result.kind}`];
      const { route } = result;
      const notes = [
        ...(route.forward ? [] : ['backwards']),
        ...(action.limit === undefined ? [] : [`limit ${action.limit}`]),
        ...(route.alsoReads.length > 0 ? [`also reads ${route.alsoReads.join(', ')}`] : []),
        ...route.shutOut.map(({ entity }) => `never finds ${entity}`),
      ];
      return [
        `${name}: ${routeLabel(route)}`,
        `  ${conditionLine(route)}`,
        ...notes.map((note) => `  ${note}`),
      ];
    }),
  );
  return `${lines.join('\n')}\n`;
}

function checkRead(snapshot: Snapshot, name: string, read: PublishedRead): void {
  const route = routeNamed(snapshot, name);
  const [resolved] = patternNamed(snapshot, name).actions;
  const found = {
    operation: route.operation,
    index: route.target.kind === 'table' ? undefined : route.target.name,
    condition: conditionLine(route),
    descending: !route.forward,
    returns: [...(resolved?.entities ?? [])].map((entity) => entity.name).sort(),
  };
  assert.deepEqual(found, {
    operation: read.operation,
    index: read.index,
    condition: read.differs?.condition ?? read.condition,
    descending: read.descending ?? false,
    returns: [...read.returns].sort(),
  });
  if (read.differs) assert.notEqual(read.differs.condition, read.condition, 'it does not differ any more');
  if (read.limit !== undefined) assert.equal(resolved?.action.limit, read.limit);
}

function describeExample(name: string, design: PublishedDesign, snapshot: Snapshot): void {
  const text = snapshot.text;

  it('has exactly the findings that its source deserves, and no error', () => {
    const { findings, crashes } = snapshot.report;
    assert.deepEqual(crashes, []);
    assert.deepEqual(
      findings.map(({ rule, span }) => [rule, text.slice(span.start, span.end)]),
      expectedFindings[name],
    );
    assert.deepEqual(
      findings.filter(({ severity }) => severity === 'error'),
      [],
    );
  });

  it('has the table, the indexes and the entities of its source, with the same keys', () => {
    const { model, targets, entities } = snapshot.design;
    assert.equal(model.table?.name?.value, design.table);
    assert.deepEqual(
      targets.map(({ kind, name: index, partitionKey, sortKey, projection }) => [
        kind === 'table' ? 'table' : index,
        [...partitionKey, ...sortKey].map((key) => key.name),
        kind === 'local' ? kind : projection,
      ]),
      Object.entries(design.targets).map(([target, keys]) => [target, keys, 'all']),
    );
    assert.deepEqual([...entities.keys()].sort(), Object.keys(design.entities).sort());
    for (const entity of entities.values())
      assert.deepEqual(keysOf(entity), design.entities[entity.name], entity.name);
  });

  for (const [pattern, read] of Object.entries(design.reads)) {
    const agreement = read.differs ? 'otherwise than published' : 'as published';
    it(`${pattern} reads ${agreement}`, () => checkRead(snapshot, pattern, read));
  }

  for (const [pattern, write] of Object.entries(design.writes)) {
    it(`${pattern} writes as published`, () => {
      const { kind, actions } = patternNamed(snapshot, pattern);
      const items = actions.map(({ action, entities }) => `${action.kind} ${entities[0]?.name ?? ''}`);
      assert.deepEqual({ kind, items }, { kind: write.operation, items: write.items });
    });
  }

  it('reads by the routes of the golden file', () => {
    expectGolden(path.join(root, 'test/core/examples/routes', `${name}.txt`), routeLines(snapshot));
  });

  it('knows the units of every call, and has a sample of every entity', () => {
    for (const [{ name: pattern }, units] of snapshot.units)
      assert.deepEqual([...units.read.missing, ...units.write.missing], [], pattern);
    assert.deepEqual(snapshot.samples.gaps, []);
    const shown = new Set(snapshot.samples.items.map((item) => item.entity));
    assert.deepEqual([...shown].sort(), Object.keys(design.entities).sort());
  });
}

describe('examples', () => {
  it('are the three published designs', () => {
    const names = fs.readdirSync(folder).map((file) => path.basename(file, suffix));
    assert.deepEqual(names.sort(), Object.keys(published));
  });

  for (const [name, design] of Object.entries(published)) {
    describe(name, () => describeExample(name, design, createSnapshot(textOf(name))));
  }
});
