import type { BackupInspection } from '#shared/contract/backup.ts'
import { formatBytes, reasonWords } from '../../lib/backupWords.ts'
import { formatInstant } from '../../lib/formatInstant.ts'
import { isInstant } from '#shared/lib/dates.ts'
import { SectionCard } from '../../ui/SectionCard.tsx'
import { comparisonRows, inspectionSentences } from './comparison.ts'

interface InspectionCardProps {
  readonly title: string
  readonly inspection: BackupInspection
  /** Tables that stay as they are here. */
  readonly kept?: readonly string[]
}

/** What the backup is, what it holds, and how that differs from what is here. */
export function InspectionCard({ title, inspection, kept = [] }: InspectionCardProps) {
  const { manifest, counts, isSameLedger } = inspection
  const rows = comparisonRows(counts, kept)
  const made = isInstant(manifest.createdAt) ? formatInstant(manifest.createdAt) : null
  const hasCurrent = isSameLedger && counts.some(({ current }) => current !== null)
  return (
    <SectionCard title={`这份备份：${title}`}>
      <p className="muted">
        {made !== null && made !== title && `${made}，`}
        {reasonWords[manifest.reason]}，{formatBytes(manifest.bytes)}，程序版本 {manifest.appVersion}
        。已整份读过一遍，校验无误。
      </p>
      {inspectionSentences(inspection).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <table className="diff-table backup-comparison">
        <caption className="visually-hidden">备份与现在的对比</caption>
        <thead>
          <tr>
            <th scope="col">内容</th>
            <th scope="col">备份里</th>
            {hasCurrent && <th scope="col">现在</th>}
            {hasCurrent && <th scope="col">恢复后</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key} className={row.isDifferent ? 'backup-different' : undefined}>
              <th scope="row">{row.label}</th>
              <td>{row.backup}</td>
              {hasCurrent && <td>{row.current}</td>}
              {hasCurrent && <td>{row.difference}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </SectionCard>
  )
}
