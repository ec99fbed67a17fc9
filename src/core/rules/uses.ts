// What rules walk: the names, clauses, templates and values of one model, each list made once for all rules.
// Deliberately lists only; names.ts, clause/uses.ts, template/uses.ts and yaml/spots.ts say what is in them.
import type { Analysis } from '../analysis/analysis.ts';
import { type ActionUse, allActions } from '../model/actions.ts';
import { keyNames } from '../model/key-names.ts';
import { lazy } from '../text/lazy.ts';
import type { Spanned } from '../text/span.ts';
import {
  allClauseLists,
  type ClauseList,
  type ClauseUse,
  clausesIn,
  type SoundUse,
  soundOf,
} from './clause/uses.ts';
import { type IndexReads, indexReads } from './index/reads.ts';
import { type AttributeUse, attributeUses, entityUses, misspeltKeys } from './names.ts';
import type { RuleContext } from './rule.ts';
import { allTemplates, type FunctionsUse, functionsIn, type TemplateUse } from './template/uses.ts';
import { type Spot, spotsOf } from './yaml/spots.ts';

export interface Uses {
  /** All actions of all patterns: their own, those of their legs and of their steps. */
  readonly actions: readonly ActionUse[];
  readonly entities: readonly Spanned<string>[];
  readonly attributes: readonly AttributeUse[];
  readonly keyNames: ReadonlySet<string>;
  readonly misspeltKeys: ReadonlySet<string>;
  readonly clauseLists: readonly ClauseList[];
  readonly clauses: readonly ClauseUse[];
  readonly soundClauses: readonly SoundUse[];
  readonly templates: readonly TemplateUse[];
  readonly functions: readonly FunctionsUse[];
  readonly indexReads: IndexReads;
  /** Every value of the tree with its path. */
  readonly spots: readonly Spot[];
}

/** The context in which rules look at one text. */
export function createContext(analysis: Analysis): RuleContext {
  const uses = lazy(() => createUses(analysis));
  return Object.create(analysis, { uses: { get: uses, enumerable: true } });
}

function createUses(analysis: Analysis): Uses {
  const { design, tree } = analysis;
  const actions = lazy(() => allActions(design));
  const entities = lazy(() => entityUses(design, actions()));
  const attributes = lazy(() => attributeUses(design, actions()));
  const names = lazy(() => keyNames(design));
  const misspelt = lazy(() => misspeltKeys(design));
  const clauseLists = lazy(() => allClauseLists(design, actions()));
  const clauses = lazy(() => clausesIn(clauseLists()));
  const sound = lazy(() => soundOf(clauses()));
  const templates = lazy(() => allTemplates(design, actions()));
  const functions = lazy(() => functionsIn(templates(), clauses()));
  const reads = lazy(() => indexReads(analysis, actions()));
  const spots = lazy(() => spotsOf(tree));
  return {
    get actions() {
      return actions();
    },
    get entities() {
      return entities();
    },
    get attributes() {
      return attributes();
    },
    get keyNames() {
      return names();
    },
    get misspeltKeys() {
      return misspelt();
    },
    get clauseLists() {
      return clauseLists();
    },
    get clauses() {
      return clauses();
    },
    get soundClauses() {
      return sound();
    },
    get templates() {
      return templates();
    },
    get functions() {
      return functions();
    },
    get indexReads() {
      return reads();
    },
    get spots() {
      return spots();
    },
  };
}
