import { themeQuartz, type Theme } from 'ag-grid-community'
import { colors, fontFamily, type Scale, sizesOf } from './theme.ts'

/** AG Grid in the same clothes as the tables of antd. */
export function gridThemeOf(scale: Scale): Theme {
  const { fontSize, rowHeight, headerHeight } = sizesOf(scale)
  return themeQuartz.withParams({
    fontFamily,
    fontSize,
    headerFontSize: fontSize,
    headerFontWeight: 600,
    rowHeight,
    headerHeight,
    spacing: 5,
    cellHorizontalPadding: 8,
    foregroundColor: colors.ink,
    headerTextColor: colors.inkSoft,
    backgroundColor: colors.surface,
    headerBackgroundColor: colors.sunken,
    borderColor: colors.line,
    accentColor: colors.accent,
    rowHoverColor: '#f3f6fa',
    selectedRowBackgroundColor: colors.accentSoft,
    wrapperBorder: false,
    wrapperBorderRadius: 0,
    borderRadius: 3,
    columnBorder: false,
  })
}
