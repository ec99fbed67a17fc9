// The guards of conditional keys: which of an entity's items lie as a layout says, and whether a pattern asks for those only.
// Deliberately decides by the clauses as written; which values are possible is the business of proofs.
import type { Attribute, Entity, Layout, Target } from '../../model/design.ts';
import type { KeyVariantDecl } from '../../model/model.ts';
import type { Clause } from '../../syntax/clause.ts';
import { printClause } from '../../syntax/print-clause.ts';
import type { Given } from './bind.ts';
import { clausesOf, sameClause } from './clauses.ts';

/** The clause as the entity's own attribute has it. */
const asOwn = ({ clause, attribute }: { clause: Clause; attribute: Attribute }): Clause =>
  clause.attribute === attribute.name ? clause : { ...clause, attribute: attribute.name };

/** Clauses that the layout's own guard, its sparseness, or the attribute's declaration answers for every item in it. */
export function heldByLayout(layout: Layout, givens: readonly Given[]): readonly Clause[] {
  const guards = guardsOf(layout);
  return givens.flatMap((given) => {
    const { clause, attribute } = given;
    const isGuard = guards.length > 0 && guards.some((guard) => sameClause(guard, asOwn(given)));
    const always =
      clause.operator === 'exists' && (!attribute.decl.optional || layout.sparse.includes(attribute.name));
    return isGuard || always ? [clause] : [];
  });
}

const guardsOf = ({ variant }: Layout): readonly Clause[] => (variant ? clausesOf(variant.when) : unguarded);
const unguarded: readonly Clause[] = Object.freeze([]);

const constantOf = (clause: Clause): string | undefined => {
  const [operand] = clause.operands;
  return clause.operator === '=' && clause.operands.length === 1 && operand?.kind === 'constant'
    ? operand.text
    : undefined;
};

/** True if no item can meet both. */
function contradict(a: Clause, b: Clause): boolean {
  if (a.attribute !== b.attribute) return false;
  if (a.operator === 'not-exists') return b.operator !== 'not-exists';
  if (b.operator === 'not-exists') return true;
  const [x, y] = [constantOf(a), constantOf(b)];
  return x !== undefined && y !== undefined && x !== y;
}

const guardText = (variant: KeyVariantDecl): string => clausesOf(variant.when).map(printClause).join(' and ');

/** The variants that stand before the layout's own and so win over it, where nothing rules them out. */
function winsBefore(layout: Layout, entity: Entity, asked: readonly Clause[]): readonly KeyVariantDecl[] {
  const variants =
    entity.decl.conditionalKeys.find((keys) => keys.name === layout.target.name)?.variants ?? [];
  const own = layout.variant ? variants.indexOf(layout.variant) : 0;
  const known = [...asked, ...guardsOf(layout)];
  return variants
    .slice(0, own)
    .filter(
      (variant) =>
        !clausesOf(variant.when).some((guard) => known.some((clause) => contradict(guard, clause))),
    );
}

/** What restricts the items in the layout beyond what the pattern asks for: others would be missed. Empty if nothing does. */
export function unaskedGuards(layout: Layout, entity: Entity, givens: readonly Given[]): readonly string[] {
  const { variant, sparse } = layout;
  if (variant === undefined && sparse.length === 0) return [];
  const asked = givens.map(asOwn);
  // What is asked to be absent is not there to be given.
  const given = new Set(
    asked.filter((clause) => clause.operator !== 'not-exists').map((clause) => clause.attribute),
  );
  const own = guardsOf(layout).filter(
    (guard) =>
      !asked.some((clause) => sameClause(clause, guard)) &&
      !(guard.operator === 'exists' && given.has(guard.attribute)),
  );
  const winning = variant ? winsBefore(layout, entity, asked) : [];
  return [
    ...own.map(printClause),
    ...winning.map((each) => `not ${guardText(each)}`),
    ...sparse.filter((name) => !given.has(name)).map((name) => `${name} exists`),
  ];
}

/** True if every item of the entity lies in the target by one of its variants: a last one without a guard, or two that complement each other. */
export function coverAll(entity: Entity, target: Target): boolean {
  const variants = entity.decl.conditionalKeys.find((keys) => keys.name === target.name)?.variants ?? [];
  const guards = variants.map((variant) => clausesOf(variant.when));
  if (guards.some((guard) => guard.length === 0)) return true;
  const single = guards.flatMap((guard) => (guard.length === 1 ? guard : []));
  return single.some(
    (a) =>
      a.operator === 'exists' &&
      single.some((b) => b.operator === 'not-exists' && b.attribute === a.attribute),
  );
}
