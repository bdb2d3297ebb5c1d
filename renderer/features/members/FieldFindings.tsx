import type { MemberFinding } from '#shared/contract/members.ts'
import type { MemberField } from '#shared/domain/memberFields.ts'
import { FindingNote } from '../../ui/FindingNote.tsx'
import { useEditor } from './editorContext.ts'

export function FindingList({ findings }: { readonly findings: readonly MemberFinding[] }) {
  const { onKeep, onWithdrawKeep } = useEditor()
  return findings.map((finding) => (
    <FindingNote
      key={`${finding.code} ${finding.message}`}
      finding={finding}
      overriddenReason={finding.overriddenReason}
      {...(onKeep === null ? {} : { onKeep: () => onKeep(finding) })}
      {...(onWithdrawKeep === null ? {} : { onWithdrawKeep: () => onWithdrawKeep(finding) })}
    />
  ))
}

/** What the rules found on this field, with the article each rests on. */
export function FieldFindings({ field }: { readonly field: MemberField }) {
  const { findings } = useEditor()
  const own = findings.filter((finding) => finding.field === field)
  return own.length === 0 ? null : <FindingList findings={own} />
}
