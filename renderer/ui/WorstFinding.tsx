import type { Finding } from '#shared/domain/finding.ts'
import { severities } from '#shared/domain/finding.ts'
import { findingTitle } from '#shared/labels/findings.ts'
import { SeverityTag } from './SeverityTag.tsx'

/** In a table's cell: the worst of them by its title, and how many more there are. */
export function WorstFinding({ findings }: { readonly findings: readonly Finding[] }) {
  const [worst, ...others] = findings.toSorted(
    (a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity),
  )
  if (!worst) return null
  return (
    <span className="worst-finding" title={findings.map(({ message }) => message).join('\n')}>
      <SeverityTag severity={worst.severity} mark />
      <span className="ellipsis">{findingTitle(worst.code)}</span>
      {others.length > 0 && <span className="muted nowrap">等 {findings.length} 条</span>}
    </span>
  )
}
