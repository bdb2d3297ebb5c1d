import { theme, type ThemeConfig } from 'antd'

/** Two sizes of everything: dense for the office, large for tired eyes. */
export type Scale = 'dense' | 'large'

export const fontFamily =
  "system-ui, 'Microsoft YaHei UI', 'Microsoft YaHei', 'PingFang SC', 'Noto Sans CJK SC', 'Source Han Sans SC', sans-serif"

/** The same values stand as custom properties in base.css. */
export const colors = {
  ink: '#1c2632',
  inkSoft: '#4a5768',
  inkMuted: '#5d6a7b',
  line: '#d6dce4',
  lineStrong: '#b3bdca',
  surface: '#ffffff',
  page: '#f3f5f8',
  sunken: '#e9edf2',
  accent: '#2f5a86',
  accentSoft: '#e4ecf5',
  red: '#ad2a22',
  redDark: '#8f1f18',
  green: '#2e6b45',
} as const

const sizes = {
  dense: { fontSize: 14, controlHeight: 30, rowHeight: 32, headerHeight: 32 },
  large: { fontSize: 17, controlHeight: 40, rowHeight: 44, headerHeight: 44 },
} as const

export function sizesOf(scale: Scale): (typeof sizes)[Scale] {
  return sizes[scale]
}

const shared = {
  fontFamily,
  colorPrimary: colors.accent,
  colorInfo: colors.accent,
  colorLink: colors.accent,
  colorLinkHover: '#1f4163',
  colorLinkActive: '#1f4163',
  colorError: colors.red,
  colorSuccess: colors.green,
  colorWarning: '#8a5a00',
  colorErrorBg: '#fcefed',
  colorErrorBorder: '#dfaaa5',
  colorWarningBg: '#fdf2d5',
  colorWarningBorder: '#dcc284',
  colorInfoBg: '#e7f0f9',
  colorInfoBorder: '#a9c3dc',
  colorSuccessBg: '#e8f3ec',
  colorSuccessBorder: '#a3c9b0',
  colorTextBase: colors.ink,
  colorText: colors.ink,
  colorTextSecondary: colors.inkSoft,
  colorTextTertiary: colors.inkMuted,
  colorTextDescription: colors.inkMuted,
  colorTextPlaceholder: '#5a6675',
  colorTextDisabled: '#616c7a',
  colorBgContainerDisabled: '#eef1f5',
  colorBorder: colors.lineStrong,
  colorBorderSecondary: colors.line,
  colorBgLayout: colors.page,
  borderRadius: 3,
  // Nothing moves: a menu that still grows under the pointer swallows the click meant for it.
  motion: false,
  wireframe: false,
}

/** Red is for the one main action of a page; everything else that antd paints with the primary colour is slate blue. */
const components: NonNullable<ThemeConfig['components']> = {
  Button: {
    colorPrimary: colors.red,
    colorPrimaryHover: '#c0392f',
    colorPrimaryActive: colors.redDark,
    // Red marks the one main action; a plain button under the pointer is not it.
    defaultHoverColor: colors.accent,
    defaultHoverBorderColor: colors.accent,
    defaultActiveColor: colors.accent,
    defaultActiveBorderColor: colors.accent,
    primaryShadow: 'none',
    defaultShadow: 'none',
    dangerShadow: 'none',
  },
  Table: {
    headerBg: colors.sunken,
    headerColor: colors.inkSoft,
    headerSplitColor: 'transparent',
    rowHoverBg: '#f3f6fa',
    rowSelectedBg: colors.accentSoft,
    rowSelectedHoverBg: '#dbe6f2',
  },
  Tree: { nodeSelectedBg: colors.accentSoft, nodeHoverBg: '#f0f3f7' },
}

/** compactAlgorithm takes the size below the one it is given, so 16 comes out as 14. */
export function themeOf(scale: Scale): ThemeConfig {
  if (scale === 'large') {
    return { token: { ...shared, fontSize: 17, controlHeight: 40 }, components }
  }
  return {
    algorithm: theme.compactAlgorithm,
    token: { ...shared, fontSize: 16, controlHeight: 34 },
    components,
  }
}
