import { Button, Table } from 'antd'
import { Link } from 'react-router'
import type { TrashRow } from '#shared/contract/trash.ts'
import { recordKindLabels } from '#shared/labels/activities.ts'
import { formatInstant } from '../../lib/formatInstant.ts'
import { type Chosen, hangingText, trashAddress, trashKey } from './trashWords.ts'

interface TrashTableProps {
  readonly rows: readonly TrashRow[]
  readonly total: number
  readonly page: number
  readonly pageSize: number
  readonly onPage: (page: number) => void
  readonly chosen: Chosen
  readonly onChoose: (chosen: Chosen) => void
  readonly onRestore: (row: TrashRow) => void
  readonly isBusy: boolean
}

function Name({ row }: { readonly row: TrashRow }) {
  const hanging = hangingText(row)
  const to = trashAddress(row)
  return (
    <>
      {to === null ? row.name : <Link to={to}>{row.name}</Link>}
      <div className="muted small">
        {recordKindLabels[row.kind]}　<span className="number">{row.note}</span>
        {hanging !== '' && `　${hanging}一并恢复`}
      </div>
    </>
  )
}

function Deleted({ row }: { readonly row: TrashRow }) {
  return (
    <>
      <span className="number">{formatInstant(row.deletedAt)}</span>
      <div className="muted small">{row.deletedBy}</div>
    </>
  )
}

export function TrashTable(props: TrashTableProps) {
  const { rows, total, page, pageSize, onPage, chosen, onChoose, onRestore, isBusy } = props
  const choose = (keys: readonly string[]): void => {
    const here = new Map(rows.map((row) => [trashKey(row), { kind: row.kind, id: row.id }]))
    onChoose(
      new Map(
        keys.flatMap((key) => {
          const item = here.get(key) ?? chosen.get(key)
          return item === undefined ? [] : [[key, item]]
        }),
      ),
    )
  }
  return (
    <Table<TrashRow>
      className="trash-table"
      size="small"
      rowKey={trashKey}
      tableLayout="fixed"
      dataSource={[...rows]}
      rowSelection={{
        selectedRowKeys: [...chosen.keys()],
        preserveSelectedRowKeys: true,
        onChange: (keys) => choose(keys.map(String)),
        getCheckboxProps: (row) => ({ 'aria-label': `选择 ${row.name}` }),
      }}
      pagination={{
        current: page,
        pageSize,
        total,
        hideOnSinglePage: true,
        showSizeChanger: false,
        onChange: onPage,
      }}
      columns={[
        { title: '名称', key: 'name', width: '34%', render: (_, row) => <Name row={row} /> },
        { title: '原来在', dataIndex: 'organizationName' },
        { title: '删除', key: 'deleted', width: '11em', render: (_, row) => <Deleted row={row} /> },
        { title: '删除原因', dataIndex: 'deletedReason' },
        {
          title: '操作',
          key: 'actions',
          width: '5em',
          render: (_, row) => (
            <Button
              type="link"
              size="small"
              disabled={isBusy}
              aria-label={`恢复 ${row.name}`}
              onClick={() => onRestore(row)}
            >
              恢复
            </Button>
          ),
        },
      ]}
    />
  )
}
