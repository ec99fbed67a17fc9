// pattern/step-parameter: a further step needs a value that the items before it do not have, or have more than once.
// Deliberately about steps that read by primary key; queries name their parameters in `where`, and those are checked, too.

import { clausesOf } from '../../analysis/routes/clauses.ts';
import type { Attribute, Entity, Pattern, ResolvedAction } from '../../model/design.ts';
import { primaryKeyAttributes } from '../../model/layouts.ts';
import { nearest } from '../../model/suggest.ts';
import type { Span } from '../../text/span.ts';
import { didYouMean, listOf } from '../../text/words.ts';
import { defineRule, type Problem } from '../rule.ts';

type Data =
  | { readonly kind: 'unknown-parameter'; readonly name: string }
  | { readonly kind: 'no-reference'; readonly attribute: string }
  | {
      readonly kind: 'several-references';
      readonly attribute: string;
      readonly candidates: readonly string[];
    };

const fits = (wanted: Attribute, candidate: Attribute): boolean =>
  [...candidate.origins].some((origin) => wanted.origins.has(origin));

/** Of an entity before: its attribute of that very name if it stands for the same, else all that do. */
function candidatesFor(wanted: Attribute, before: readonly Entity[]): readonly string[] {
  const names = before.flatMap((entity) => {
    const own = entity.attributes.get(wanted.name);
    if (own && fits(wanted, own)) return [own.name];
    return [...entity.attributes.values()].filter((each) => fits(wanted, each)).map((each) => each.name);
  });
  return [...new Set(names)];
}

function* unknownParameters({ action }: ResolvedAction, before: readonly Entity[]): Iterable<Problem<Data>> {
  const known = before.flatMap((entity) => [...entity.attributes.keys()]);
  for (const operand of clausesOf(action.where).flatMap((clause) => clause.operands)) {
    // A parameter that only repeats the attribute's name comes from the caller.
    if (operand.kind !== 'parameter' || known.includes(operand.name)) continue;
    if (clausesOf(action.where).some((clause) => clause.attribute === operand.name)) continue;
    const owners = listOf(
      before.map((entity) => entity.name),
      'or',
    );
    yield {
      span: operand.span,
      message: `:${operand.name} is no attribute of ${owners}, whose items this step follows.${didYouMean(nearest(operand.name, known))}`,
      data: { kind: 'unknown-parameter', name: operand.name },
    };
  }
}

function* missingReferences(
  { action, entities }: ResolvedAction,
  before: readonly Entity[],
  span: Span,
): Iterable<Problem<Data>> {
  const [entity] = entities;
  if (entity === undefined || action.kind !== 'get' || action.where.length > 0) return;
  for (const name of primaryKeyAttributes(entity)) {
    const attribute = entity.attributes.get(name);
    if (attribute === undefined) continue;
    const candidates = candidatesFor(attribute, before);
    if (candidates.length === 1) continue;
    const owners = listOf(
      before.map((each) => each.name),
      'or',
    );
    const message =
      candidates.length === 0
        ? `Nothing in ${owners} tells ${name} of ${entity.name}: no attribute references it. Say which does: where: ${name} = :attribute.`
        : `${listOf(candidates)} could each be ${name} of ${entity.name}. Say which: where: ${name} = :${candidates[0]}.`;
    const data: Data =
      candidates.length === 0
        ? { kind: 'no-reference', attribute: name }
        : { kind: 'several-references', attribute: name, candidates };
    yield { span, message, data };
  }
}

function* checkPattern(pattern: Pattern): Iterable<Problem<Data>> {
  let before = pattern.actions.flatMap((resolved) => resolved.entities);
  for (const step of pattern.steps) {
    if (before.length === 0) return;
    for (const resolved of step.actions) {
      yield* unknownParameters(resolved, before);
      yield* missingReferences(resolved, before, resolved.action.entities[0]?.span ?? step.span);
    }
    before = step.actions.flatMap((resolved) => resolved.entities);
  }
}

export const stepParameter = defineRule<Data>({
  id: 'pattern/step-parameter',
  title: 'A step whose parameter the items before it do not give',
  why: 'A step under `then` is done with each item returned, so its key must come from that item. If nothing or more than one attribute could give it, neither the request nor its cost can be told.',
  remedy: 'Name the attribute: `where: username = :followed`.',
  severity: 'error',
  *check({ design }) {
    for (const pattern of design.patterns) yield* checkPattern(pattern);
  },
});
