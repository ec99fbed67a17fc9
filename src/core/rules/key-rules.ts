// The rules about keys.
// Deliberately a list only; each rule is a file of its own.

import { ambiguous } from './key/ambiguous.ts';
import { assumedIdentity } from './key/assumed-identity.ts';
import { canBeEmptyRule } from './key/can-be-empty.ts';
import { collision } from './key/collision.ts';
import { incomplete } from './key/incomplete.ts';
import { indexWithoutKey } from './key/index-without-key.ts';
import { localIndex } from './key/local-index.ts';
import { lostIdentity } from './key/lost-identity.ts';
import { missingPrimaryKey } from './key/missing-primary-key.ts';
import { noEntity } from './key/no-entity.ts';
import { repeated } from './key/repeated.ts';
import { tooLong } from './key/too-long.ts';
import { tooManyAttributes } from './key/too-many-attributes.ts';
import { tooManyIndexes } from './key/too-many-indexes.ts';
import { undecided } from './key/undecided.ts';
import { unknownKey } from './key/unknown-key.ts';
import { unprefixed } from './key/unprefixed.ts';
import { wrongType } from './key/wrong-type.ts';
import type { Rule } from './rule.ts';

export const keyRules: readonly Rule[] = [
  missingPrimaryKey,
  unknownKey,
  noEntity,
  incomplete,
  wrongType,
  indexWithoutKey,
  localIndex,
  repeated,
  tooManyIndexes,
  tooManyAttributes,
  canBeEmptyRule,
  tooLong,
  lostIdentity,
  assumedIdentity,
  collision,
  ambiguous,
  undecided,
  unprefixed,
];
