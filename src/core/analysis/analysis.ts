// The stages of one text, each lazy and computed once: what rules, features and generators read.
// Deliberately a value: the same text and options give the same result, whatever came before.
import type { Design, Target } from '../model/design.ts';
import { lower } from '../model/lower/lower.ts';
import type { Action, Model } from '../model/model.ts';
import { resolve } from '../model/resolve.ts';
import { checkShape } from '../model/shape.ts';
import type { ShapeIssue } from '../model/shape-issue.ts';
import { parseYaml } from '../syntax/parse-yaml.ts';
import type { Tree } from '../syntax/tree.ts';
import { lazy } from '../text/lazy.ts';
import { once } from '../text/once.ts';
import { type UnitsByPattern, unitsByPattern } from './capacity/pattern-units.ts';
import { createSizes, type Sizes } from './capacity/sizes.ts';
import { type Cost, costOf } from './cost/cost.ts';
import { type Growth, growthOf } from './cost/growth.ts';
import { beyondCapacity, type Excess } from './cost/headroom.ts';
import { type Heat, heatOf } from './cost/heat/heat.ts';
import type { CostOptions } from './cost/options.ts';
import { createPricing, type Pricing } from './cost/pricing.ts';
import { type ProjectionCost, projectionCosts } from './cost/projections.ts';
import { createProofs, type Proofs } from './proofs/proofs.ts';
import type { RouteResult } from './routes/route.ts';
import { createRouter, findRoutes, type Router } from './routes/router.ts';
import { type Samples, samplesOf } from './samples/samples.ts';

export interface Analysis {
  readonly text: string;
  /** What the model does not say of its bill and its caches. */
  readonly options: CostOptions;
  readonly tree: Tree;
  readonly shape: readonly ShapeIssue[];
  readonly model: Model;
  readonly design: Design;
  /** Routes a read that is not in the model, too: what a fix or a hint would come to. */
  readonly router: Router;
  /** For each get, query and scan: of patterns, of their legs and of their steps. */
  readonly routes: ReadonlyMap<Action, RouteResult>;
  /** What holds of keys and reads over all possible data; each kind of claim is made when it is read. */
  readonly proofs: Proofs;
  readonly sizes: Sizes;
  readonly units: UnitsByPattern;
  readonly samples: Samples;
  /** The prices of the model's Region and class. */
  readonly pricing: Pricing;
  readonly cost: Cost;
  readonly heat: Heat;
  readonly growth: Growth;
  /** Traffic beyond what the table or an index serves. */
  readonly excess: readonly Excess[];
  /** What each projection of an index would cost; of the table nothing. */
  readonly projections: (index: Target) => readonly ProjectionCost[];
  /** The same text with another model of it: what a change of the model would come to. */
  readonly variant: (model: Model) => Analysis;
}

/** The options are what a model does not say of its bill and its caches. */
export function analyze(text: string, options: CostOptions = {}): Analysis {
  const tree = lazy(() => parseYaml(text));
  const shape = lazy(() => checkShape(tree()));
  const model = lazy(() => lower(text, tree()));
  return stagesOf({ text, tree, shape, model }, options);
}

interface Written {
  readonly text: string;
  readonly tree: () => Tree;
  readonly shape: () => readonly ShapeIssue[];
  readonly model: () => Model;
}

function stagesOf(written: Written, options: CostOptions): Analysis {
  const { text, tree, shape, model } = written;
  const design = lazy(() => resolve(model()));
  const router = lazy(() => createRouter(design()));
  const routes = lazy(() => findRoutes(design(), router()));
  const proofs = lazy(() => createProofs(design(), routes()));
  const sizes = lazy(() => createSizes(design()));
  const units = lazy(() => unitsByPattern(analysis, options));
  const samples = lazy(() => samplesOf(design()));
  const pricing = lazy(() => createPricing(design(), options));
  const cost = lazy(() => costOf(analysis, options));
  const heat = lazy(() => heatOf(analysis, options));
  const growth = lazy(() => growthOf(analysis, options));
  const excess = lazy(() => beyondCapacity(analysis, options));
  const analysis: Analysis = {
    text,
    options,
    get tree() {
      return tree();
    },
    get shape() {
      return shape();
    },
    get model() {
      return model();
    },
    get design() {
      return design();
    },
    get router() {
      return router();
    },
    get routes() {
      return routes();
    },
    get proofs() {
      return proofs();
    },
    get sizes() {
      return sizes();
    },
    get units() {
      return units();
    },
    get samples() {
      return samples();
    },
    get pricing() {
      return pricing();
    },
    get cost() {
      return cost();
    },
    get heat() {
      return heat();
    },
    get growth() {
      return growth();
    },
    get excess() {
      return excess();
    },
    projections: once((index) => projectionCosts(analysis, index)),
    variant: (other) => stagesOf({ ...written, model: () => other }, options),
  };
  return analysis;
}
