import { Button, Table, type TableColumnsType, Tag } from 'antd'
import { useState } from 'react'
import { type ImportBatch, outcomes } from '#shared/contract/imports.ts'
import { formatInstant } from '../../lib/formatInstant.ts'
import { useCall } from '../../lib/queries.ts'
import { useHasRight } from '../../lib/session.ts'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { Page } from '../../ui/Page.tsx'
import { QueryBoundary } from '../../ui/QueryBoundary.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { kindWords, outcomeLabels } from './importWords.ts'
import { WithdrawDialog } from './WithdrawDialog.tsx'
import './columns.css'
import './imports.css'
import './review.css'

const pageSize = 50

function columnsFor(onWithdraw: (batch: ImportBatch) => void): TableColumnsType<ImportBatch> {
  return [
    {
      title: '文件',
      dataIndex: 'fileName',
      ellipsis: true,
      render: (name: string) => <span title={name}>{name}</span>,
    },
    { title: '内容', key: 'kind', width: 100, render: (_, batch) => kindWords[batch.kind].title },
    {
      title: '时间',
      key: 'at',
      width: 144,
      render: (_, batch) => <span className="number">{formatInstant(batch.createdAt)}</span>,
    },
    { title: '导入人', dataIndex: 'createdBy', width: 100, ellipsis: true },
    ...outcomes.map((outcome) => ({
      title: outcomeLabels[outcome],
      key: outcome,
      width: outcomeLabels[outcome].length > 2 ? 86 : 62,
      align: 'right' as const,
      render: (_: unknown, batch: ImportBatch) => <span className="number">{batch.counts[outcome]}</span>,
    })),
    {
      title: <span className="import-after-number">状态</span>,
      key: 'state',
      width: 146,
      render: (_, batch) =>
        batch.withdrawnAt === null ? (
          <Tag className="import-after-number">已入库</Tag>
        ) : (
          <span
            className="import-after-number muted number"
            title={`撤回时间：${formatInstant(batch.withdrawnAt)}`}
          >
            {formatInstant(batch.withdrawnAt).slice(0, 10)} 撤回
          </span>
        ),
    },
    {
      title: '操作',
      key: 'actions',
      width: 70,
      render: (_, batch) =>
        batch.withdrawnAt === null && (
          <Button
            type="link"
            size="small"
            aria-label={`撤回 ${batch.fileName}`}
            onClick={() => onWithdraw(batch)}
          >
            撤回
          </Button>
        ),
    },
  ]
}

/** Every import there has been; each can be taken back as one. */
export function ImportBatchesPage() {
  const isAllowed = useHasRight('import.write')
  const [page, setPage] = useState(1)
  const [asking, setAsking] = useState<ImportBatch | null>(null)
  const batches = useCall(
    'imports.batches',
    { offset: (page - 1) * pageSize, limit: pageSize },
    { keepPrevious: true },
  )
  const goImport = (
    <LinkButton to="/imports" primary>
      导入文件
    </LinkButton>
  )
  return (
    <Page
      title="导入批次"
      breadcrumb={[{ label: '导入', to: '/imports' }]}
      {...(batches.data === undefined ? {} : { subtitle: `共 ${batches.data.total} 批` })}
      {...(isAllowed ? { actions: goImport } : {})}
    >
      <QueryBoundary query={batches} what="查看导入批次">
        {(found) =>
          found.total === 0 ? (
            <EmptyState
              title="还没有导入过文件"
              text="导入的每个文件在这里留一条记录，导错了可以整批撤回。"
              actions={goImport}
            />
          ) : (
            <Table
              size="small"
              rowKey="id"
              columns={columnsFor(setAsking)}
              dataSource={[...found.rows]}
              pagination={{
                current: page,
                pageSize,
                total: found.total,
                showSizeChanger: false,
                hideOnSinglePage: true,
                onChange: setPage,
              }}
            />
          )
        }
      </QueryBoundary>
      <WithdrawDialog batch={asking} onClose={() => setAsking(null)} onWithdrawn={() => setAsking(null)} />
    </Page>
  )
}
