import { Alert, Button, Table, Tabs } from 'antd'
import type { MoveRow } from '#shared/contract/memberships.ts'
import type { CallError } from '../../lib/callError.ts'
import { errorText } from '../../lib/errorText.ts'

export type MoveRows = readonly MoveRow[]

interface MoveReviewProps {
  readonly rows: MoveRows
  readonly isBusy: boolean
  readonly error: CallError | null
  readonly onBack: () => void
  readonly onConfirm: () => void
}

interface PeopleTableProps {
  readonly rows: MoveRows
  /** Which of the two sentences there is a column for. */
  readonly shows: 'refused' | 'warned' | null
}

const sentenceTitles = { refused: '不能调整的原因', warned: '请留意' } as const

function PeopleTable({ rows, shows }: PeopleTableProps) {
  return (
    <Table<MoveRow>
      size="small"
      rowKey="id"
      dataSource={[...rows]}
      pagination={{ pageSize: 8, hideOnSinglePage: true, showSizeChanger: false, size: 'small' }}
      columns={[
        { title: '姓名', dataIndex: 'name', width: 130, ellipsis: true },
        { title: '现在的党支部', dataIndex: 'organizationName', width: 220, ellipsis: true },
        ...(shows === null ? [] : [{ title: sentenceTitles[shows], dataIndex: shows }]),
      ]}
    />
  )
}

/** Who will be moved, and who cannot be and why. */
export function MoveReview({ rows, isBusy, error, onBack, onConfirm }: MoveReviewProps) {
  const moving = rows.filter(({ refused }) => refused === null)
  const refused = rows.filter((row) => row.refused !== null)
  const warned = moving.filter((row) => row.warned !== null)
  const tabs = [
    {
      key: 'moving',
      label: `将调整 ${moving.length} 人`,
      children: <PeopleTable rows={moving} shows={warned.length === 0 ? null : 'warned'} />,
    },
    {
      key: 'refused',
      label: `不能调整 ${refused.length} 人`,
      children: <PeopleTable rows={refused} shows="refused" />,
    },
  ]
  return (
    <div className="dialog-stack">
      {moving.length === 0 && (
        <Alert type="warning" showIcon title="没有可以这样调整的人，请看原因，返回修改。" />
      )}
      {warned.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={`${warned.length} 人的组织关系转出还没有办结，请看“请留意”一栏后再调整。`}
        />
      )}
      <Tabs
        size="small"
        items={refused.length === 0 ? tabs.slice(0, 1) : tabs}
        defaultActiveKey={moving.length === 0 ? 'refused' : 'moving'}
      />
      {error !== null && <Alert type="error" showIcon role="alert" title={errorText(error)} />}
      <div className="dialog-buttons">
        <Button onClick={onBack}>上一步</Button>
        <Button type="primary" disabled={moving.length === 0} loading={isBusy} onClick={onConfirm}>
          调整 {moving.length.toLocaleString('zh-CN')} 人
        </Button>
      </div>
    </div>
  )
}
