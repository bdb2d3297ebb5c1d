import { Button, Table, type TableColumnsType } from 'antd'
import type { BatchDetail, KeyedSheet } from '#shared/contract/reviewBallots.ts'

interface KeyedTableProps {
  readonly people: BatchDetail['people']
  readonly sheets: readonly KeyedSheet[]
  readonly onChange: (place: number) => void
  readonly onRemove: (place: number) => void
}

/** What the caller has keyed in this pass, the last sheet first. */
export function KeyedTable({ people, sheets, onChange, onRemove }: KeyedTableProps) {
  const nameOf = (id: string): string => people.find(({ subjectId }) => subjectId === id)?.name ?? ''
  const columns: TableColumnsType<KeyedSheet> = [
    {
      title: '第几张',
      key: 'place',
      width: '5em',
      render: (_, sheet) => <span className="number">{sheet.place}</span>,
    },
    {
      title: '录入内容',
      key: 'lines',
      render: (_, { lines }) =>
        lines.map(({ subjectId, cells, opinion, note }) => (
          <div key={subjectId} className="ballot-line">
            {people.length > 1 && `${nameOf(subjectId)}：`}
            {cells.map((cell) => (cell === '' ? '空' : cell)).join(' ｜ ')}
            {opinion !== null && <span className="muted">　意见：{opinion}</span>}
            {note !== null && <span className="ballot-note">　{note}</span>}
          </div>
        )),
    },
    {
      title: '',
      key: 'do',
      width: '9em',
      render: (_, { place }) => (
        <>
          <Button type="link" size="small" aria-label={`修改第 ${place} 张`} onClick={() => onChange(place)}>
            修改
          </Button>
          <Button
            type="link"
            size="small"
            danger
            aria-label={`删去第 ${place} 张`}
            onClick={() => onRemove(place)}
          >
            删去
          </Button>
        </>
      ),
    },
  ]
  return (
    <Table<KeyedSheet>
      size="small"
      rowKey="place"
      columns={columns}
      dataSource={sheets.toSorted((a, b) => b.place - a.place)}
      pagination={sheets.length > 50 ? { pageSize: 50, showSizeChanger: false } : false}
      locale={{ emptyText: '从第 1 张开始，按一摞票的顺序录入' }}
    />
  )
}
