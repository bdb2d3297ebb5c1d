import { Table, type TableColumnsType } from 'antd'
import { useMemo, useState } from 'react'
import { Link } from 'react-router'
import type { ImportKind, ImportRow, Outcome } from '#shared/contract/imports.ts'
import { useCall } from '../../lib/queries.ts'
import { SeverityTag } from '../../ui/SeverityTag.tsx'
import { EmptyState, ErrorState } from '../../ui/states.tsx'
import { kindWords, outcomeLabels } from './importWords.ts'
import { RowChanges } from './RowChanges.tsx'

const pageSize = 50

interface RowsTableProps {
  readonly kind: ImportKind
  readonly previewId: string
  /** More than one sheet was read, so each row says which. */
  readonly hasSheets: boolean
  /** Null for all. */
  readonly outcome: Outcome | null
  /** Only rows with a finding of this code; null for any row. */
  readonly code: string | null
  readonly label: string
}

function linkOf(kind: ImportKind, matchId: string): string {
  return `${kindWords[kind].record}${matchId}`
}

function FindingsCell({ row }: { readonly row: ImportRow }) {
  return (
    <ul className="import-row-findings">
      {row.findings.map((finding) => (
        <li key={`${finding.code} ${finding.column ?? ''} ${finding.field ?? ''} ${finding.message}`}>
          <SeverityTag severity={finding.severity} />
          <span>
            {finding.column !== null && <span className="import-finding-place">{finding.column} 列</span>}
            {finding.message}
          </span>
        </li>
      ))}
    </ul>
  )
}

function columnsFor(
  kind: ImportKind,
  outcome: Outcome | null,
  hasSheets: boolean,
): TableColumnsType<ImportRow> {
  const hasChanges = outcome === null || outcome === 'changed'
  return [
    {
      title: '位置',
      key: 'place',
      width: hasSheets ? 180 : 96,
      render: (_, row) => (
        <span className="import-row-place">
          <span className="number">第 {row.row} 行</span>
          {hasSheets && (
            <span className="muted small ellipsis" title={row.sheet}>
              {row.sheet}
            </span>
          )}
        </span>
      ),
    },
    {
      title: kindWords[kind].who,
      key: 'name',
      width: kind === 'organizations' ? 320 : '12em',
      render: (_, row) => (
        <span className="import-row-who">
          <span className="import-row-name" title={row.name}>
            {row.name === '' ? <span className="muted">（空）</span> : row.name}
          </span>
          {row.matchId !== null && (
            <Link className="small" to={linkOf(kind, row.matchId)}>
              已有记录
            </Link>
          )}
        </span>
      ),
    },
    ...(outcome === null
      ? [
          {
            title: '结果',
            key: 'outcome',
            width: 90,
            render: (_: unknown, row: ImportRow) => (
              <span className={`import-outcome-word import-outcome-${row.outcome}`}>
                {outcomeLabels[row.outcome]}
              </span>
            ),
          },
        ]
      : []),
    ...(hasChanges
      ? [
          {
            title: '变更（原值 → 新值）',
            key: 'changes',
            width: '36%',
            render: (_: unknown, row: ImportRow) => <RowChanges row={row} />,
          },
        ]
      : []),
    { title: '问题和办法', key: 'findings', render: (_, row) => <FindingsCell row={row} /> },
  ]
}

/** One list of rows with what would change in each and what is wrong with it. */
export function RowsTable({ kind, previewId, hasSheets, outcome, code, label }: RowsTableProps) {
  const list = `${outcome ?? 'all'} ${code ?? ''}`
  const [place, setPlace] = useState({ list, page: 1 })
  const page = place.list === list ? place.page : 1
  const rows = useCall(
    'imports.rows',
    {
      previewId,
      outcome,
      onlyFindings: false,
      ...(code === null ? {} : { code }),
      offset: (page - 1) * pageSize,
      limit: pageSize,
    },
    { keepPrevious: true },
  )
  const isLoading = rows.isPending || rows.isPlaceholderData
  const columns = useMemo(() => columnsFor(kind, outcome, hasSheets), [kind, outcome, hasSheets])
  if (rows.error !== null) {
    return <ErrorState inline error={rows.error} onRetry={() => void rows.refetch()} />
  }
  return (
    <Table
      size="small"
      className="import-rows"
      tableLayout="fixed"
      aria-label={label}
      rowKey={(row) => `${row.sheet} ${row.row}`}
      columns={columns}
      dataSource={[...(rows.data?.rows ?? [])]}
      loading={{ spinning: isLoading, delay: 200 }}
      locale={{
        emptyText: isLoading ? (
          ' '
        ) : (
          <EmptyState inline title={code === null ? '这里没有' : '这里没有带这个问题的行'} />
        ),
      }}
      pagination={{
        current: page,
        pageSize,
        total: rows.data?.total ?? 0,
        showSizeChanger: false,
        hideOnSinglePage: true,
        showTotal: (total) => `共 ${total} 行`,
        onChange: (next) => setPlace({ list, page: next }),
      }}
    />
  )
}
