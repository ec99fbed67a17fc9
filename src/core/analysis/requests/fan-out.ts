// The queries of one call: where a partition key holds what nobody gives, each of its values is asked for.
// Deliberately finds the placeholders only; which dates there are, the caller must know.
import { printTemplate } from '../../syntax/print-template.ts';
import type { Placeholder } from '../../syntax/template.ts';
import { shardsOf } from '../routes/functions.ts';
import { rendering } from '../routes/rendering.ts';
import type { FanOut, Route } from '../routes/route.ts';

/** A placeholder as people write it, `${orderId | shard(10)}`: what holds for it holds wherever it stands. */
export const placeholderText = (placeholder: Placeholder): string => printTemplate(rendering([placeholder]));

/** The placeholders of a route's partition key through which it fans out. */
export function placeholdersOf(route: Route, { reason, name }: FanOut): readonly Placeholder[] {
  const wanted = reason === 'shard' ? 'shard' : 'date';
  const found = route.partition.flatMap(({ values }) =>
    values.flatMap(({ parts }) =>
      parts.flatMap((part) =>
        part.kind === 'placeholder' && part.name === name && part.functions.at(-1)?.name === wanted
          ? [part]
          : [],
      ),
    ),
  );
  const byText = new Map(found.map((each) => [placeholderText(each), each]));
  return [...byText.values()];
}

/** All values of a placeholder behind `shard(n)`: 0 to n - 1. */
export const shardTexts = ({ functions }: Placeholder): readonly string[] =>
  Array.from({ length: shardsOf(functions) ?? 0 }, (_, shard) => String(shard));
