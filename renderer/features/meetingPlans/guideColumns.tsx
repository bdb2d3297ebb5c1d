import { Button, type TableColumnsType } from 'antd'
import type { TopicGuideRow } from '#shared/contract/meetingPlans.ts'
import { formatDots } from '#shared/lib/dates.ts'
import { call } from '../../lib/api.ts'
import { useHasRight } from '../../lib/session.ts'
import { useExport } from '../../ui/useExport.ts'

interface GuideActions {
  readonly mayChange: (row: TopicGuideRow) => boolean
  readonly onEdit: (row: TopicGuideRow) => void
  readonly onTrash: (row: TopicGuideRow) => void
}

function Export({ row: { id, title } }: { readonly row: TopicGuideRow }) {
  const canExport = useHasRight('document.export')
  const { isBusy, run } = useExport()
  if (!canExport) return null
  return (
    <Button
      size="small"
      loading={isBusy}
      aria-label={`导出“${title}”`}
      onClick={() => void run(() => call('documents.exportTopicGuide', { id }))}
    >
      导出
    </Button>
  )
}

/** The year's guides; what may be done with them for whoever may. */
export function guideColumns(actions: GuideActions | null): TableColumnsType<TopicGuideRow> {
  return [
    { title: '月份', key: 'month', width: '5em', render: (_, { month }) => `${month}月` },
    { title: '标题', key: 'title', ellipsis: true, render: (_, { title }) => title },
    {
      title: '发文党组织',
      key: 'organization',
      width: '14em',
      ellipsis: true,
      dataIndex: 'organizationName',
    },
    { title: '文号', key: 'docNo', width: '12em', ellipsis: true, dataIndex: 'docNo' },
    {
      title: '印发日期',
      key: 'issuedOn',
      width: '8em',
      render: (_, { issuedOn }) =>
        issuedOn === null ? (
          <span className="muted">未印发</span>
        ) : (
          <span className="number">{formatDots(issuedOn)}</span>
        ),
    },
    {
      title: '办理',
      key: 'actions',
      width: '14em',
      render: (_, row) => (
        <span className="guide-actions">
          {actions?.mayChange(row) === true && (
            <Button size="small" aria-label={`修改“${row.title}”`} onClick={() => actions.onEdit(row)}>
              修改
            </Button>
          )}
          <Export row={row} />
          {actions?.mayChange(row) === true && (
            <Button size="small" aria-label={`删除“${row.title}”`} onClick={() => actions.onTrash(row)}>
              删除
            </Button>
          )}
        </span>
      ),
    },
  ]
}

/** What a guide says. */
export function GuideText({ row: { study, activities, demands } }: { readonly row: TopicGuideRow }) {
  const parts = [
    ['学习内容', study],
    ['活动建议', activities],
    ['要求', demands],
  ] as const
  const filled = parts.filter(([, text]) => text !== null)
  if (filled.length === 0) return <span className="muted">没有填写内容</span>
  return filled.map(([label, text]) => (
    <div key={label}>
      <strong>{label}</strong>
      <p className="guide-text">{text}</p>
    </div>
  ))
}
