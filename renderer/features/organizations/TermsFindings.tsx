import { useState } from 'react'
import type { OrganizationFinding } from '#shared/contract/organizations.ts'
import { useCommand } from '../../lib/queries.ts'
import { useHasRight } from '../../lib/session.ts'
import { FindingNote } from '../../ui/FindingNote.tsx'
import { useToast } from '../../ui/useToast.ts'
import { KeepFindingDialog } from './KeepFindingDialog.tsx'

interface TermsFindingsProps {
  readonly organizationId: string
  readonly findings: readonly OrganizationFinding[]
}

/** What the rules say of the term and the committee, to be answered for like any other. */
export function TermsFindings({ organizationId, findings }: TermsFindingsProps) {
  const [keeping, setKeeping] = useState<OrganizationFinding | null>(null)
  const withdraw = useCommand('findings.withdrawOverride')
  const canWrite = useHasRight('organization.write')
  const toast = useToast()
  if (findings.length === 0) return null
  const withdrawKeep = (code: string): void =>
    withdraw.mutate({ subject: 'organization', subjectId: organizationId, code }, { onError: toast.failure })
  return (
    <div className="terms-findings">
      {findings.map((finding) => (
        <FindingNote
          key={`${finding.code} ${finding.message}`}
          finding={finding}
          overriddenReason={finding.overriddenReason}
          {...(canWrite
            ? { onKeep: () => setKeeping(finding), onWithdrawKeep: () => withdrawKeep(finding.code) }
            : {})}
        />
      ))}
      <KeepFindingDialog organizationId={organizationId} finding={keeping} onClose={() => setKeeping(null)} />
    </div>
  )
}
