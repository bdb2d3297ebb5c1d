import { useHasRight } from '../../lib/session.ts'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { EmptyState } from '../../ui/states.tsx'

/** No branch owes anything here: there is none yet, or none in what was chosen. */
export function CompletionEmpty({ organizationId }: { readonly organizationId: string | null }) {
  const canImport = useHasRight('import.write')
  if (organizationId !== null)
    return (
      <EmptyState
        title="所选党组织没有党支部"
        text="三会一课由党支部召开。换一个党组织，或看全部。"
        actions={<LinkButton to="/meetings/completion">看全部</LinkButton>}
      />
    )
  return (
    <EmptyState
      title="还没有党支部"
      text="先建立或导入党组织，这里就列出每个党支部全年应开的会议和缺的月份。"
      actions={
        <>
          <LinkButton to="/organizations">党组织</LinkButton>
          {canImport && <LinkButton to="/imports">导入</LinkButton>}
        </>
      }
    />
  )
}
