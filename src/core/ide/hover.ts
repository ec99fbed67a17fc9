// Hover: what is known of the thing under the cursor, as Markdown.
// Deliberately only chooses; each kind of thing has a file that describes it.
import { templateFunctions } from '../facts/functions.ts';
import { referenceAt } from '../model/reference.ts';
import type { Snapshot } from '../snapshot.ts';
import { plainValue } from '../syntax/yaml-value.ts';
import type { Span } from '../text/span.ts';
import { describeAttribute } from './describe-attribute.ts';
import { describeEntity } from './describe-entity.ts';
import { describeIndex } from './describe-index.ts';
import { describeKey } from './describe-key.ts';
import { describePattern } from './describe-pattern.ts';
import { blocks, code, codeBlock } from './markdown.ts';
import { type Place, placeAt } from './place.ts';

export interface HoverResult {
  readonly markdown: string;
  readonly span: Span;
}

function describeFunction(name: string): string | undefined {
  const known = templateFunctions.get(name);
  if (known === undefined) return undefined;
  const { template, value, result } = known.example;
  return blocks(
    `**${name}** — ${known.docs}`,
    codeBlock([`"${template}"`, `${JSON.stringify(value)} → ${result}`]),
  );
}

function describeProperty(
  snapshot: Snapshot,
  place: Extract<Place, { kind: 'property' }>,
): string | undefined {
  const reference = referenceAt(place.path, plainValue(snapshot.tree.root));
  const name = place.path.findLast((step) => typeof step === 'string');
  if (reference?.description === undefined || name === undefined) return undefined;
  const values =
    reference.values.length > 1
      ? `One of ${reference.values.map((value) => code(String(value))).join(', ')}.`
      : undefined;
  const examples = reference.examples.length > 0 ? codeBlock(reference.examples, 'yaml') : undefined;
  return blocks(`**${name}** — ${reference.description}`, values, examples);
}

/** Entries under the operation word and the table's name say most by what they stand for. */
function patternOfOperation(
  snapshot: Snapshot,
  place: Extract<Place, { kind: 'property' }>,
): string | undefined {
  const [section, name, property] = place.path;
  if (section !== 'accessPatterns' || !place.onKey || place.path.length !== 3) return undefined;
  const pattern = snapshot.design.patterns.find((each) => each.name === name);
  return pattern?.kind === property && pattern ? describePattern(snapshot, pattern) : undefined;
}

function describe(snapshot: Snapshot, place: Place): string | undefined {
  switch (place.kind) {
    case 'entity':
      return describeEntity(snapshot, place.entity);
    case 'attribute':
      return describeAttribute(snapshot, place.attribute);
    case 'index':
      return describeIndex(snapshot, place.index);
    case 'pattern':
      return describePattern(snapshot, place.pattern);
    case 'key':
      return describeKey(snapshot, place.entity, place.key);
    case 'function':
      return describeFunction(place.call.name);
    case 'property':
      return patternOfOperation(snapshot, place) ?? describeProperty(snapshot, place);
  }
}

/** Undefined where nothing is known of what stands there. */
export function hoverAt(snapshot: Snapshot, offset: number): HoverResult | undefined {
  const place = placeAt(snapshot, offset);
  const markdown = place && describe(snapshot, place);
  return place && markdown ? { markdown, span: place.span } : undefined;
}
