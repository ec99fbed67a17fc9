// A scene: some items and what a caller gives, as variables of one problem, with the way back from bytes to values.
// Deliberately one variable for each attribute behind the same functions: where it recurs, it has the same value.
import type { Attribute, Entity, Layout } from '../../model/design.ts';
import type { FunctionCall, Template } from '../../syntax/template.ts';
import { toBytes } from '../../text/utf8.ts';
import { anyCharacter, anyText, repeat } from './automata/pattern.ts';
import type { Texts } from './domains/domain.ts';
import { type Domain, type Domains, type Extent, signatureOf } from './domains/domains.ts';
import type { Constraint, Problem, Term, Variable } from './equations/problem.ts';
import { guardedDomain } from './guards.ts';
import { truncations } from './truncations.ts';

/** Whose value a variable is. */
export interface Role {
  /** The number of the item; undefined for what the caller gives. */
  readonly item: number | undefined;
  /** The attribute's name, or the parameter's. */
  readonly name: string;
  readonly attribute: Attribute | undefined;
  readonly calls: readonly FunctionCall[];
  readonly domain: Domain;
  /** The values of the attribute itself, where the variable is what functions make of them. */
  readonly inputs: Domain | undefined;
  /** Only what another variable has beyond a third: no value of its own. */
  readonly isRest?: true;
}

export interface SceneItem {
  readonly entity: Entity;
  readonly layout: Layout;
}

export interface Scene {
  readonly items: readonly SceneItem[];
  /** By the number of the variable. */
  readonly roles: readonly Role[];
  readonly problem: (extent: Extent) => Problem;
}

/** Tells the attribute that types a parameter; undefined where nothing does. */
export type Typing = (parameter: string) => Attribute | undefined;

export interface SceneBuilder {
  /** Adds an item that lies in a target as the layout says; gives its number. */
  readonly addItem: (entity: Entity, layout: Layout) => number;
  /** The text that the item has there. */
  readonly ofItem: (item: number, template: Template) => Term;
  /** The text that a caller makes of what it gives. */
  readonly ofCaller: (template: Template, typing: Typing) => Term;
  readonly add: (...constraints: readonly Constraint[]) => void;
  /** A variable for what follows a beginning, which may be nothing. */
  readonly rest: () => number;
  /** The variable of an item's attribute, behind the functions. */
  readonly variable: (item: number, attribute: Attribute, calls?: readonly FunctionCall[]) => number;
  /** The scene as it is now, with some constraints that only this one has. */
  readonly build: (more?: readonly Constraint[]) => Scene;
}

const maybeText = repeat(anyCharacter, 0);
const maybeNothing: Texts = { all: maybeText, plain: maybeText, isOpen: false };
/** Whose value a variable is that stands for no value of its own. */
const nobody = { item: undefined, name: '', attribute: undefined, calls: [], isRest: true } as const;
const anything: Texts = { all: anyText, plain: anyText, isOpen: false };

export function createScene(domains: Domains): SceneBuilder {
  const items: SceneItem[] = [];
  const roles: Role[] = [];
  const known = new Map<string, number>();
  const constraints: Constraint[] = [];

  const variable = (role: Omit<Role, 'domain' | 'inputs'>): number => {
    const key = `${role.item ?? 'caller'} ${role.name}${signatureOf(role.calls)}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const item = role.item === undefined ? undefined : items[role.item];
    const guarded = item && role.attribute && guardedDomain(item.layout, role.attribute, role.calls);
    const domain = guarded ? domains.ofTexts(guarded) : domains.of(role.attribute, role.calls);
    const number = roles.length;
    known.set(key, number);
    const continuations = truncations(number, role, roles);
    const inputs = role.calls.length > 0 ? domains.of(role.attribute, []) : undefined;
    roles.push({ ...role, domain, inputs });
    for (const { longer, shorter } of continuations) {
      const rest = roles.push({ ...role, domain: domains.ofTexts(anything), inputs, isRest: true }) - 1;
      constraints.push({ relation: '=', left: [longer], right: [shorter, rest] });
    }
    return number;
  };

  const termOf = (template: Template, role: (name: string, calls: readonly FunctionCall[]) => number): Term =>
    template.parts.map((part) =>
      part.kind === 'literal' ? toBytes(part.text) : role(part.name, part.functions),
    );

  return {
    addItem(entity, layout) {
      items.push({ entity, layout });
      return items.length - 1;
    },
    ofItem: (item, template) =>
      termOf(template, (name, calls) =>
        variable({ item, name, attribute: items[item]?.entity.attributes.get(name), calls }),
      ),
    ofCaller: (template, typing) =>
      termOf(template, (name, calls) => variable({ item: undefined, name, attribute: typing(name), calls })),
    add: (...more) => constraints.push(...more),
    rest: () => roles.push({ ...nobody, domain: domains.ofTexts(maybeNothing), inputs: undefined }) - 1,
    variable: (item, { name }, calls = []) =>
      variable({ item, name, attribute: items[item]?.entity.attributes.get(name), calls }),
    build: (more = []) => ({
      items,
      roles,
      problem: (extent) => ({
        variables: roles.map((role) => variableOf(role, extent)),
        constraints: [...constraints, ...more],
      }),
    }),
  };
}

function variableOf({ attribute, calls, domain }: Role, extent: Extent): Variable {
  const isName = attribute?.format?.distinctPerItem === true && calls.length === 0;
  return { languages: domain.languages[extent], namesOf: isName ? attribute.origins : undefined };
}
