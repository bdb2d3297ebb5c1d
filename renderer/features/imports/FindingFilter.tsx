import { SeverityTag } from '../../ui/SeverityTag.tsx'
import type { FindingCount } from './findingCounts.ts'

interface FindingFilterProps {
  readonly counts: readonly FindingCount[]
  /** Null for no filter. */
  readonly value: string | null
  readonly onChange: (code: string | null) => void
}

/** The kinds of problem with their row counts; a second press takes the filter away. */
export function FindingFilter({ counts, value, onChange }: FindingFilterProps) {
  return (
    <fieldset className="import-finding-filter" aria-label="按问题筛选">
      <span className="muted">按问题看：</span>
      {counts.map((count) => (
        <button
          key={count.code}
          type="button"
          className="import-finding-chip"
          aria-pressed={value === count.code}
          onClick={() => onChange(value === count.code ? null : count.code)}
        >
          <SeverityTag severity={count.severity} mark />
          <span>{count.title}</span>
          <span className="number import-finding-chip-count">{count.rows}</span>
        </button>
      ))}
      {value !== null && (
        <button type="button" className="link-button" onClick={() => onChange(null)}>
          不筛选
        </button>
      )}
    </fieldset>
  )
}
