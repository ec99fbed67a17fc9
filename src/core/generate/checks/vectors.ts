// What CreateTable refuses about vector indexes.
// Deliberately only what one table definition shows; whether items hold such vectors is another matter.
import { limits } from '../../facts/limits.ts';
import type { Design } from '../../model/design.ts';
import type { IndexDecl } from '../../model/model.ts';
import { listOf } from '../../text/words.ts';
import { searchAttributeType } from '../parts.ts';
import type { Reason } from '../target.ts';

export function* vectorReasons(design: Design): Iterable<Reason> {
  const { vectorIndexes, model } = design;
  const dimensions = new Map<string, number>();
  for (const index of vectorIndexes) {
    const span = index.nameSpan;
    if (model.table?.capacity?.mode === 'provisioned') {
      yield {
        message: `${index.name} is a vector index, and only an on-demand table can have one. Write \`capacity: on-demand\` for the table.`,
        span,
      };
    }
    yield* incomplete(index);
    yield* searchSchema(design, index);
    if (index.vector && index.dimensions !== undefined) {
      const known = dimensions.get(index.vector.value) ?? index.dimensions;
      dimensions.set(index.vector.value, known);
      if (known !== index.dimensions) {
        yield {
          message: `${index.vector.value} has ${known} dimensions in another index and ${index.dimensions} here. All indexes of one attribute have the same.`,
          span: index.vector.span,
        };
      }
    }
  }
}

function* incomplete(index: IndexDecl): Iterable<Reason> {
  const missing = [
    ...(index.vector ? [] : ['`vector`']),
    ...(index.dimensions === undefined ? ['`dimensions`'] : []),
    ...(index.distance === undefined ? ['`distance`'] : []),
  ];
  if (missing.length === 0) return;
  yield {
    message: `${index.name} is a vector index and does not say its ${listOf(missing)}. Write ${missing.length > 1 ? 'them' : 'it'}.`,
    span: index.nameSpan,
  };
}

function* searchSchema(design: Design, index: IndexDecl): Iterable<Reason> {
  const [, second] = index.partitionKey;
  if (second) {
    yield {
      message: `The partition key of a vector index is one attribute at most, and ${index.name} has ${index.partitionKey.length}.`,
      span: second.span,
    };
  }
  const [sortKey] = index.sortKey;
  if (sortKey) {
    yield {
      message: `${index.name} is a vector index, and those have no sort key. List the attribute under \`filters\`, or leave it out.`,
      span: sortKey.span,
    };
  }
  const over = index.filters[limits.vectorFilters.value];
  if (over) {
    yield {
      message: `A vector index has at most ${limits.vectorFilters.value} filters, and ${index.name} has ${index.filters.length}.`,
      span: over.span,
    };
  }
  const schema = [
    ...index.partitionKey.map(({ name, span }) => ({ name, span })),
    ...index.filters.map(({ value, span }) => ({ name: value, span })),
  ];
  const seen = new Set<string>();
  for (const { name, span } of schema) {
    if (seen.has(name)) yield { message: `${name} stands twice in ${index.name}. Name it once.`, span };
    seen.add(name);
    if (searchAttributeType(design, name) === undefined) {
      yield {
        message: `${name} narrows a vector search, so it must be a string, a number or binary.`,
        span,
      };
    }
  }
}
