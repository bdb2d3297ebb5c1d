import { Table, type TableColumnsType, type TableProps } from 'antd'
import { useFittingColumns } from './useFittingColumns.ts'

/** What a list's own table takes: a page of rows, and how to turn it. */
export interface PagedRows<T> {
  readonly rows: readonly T[]
  readonly total: number
  readonly page: number
  readonly onPage: (page: number) => void
}

interface PagedTableProps<T> extends PagedRows<T> {
  readonly columns: TableColumnsType<T>
  /** Keys of columns that give way where the window is narrow. */
  readonly lesser?: readonly string[]
  readonly pageSize: number
  /** Where rows can be ticked. */
  readonly selection?: NonNullable<TableProps<T>['rowSelection']>
}

const none: readonly string[] = []

/** One page of a list the core keeps; the pages are addresses, so whoever shows it turns them. */
export function PagedTable<T extends { readonly id: string }>(props: PagedTableProps<T>) {
  const { columns, lesser = none, rows, total, page, pageSize, onPage, selection } = props
  return (
    <Table<T>
      size="small"
      rowKey="id"
      tableLayout="fixed"
      dataSource={[...rows]}
      columns={useFittingColumns(columns, lesser)}
      {...(selection === undefined ? {} : { rowSelection: selection })}
      pagination={{
        current: page,
        pageSize,
        total,
        showSizeChanger: false,
        hideOnSinglePage: true,
        onChange: onPage,
      }}
    />
  )
}
