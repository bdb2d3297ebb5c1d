import { openStates } from '../../lib/developmentWords.ts'
import { useCall } from '../../lib/queries.ts'
import { useHasRight } from '../../lib/session.ts'
import { LinkButton } from '../../ui/LinkButton.tsx'

/** 发展党员 under way in an organisation and all below it. */
export function DevelopmentLink({ organizationId }: { readonly organizationId: string }) {
  const canRead = useHasRight('member.read')
  const list = useCall(
    'development.list',
    {
      organizationId,
      text: null,
      states: [...openStates],
      finding: null,
      dueBy: null,
      sort: 'due',
      offset: 0,
      limit: 1,
    },
    { enabled: canRead },
  )
  if (!canRead) return null
  return (
    <LinkButton to={`/development?org=${organizationId}`}>
      发展党员{list.data === undefined ? '' : ` ${list.data.total} 人`}
    </LinkButton>
  )
}
