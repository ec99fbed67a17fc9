// Writes a proposal into the text: the index, and the key lines on the entities.
// Deliberately in the document's own style; what it writes is checked by routing the result.
import type { Proposal } from '../../analysis/routes/propose.ts';
import type { Design } from '../../model/design.ts';
import { insertEntry, insertUnder, type YamlText } from '../../syntax/edit-yaml.ts';
import { doubleQuoted, quote } from '../../syntax/quote-yaml.ts';
import { entryOf, type MapNode } from '../../syntax/tree.ts';
import type { TextEdit } from '../../text/edit.ts';
import { listOf } from '../../text/words.ts';

export function proposalTitle(proposal: Proposal): string {
  const entities = [...new Set(proposal.keys.map((key) => key.entity))];
  const keys = entities.length > 0 ? ` with keys on ${listOf(entities)}` : '';
  switch (proposal.kind) {
    case 'keys-in-index':
      return `Serve it by ${proposal.index}, which has room: write its keys on ${listOf(entities)}`;
    case 'local-index':
      return `Add the local index ${proposal.index} (only a new table can have it)`;
    case 'global-index':
      return `Add the global index ${proposal.index}${keys}`;
  }
}

const keyText = (names: readonly string[]): string =>
  names.length === 1 ? quote(names[0] ?? '') : `[${names.map(quote).join(', ')}]`;

function declarationText(proposal: Proposal): string | undefined {
  const { declaration } = proposal;
  if (declaration === undefined) return undefined;
  const parts = [
    ...(proposal.kind === 'local-index'
      ? ['type: local']
      : [`partitionKey: ${keyText(declaration.partitionKey)}`]),
    ...(declaration.sortKey.length > 0 ? [`sortKey: ${keyText(declaration.sortKey)}`] : []),
  ];
  return `{ ${parts.join(', ')} }`;
}

/** Adds entries under a key of a map, which is made where it is not there. */
function addUnder(
  text: string,
  map: MapNode,
  key: string,
  lines: Readonly<Record<string, string>>,
): readonly TextEdit[] {
  const entry = entryOf(map, key);
  if (entry === undefined) return insertEntry(text, map, key, lines as YamlText);
  return Object.entries(lines).flatMap(([name, value]) => insertUnder(text, map, entry, name, value));
}

/** Under `indexes`; where there is none yet, as a section of its own in front of the entities. */
function addIndex(text: string, root: MapNode, name: string, declaration: string): readonly TextEdit[] {
  const entities = entryOf(root, 'entities');
  if (entryOf(root, 'indexes') || entities === undefined || root.flow) {
    return addUnder(text, root, 'indexes', { [name]: declaration });
  }
  const { start } = entities.key.span;
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  const blank = /\n\s*\n$/.test(text.slice(0, start)) ? end : '';
  return [
    { span: { start, end: start }, newText: `indexes:${end}  ${quote(name)}: ${declaration}${end}${blank}` },
  ];
}

export function proposalEdits(text: string, design: Design, proposal: Proposal): readonly TextEdit[] {
  const { root } = design.model;
  if (root === undefined) return [];
  const edits: TextEdit[] = [];
  const declaration = declarationText(proposal);
  if (declaration !== undefined) edits.push(...addIndex(text, root, proposal.index, declaration));
  for (const entity of new Set(proposal.keys.map((key) => key.entity))) {
    const node = design.entities.get(entity)?.decl.node;
    if (node === undefined) return [];
    const own = proposal.keys.filter((key) => key.entity === entity);
    const lines = Object.fromEntries(own.map((key) => [key.key, doubleQuoted(key.template)]));
    edits.push(...addUnder(text, node, 'keys', lines));
  }
  return edits;
}
