import type { OrganizationFinding } from '#shared/contract/organizations.ts'
import { OrganizationFindings } from './OrganizationFindings.tsx'

interface TermsFindingsProps {
  readonly organizationId: string
  readonly findings: readonly OrganizationFinding[]
}

/** What the rules say of the term and the committee, to be answered for like any other. */
export function TermsFindings({ organizationId, findings }: TermsFindingsProps) {
  if (findings.length === 0) return null
  return (
    <div className="terms-findings">
      <OrganizationFindings organizationId={organizationId} findings={findings} />
    </div>
  )
}
