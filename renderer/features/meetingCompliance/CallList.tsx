import { Table, type TableColumnsType } from 'antd'
import { Link } from 'react-router'
import type { GridRow } from '#shared/contract/meetingRows.ts'
import { branchYearAddress } from '../../lib/meetingPages.ts'
import { today } from '../../lib/today.ts'
import { useFittingColumns } from '../../ui/useFittingColumns.ts'
import type { CompletionView } from './completionView.ts'
import { ContactPhone } from './ContactPhone.tsx'
import { gapWords } from './gridWords.ts'

function columnsOf({ year, kind }: CompletionView): TableColumnsType<GridRow> {
  return [
    {
      title: '党支部',
      key: 'branch',
      width: '17em',
      ellipsis: true,
      render: (_, { organizationId, organizationName }) => (
        <Link to={branchYearAddress(organizationId, year)} title={organizationName}>
          {organizationName}
        </Link>
      ),
    },
    { title: '上级', key: 'parent', dataIndex: 'parentName', width: '11em', ellipsis: true },
    {
      title: '缺什么',
      key: 'gaps',
      render: (_, { cells }) => gapWords(cells, { year, kind, today: today() }).join('；'),
    },
    { title: '缺', key: 'missing', width: '4em', align: 'right', dataIndex: 'missing' },
    {
      title: '联系人',
      key: 'contact',
      width: '19em',
      render: (_, row) => <ContactPhone {...row} />,
    },
  ]
}

const lesser = ['parent']

/** 待联系支部: whom to call about what, the number on request. */
export function CallList({
  rows,
  view,
}: {
  readonly rows: readonly GridRow[]
  readonly view: CompletionView
}) {
  return (
    <Table<GridRow>
      size="small"
      rowKey="organizationId"
      tableLayout="fixed"
      dataSource={[...rows]}
      columns={useFittingColumns(columnsOf(view), lesser)}
      pagination={false}
    />
  )
}
