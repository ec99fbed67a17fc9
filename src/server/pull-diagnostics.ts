// `textDocument/diagnostic`: the findings of one file when the editor asks for them.
// Deliberately answers for files that are not open too: VS Code asks once more after it has closed one.
import {
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
} from 'vscode-languageserver/node';
import type { Documents } from './documents.ts';
import type { Checker } from './findings.ts';
import type { Guard, Handler } from './guard.ts';
import { type ModelFile, modelFile } from './model-file.ts';
import { pathOf } from './paths.ts';
import { type Snapshots, textIdOf } from './snapshots.ts';
import { readModel } from './workspace-files.ts';

const nothing: DocumentDiagnosticReport = { kind: DocumentDiagnosticReportKind.Full, items: [] };

export function pullDiagnostics(
  guard: Guard,
  documents: Documents,
  checker: Checker,
  snapshots: Snapshots,
): Handler<DocumentDiagnosticParams, DocumentDiagnosticReport> {
  return guard('diagnostics', nothing, async ({ textDocument: { uri }, previousResultId }, token) => {
    const file = documents.get(uri) ?? (await onDisk(uri, snapshots));
    if (!file) return nothing;
    const resultId = snapshots.resultIdOf(textIdOf(file.text));
    if (resultId === previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
    const items = await checker.diagnosticsOf(file, token);
    return { kind: DocumentDiagnosticReportKind.Full, resultId, items };
  });
}

async function onDisk(uri: string, snapshots: Snapshots): Promise<ModelFile | undefined> {
  const path = pathOf(uri);
  const text = path === undefined ? undefined : await readModel(path);
  return text === undefined ? undefined : modelFile(uri, null, text, snapshots.create);
}
