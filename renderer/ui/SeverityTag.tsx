import type { Severity } from '#shared/domain/finding.ts'
import './findings.css'

export const severityLabels: Readonly<Record<Severity, string>> = {
  block: '阻断',
  red: '违规',
  orange: '逾期',
  yellow: '存疑',
  blue: '提示',
}

/** A shape each, so that the five are told apart without colour. */
const shapes: Readonly<Record<Severity, string>> = {
  block: 'M3 0h4l3 3v4l-3 3H3L0 7V3z',
  red: 'M5 0 10 9.5H0z',
  orange: 'M0 1h10v8H0z',
  yellow: 'M5 0l5 5-5 5-5-5z',
  blue: 'M5 0a5 5 0 1 0 0 10A5 5 0 0 0 5 0z',
}

interface SeverityTagProps {
  readonly severity: Severity
  /** After the word: how many. */
  readonly count?: number
  /** The shape alone, the word for screen readers: for narrow columns. */
  readonly mark?: boolean
}

export function SeverityTag({ severity, count, mark = false }: SeverityTagProps) {
  const word = severityLabels[severity]
  return (
    <span
      className={`severity severity-${severity}${mark ? ' severity-mark' : ''}`}
      title={mark ? word : undefined}
    >
      <svg viewBox="0 0 10 10" aria-hidden="true">
        <path d={shapes[severity]} />
      </svg>
      <span className={mark ? 'visually-hidden' : undefined}>{word}</span>
      {count !== undefined && <span className="number">{count}</span>}
    </span>
  )
}
