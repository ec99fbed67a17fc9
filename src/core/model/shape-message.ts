// What a problem of shape says to the author: what is wrong, why where it helps, what to do.
// Deliberately text only; the typed data behind it is in shape-issue.ts.
import { listOf } from '../text/words.ts';
import { patterns } from './schema/patterns.ts';
import type {
  AwsWord,
  MissingKey,
  NoOperation,
  OutOfRange,
  SeveralOperations,
  ShapeIssue,
  UnknownKey,
  UnknownValue,
  WrongType,
} from './shape-issue.ts';

/** One or two plain sentences; code in backticks. */
export function shapeMessage(issue: ShapeIssue): string {
  switch (issue.kind) {
    case 'unknown-key':
      return unknownKey(issue);
    case 'missing-key':
      return missingKey(issue);
    case 'wrong-type':
      return namelessPattern(issue) ?? wrongType(issue, issue.path.at(-1));
    case 'unknown-value':
      return unknownValue(issue, issue.path);
    case 'wrong-form':
      return issue.value === ''
        ? `This text is empty. Write ${issue.expected}.`
        : `${code(issue.value)} cannot be read here. Write ${issue.expected}.`;
    case 'out-of-range':
      return outOfRange(issue);
    case 'no-operation':
      return noOperation(issue, place(issue));
    case 'several-operations':
      return severalOperations(issue, place(issue));
    case 'aws-word':
      return awsWord(issue);
  }
}

function unknownKey({ key, owner, nearest, elsewhere, known }: UnknownKey): string {
  const start = `${code(key)} is not a property of ${owner}.`;
  if (key === 'where' && owner === 'a scan')
    return `${start} A scan reads the whole table or index. Write query to read by key, or filter to drop what is read.`;
  if (elsewhere.length > 0) return `${start} It belongs to ${listOf(elsewhere.map(code), 'and')}.`;
  if (nearest !== undefined) return `${start} Did you mean ${code(nearest)}?`;
  const home = owner === 'an entity' ? ' If it is an attribute, it belongs under attributes:.' : '';
  return `${start}${home} Remove it, or start it with x- to keep it as a note. Known are ${listOf(known.map(code), 'and')}.`;
}

function missingKey({ key, owner, expected }: MissingKey): string {
  // A title such as `a consumer { name, kind }` says more than is wanted here.
  const every = owner.replace(/^an? /, '').replace(/ \{.*/, '');
  const what = expected === 'text' ? '' : ` with ${expected}`;
  return `${key} is missing: every ${every} needs it. Add ${key}: …${what}.`;
}

function wrongType({ expected, found, value, quotes }: WrongType, step: string | number | undefined): string {
  if (found === 'nothing') {
    if (step === undefined)
      return 'There is nothing here yet. A model begins with version: 1, table: and entities:.';
    const what = typeof step === 'string' ? `${code(step)} is empty.` : 'There is nothing here.';
    return `${what} Write ${expected}.`;
  }
  const what =
    value === undefined ? `a ${found}` : found === 'boolean' ? code(value) : `the ${found} ${code(value)}`;
  const end = quotes && value !== undefined ? `If it is meant as text, put it in quotes: "${value}".` : '';
  return `Expected ${expected}, found ${what}. ${end}`.trimEnd();
}

/** `get: Customer` right under `accessPatterns`, or a list of patterns: what is there is right, but has no name. */
function namelessPattern({ path: [section, name, ...deeper], value, found }: WrongType & ShapeIssue) {
  if (section !== 'accessPatterns' || deeper.length > 0) return undefined;
  const why = 'Findings, tests and generated code call an access pattern by its name.';
  if (name === undefined && found === 'list')
    return `Access patterns are no list: each stands under a name. ${why} Write ${code('customerById: { get: Customer }')} for each.`;
  if (typeof name !== 'string' || value === undefined || !wordsOfPatterns.has(name)) return undefined;
  return `${code(name)} belongs to an access pattern, and the name of that pattern is missing. ${why} Write a line such as ${code('customerById:')} above, and this line indented below it.`;
}

const wordsOfPatterns: ReadonlySet<string> = new Set(patterns.flatMap((each) => Object.keys(each.shape)));

function unknownValue({ value, allowed, nearest, expected }: UnknownValue, path: ShapeIssue['path']): string {
  if (path.length === 1 && path[0] === 'version') {
    return `${code(value)} is not a version of the model language that is known here. Write version: 1.`;
  }
  const start = `${code(value)} is not possible here.`;
  if (nearest !== undefined) return `${start} Did you mean ${code(nearest)}?`;
  const words = listOf(allowed.map(String).map(code), 'or');
  const isAll = allowed.every((word) => expected.includes(String(word)));
  return `${start} Write ${isAll ? expected : words}.`;
}

function outOfRange({ value, min, max, of }: OutOfRange): string {
  if (of === 'list') {
    if (value === 0) return `This list is empty. Write at least ${min}, or remove it.`;
    const number =
      min === max
        ? `exactly ${max}`
        : max === undefined || value < max
          ? `at least ${min}`
          : `at most ${max}`;
    return `This list has ${value} items; it can have ${number}.`;
  }
  const bounds =
    min === undefined
      ? `at most ${max}`
      : max === undefined
        ? `at least ${min}`
        : `between ${min} and ${max}`;
  return `${value} is out of range: it must be ${bounds}.`;
}

const noOperation = ({ operations }: NoOperation, where: string): string =>
  `${where} does not say what is done. Write one of ${listOf(operations.map(code), 'and')} with the name of an entity, such as ${code(`${operations[0]}: Order`)}.`;

const severalOperations = ({ operations }: SeveralOperations, where: string): string =>
  `${where} does two things at once: ${listOf(operations.map(code), 'and')}. Keep one, and write another entry for the other.`;

function awsWord({ word, ours, isKey, replaces, advice, key }: AwsWord): string {
  if (key !== undefined) return `${code(word)} is a format, not a type. Write ${code(`${key}: ${ours}`)}.`;
  if (replaces) return `${code(word)} is written ${code(ours)} here.`;
  const start = isKey ? `${code(word)} is not a property here.` : `${code(word)} is not possible here.`;
  return `${start} ${advice ?? `Write ${ours}.`}`;
}

function place({ path }: ShapeIssue): string {
  if (path.length <= 2) return 'This access pattern';
  return path.includes('then') ? 'This step' : `This part of ${code(String(path[2]))}`;
}

/** A word as it is; other text in quotes, so that one sees where it ends. */
function code(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  const short = line.length > 60 ? `${line.slice(0, 59)}…` : line;
  return /^([\w.$-]+(: [\w.$-]+)?|".*")$/.test(short) ? short : `"${short}"`;
}
