import type { Finding } from '#shared/domain/finding.ts'
import { FindingNote } from './FindingNote.tsx'

/** What the rules say of a field, or of all that has none; nothing where they say nothing. */
export function FindingNotes({ findings }: { readonly findings: readonly Finding[] }) {
  return findings.map((finding) => <FindingNote key={`${finding.code} ${finding.field}`} finding={finding} />)
}
