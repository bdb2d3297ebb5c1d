import type { ImportFinding } from '#shared/contract/imports.ts'
import { SeverityTag } from '../../ui/SeverityTag.tsx'

function List({ findings }: { readonly findings: readonly ImportFinding[] }) {
  return (
    <ul className="import-row-findings">
      {findings.map((finding) => (
        <li key={`${finding.sheet} ${finding.row ?? ''} ${finding.column ?? ''} ${finding.code}`}>
          <SeverityTag severity={finding.severity} />
          <span>
            <span className="import-finding-place">
              {finding.sheet}
              {finding.column !== null && ` ${finding.column} 列`}
            </span>
            {finding.message}
          </span>
        </li>
      ))}
    </ul>
  )
}

/** What is to be said about sheets and columns; mere notes stay folded. */
export function GeneralFindings({ findings }: { readonly findings: readonly ImportFinding[] }) {
  const notes = findings.filter((finding) => finding.severity === 'blue')
  const grave = findings.filter((finding) => finding.severity !== 'blue')
  if (findings.length === 0) return null
  return (
    <div className="import-general-findings">
      {grave.length > 0 && <List findings={grave} />}
      {notes.length > 0 && (
        <details>
          <summary>关于工作表和列的提示 {notes.length} 条</summary>
          <List findings={notes} />
        </details>
      )}
    </div>
  )
}
