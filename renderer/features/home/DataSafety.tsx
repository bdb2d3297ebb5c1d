import { Alert } from 'antd'
import { Link } from 'react-router'
import type { BackupPlaceState } from '#shared/contract/backup.ts'
import { placeLine } from '../../lib/backupWords.ts'
import { useCall } from '../../lib/queries.ts'
import { useHasRight } from '../../lib/session.ts'
import { today } from '../../lib/today.ts'
import { QueryBoundary } from '../../ui/QueryBoundary.tsx'
import { SectionCard } from '../../ui/SectionCard.tsx'
import { StateMark } from '../../ui/StateMark.tsx'

interface PlaceProps {
  readonly label: string
  readonly place: BackupPlaceState | null
}

function Place({ label, place }: PlaceProps) {
  const { state, word, newest } = placeLine(place, today())
  return (
    <li>
      <span className="safety-place">{label}</span>
      <div className="safety-text">
        <StateMark state={state}>{word}</StateMark>
        <div className="small">{newest}</div>
        {place !== null && place.problem !== null && (
          <div className="small safety-problem">{place.problem}</div>
        )}
      </div>
    </li>
  )
}

/** Whether the only copy of everything is safe; for every role. */
export function DataSafety() {
  const status = useCall('backup.status', {}, { fresh: true })
  const canMake = useHasRight('backup.make')
  return (
    <SectionCard title="数据安全" {...(canMake ? { extra: <Link to="/backups">备份</Link> } : {})}>
      <QueryBoundary query={status} what="查看备份" lines={3}>
        {({ local, second, warnings }) => (
          <>
            {warnings.map((warning) => (
              <Alert key={warning} className="safety-warning" type="warning" showIcon title={warning} />
            ))}
            <ul className="safety">
              <Place label="本机备份" place={local} />
              <Place label="第二处备份" place={second} />
            </ul>
          </>
        )}
      </QueryBoundary>
    </SectionCard>
  )
}
