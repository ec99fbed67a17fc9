// What can be generated, in the order in which it is offered.
// Deliberately a plain list: a new target is a file of its own and a line here.
import { cloudFormation } from './cloudformation.ts';
import { createTable } from './create-table.ts';
import type { GeneratorTarget } from './target.ts';

export const targets: readonly GeneratorTarget[] = [cloudFormation, createTable];
