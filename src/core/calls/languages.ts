// The languages in which calls are offered, in the order in which they are offered.
// Deliberately a plain list: a further language is a file of its own and a line here.
import { awsCli } from './aws-cli.ts';
import { javascript } from './javascript.ts';
import type { Language } from './language.ts';
import { partiql } from './partiql.ts';
import { python } from './python.ts';

export const languages: readonly Language[] = [awsCli, javascript, python, partiql];
