import {
  CellStyleModule,
  ColumnApiModule,
  InfiniteRowModelModule,
  LocaleModule,
  RowApiModule,
  RowSelectionModule,
  ScrollApiModule,
  TooltipModule,
} from 'ag-grid-community'

/** Only what the roster uses is registered. */
export const gridModules = [
  CellStyleModule,
  InfiniteRowModelModule,
  ColumnApiModule,
  RowApiModule,
  RowSelectionModule,
  ScrollApiModule,
  TooltipModule,
  LocaleModule,
]

/** The grid's own words; those of parts not registered are not needed. */
export const gridLocale: Readonly<Record<string, string>> = {
  loadingOoo: '正在读取…',
  noRowsToShow: '没有符合条件的党员',
  ariaRowSelect: '按空格键选择此行',
  ariaRowDeselect: '按空格键取消选择此行',
  ariaRowSelectionDisabled: '此行不能选择',
  ariaRowToggleSelection: '按空格键切换此行的选择',
  ariaHeaderSelection: '选择列',
  ariaSortableColumn: '按回车键排序',
  ariaRowIndex: '第',
}
