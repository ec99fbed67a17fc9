// How findings of one file stand together: aligned, long messages below each other.
// Deliberately with findings made by hand, so that each line has its reason here.
import assert from 'node:assert/strict';
import type { PlacedFinding } from '../../src/cli/report/checked-file.ts';
import { plain } from '../../src/cli/report/style.ts';
import { fileReport, summary } from '../../src/cli/report/text-report.ts';

const text = 'version: 1\ntable: { name: S }\n';

const name: PlacedFinding = {
  rule: 'name/invalid',
  severity: 'error',
  message: 'Too short.\n  at least 3\n  at most 255',
  start: { line: 2, column: 16 },
  end: { line: 2, column: 17 },
  related: [{ message: 'the table', start: { line: 2, column: 1 } }],
};

const version: PlacedFinding = {
  rule: 'x/y',
  severity: 'information',
  message: 'Old.',
  start: { line: 1, column: 1 },
  end: { line: 1, column: 11 },
  related: [],
};

describe('the report of a file', () => {
  it('aligns its columns, and the lines of a message', () => {
    assert.equal(
      fileReport({ name: 'a.ddb.yaml', text, findings: [version, name] }, plain),
      `a.ddb.yaml
  1:1  information  x/y           Old.
       | version: 1
       | ^^^^^^^^^^
 2:16  error        name/invalid  Too short.
                                    at least 3
                                    at most 255
       | table: { name: S }
       |                ^
       see 2:1: the table

`,
    );
  });

  it('is empty without findings', () => {
    assert.equal(fileReport({ name: 'a.ddb.yaml', text, findings: [] }, plain), '');
  });

  it('is summed up by severity', () => {
    const clean = { name: 'b', text, findings: [] };
    const file = { name: 'a', text, findings: [version, name, name] };
    assert.equal(summary([file]), '2 errors and 1 information in 1 file.\n');
    assert.equal(summary([file, clean]), '2 errors and 1 information in 1 of 2 files.\n');
  });
});
