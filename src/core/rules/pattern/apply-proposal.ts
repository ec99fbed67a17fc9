// Writes a proposal into the text: the index, and the key lines on the entities.
// Deliberately in the document's own style; what it writes is checked by routing the result.
import type { Proposal, ProposedKey } from '../../analysis/routes/propose.ts';
import type { Design, Entity } from '../../model/design.ts';
import { insertEntry, insertUnder, type YamlText } from '../../syntax/edit-yaml.ts';
import { doubleQuoted, quote } from '../../syntax/quote-yaml.ts';
import { entryOf, type MapNode } from '../../syntax/tree.ts';
import type { TextEdit } from '../../text/edit.ts';
import { listOf } from '../../text/words.ts';
import { listText } from './clause-edits.ts';

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

function declarationText(proposal: Proposal): string | undefined {
  const { declaration } = proposal;
  if (declaration === undefined) return undefined;
  const parts = [
    ...(proposal.kind === 'local-index'
      ? ['type: local']
      : [`partitionKey: ${listText(declaration.partitionKey)}`]),
    ...(declaration.sortKey.length > 0 ? [`sortKey: ${listText(declaration.sortKey)}`] : []),
  ];
  return `{ ${parts.join(', ')} }`;
}

/** What would serve, as it is written in the model. */
export function proposalText(proposal: Proposal): string {
  const declaration = declarationText(proposal);
  const keys = proposal.keys.map(
    ({ entity, key, template }) => `${key}: ${doubleQuoted(template)} on ${entity}`,
  );
  const withKeys = keys.length > 0 ? `, with ${listOf(keys)}` : '';
  const index = declaration === undefined ? proposal.index : `${proposal.index}: ${declaration}`;
  switch (proposal.kind) {
    case 'keys-in-index':
      return `The index ${index}, which has room, would serve it${withKeys}.`;
    case 'local-index':
      return `A local index would serve it, which only a new table can have: ${index}.`;
    case 'global-index':
      return `A global index would serve it: ${index}${withKeys}.`;
  }
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
  for (const name of new Set(proposal.keys.map((key) => key.entity))) {
    const entity = design.entities.get(name);
    const node = entity?.decl.node;
    if (entity === undefined || node === undefined) return [];
    const own = proposal.keys.filter((key) => key.entity === name);
    edits.push(...addUnder(text, node, 'keys', linesFor(entity, proposal.index, own)));
  }
  return edits;
}

/** The key lines; of attributes that an item may lack, together under the index's name with their condition. */
function linesFor(
  entity: Entity,
  index: string,
  keys: readonly ProposedKey[],
): Readonly<Record<string, string>> {
  const lines = keys.map(({ key, template }) => [key, doubleQuoted(template)] as const);
  const optional = new Set(
    keys.flatMap(({ attributes }) => attributes.filter((name) => entity.attributes.get(name)?.decl.optional)),
  );
  if (optional.size === 0) return Object.fromEntries(lines);
  const when = listText([...optional].map((name) => `${name} exists`));
  const values = lines.map(([key, value]) => `${quote(key)}: ${value}`);
  return { [index]: `{ when: ${when}, ${values.join(', ')} }` };
}
