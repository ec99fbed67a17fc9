// The colours and fonts of a page that no VS Code is around, under the names that VS Code gives them.
// Deliberately the values of its own default themes, so that the page looks as the panel does.

/** Without the leading `--vscode-`. */
type Variables = Readonly<Record<string, string>>;

const fonts: Variables = {
  'font-family': 'system-ui, -apple-system, "Segoe UI", Ubuntu, sans-serif',
  'font-size': '13px',
  'editor-font-family': 'ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", monospace',
  'editor-font-size': '13px',
};

/** From the themes of VS Code 1.139 (Light Modern, Dark Modern and both high contrasts), and its colour registry. */
export const themes = {
  light: {
    ...fonts,
    foreground: '#3B3B3B',
    descriptionForeground: '#3B3B3B',
    errorForeground: '#F85149',
    focusBorder: '#005FB8',
    'editor-background': '#FFFFFF',
    'panel-border': '#E5E5E5',
    'panelTitle-activeForeground': '#3B3B3B',
    'panelTitle-activeBorder': '#005FB8',
    'textLink-foreground': '#005FB8',
    'list-hoverBackground': '#F2F2F2',
    'list-inactiveSelectionBackground': '#E4E6F1',
    'editorError-foreground': '#E51400',
    'editorWarning-foreground': '#BF8803',
    'inputValidation-warningBackground': '#F6F5D2',
    'inputValidation-warningBorder': '#B89500',
    'charts-blue': '#0063D3',
    'charts-green': '#388A34',
    'charts-purple': '#652D90',
    'charts-red': '#E51400',
    'charts-yellow': '#BF8803',
    'terminal-ansiCyan': '#0598BC',
    'terminal-ansiMagenta': '#BC05BC',
  },
  dark: {
    foreground: '#CCCCCC',
    descriptionForeground: '#9D9D9D',
    errorForeground: '#F85149',
    focusBorder: '#0078D4',
    'editor-background': '#1F1F1F',
    'panel-border': '#2B2B2B',
    'panelTitle-activeForeground': '#CCCCCC',
    'panelTitle-activeBorder': '#0078D4',
    'textLink-foreground': '#4DAAFC',
    'list-hoverBackground': '#2A2D2E',
    'list-inactiveSelectionBackground': '#37373D',
    'editorError-foreground': '#F14C4C',
    'editorWarning-foreground': '#CCA700',
    'inputValidation-warningBackground': '#352A05',
    'inputValidation-warningBorder': '#B89500',
    'charts-blue': '#59A4F9',
    'charts-green': '#89D185',
    'charts-purple': '#B180D7',
    'charts-red': '#F14C4C',
    'charts-yellow': '#CCA700',
    'terminal-ansiCyan': '#11A8CD',
    'terminal-ansiMagenta': '#BC3FBC',
  },
  contrastLight: {
    foreground: '#292929',
    descriptionForeground: '#292929',
    errorForeground: '#B5200D',
    focusBorder: '#006BBD',
    contrastBorder: '#0F4A85',
    contrastActiveBorder: '#006BBD',
    'panel-border': '#0F4A85',
    'panelTitle-activeForeground': '#292929',
    'panelTitle-activeBorder': '#B5200D',
    'textLink-foreground': '#0F4A85',
    'editorError-foreground': '#B5200D',
    'editorWarning-foreground': '#895503',
    'charts-green': '#374E06',
    'charts-red': '#B5200D',
    'charts-yellow': '#895503',
  },
  contrastDark: {
    foreground: '#FFFFFF',
    descriptionForeground: '#FFFFFF',
    errorForeground: '#F48771',
    focusBorder: '#F38518',
    contrastBorder: '#6FC3DF',
    contrastActiveBorder: '#F38518',
    'editor-background': '#000000',
    'panel-border': '#6FC3DF',
    'panelTitle-activeForeground': '#FFFFFF',
    'panelTitle-activeBorder': '#6FC3DF',
    'textLink-foreground': '#21A6FF',
    'editorError-foreground': '#F48771',
    'editorWarning-foreground': '#FFD370',
    'charts-red': '#F48771',
    'charts-yellow': '#FFD370',
    'terminal-ansiCyan': '#00CDCD',
    'terminal-ansiMagenta': '#CD00CD',
  },
} as const satisfies Readonly<Record<string, Variables>>;

const declarations = (variables: Variables): string =>
  Object.entries(variables)
    .map(([name, value]) => `--vscode-${name}:${value};`)
    .join('');

const when = (query: string, variables: Variables): string =>
  `@media ${query}{:root{${declarations(variables)}}}\n`;

/** Light unless the reader's system is dark, with more contrast where that is asked for. */
export const themeStyles: string =
  `:root{color-scheme:light dark;${declarations(themes.light)}}\n` +
  when('(prefers-color-scheme:dark)', themes.dark) +
  when('(prefers-contrast:more)', themes.contrastLight) +
  when('(prefers-contrast:more) and (prefers-color-scheme:dark)', themes.contrastDark);
