// What a proof can end in, and what it shows: items and parameters with concrete values.
// Deliberately data and no search; messages are made by the rules, and an engine can be asked to confirm a witness.

export interface WitnessItem {
  readonly entity: string;
  /** The values that decide, as texts, by attribute. */
  readonly values: ReadonlyMap<string, string>;
  /** The keys of the table or index in question, by key attribute. */
  readonly keys: ReadonlyMap<string, string>;
}

export interface Witness {
  readonly items: readonly WitnessItem[];
  /** What the caller gives, by name; empty where the claim is not about a read. */
  readonly parameters: ReadonlyMap<string, string>;
}

/** What would make a claim proved: that the attribute, or whatever it references, holds none of these characters. */
export interface Assumption {
  readonly entity: string;
  readonly attribute: string;
  /** What it holds in the witness and no one doubts elsewhere, such as `#`; empty for a number, and where it is one word. */
  readonly characters: string;
  /** What it is in the witness. */
  readonly value: string;
}

export type Verdict =
  | { readonly kind: 'proved' }
  | { readonly kind: 'proved-if'; readonly assumptions: readonly Assumption[]; readonly witness: Witness }
  | { readonly kind: 'refuted'; readonly witness: Witness }
  /** The search went so many steps without an answer. */
  | { readonly kind: 'undecided'; readonly steps: number };

const gravity: Readonly<Record<Verdict['kind'], number>> = {
  proved: 0,
  'proved-if': 1,
  undecided: 2,
  refuted: 3,
};

/** Of the verdicts on several parts of one claim that which stands for the whole; proved where there are no parts. */
export function gravest(verdicts: Iterable<Verdict>): Verdict {
  let result: Verdict = { kind: 'proved' };
  for (const verdict of verdicts) {
    if (gravity[verdict.kind] > gravity[result.kind]) result = verdict;
    if (result.kind === 'refuted') break;
  }
  return result;
}
