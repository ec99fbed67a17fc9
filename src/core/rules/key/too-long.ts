// key/too-long: a key whose value can be longer than DynamoDB takes.
// Deliberately an error where the literals alone are too long, else a warning: the longest value may never occur.
import { limits } from '../../facts/limits.ts';
import type { Entity, KeyPart, Target } from '../../model/design.ts';
import { defineRule } from '../rule.ts';
import { literalBytes, longest } from './lengths.ts';

interface Role {
  readonly name: 'partition' | 'sort';
  readonly parts: readonly KeyPart[];
  readonly most: number;
}

const rolesOf = (layout: {
  readonly partition: readonly KeyPart[];
  readonly sort: readonly KeyPart[];
}): readonly Role[] => [
  { name: 'partition', parts: layout.partition, most: limits.partitionKeyBytes.value },
  { name: 'sort', parts: layout.sort, most: limits.sortKeyBytes.value },
];

const sum = (values: readonly (number | undefined)[]): number | undefined =>
  values.reduce<number | undefined>(
    (total, value) => (total === undefined || value === undefined ? undefined : total + value),
    0,
  );

function messageFor(entity: Entity, target: Target, role: Role, bytes: number): string {
  const names = role.parts.map((part) => part.key.name).join(' and ');
  const where = target.kind === 'table' ? 'the table' : target.name;
  return `${names} of ${entity.name} can be ${bytes.toLocaleString('en')} bytes long, and a ${role.name} key of ${where} takes at most ${role.most.toLocaleString('en')}. Lower the maxSize of its attributes, or hash the longest.`;
}

export const tooLong = defineRule<{ readonly entity: string; readonly bytes: number }>({
  id: 'key/too-long',
  title: 'A key that can be too long',
  why: 'A partition key has at most 2,048 bytes, a sort key 1,024. DynamoDB refuses the item, also where the key is only that of an index (DynamoDB developer guide, constraints, as of 2026). For keys of several attributes no text says whether each or their sum counts; the sum is taken.',
  remedy:
    'Lower the `maxSize` of the attributes in the key, shorten its literals, or put `hash(n)` on the longest attribute.',
  severity: 'warning',
  *check({ design }) {
    for (const entity of design.entities.values()) {
      for (const layout of entity.layouts) {
        for (const role of rolesOf(layout)) {
          const [first] = role.parts;
          if (first === undefined) continue;
          const literals = role.parts.reduce((total, part) => total + literalBytes(part), 0);
          const bytes =
            literals > role.most ? literals : sum(role.parts.map((part) => longest(entity, part)));
          if (bytes === undefined || bytes <= role.most) continue;
          yield {
            span:
              first.decl?.scalar.span ??
              entity.attributes.get(first.key.name)?.decl.nameSpan ??
              entity.decl.nameSpan,
            message: messageFor(entity, layout.target, role, bytes),
            data: { entity: entity.name, bytes },
            ...(literals > role.most ? { severity: 'error' as const } : {}),
          };
        }
      }
    }
  },
});
