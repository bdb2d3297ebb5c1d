import type { BackupPlaceState, BackupStatus } from '#shared/contract/backup.ts'
import { placeLine } from '../../lib/backupWords.ts'
import { today } from '../../lib/today.ts'
import { SectionCard } from '../../ui/SectionCard.tsx'
import { StateMark } from '../../ui/StateMark.tsx'

interface PlaceCardProps {
  readonly title: string
  readonly place: BackupPlaceState | null
  /** Shown where no second place is set. */
  readonly advice?: string
}

function PlaceCard({ title, place, advice }: PlaceCardProps) {
  const line = placeLine(place, today())
  return (
    <SectionCard title={title} extra={<StateMark state={line.state}>{line.word}</StateMark>}>
      <p>{line.newest}</p>
      {place !== null && place.problem !== null && (
        <p className="backup-problem" role="alert">
          {place.problem}
        </p>
      )}
      {place === null ? (
        <p className="muted small">{advice}</p>
      ) : (
        <p className="muted small backup-path">{place.path}</p>
      )}
    </SectionCard>
  )
}

interface PlaceCardsProps {
  readonly status: BackupStatus
  readonly canManage: boolean
}

/** Where the backups lie, and whether they are well there. */
export function PlaceCards({ status, canManage }: PlaceCardsProps) {
  return (
    <div className="backup-places">
      <PlaceCard title="本机（数据文件夹里）" place={status.local} />
      <PlaceCard
        title="第二处（另一块硬盘或 U 盘）"
        place={status.second}
        advice={canManage ? '在下面“备份设置”里填一个文件夹。' : '请系统管理员在备份设置里设一个。'}
      />
    </div>
  )
}
