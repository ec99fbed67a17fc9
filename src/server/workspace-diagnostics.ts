// `workspace/diagnostic`: the findings of all models that are not open. After the first answer it waits until there
// is something new, as editors ask again as soon as they are answered.
// Deliberately says nothing of open files: the editor asks for those by themselves.
import {
  type CancellationToken,
  DocumentDiagnosticReportKind,
  type PreviousResultId,
  type WorkspaceDiagnosticParams,
  type WorkspaceDiagnosticReport,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver/node';
import type { Documents } from './documents.ts';
import type { Checker } from './findings.ts';
import { type Guard, type Handler, letOthersIn } from './guard.ts';
import { modelFile } from './model-file.ts';
import { pathOf, uriOf } from './paths.ts';
import { type Snapshots, textIdOf } from './snapshots.ts';
import { createStampedFiles, readModel } from './workspace-files.ts';
import type { WorkspaceModels } from './workspace-models.ts';

export function workspaceDiagnostics(
  guard: Guard,
  documents: Documents,
  models: WorkspaceModels,
  checker: Checker,
  snapshots: Snapshots,
): Handler<WorkspaceDiagnosticParams, WorkspaceDiagnosticReport> {
  const stamped = createStampedFiles();
  /** Since the last answer. A file that was deleted while it was open is not among the models, but it may still show. */
  const closed = new Set<string>();
  documents.onClosed((uri) => closed.add(uri));
  /** Told as gone by the last answer. Told once more, as VS Code ignores it while it asks for that file by itself. */
  let toldGone: ReadonlySet<string> = new Set();

  async function reportOf(path: string, uri: string, previous: string | undefined, token: CancellationToken) {
    const textId = await stamped.textId(path);
    if (textId === undefined) return previous === undefined ? undefined : gone(uri);
    const resultId = snapshots.resultIdOf(textId);
    if (resultId === previous) {
      return { kind: DocumentDiagnosticReportKind.Unchanged, uri, version: null, resultId } as const;
    }
    const text = await readModel(path);
    if (text === undefined) return gone(uri);
    await letOthersIn(token);
    // Before the findings are worked out: settings that change meanwhile make them old.
    const idBefore = snapshots.resultIdOf(textIdOf(text));
    const items = await checker.diagnosticsOf(modelFile(uri, null, text, snapshots.create), token);
    return {
      kind: DocumentDiagnosticReportKind.Full,
      uri,
      version: null,
      resultId: idBefore,
      items,
    } as const;
  }

  /** One report for each model, and one for each file that was reported before and is none any more. */
  async function look(previous: readonly PreviousResultId[], token: CancellationToken) {
    const paths = new Set(await models.paths());
    const known = new Map(previous.map(({ uri, value }) => [pathOf(uri) ?? uri, { uri, value }]));
    const reports: WorkspaceDocumentDiagnosticReport[] = [];
    for (const path of paths) {
      if (documents.hasPath(path)) continue;
      const { uri = uriOf(path), value } = known.get(path) ?? {};
      const report = await reportOf(path, uri, value, token);
      if (report) reports.push(report);
    }
    for (const uri of [...closed, ...toldGone]) known.set(pathOf(uri) ?? uri, { uri, value: '' });
    for (const [path, { uri }] of known) {
      if (!paths.has(path) && !documents.hasPath(path) && !documents.get(uri)) reports.push(gone(uri));
    }
    return reports;
  }

  let first = true;
  return guard('workspace diagnostics', { items: [] }, async ({ previousResultIds }, token) => {
    for (;;) {
      const { count } = models.changed;
      const items = await look(previousResultIds, token);
      const news = items.some(({ kind }) => kind === DocumentDiagnosticReportKind.Full);
      if (news || first) {
        first = false;
        closed.clear();
        const nowGone = items.filter(isGone).map(({ uri }) => uri);
        toldGone = new Set(nowGone.filter((uri) => !toldGone.has(uri)));
        return { items };
      }
      await models.changed.after(count, token);
      if (token.isCancellationRequested) return { items };
    }
  });
}

const isGone = (report: WorkspaceDocumentDiagnosticReport): boolean =>
  report.kind === DocumentDiagnosticReportKind.Full && report.resultId === undefined;

const gone = (uri: string): WorkspaceDocumentDiagnosticReport => ({
  kind: DocumentDiagnosticReportKind.Full,
  uri,
  version: null,
  items: [],
});
