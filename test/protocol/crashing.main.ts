// A server with a rule that crashes on every text and a first stage that crashes on one, for lifecycle.test.ts.
// Deliberately the real server otherwise.
import { createConnection } from 'vscode-languageserver/node';
import { catalogue } from '../../src/core/rules/catalogue.ts';
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
  return Object.create(snapshot, { report: { value: report } }) as Snapshot;
}

serve(createConnection(), { createSnapshot: create });
