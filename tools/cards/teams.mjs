// How Teams shows Adaptive Cards, near enough to judge a card by: sizes, spacing and colours of its light and dark theme.
// Published values: https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/design-effective-cards

export const themes = {
  light: { page: '#f5f5f5', card: '#ffffff', line: '#d1d1d1', text: '#242424', subtle: '#616161', emphasis: '#f0f0f0', field: '#ffffff',
    fieldLine: '#d1d1d1', brand: '#5b5fc7', onBrand: '#ffffff', good: '#237b4b', warning: '#9d5d00', attention: '#c4314b',
    fill: { good: '#e7f2da', warning: '#fbf6d9', attention: '#fcf4f6', accent: '#e8ebfa' } },
  dark: { page: '#1f1f1f', card: '#292929', line: '#525252', text: '#ffffff', subtle: '#adadad', emphasis: '#3d3d3d', field: '#1f1f1f',
    fieldLine: '#666666', brand: '#9299f7', onBrand: '#1f1f1f', good: '#92c353', warning: '#f8d22a', attention: '#f97386',
    fill: { good: '#0d2e0d', warning: '#463100', attention: '#3e1f25', accent: '#2f2f4a' } },
};

const shade = (normal, subtle) => ({ default: normal, subtle: subtle ?? normal });

const container = (theme, backgroundColor) => ({
  backgroundColor,
  borderColor: theme.line,
  foregroundColors: {
    default: shade(theme.text, theme.subtle),
    dark: shade(theme.text, theme.subtle),
    light: shade(theme.card),
    accent: shade(theme.brand),
    good: shade(theme.good),
    warning: shade(theme.warning),
    attention: shade(theme.attention),
  },
});

const font = fontFamily => ({
  fontFamily,
  fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
  fontWeights: { lighter: 400, default: 400, bolder: 600 },
});

export const hostConfig = theme => ({
  supportsInteractivity: true,
  spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
  separator: { lineThickness: 1, lineColor: theme.line },
  imageSizes: { small: 32, medium: 52, large: 100 },
  fontTypes: { default: font("'Segoe UI', 'Liberation Sans', sans-serif"), monospace: font('monospace') },
  textStyles: { heading: { size: 'large', weight: 'bolder' } },
  containerStyles: {
    default: container(theme, theme.card),
    emphasis: container(theme, theme.emphasis),
    ...Object.fromEntries(Object.entries(theme.fill).map(([style, colour]) => [style, container(theme, colour)])),
  },
  actions: { maxActions: 6, spacing: 'default', buttonSpacing: 8, showCard: { actionMode: 'inline', inlineTopMargin: 16, style: 'emphasis' },
    actionsOrientation: 'horizontal', actionAlignment: 'left' },
  inputs: { label: { inputSpacing: 'small', requiredInputs: { suffix: ' *' }, optionalInputs: {} } },
});

export const styleSheet = theme => `
  body { margin: 0; }
  #card { padding: 16px; background: ${theme.page}; }
  .ac-adaptiveCard { border: 1px solid ${theme.line}; border-radius: 6px; box-shadow: 0 2px 4px #00000018; }
  .ac-textBlock p, .ac-container p { margin: 0; }
  .ac-input { box-sizing: border-box; width: 100%; padding: 6px 10px; border: 1px solid ${theme.fieldLine}; border-bottom-color: ${theme.subtle};
    border-radius: 4px; background: ${theme.field}; color: ${theme.text}; font: 14px 'Segoe UI', 'Liberation Sans', sans-serif; }
  .ac-input::placeholder { color: ${theme.subtle}; opacity: .85; }
  textarea.ac-input { min-height: 56px; resize: none; }
  .ac-pushButton { min-height: 32px; padding: 5px 12px; border: 1px solid ${theme.fieldLine}; border-radius: 4px; background: ${theme.card};
    color: ${theme.text}; font: 600 14px 'Segoe UI', 'Liberation Sans', sans-serif; white-space: nowrap; }
  .ac-pushButton.style-positive { border-color: ${theme.brand}; background: ${theme.brand}; color: ${theme.onBrand}; }
  .ac-pushButton.style-destructive { border-color: ${theme.attention}; color: ${theme.attention}; }`;
