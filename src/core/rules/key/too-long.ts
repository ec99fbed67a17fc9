// key/too-long: a key whose value can be longer than DynamoDB takes.
// Deliberately an error where the literals alone are too long, else a warning: the longest value may never occur.
import { limits } from '../../facts/limits.ts';
import type { Entity, KeyPart, Layout } from '../../model/design.ts';
import { defineRule, type Problem } from '../rule.ts';
import { literalBytes, longest } from './lengths.ts';

interface Data {
  readonly entity: string;
  readonly bytes: number;
}

type RoleName = 'partition' | 'sort';

/** The most bytes of a key, or of its literals alone where those are too many already; undefined where nothing bounds it. */
function bytesOf(entity: Entity, parts: readonly KeyPart[], most: number): number | undefined {
  let literals = 0;
  for (const part of parts) literals += literalBytes(part);
  if (literals > most) return literals;
  let total = 0;
  for (const part of parts) {
    const bytes = longest(entity, part);
    if (bytes === undefined) return undefined;
    total += bytes;
  }
  return total;
}

function problemOf(entity: Entity, layout: Layout, role: RoleName): Problem<Data> | undefined {
  const parts = layout[role];
  const [first] = parts;
  const most = (role === 'partition' ? limits.partitionKeyBytes : limits.sortKeyBytes).value;
  const bytes = bytesOf(entity, parts, most);
  if (first === undefined || bytes === undefined || bytes <= most) return undefined;
  const names = parts.map((part) => part.key.name).join(' and ');
  const where = layout.target.kind === 'table' ? 'the table' : layout.target.name;
  const literals = parts.reduce((total, part) => total + literalBytes(part), 0);
  return {
    span:
      first.decl?.scalar.span ?? entity.attributes.get(first.key.name)?.decl.nameSpan ?? entity.decl.nameSpan,
    message: `${names} of ${entity.name} can be ${bytes.toLocaleString('en')} bytes long, and a ${role} key of ${where} takes at most ${most.toLocaleString('en')}. Lower the maxSize of its attributes, or hash the longest.`,
    data: { entity: entity.name, bytes },
    ...(literals > most ? { severity: 'error' as const } : {}),
  };
}

export const tooLong = defineRule<Data>({
  id: 'key/too-long',
  title: 'A key that can be too long',
  why: 'A partition key has at most 2,048 bytes, a sort key 1,024. DynamoDB refuses the item, also where the key is only that of an index (DynamoDB developer guide, constraints, as of 2026). For keys of several attributes no text says whether each or their sum counts; the sum is taken.',
  remedy:
    'Lower the `maxSize` of the attributes in the key, shorten its literals, or put `hash(n)` on the longest attribute.',
  severity: 'warning',
  *check({ design }) {
    for (const entity of design.entities.values()) {
      for (const layout of entity.layouts) {
        for (const role of ['partition', 'sort'] as const) {
          const problem = problemOf(entity, layout, role);
          if (problem) yield problem;
        }
      }
    }
  },
});
