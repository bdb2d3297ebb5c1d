import type { AuditEntry } from '#shared/contract/audit.ts'
import { EntryChanges } from '../../ui/EntryChanges.tsx'

/** What an entry changed, and the check value it is chained by. */
export function EntryDetail({ entry }: { readonly entry: AuditEntry }) {
  return (
    <div className="audit-entry">
      {entry.isReplaced && (
        <p className="muted small">恢复备份时换下的日志，序号是那时的；这里只供查看，不能撤销。</p>
      )}
      <EntryChanges
        route="audit.changes"
        seq={entry.seq}
        {...(entry.isReplaced ? { replaced: entry.hash } : {})}
      />
      <div className="audit-hash muted small">
        校验值 <span className="mono">{entry.hash}</span>
      </div>
    </div>
  )
}
