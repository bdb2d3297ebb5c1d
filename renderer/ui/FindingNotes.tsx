import type { Finding } from '#shared/domain/finding.ts'
import { FindingNote } from './FindingNote.tsx'
import type { FindingAnswers } from './useFindingAnswers.tsx'

interface FindingNotesProps {
  readonly findings: readonly (Finding & { readonly overriddenReason?: string | null })[]
  /** Null or absent where they cannot be answered for. */
  readonly answers?: FindingAnswers | null
}

/** What the rules say of a field, or of all that has none; nothing where they say nothing. */
export function FindingNotes({ findings, answers = null }: FindingNotesProps) {
  return findings.map((finding) => (
    <FindingNote
      key={`${finding.code} ${finding.field} ${finding.message}`}
      finding={finding}
      overriddenReason={finding.overriddenReason ?? null}
      {...(answers === null
        ? {}
        : {
            onKeep: () => answers.onKeep(finding),
            onWithdrawKeep: () => answers.onWithdrawKeep(finding),
          })}
    />
  ))
}
