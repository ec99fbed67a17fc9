// The templates of a model, each with the entities whose attributes it may name: what all template rules walk.
// Deliberately without the keys that are plain attributes; they have no text of their own.
import type { Design, Entity } from '../../model/design.ts';
import type { KeyDecl, KeyValueDecl, KeyVariantDecl } from '../../model/model.ts';
import type { FunctionCall, Placeholder } from '../../syntax/template.ts';
import type { ClauseUse } from '../clause/uses.ts';
import type { ActionUse } from '../names.ts';
import type { Problem } from '../rule.ts';

export interface TemplateUse extends KeyValueDecl {
  readonly entities: readonly Entity[];
  /** The line of an entity; undefined in the raw key condition of a pattern, where a placeholder may be a parameter. */
  readonly line: KeyDecl | undefined;
  readonly variant: KeyVariantDecl | undefined;
}

export function allTemplates(design: Design, actions: readonly ActionUse[]): readonly TemplateUse[] {
  const ofEntities = [...design.entities.values()].flatMap((entity) => {
    const { keys, conditionalKeys } = entity.decl;
    const always = keys.map((line) => use(line, [entity], line, undefined));
    const variants = conditionalKeys.flatMap((group) => group.variants);
    const sometimes = variants.flatMap((variant) =>
      variant.keys.map((line) => use(line, [entity], line, variant)),
    );
    return [...always, ...sometimes];
  });
  const ofPatterns = actions.flatMap(({ action, entities }) =>
    (action.key ?? []).flatMap(({ values }) =>
      values.map((value) => use(value, entities, undefined, undefined)),
    ),
  );
  return [...ofEntities, ...ofPatterns];
}

const use = (
  { template, problems, scalar }: KeyValueDecl,
  entities: readonly Entity[],
  line: KeyDecl | undefined,
  variant: KeyVariantDecl | undefined,
): TemplateUse => ({ template, problems, scalar, entities, line, variant });

/** The placeholders that name something, and whose text has no mistake. */
export const placeholders = ({ template, problems }: TemplateUse): readonly Placeholder[] =>
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
  const inTemplates = templates.flatMap((one) =>
    one.template.parts.flatMap((part) =>
      part.kind === 'placeholder' && part.functions.length > 0
        ? [{ attribute: part.name, functions: part.functions, entities: one.entities }]
        : [],
    ),
  );
  const inClauses = clauses.flatMap(({ decl: { clause }, entities }) =>
    clause === undefined || clause.functions.length === 0
      ? []
      : [{ attribute: clause.attribute, functions: clause.functions, entities }],
  );
  return [...inTemplates, ...inClauses];
}

/** Without repetitions: a text that an alias repeats, or that several legs share, is wrong once. */
export function once<D>(problems: Iterable<Problem<D>>): readonly Problem<D>[] {
  const byPlace = new Map<string, Problem<D>>();
  for (const problem of problems) {
    const place = `${problem.span.start} ${problem.span.end}`;
    if (!byPlace.has(place)) byPlace.set(place, problem);
  }
  return [...byPlace.values()];
}
