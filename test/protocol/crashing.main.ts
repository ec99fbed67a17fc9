// A server with a rule and a fix that crash on every text and a first stage that crashes on one, for crashes.test.ts.
// Deliberately the real server otherwise.
import { createConnection } from 'vscode-languageserver/node';
import { catalogue } from '../../src/core/rules/catalogue.ts';
import type { Finding } from '../../src/core/rules/finding.ts';
import { reportOf } from '../../src/core/rules/report.ts';
import { defineRule } from '../../src/core/rules/rule.ts';
import { createContext } from '../../src/core/rules/uses.ts';
import { createSnapshot, type Snapshot } from '../../src/core/snapshot.ts';
import { serve } from '../../src/server/server.ts';

const crashing = defineRule<undefined>({
  id: 'test/crash',
  title: 'Crashes',
  why: '',
  remedy: '',
  severity: 'error',
  check() {
    throw new Error('a defect of ours');
  },
});

function create(text: string): Snapshot {
  if (text.startsWith('# crash everything')) throw new Error('a defect of ours');
  const snapshot = createSnapshot(text);
  const report = reportOf([crashing, ...catalogue], createContext(snapshot));
  const fixes = (finding: Finding) => {
    if (finding.rule === 'ignore/without-reason') throw new Error('a defect of ours');
    return snapshot.fixes(finding);
  };
  return Object.create(snapshot, { report: { value: report }, fixes: { value: fixes } }) as Snapshot;
}

serve(createConnection(), { createSnapshot: create });
