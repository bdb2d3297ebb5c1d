import type { OrganizationFinding } from '#shared/contract/organizations.ts'
import { useHasRight } from '../../lib/session.ts'
import { FindingNotes } from '../../ui/FindingNotes.tsx'
import { useFindingAnswers } from '../../ui/useFindingAnswers.tsx'

interface OrganizationFindingsProps {
  readonly organizationId: string
  readonly findings: readonly OrganizationFinding[]
}

/** Findings of one organisation, which whoever may change it may answer for. */
export function OrganizationFindings({ organizationId, findings }: OrganizationFindingsProps) {
  const canWrite = useHasRight('organization.write')
  const { dialog, ...answers } = useFindingAnswers({
    subject: 'organization',
    subjectId: organizationId,
    example: '如：经上级党委批准，文号……',
  })
  return (
    <>
      <FindingNotes findings={findings} answers={canWrite ? answers : null} />
      {dialog}
    </>
  )
}
