const color = (token: string, subtle = 'colorNeutralForeground3') => ({
  default: `var(--${token})`,
  subtle: `var(--${subtle})`,
});
const colors = {
  default: color('colorNeutralForeground1'),
  dark: color('colorNeutralForeground1'),
  light: color('colorNeutralForeground2'),
  accent: color('colorBrandForeground1', 'colorBrandForeground1'),
  good: color('colorStatusSuccessForeground1', 'colorStatusSuccessForeground1'),
  warning: color('colorStatusWarningForeground1', 'colorStatusWarningForeground1'),
  attention: color('colorStatusDangerForeground1', 'colorStatusDangerForeground1'),
};
const container = (token: string) => ({ backgroundColor: `var(--${token})`, foregroundColors: colors });

/** How cards look here: much like in Teams, in the theme's own colours. */
export const cardLook = {
  supportsInteractivity: true,
  fontFamily: 'inherit',
  fontSizes: { small: 12, default: 14, medium: 16, large: 18, extraLarge: 22 },
  fontWeights: { lighter: 400, default: 400, bolder: 600 },
  spacing: { small: 4, default: 8, medium: 12, large: 16, extraLarge: 24, padding: 0 },
  separator: { lineThickness: 1, lineColor: 'var(--colorNeutralStroke2)' },
  containerStyles: {
    default: container('colorTransparentBackground'),
    emphasis: container('colorNeutralBackground3'),
    accent: container('colorBrandBackground2'),
    good: container('colorStatusSuccessBackground1'),
    warning: container('colorStatusWarningBackground1'),
    attention: container('colorStatusDangerBackground1'),
  },
  actions: {
    maxActions: 20,
    actionsOrientation: 'horizontal',
    actionAlignment: 'left',
    buttonSpacing: 8,
    spacing: 'default',
    showCard: { actionMode: 'inline', inlineTopMargin: 8 },
  },
  // Below the name of the conversation.
  textBlock: { headingLevel: 2 },
  factSet: {
    title: { color: 'default', size: 'default', isSubtle: true, weight: 'default', wrap: true, maxWidth: 160 },
    value: { color: 'default', size: 'default', isSubtle: false, weight: 'default', wrap: true },
    spacing: 12,
  },
  inputs: {
    label: { inputSpacing: 'small', requiredInputs: { suffix: ' *' }, optionalInputs: {} },
    errorMessage: { weight: 'default' },
  },
};
