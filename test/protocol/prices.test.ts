// The settings of prices: what lenses, hovers and findings show follows them, without a restart. Over stdio, against what ships.
// Deliberately with prices that are easy to compute; the figures themselves are test/core/cost's matter.
import assert from 'node:assert/strict';
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { daxPriceName, priceNames } from '../../src/core/facts/prices/price.ts';
import { parseRate, parseShare } from '../../src/core/syntax/quantity.ts';
import { parseDax, priceLists } from '../../src/protocol/cost-settings.ts';
import { settingsFrom } from '../../src/protocol/settings.ts';
import { readIfThere, root } from '../support/golden.ts';
import { type Doc, killServers, startServer, until } from './client.ts';

/** A million puts a month of one unit each. */
const text = `version: 1
table: { name: Shop, partitionKey: PK }
entities:
  Item:
    attributes: { id: { type: string, size: 2 B } }
    keys: { PK: "\${id}" }
    count: 1
accessPatterns:
  write: { put: Item, condition: not-exists, rate: 1M/month, budget: $1 }
`;

const money = async (doc: Doc): Promise<string | undefined> =>
  (await doc.lenses())[0]?.command?.title.split(' · ').at(-1);

const budgets = async (doc: Doc): Promise<readonly string[]> =>
  (await doc.diagnostics()).flatMap(({ code, message }) =>
    code === 'cost/over-budget' ? [String(message)] : [],
  );

describe('settings of prices', () => {
  afterEach(killServers);

  const settings: readonly (readonly [prices: unknown, money: string])[] = [
    [undefined, '$0.63/month'],
    [{ list: 'before-2024-11' }, '$1.25/month'],
    [{ region: 'eu-west-1' }, '$0.71/month'],
    [{ overrides: { 'us-east-1': { 'on-demand.write': 7 } } }, '$7/month'],
    [{ overrides: { '*': { 'on-demand.write': 8 } } }, '$8/month'],
    [{ list: 3, region: null, overrides: { '*': { 'on-demand.write': -1, nonsense: 2 } } }, '$0.63/month'],
  ];
  for (const [prices, expected] of settings) {
    it(`${JSON.stringify(prices)} gives ${expected}`, async () => {
      const server = await startServer({ settings: { prices } });
      const doc = await server.open(text);
      await until('the answer to the question for settings', () => server.registered.length === 2);
      assert.equal(await money(doc), expected);
      assert.deepEqual(server.log, []);
    });
  }

  it('show in lenses, hovers and findings as soon as they change, and have both asked for again', async () => {
    const server = await startServer();
    const doc = await server.open(text);
    assert.deepEqual([await money(doc), await budgets(doc)], ['$0.63/month', []]);
    const { resultId } = await doc.report();
    const { diagnostics, lenses } = { ...server.refreshes };
    await server.changeSettings({ prices: { list: 'before-2024-11' } });
    await until('a refresh of diagnostics', () => server.refreshes.diagnostics > diagnostics);
    await until('a refresh of lenses', () => server.refreshes.lenses > lenses);
    assert.equal((await doc.report(resultId)).kind, 'full');
    assert.equal(await money(doc), '$1.25/month');
    assert.equal((await budgets(doc)).length, 1);
    const hover = await doc.hover({ line: 8, character: 3 });
    assert.match(JSON.stringify(hover?.contents), /\*\*\$1\.25\/month\*\*/);
    await server.changeSettings({});
    await until('the old prices', () => server.refreshes.lenses > lenses + 1);
    assert.equal((await doc.report(resultId)).kind, 'unchanged');
  });

  it('change nothing where they stay the same', async () => {
    const server = await startServer({ settings: { prices: { freeTier: true } } });
    const doc = await server.open(text);
    await until('the first settings', () => server.refreshes.lenses === 1);
    await server.changeSettings({ prices: { freeTier: true } });
    await doc.diagnostics();
    assert.equal(server.refreshes.lenses, 1);
  });

  it('are pushed to a client that does not ask', async () => {
    const server = await startServer({ capabilities: {} });
    await server.open(text);
    await until('the first diagnostics', () => server.pushed.length === 1);
    await server.changeSettings({ prices: { list: 'before-2024-11' } });
    await until('the second', () => server.pushed.length === 2);
    assert.deepEqual(
      server.pushed.map(({ diagnostics }) => diagnostics.map(({ code }) => code)),
      [[], ['cost/over-budget']],
    );
  });

  it('hold for models that are not open, too', async () => {
    const folder = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'singlet-prices-')));
    try {
      writeFileSync(path.join(folder, 'a.ddb.yaml'), text);
      const server = await startServer({ folders: [folder] });
      const first = await server.workspaceDiagnostics();
      const previous = first.items.map(({ uri, resultId }) => ({ uri, value: resultId ?? '' }));
      const waiting = server.workspaceDiagnostics(previous);
      await server.changeSettings({ prices: { list: 'before-2024-11' } });
      const [report] = (await waiting).items;
      assert.deepEqual(report?.kind === 'full' && report.items.map(({ code }) => code), ['cost/over-budget']);
    } finally {
      killServers();
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('are offered by package.json as the server reads them', () => {
    const { contributes } = JSON.parse(readIfThere(path.join(root, 'package.json')) ?? '');
    const { properties } = contributes.configuration;
    const of = (name: string) => properties[`singlet.prices.${name}`];
    assert.deepEqual(of('list').enum, [...priceLists.keys()]);
    const [listed, nodes] = of('overrides').additionalProperties.propertyNames.anyOf;
    assert.deepEqual(listed.enum, Object.keys(priceNames));
    assert.equal(nodes.pattern, daxPriceName.source);
    const names = Object.keys(properties).flatMap((name) => name.match(/^singlet\.prices\.(.*)$/)?.[1] ?? []);
    assert.ok(names.length >= 10);
    // What VS Code sends where nothing is set is the same as nothing.
    const unset = Object.fromEntries(names.map((name) => [name, of(name).default]));
    assert.deepEqual(settingsFrom({ prices: unset }).cost, {});
  });

  it('take the same texts in the editor as on the command line, and complain of the same', () => {
    const { contributes } = JSON.parse(readIfThere(path.join(root, 'package.json')) ?? '');
    const { properties } = contributes.configuration;
    const texts: readonly (readonly [name: string, parse: (text: string) => unknown])[] = [
      ['dax', parseDax],
      ['cacheHits', parseShare],
      ['streamPolls', parseRate],
    ];
    const tried = [
      '3 x t3.small',
      '1x dax.r5.large',
      '11 x r7i.16xlarge',
      '0 x t3.small',
      '12 x t3.small',
      't3.small',
      '90%',
      '1.5 %',
      '0.9',
      '4/s',
      '2M/month',
      '4',
      'often',
    ];
    for (const [name, parse] of texts) {
      const form = new RegExp(properties[`singlet.prices.${name}`].pattern);
      for (const text of tried) assert.equal(form.test(text), parse(text) !== undefined, `${name}: ${text}`);
      assert.ok(form.test(''));
    }
  });

  it('reach the cost whole', () => {
    const prices = {
      list: 'before-2024-11',
      region: ' eu-west-1 ',
      overrides: { '*': { 'dax.r5.large': 0.3, 'dax.': 1, 'dax.r5.large; rm': 1 } },
      freeTier: true,
      gigabyte: 'decimal',
      estimates: true,
      backups: 2,
      dax: '3 x r5.large',
      cacheHits: '90%',
      streamPolls: '4/s',
    };
    assert.deepEqual(settingsFrom({ prices }).cost, {
      prices: {
        list: 'before-2024-11-01',
        overrides: { '*': { 'dax.r5.large': 0.3 } },
        estimates: true,
      },
      region: 'eu-west-1',
      freeTier: true,
      gigabyte: 'decimal',
      backups: 2,
      dax: { nodes: 3, node: 'r5.large' },
      cacheHits: 0.9,
      streamPolls: 4,
    });
    const wrong = { backups: -1, dax: 'a few', cacheHits: 0.9, streamPolls: 4, estimates: 'yes' };
    assert.deepEqual(settingsFrom({ prices: wrong }).cost, {});
  });
});
