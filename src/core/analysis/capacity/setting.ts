// What figures depend on beside the model: prices of one's own, a DAX cluster, polls of a stream; and how the editor has it.
// Deliberately only what a figure can lack; the command line has the same as options, in words of its own.

export type Setting =
  /** US dollars for what `price` names; `hasEstimate` where one could be taken in its place. */
  | { readonly kind: 'price'; readonly region: string; readonly price: string; readonly hasEstimate: boolean }
  | { readonly kind: 'dax' }
  | { readonly kind: 'stream-polls' };

/** Examples, in the one form that settings and options have. */
export const daxExample = '3 x t3.small';
export const pollsExample = '4/s';

/** `Set singlet.prices.dax, such as 3 x t3.small.` */
export function settingAdvice(setting: Setting): string {
  switch (setting.kind) {
    case 'price': {
      const own = `\`singlet.prices.overrides: { "${setting.region}": { "${setting.price}": USD } }\``;
      return setting.hasEstimate ? `Set ${own}, or \`singlet.prices.estimates: true\`.` : `Set ${own}.`;
    }
    case 'dax':
      return `Set \`singlet.prices.dax\`, such as \`${daxExample}\`.`;
    case 'stream-polls':
      return `Set \`singlet.prices.streamPolls\`, such as \`${pollsExample}\`.`;
  }
}
