// The CodeLens registry: short facts above a declaration, each from a provider of its own.
// Deliberately plain text with an optional command by name; the server gives it to the editor.
import type { Pattern } from '../model/design.ts';
import type { Snapshot } from '../snapshot.ts';
import type { Span } from '../text/span.ts';
import { figure, vectorTexts } from './figure.ts';
import { isUnserved, patternRoute } from './pattern-route.ts';

export interface Lens {
  readonly span: Span;
  readonly title: string;
  /** What a click does; undefined where the lens only tells. */
  readonly command: LensCommand | undefined;
}

/** The commands that lenses may name; the client knows how to do them. */
export type LensCommand =
  | { readonly kind: 'preview'; readonly pattern: string }
  /** Runs the pattern on an engine. The lens says nothing else, so it is for clients that can. */
  | { readonly kind: 'verify'; readonly pattern: string };

/** A source of lenses. To add one, write a provider and put it into the list below. */
export type LensProvider = (snapshot: Snapshot) => readonly Lens[];

function unitsTitle({ units }: Snapshot, pattern: Pattern): string | undefined {
  const own = units.get(pattern);
  if (own === undefined || pattern.kind === 'analyze') return undefined;
  const figures = [
    ...(own.read.max === 0 ? [] : [figure(own.read, 'RCU')]),
    ...(own.write.max === 0 ? [] : [figure(own.write, 'WCU')]),
    ...vectorTexts(own.vectors),
  ];
  return figures.length > 0 ? `${figures.join(' + ')} a call` : undefined;
}

/** Without a rate there is no money to tell, and nobody has asked for any. */
function moneyTitle({ cost }: Snapshot, pattern: Pattern): string | undefined {
  const usd = cost.patterns.get(pattern)?.usd;
  return usd === undefined || pattern.decl.rate === undefined ? undefined : figure(usd, 'USD/month', 'cost');
}

function patternTitle(snapshot: Snapshot, pattern: Pattern): string {
  if (isUnserved(snapshot, pattern)) return 'not served';
  return [patternRoute(snapshot, pattern), unitsTitle(snapshot, pattern), moneyTitle(snapshot, pattern)]
    .filter((part) => part !== undefined)
    .join(' · ');
}

/** Above each pattern: its route, the units of a call, and the money of a month. */
const patternLenses: LensProvider = (snapshot) =>
  snapshot.design.patterns.flatMap((pattern) => {
    const title = patternTitle(snapshot, pattern);
    if (title === '') return [];
    return [{ span: pattern.decl.nameSpan, title, command: { kind: 'preview', pattern: pattern.name } }];
  });

/** Above each pattern that is calls of DynamoDB. */
const verifyLenses: LensProvider = ({ design }) =>
  design.patterns
    .filter(({ kind }) => kind !== 'analyze')
    .map(({ name, decl }) => ({
      span: decl.nameSpan,
      title: 'Verify',
      command: { kind: 'verify', pattern: name },
    }));

const providers: readonly LensProvider[] = [patternLenses, verifyLenses];

/** All lenses, in the order of the text. */
export const codeLenses = (snapshot: Snapshot): readonly Lens[] =>
  providers.flatMap((provider) => provider(snapshot)).toSorted((a, b) => a.span.start - b.span.start);
