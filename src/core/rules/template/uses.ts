// The templates of a model, each with the entities whose attributes it may name: what all template rules walk.
// Deliberately without the keys that are plain attributes; they have no text of their own.
import type { ActionUse } from '../../model/actions.ts';
import type { Design, Entity } from '../../model/design.ts';
import type { KeyDecl, KeyValueDecl, KeyVariantDecl } from '../../model/model.ts';
import type { FunctionCall, Placeholder } from '../../syntax/template.ts';
import type { ClauseUse } from '../clause/uses.ts';
import type { Problem } from '../rule.ts';

export interface TemplateUse extends KeyValueDecl {
  readonly entities: readonly Entity[];
  /** The line of an entity; undefined in the raw key condition of a pattern, where a placeholder may be a parameter. */
  readonly line: KeyDecl | undefined;
  readonly variant: KeyVariantDecl | undefined;
  /** See `soundPlaceholders`. */
  readonly placeholders: readonly Placeholder[];
}

export function allTemplates(design: Design, actions: readonly ActionUse[]): readonly TemplateUse[] {
  const uses: TemplateUse[] = [];
  for (const entity of design.entities.values()) {
    const { keys, conditionalKeys } = entity.decl;
    const own = [entity];
    for (const line of keys) uses.push(use(line, own, line, undefined));
    for (const { variants } of conditionalKeys) {
      for (const variant of variants) {
        for (const line of variant.keys) uses.push(use(line, own, line, variant));
      }
    }
  }
  for (const { action, entities } of actions) {
    for (const { values } of action.key ?? []) {
      for (const value of values) uses.push(use(value, entities, undefined, undefined));
    }
  }
  return uses;
}

const use = (
  value: KeyValueDecl,
  entities: readonly Entity[],
  line: KeyDecl | undefined,
  variant: KeyVariantDecl | undefined,
): TemplateUse => ({
  template: value.template,
  problems: value.problems,
  scalar: value.scalar,
  entities,
  line,
  variant,
  placeholders: soundPlaceholders(value),
});

/** The placeholders that name something, and whose text has no mistake. */
export const soundPlaceholders = ({ template, problems }: KeyValueDecl): readonly Placeholder[] =>
  template.parts.filter(
    (part): part is Placeholder =>
      part.kind === 'placeholder' &&
      part.name !== '' &&
      !problems.some(({ span }) => part.span.start <= span.start && span.start < part.span.end),
  );

/** The keys that a template of this entity may name, as `GSI1SK: "${PK}"` does: those written beside it. */
export const keysBeside = ({ entities, variant }: TemplateUse): readonly KeyDecl[] => [
  ...entities.flatMap((entity) => entity.decl.keys),
  ...(variant?.keys ?? []),
];

/** Functions behind an attribute, in a template or in a clause. */
export interface FunctionsUse {
  readonly attribute: string;
  readonly functions: readonly FunctionCall[];
  readonly entities: readonly Entity[];
}

export function functionsIn(
  templates: readonly TemplateUse[],
  clauses: readonly ClauseUse[],
): readonly FunctionsUse[] {
  const uses: FunctionsUse[] = [];
  for (const { template, entities } of templates) {
    for (const part of template.parts) {
      if (part.kind === 'literal' || part.functions.length === 0) continue;
      uses.push({ attribute: part.name, functions: part.functions, entities });
    }
  }
  for (const { decl, entities } of clauses) {
    const { clause } = decl;
    if (clause === undefined || clause.functions.length === 0) continue;
    uses.push({ attribute: clause.attribute, functions: clause.functions, entities });
  }
  return uses;
}

/** Without repetitions: a text that an alias repeats, or that several legs share, is wrong once. */
export function once<D>(problems: readonly Problem<D>[]): readonly Problem<D>[] {
  if (problems.length < 2) return problems;
  const byPlace = new Map<string, Problem<D>>();
  for (const problem of problems) {
    const place = `${problem.span.start} ${problem.span.end}`;
    if (!byPlace.has(place)) byPlace.set(place, problem);
  }
  return [...byPlace.values()];
}
