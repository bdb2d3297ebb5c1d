import type { AuditEntry } from '#shared/contract/audit.ts'
import { EntryChanges } from '../../ui/EntryChanges.tsx'

/** What an entry changed, and the check value it is chained by. */
export function EntryDetail({ entry }: { readonly entry: AuditEntry }) {
  return (
    <div className="audit-entry">
      <EntryChanges route="audit.changes" seq={entry.seq} />
      <div className="audit-hash muted small">
        校验值 <span className="mono">{entry.hash}</span>
      </div>
    </div>
  )
}
