// index/vector-index: a vector index that DynamoDB cannot make.
// Deliberately only what one file shows; whether items hold such vectors is another matter.
import { limits } from '../../facts/limits.ts';
import type { Design } from '../../model/design.ts';
import { searchAttributeType } from '../../model/index-attributes.ts';
import type { IndexDecl } from '../../model/model.ts';
import { printNumber } from '../../syntax/quantity.ts';
import type { Span } from '../../text/span.ts';
import { listOf } from '../../text/words.ts';
import { defineRule, type Problem } from '../rule.ts';

interface Data {
  readonly name: string;
}

const { vectorFilters, vectorPartitionKeys, vectorDimensions, vectorIndexes } = limits;

export const vectorIndex = defineRule<Data>({
  id: 'index/vector-index',
  title: 'A vector index that DynamoDB cannot make',
  why: `A vector index says its attribute, its dimensions (at most ${printNumber(vectorDimensions.value)}) and its distance, has at most ${vectorPartitionKeys.value} partition key attribute and ${vectorFilters.value} filters, and no sort key. Only on-demand tables have any, at most ${vectorIndexes.value} (CreateTable, DynamoDB API reference, as of 2026-10).`,
  remedy: 'Write what is missing, leave out what is too much, and make the table on-demand.',
  severity: 'error',
  *check({ design }) {
    const { vectorIndexes: indexes } = design;
    for (const index of indexes) yield* ofIndex(design, index);
    yield* ofDimensions(indexes);
  },
});

const problem = (name: string, span: Span, message: string): Problem<Data> => ({
  span,
  message,
  data: { name },
});

function* ofIndex(design: Design, index: IndexDecl): Iterable<Problem<Data>> {
  const { name, nameSpan } = index;
  const capacity = design.model.table?.capacity;
  if (capacity?.mode === 'provisioned') {
    yield problem(
      name,
      nameSpan,
      `${name} is a vector index, and only an on-demand table can have one. Write \`capacity: on-demand\` for the table.`,
    );
  }
  const missing = [
    ...(index.vector ? [] : ['`vector`']),
    ...(index.dimensions === undefined ? ['`dimensions`'] : []),
    ...(index.distance === undefined ? ['`distance`'] : []),
  ];
  if (missing.length > 0) {
    yield problem(
      name,
      nameSpan,
      `${name} is a vector index and does not say its ${listOf(missing)}. Write ${missing.length > 1 ? 'them' : 'it'}.`,
    );
  }
  yield* ofSearchSchema(design, index);
}

function* ofSearchSchema(design: Design, index: IndexDecl): Iterable<Problem<Data>> {
  const { name, partitionKey, sortKey, filters } = index;
  const second = partitionKey[vectorPartitionKeys.value];
  if (second) {
    yield problem(
      name,
      second.span,
      `The partition key of a vector index is one attribute at most, and ${name} has ${partitionKey.length}.`,
    );
  }
  const [sorted] = sortKey;
  if (sorted) {
    yield problem(
      name,
      sorted.span,
      `${name} is a vector index, and those have no sort key. List the attribute under \`filters\`, or leave it out.`,
    );
  }
  const over = filters[vectorFilters.value];
  if (over) {
    yield problem(
      name,
      over.span,
      `A vector index has at most ${vectorFilters.value} filters, and ${name} has ${filters.length}.`,
    );
  }
  const schema = [
    ...partitionKey.map((key) => ({ attribute: key.name, span: key.span })),
    ...filters.map(({ value, span }) => ({ attribute: value, span })),
  ];
  const seen = new Set<string>();
  for (const { attribute, span } of schema) {
    if (seen.has(attribute)) {
      yield problem(name, span, `${attribute} stands twice in ${name}. Name it once.`);
    }
    seen.add(attribute);
    if (searchAttributeType(design, attribute) === undefined) {
      yield problem(
        name,
        span,
        `${attribute} narrows a vector search, so it must be a string, a number or binary.`,
      );
    }
  }
}

function* ofDimensions(indexes: readonly IndexDecl[]): Iterable<Problem<Data>> {
  const first = new Map<string, IndexDecl>();
  for (const index of indexes) {
    const { vector, dimensions, name } = index;
    if (vector === undefined || dimensions === undefined) continue;
    const other = first.get(vector.value);
    if (other === undefined) first.set(vector.value, index);
    else if (other.dimensions !== dimensions) {
      yield {
        ...problem(
          name,
          vector.span,
          `${vector.value} has ${other.dimensions} dimensions in another index and ${dimensions} here. All indexes of one attribute have the same.`,
        ),
        related: [{ span: other.nameSpan, message: `${other.dimensions} dimensions` }],
      };
    }
  }
}
