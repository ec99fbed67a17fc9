// Quick fixes, "silence this finding", and `source.fixAll.singlet`: what a person can do about findings.
// Deliberately computes no fix: the rule that made a finding does.
import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type Diagnostic,
  type TextEdit as LspTextEdit,
  type SnippetTextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import { silenceOf } from '../core/ide/silence.ts';
import type { Finding } from '../core/rules/finding.ts';
import type { Fix } from '../core/rules/rule.ts';
import type { TextEdit } from '../core/text/edit.ts';
import { intersects } from '../core/text/span.ts';
import type { ClientAbilities } from './client-abilities.ts';
import { toDiagnostic, toEdits, toRange, toSpan } from './convert.ts';
import { attempt, type Log } from './guard.ts';
import type { ModelFile } from './model-file.ts';

export const fixAllKind = `${CodeActionKind.SourceFixAll}.singlet`;
export const codeActionKinds = [CodeActionKind.QuickFix, fixAllKind];

/** The actions for the range; all that the client asked for by kind, or quick fixes where it asked for none. */
export function codeActions(
  file: ModelFile,
  { range, context }: CodeActionParams,
  client: ClientAbilities,
  log: Log,
): CodeAction[] {
  const only = context?.only ?? [CodeActionKind.QuickFix];
  const wants = (kind: string): boolean =>
    only.some((asked) => asked === '' || kind === asked || kind.startsWith(`${asked}.`));
  const fixesOf: FixesOf = (finding) =>
    attempt(log, `the fix of ${finding.rule}`, [], () => file.snapshot.fixes(finding));
  const actions: CodeAction[] = [];
  if (wants(CodeActionKind.QuickFix)) {
    const at = toSpan(file, range);
    const findings = file.snapshot.report.findings.filter((finding) => intersects(finding.span, at));
    actions.push(...findings.flatMap((finding) => quickFixes(file, finding, fixesOf, client)));
    actions.push(...findings.flatMap((finding) => silencing(file, finding, client) ?? []));
  }
  if (wants(fixAllKind)) actions.push(...fixAll(file, fixesOf, client));
  return actions;
}

/** The fixes of a finding; none where its rule crashes. */
type FixesOf = (finding: Finding) => readonly Fix[];

function quickFixes(
  file: ModelFile,
  finding: Finding,
  fixesOf: FixesOf,
  client: ClientAbilities,
): CodeAction[] {
  return fixesOf(finding).map(({ title, edits, preferred = false }) => ({
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [toDiagnostic(file, finding, client)],
    isPreferred: preferred,
    edit: workspaceEdit(file, toEdits(file, edits), client),
  }));
}

function silencing(file: ModelFile, finding: Finding, client: ClientAbilities): CodeAction | undefined {
  const silence = silenceOf(file.snapshot, finding);
  if (!silence) return undefined;
  const { at, before, reason, after } = silence;
  const range = toRange(file, { start: at, end: at });
  // Where the editor can, the reason is selected, as it is the one thing that only a person knows.
  const edit: LspTextEdit | SnippetTextEdit = client.snippetEdits
    ? { range, snippet: { kind: 'snippet', value: `${before}\${1:${reason}}${after}` } }
    : { range, newText: before + reason + after };
  const diagnostic: Diagnostic = toDiagnostic(file, finding, client);
  return {
    title: `Silence ${finding.rule} here, with a reason`,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnostic],
    edit: workspaceEdit(file, [edit], client),
  };
}

/** The preferred fixes of all findings, as far as they do not touch each other, as one edit. */
function fixAll(file: ModelFile, fixesOf: FixesOf, client: ClientAbilities): CodeAction[] {
  const taken: TextEdit[] = [];
  for (const finding of file.snapshot.report.findings) {
    const fix = fixesOf(finding).find(({ preferred }) => preferred);
    const isFree = fix?.edits.every((edit) => !taken.some((other) => intersects(edit.span, other.span)));
    if (fix && isFree) taken.push(...fix.edits);
  }
  if (taken.length === 0) return [];
  const edit = workspaceEdit(file, toEdits(file, taken), client);
  return [{ title: 'Fix all that Singlet can fix', kind: fixAllKind, edit }];
}

/** With the version where the client checks it, so that an edit never lands in a text that has changed since. */
function workspaceEdit(
  { uri, version }: ModelFile,
  edits: (LspTextEdit | SnippetTextEdit)[],
  client: ClientAbilities,
): WorkspaceEdit {
  if (client.versionedEdits) return { documentChanges: [{ textDocument: { uri, version }, edits }] };
  return { changes: { [uri]: edits.filter((edit) => 'newText' in edit) } };
}
