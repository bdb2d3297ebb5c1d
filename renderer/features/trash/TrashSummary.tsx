import { Alert, Button, Table } from 'antd'
import { useState } from 'react'
import type { TrashSummaryRow } from '#shared/contract/trash.ts'
import { formatInstant } from '../../lib/formatInstant.ts'
import { useCall } from '../../lib/queries.ts'
import { QueryBoundary } from '../../ui/QueryBoundary.tsx'
import { SectionCard } from '../../ui/SectionCard.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { EmptyTrashDialog } from './EmptyTrashDialog.tsx'
import { trashUnit } from './trashWords.ts'

/** The administrator's side: how much lies there and since when, and nobody's name. */
export function TrashSummary() {
  const summary = useCall('trash.summary', {}, { fresh: true })
  const [isAsking, setIsAsking] = useState(false)
  const [said, setSaid] = useState<string | null>(null)
  return (
    <QueryBoundary query={summary} what="查看回收站">
      {({ rows }) => {
        const filled = rows.filter(({ count }) => count > 0)
        return (
          <>
            {said !== null && (
              <Alert
                className="trash-refused"
                type="info"
                showIcon
                title={said}
                closable={{ onClose: () => setSaid(null), 'aria-label': '关闭' }}
              />
            )}
            {filled.length === 0 ? (
              <EmptyState title="回收站是空的" text="各单位删除的记录会先到这里。现在没有可以清空的内容。" />
            ) : (
              <SectionCard
                title="回收站里的记录"
                extra={
                  <Button danger onClick={() => setIsAsking(true)}>
                    清空…
                  </Button>
                }
              >
                <p className="muted trash-note">
                  系统管理员只看到数量。要恢复记录，请党务干事在自己的回收站里操作。
                </p>
                <Table<TrashSummaryRow>
                  size="small"
                  rowKey="kind"
                  pagination={false}
                  dataSource={[...rows]}
                  columns={[
                    { title: '种类', dataIndex: 'label' },
                    {
                      title: '数量',
                      key: 'count',
                      align: 'right',
                      width: '9em',
                      render: (_, { count, kind }) => (
                        <span className="number">
                          {count.toLocaleString('zh-CN')} {trashUnit(kind)}
                        </span>
                      ),
                    },
                    {
                      title: '最早删除于',
                      key: 'oldest',
                      width: '14em',
                      align: 'right',
                      render: (_, { oldest }) => (
                        <span className="number">{oldest === null ? '—' : formatInstant(oldest)}</span>
                      ),
                    },
                  ]}
                />
              </SectionCard>
            )}
            {isAsking && (
              <EmptyTrashDialog
                rows={filled}
                onClose={() => setIsAsking(false)}
                onEmptied={(text) => {
                  setIsAsking(false)
                  setSaid(text)
                }}
              />
            )}
          </>
        )
      }}
    </QueryBoundary>
  )
}
