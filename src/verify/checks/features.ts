// What of an engine the checks of one read rest on, so that nothing is believed that the engine gets wrong.
// Deliberately by what is at hand: a fault that these items and parameters cannot meet is no reason to doubt.
import type { DynamoItem, DynamoValue } from '../../core/analysis/capacity/item.ts';
import { itemSizeOf } from '../../core/analysis/capacity/item.ts';
import { clausesOf } from '../../core/analysis/routes/clauses.ts';
import { printValue } from '../../core/analysis/samples/print-value.ts';
import { limits } from '../../core/facts/limits.ts';
import { utf8Length } from '../../core/text/utf8.ts';
import type { Feature, Profile } from '../engines/capabilities.ts';
import { operandsOf } from '../oracle/clauses.ts';
import type { World } from '../world.ts';
import type { Question } from './items.ts';

/** The reason of the first feature that the engine lacks. */
export const lacking = (profile: Profile, features: Iterable<Feature>): string | undefined => {
  for (const feature of features) {
    const lack = profile.lacks[feature];
    if (lack) return lack.reason;
  }
  return undefined;
};

const isAscii = (text: string): boolean => utf8Length(text) === text.length;

/** Whether all texts in the item, names among them, are as many bytes as characters. */
export function isAsciiItem(item: DynamoItem): boolean {
  return [...item].every(([name, value]) => isAscii(name) && isAsciiValue(value));
}

function isAsciiValue(value: DynamoValue): boolean {
  switch (value.type) {
    case 'string':
      return isAscii(value.value);
    case 'string-set':
      return value.value.every(isAscii);
    case 'list':
      return value.value.every(isAsciiValue);
    case 'map':
      return isAsciiItem(value.value);
    default:
      return true;
  }
}

/** Of the items that come back. */
export function itemFeatures(question: Question): readonly Feature[] {
  const { world, route, request } = question;
  const isSelected = route.fetched.length > 0 && request.projectionExpression !== '';
  return [
    ...keyFeatures(question),
    ...filterFeatures(question),
    ...(isSelected ? (['local-fetch-selected'] as const) : []),
    ...nameFeatures(world),
  ];
}

/** Names that some engine takes for something else. */
export const nameFeatures = ({ items }: World): readonly Feature[] =>
  items.some(({ item }) => namesIn(item).includes('__proto__')) ? ['proto-attribute'] : [];

const namesIn = (item: DynamoItem): readonly string[] =>
  [...item].flatMap(([name, value]) => (value.type === 'map' ? [name, ...namesIn(value.value)] : [name]));

/** `begins_with` finds more where case is ignored: only if something differs in case alone. */
function keyFeatures({ world, route, request }: Question): readonly Feature[] {
  const condition = route.sort.find(({ operator }) => operator === 'begins_with');
  if (condition === undefined || request.keyConditionExpression === '') return [];
  const [template] = condition.values;
  const [first] = template?.parts ?? [];
  const prefix = first?.kind === 'literal' ? first.text : '';
  const own = (text: string): boolean => text.startsWith(prefix);
  const folded = (text: string): boolean => text.toLowerCase().startsWith(prefix.toLowerCase());
  const isDoubtful = keysIn(world, condition.key.name).some((text) => folded(text) && !own(text));
  const isOpen = (template?.parts.length ?? 0) > 1 && hasCasePair(world, condition.key.name);
  return isDoubtful || isOpen ? ['key-begins-with'] : [];
}

const keysIn = (world: World, name: string): readonly string[] =>
  world.items.flatMap(({ item }) => {
    const value = item.get(name);
    return value ? [printValue(value)] : [];
  });

function hasCasePair(world: World, name: string): boolean {
  const texts = new Set(keysIn(world, name));
  return new Set([...texts].map((text) => text.toLowerCase())).size < texts.size;
}

function filterFeatures({ world, resolved, route }: Question): readonly Feature[] {
  const features = new Set<Feature>();
  for (const clause of clausesOf(resolved.action.filter)) {
    const values = world.items.flatMap(({ item }) => item.get(clause.attribute) ?? []);
    const isDocument = values.some(({ type }) => type === 'list' || type === 'map');
    if (isDocument && (clause.operator === '=' || clause.operator === '<>'))
      features.add('filter-on-documents');
    const operands = operandsOf(clause);
    const isEmpty = operands.some(
      (operand) => operand.kind === 'constant' && (operand.text === 'false' || operand.text === ''),
    );
    if (clause.operator === '=' && operands.length > 1 && isEmpty) features.add('filter-in-empty');
    const isOrdered = /^([<>]=?|between)$/.test(clause.operator);
    if (isOrdered && values.some((value) => value.type === 'string' && /[\ud800-\uffff]/.test(value.value))) {
      features.add('filter-text-order');
    }
    if (route.target.kind !== 'table' && !isHeld(route.target.projection, clause.attribute)) {
      features.add('filter-on-projection');
    }
  }
  return [...features];
}

const isHeld = (projection: 'all' | 'keys-only' | readonly string[], name: string): boolean =>
  projection === 'all' || (projection !== 'keys-only' && projection.includes(name));

/** Of the units of a query or scan that read these entries. */
export function rangeUnitFeatures(
  { route, request }: Question,
  results: readonly (readonly DynamoItem[])[],
): readonly Feature[] {
  const entries = results.flat();
  const features: Feature[] = ['capacity'];
  if (route.operation === 'Query' && results.some((read) => read.length === 0))
    features.push('empty-query-units');
  if (route.operation === 'Scan' && request.consistentRead) features.push('strong-scan-units');
  if (route.fetched.length > 0) features.push('local-fetch-units');
  if (!entries.every(isAsciiItem)) features.push('non-ascii-units');
  const bytes = Math.max(
    0,
    ...results.map((read) => read.reduce((sum, entry) => sum + itemSizeOf(entry), 0)),
  );
  if (bytes >= limits.pageBytes.value) features.push('page-edge');
  return features;
}

/** Of the units of items read by key. */
export function getUnitFeatures(
  items: readonly (DynamoItem | undefined)[],
  isProjected: boolean,
): readonly Feature[] {
  return [
    'capacity',
    ...(isProjected ? (['projected-get-units'] as const) : []),
    ...(items.every((item) => item === undefined || isAsciiItem(item)) ? [] : (['non-ascii-units'] as const)),
  ];
}
