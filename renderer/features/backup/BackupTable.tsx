import { Button, Table, type TableColumnsType } from 'antd'
import { useMemo } from 'react'
import type { BackupRow } from '#shared/contract/backup.ts'
import { formatBytes, placeWords, reasonWords } from '../../lib/backupWords.ts'
import { formatInstant } from '../../lib/formatInstant.ts'
import { type StoredBackup, storedBackups } from './backupRows.ts'

interface BackupTableProps {
  readonly rows: readonly BackupRow[]
  /** Absent for those who may not restore. */
  readonly onRestore?: (backup: StoredBackup) => void
}

function Copy({ copy }: { readonly copy: BackupRow | null }) {
  if (copy === null) return <span className="muted">没有</span>
  return copy.problem === null ? '有' : <strong className="backup-problem">损坏</strong>
}

function problemsOf({ local, second }: StoredBackup): readonly string[] {
  return [local, second].flatMap((copy) =>
    copy === null || copy.problem === null ? [] : [`${placeWords[copy.place]}的一份：${copy.problem}`],
  )
}

/** A damaged backup's counts could not be read. */
function number(value: number, { row }: StoredBackup): string {
  return row.problem === null ? value.toLocaleString('zh-CN') : '—'
}

function columnsFor(onRestore: BackupTableProps['onRestore']): TableColumnsType<StoredBackup> {
  const columns: TableColumnsType<StoredBackup> = [
    {
      title: '时间',
      key: 'at',
      render: (_, backup) => (
        <>
          <span className="number">{formatInstant(backup.row.createdAt)}</span>
          {problemsOf(backup).map((text) => (
            <div key={text} className="backup-problem small">
              {text}
            </div>
          ))}
        </>
      ),
    },
    { title: '原因', key: 'reason', render: (_, { row }) => reasonWords[row.reason] },
    {
      title: '党员记录',
      key: 'members',
      align: 'right',
      render: (_, each) => number(each.row.members, each),
    },
    {
      title: '党组织（含小组）',
      key: 'organizations',
      align: 'right',
      render: (_, each) => number(each.row.organizations, each),
    },
    { title: '大小', key: 'bytes', align: 'right', render: (_, { row }) => formatBytes(row.bytes) },
    { title: '本机', key: 'local', align: 'center', render: (_, { local }) => <Copy copy={local} /> },
    { title: '第二处', key: 'second', align: 'center', render: (_, { second }) => <Copy copy={second} /> },
    { title: '程序版本', key: 'version', render: (_, { row }) => row.appVersion },
  ]
  if (onRestore === undefined) return columns
  return [
    ...columns,
    {
      title: '操作',
      key: 'actions',
      width: 110,
      render: (_, backup) =>
        backup.source !== null && (
          <Button
            type="link"
            size="small"
            aria-label={`核对并恢复 ${formatInstant(backup.row.createdAt)} 的备份`}
            onClick={() => onRestore(backup)}
          >
            核对并恢复
          </Button>
        ),
    },
  ]
}

export function BackupTable({ rows, onRestore }: BackupTableProps) {
  const backups = useMemo(() => storedBackups(rows), [rows])
  return (
    <Table
      size="small"
      rowKey="id"
      className="backup-table number"
      columns={columnsFor(onRestore)}
      dataSource={[...backups]}
      pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
      locale={{ emptyText: '还没有备份。点“立即备份”做第一份。' }}
    />
  )
}
