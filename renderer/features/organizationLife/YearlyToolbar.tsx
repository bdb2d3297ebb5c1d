import { useNavigate } from 'react-router'
import { type YearlyPart, yearlyAddress } from '../../lib/lifeAddresses.ts'
import { meetingTabs } from '../../lib/meetingTabs.ts'
import { LinkTabs } from '../../ui/LinkTabs.tsx'
import { OrganizationFilter } from '../../ui/OrganizationFilter.tsx'
import { Toolbar } from '../../ui/Toolbar.tsx'
import type { UndoTarget } from '../../ui/undo.ts'
import { UndoLastButton } from '../../ui/UndoLastButton.tsx'
import { YearLinks } from '../../ui/YearLinks.tsx'
import type { LifeView } from './lifeView.ts'

interface YearlyToolbarProps {
  readonly part: YearlyPart
  readonly view: LifeView
  readonly target: UndoTarget
  readonly counts: { readonly total: number; readonly without: number } | undefined
}

/** Year, organisation, and whether those with a record are shown or those without. */
export function YearlyToolbar({ part, view, target, counts }: YearlyToolbarProps) {
  const navigate = useNavigate()
  const { organizationId, year, without } = view
  return (
    <>
      <div className="toolbar">
        <LinkTabs label="组织生活" tabs={meetingTabs(part)} />
        <div className="toolbar-end">
          <UndoLastButton target={target} />
        </div>
      </div>
      <Toolbar label="年度和党组织">
        <YearLinks year={year} to={(each) => yearlyAddress(part, { organizationId, year: each, without })} />
        <OrganizationFilter
          value={organizationId}
          onChoose={(id) => void navigate(yearlyAddress(part, { organizationId: id, year, without }))}
        />
        <LinkTabs
          label="登记情况"
          tabs={[
            {
              to: yearlyAddress(part, { organizationId, year }),
              label: '已登记',
              count: counts?.total,
              isCurrent: !without,
            },
            {
              to: yearlyAddress(part, { organizationId, year, without: true }),
              label: '没有登记的党支部',
              count: counts?.without,
              isCurrent: without,
            },
          ]}
        />
      </Toolbar>
    </>
  )
}
