import assert from 'node:assert/strict';
import { builtFile, closingLine, filesOf, judge, type Suite, withoutHost } from './suite.ts';

const unit: Suite = { name: 'unit', folder: 'test', runsIn: 'node', floor: 2 };
const inVsCode: Suite = { name: 'vscode', folder: 'test/vscode', runsIn: 'vscode', floor: 1 };
const packaged: Suite = {
  name: 'vsix',
  folder: 'test/vscode/installed',
  also: ['test/vscode/activation.test.ts'],
  runsIn: 'vsix',
  floor: 1,
};

describe('the files of a suite', () => {
  const all = [unit, inVsCode, packaged];
  const files = [
    'test/core/key.test.ts',
    'test/vscode/a.test.ts',
    'test/vscode/activation.test.ts',
    'test/vscode/installed/b.test.ts',
    'test/vscodes.test.ts',
  ];

  it('are those in its folder that no suite of a deeper folder has', () => {
    assert.deepEqual(filesOf(unit, all, files), ['test/core/key.test.ts', 'test/vscodes.test.ts']);
  });

  it('begin with the test of activation', () => {
    assert.deepEqual(filesOf(inVsCode, all, files), [
      'test/vscode/activation.test.ts',
      'test/vscode/a.test.ts',
    ]);
  });

  it('may be files of another suite too', () => {
    const own = ['test/vscode/activation.test.ts', 'test/vscode/installed/b.test.ts'];
    assert.deepEqual(filesOf(packaged, all, files), own);
  });

  it('are CommonJS inside VS Code', () => {
    assert.equal(builtFile('test/vscode/a.test.ts'), 'out/test/vscode/a.test.cjs');
    assert.equal(builtFile('test/core/key.test.ts'), 'out/test/core/key.test.js');
  });
});

describe('the verdict on a suite', () => {
  const failure = { title: 'a', message: 'b' };

  it('counts its tests', () => {
    const verdict = judge(unit, { passed: 1, failures: [failure], skipped: ['c'] }, 1);
    assert.deepEqual(verdict, { passed: 1, failed: 1, skipped: 1, problems: [] });
  });

  it('is red without a record, whatever the exit code', () => {
    assert.equal(judge(unit, undefined, 0).failed, 1);
  });

  it('is red when fewer tests ran than its floor, and skipped tests did not run', () => {
    assert.equal(judge(unit, { passed: 1, failures: [], skipped: ['a', 'b'] }, 0).failed, 1);
  });

  it('is red when nothing ran, even with a floor of 0', () => {
    assert.equal(judge({ ...unit, floor: 0 }, { passed: 0, failures: [], skipped: [] }, 0).failed, 1);
  });

  it('is red when all tests passed but the process failed', () => {
    assert.equal(judge(unit, { passed: 2, failures: [], skipped: [] }, 1).failed, 1);
  });

  it('is a skip without a VS Code, and a failure in CI', () => {
    assert.equal(withoutHost('no Chromium', false).skipped, 1);
    assert.equal(withoutHost('no Chromium', false).failed, 0);
    assert.equal(withoutHost('no Chromium', true).failed, 1);
  });
});

describe('the closing line', () => {
  it('sums the suites, and names skips only where there are any', () => {
    const green = { passed: 2, failed: 0, skipped: 0, problems: [] };
    assert.equal(closingLine([green, green]), '4 passed, 0 failed');
    assert.equal(closingLine([green, { ...green, skipped: 3 }]), '4 passed, 0 failed, 3 skipped');
  });
});
