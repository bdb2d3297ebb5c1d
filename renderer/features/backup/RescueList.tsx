import { Button } from 'antd'
import { formatBytes, placeWords, reasonWords } from '../../lib/backupWords.ts'
import { formatInstant } from '../../lib/formatInstant.ts'
import type { StoredBackup } from './backupRows.ts'
import type { ChosenBackup } from './useInspection.ts'

interface RescueListProps {
  /** Newest first. */
  readonly backups: readonly StoredBackup[]
  readonly onChoose: (chosen: ChosenBackup) => void
}

function where({ local, second }: StoredBackup): string {
  return [local, second]
    .flatMap((copy) => (copy === null || copy.problem !== null ? [] : [placeWords[copy.place]]))
    .join('、')
}

/** Those that can be read, to choose one; how many cannot is said below. */
export function RescueList({ backups, onChoose }: RescueListProps) {
  const good = backups.filter(({ source }) => source !== null)
  const newest = good.find(({ row }) => row.reason !== 'salvaged')
  const damaged = backups.length - good.length
  if (backups.length === 0) {
    return <p>这个数据文件夹里没有找到备份。如果第二处或别处有备份、移交文件，请选“从别的文件恢复”。</p>
  }
  return (
    <>
      <ul className="rescue-list" aria-label="可用的备份">
        {good.map((backup) => {
          const { row, source } = backup
          const title = formatInstant(row.createdAt)
          return (
            <li key={backup.id}>
              <div className="rescue-list-text">
                <strong className="number">{title}</strong>
                {backup === newest && <span className="rescue-newest">最新</span>}
                <div className="muted small">
                  {reasonWords[row.reason]}，党员记录 {row.members.toLocaleString('zh-CN')}，党组织{' '}
                  {row.organizations.toLocaleString('zh-CN')}，{formatBytes(row.bytes)}，在{where(backup)}
                </div>
              </div>
              <Button
                {...(backup === newest ? { type: 'primary' as const } : {})}
                aria-label={`核对这份：${title} 的备份`}
                onClick={() => source !== null && onChoose({ source, title })}
              >
                核对这份
              </Button>
            </li>
          )
        })}
      </ul>
      {damaged > 0 && <p className="backup-problem small">另有 {damaged} 份备份已损坏，不能用。</p>}
    </>
  )
}
