// The colours that VS Code's four default themes give a webview, as far as the preview uses them.
// Deliberately those of the exported page, with only what VS Code itself says otherwise or besides.
import { themes as exported } from '../../src/core/export/themes';

export type ThemeName = 'dark' | 'light' | 'high-contrast' | 'high-contrast-light';

/** Set on the root element by VS Code, without the leading `--vscode-`. */
export type Variables = Readonly<Record<string, string>>;

const fonts: Variables = {
  'font-family': 'system-ui, Ubuntu, "Droid Sans", sans-serif',
  'font-size': '13px',
  'editor-font-family': '"Droid Sans Mono", monospace, monospace',
  'editor-font-size': '14px',
};

/** From VS Code 1.139, as the exported page's; what a high contrast leaves to light or dark there is said here. */
export const themes: Readonly<Record<ThemeName, Variables>> = {
  dark: { ...exported.dark, ...fonts, 'charts-orange': '#D18616' },
  light: { ...exported.light, ...fonts, 'charts-orange': '#D18616' },
  'high-contrast': {
    ...exported.contrastDark,
    ...fonts,
    descriptionForeground: '#FFFFFFB3',
    'list-hoverBackground': '#FFFFFF1A',
    'inputValidation-warningBackground': '#000000',
    'inputValidation-warningBorder': '#6FC3DF',
    'charts-blue': exported.dark['charts-blue'],
    'charts-orange': '#AB5A00',
    'charts-green': exported.dark['charts-green'],
    'charts-purple': exported.dark['charts-purple'],
  },
  'high-contrast-light': {
    ...exported.contrastLight,
    ...fonts,
    descriptionForeground: '#292929B3',
    'editor-background': exported.light['editor-background'],
    'list-hoverBackground': '#0F4A851A',
    'list-inactiveSelectionBackground': '#0F4A851A',
    'inputValidation-warningBackground': '#FFFFFF',
    'inputValidation-warningBorder': '#0F4A85',
    'charts-blue': exported.light['charts-blue'],
    'charts-orange': '#0F4A85',
    'charts-purple': exported.light['charts-purple'],
    'terminal-ansiCyan': exported.light['terminal-ansiCyan'],
    'terminal-ansiMagenta': exported.light['terminal-ansiMagenta'],
  },
};
