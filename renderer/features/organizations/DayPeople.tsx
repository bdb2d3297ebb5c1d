import { Pagination } from 'antd'
import { useEffect } from 'react'
import { useLocation } from 'react-router'
import type { DayPage } from '#shared/contract/memberships.ts'
import type { OrganizationDetail } from '#shared/contract/organizations.ts'
import { dayStatuses } from '#shared/contract/memberships.ts'
import { codeName } from '#shared/labels/codeTables.ts'
import { formatPartialDate } from '#shared/lib/dates.ts'
import { useCall } from '../../lib/queries.ts'
import { ChoiceFilter } from '../../ui/ChoiceFilter.tsx'
import { DayInput } from '../../ui/DayInput.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { QueryBoundary } from '../../ui/QueryBoundary.tsx'
import { SectionCard } from '../../ui/SectionCard.tsx'
import { DayTable } from './DayTable.tsx'
import { peoplePerPage, useDayView } from './dayView.ts'
import './dayPeople.css'

/** The people of an organisation and all below it as of a chosen day; every count is a link to its names. */
export function DayPeople({ detail }: { readonly detail: OrganizationDetail }) {
  const { view, now, change } = useDayView()
  const location = useLocation()
  // Links to the names, from the counts above and from the roster, lead to this part of the page.
  useEffect(() => {
    if (location.hash === '#people') document.getElementById('people')?.scrollIntoView({ block: 'start' })
  }, [location])
  const { on, personType, status, page } = view
  const asked = { organizationId: detail.id, on, sort: 'branch' } as const
  // The counts above the list are of everybody, whatever the list is narrowed to.
  const everybody = useCall(
    'memberships.list',
    { ...asked, personType: null, status: null, offset: 0, limit: 1 },
    { keepPrevious: true },
  )
  const people = useCall(
    'memberships.list',
    { ...asked, personType, status, offset: (page - 1) * peoplePerPage, limit: peoplePerPage },
    { keepPrevious: true },
  )
  const isPast = on !== now
  return (
    <SectionCard
      title="在册党员"
      id="people"
      extra={<DayInput label="截至" value={on} today={now} onChoose={(day) => change({ on: day })} />}
    >
      <div className="day-bar">
        {everybody.data !== undefined && (
          <DayCounts
            page={everybody.data}
            personType={personType}
            onChoose={(type) => change({ personType: type })}
          />
        )}
        <ChoiceFilter
          label="党籍状态"
          all="全部党籍状态"
          choices={dayStatuses.map((value) => ({ value, label: codeName('partyStatus', value) ?? value }))}
          value={status}
          onChoose={(chosen) => change({ status: chosen })}
        />
      </div>
      {isPast && (
        <p className="muted small">
          按{formatPartialDate(on)}当日的组织关系：所在支部、人员类别、党籍状态、年龄和党龄都是当日的情况。
        </p>
      )}
      <QueryBoundary query={people} what="查看党员" lines={6}>
        {({ rows, total }) =>
          total === 0 ? (
            <NoPeople
              isFiltered={personType !== null || status !== null}
              isPast={isPast}
              organizationId={detail.id}
            />
          ) : (
            <>
              <DayTable
                rows={rows}
                showsBranch={detail.fields.type !== 'ZB' && detail.fields.type !== 'XZ'}
              />
              {total > peoplePerPage && (
                <Pagination
                  className="day-pages"
                  size="small"
                  current={page}
                  pageSize={peoplePerPage}
                  total={total}
                  showSizeChanger={false}
                  onChange={(next) => change({ page: next })}
                />
              )}
            </>
          )
        }
      </QueryBoundary>
    </SectionCard>
  )
}

interface DayCountsProps {
  readonly page: DayPage
  readonly personType: '1' | '2' | null
  readonly onChoose: (type: '1' | '2' | null) => void
}

function DayCounts({ page, personType, onChoose }: DayCountsProps) {
  const cells = [
    { type: null, label: '合计', count: page.total },
    { type: '1', label: '正式党员', count: page.full },
    { type: '2', label: '预备党员', count: page.probationary },
  ] as const
  return (
    <span className="day-counts">
      {cells.map(({ type, label, count }) => (
        <button
          key={label}
          type="button"
          className="link-button"
          aria-pressed={personType === type}
          onClick={() => onChoose(type)}
        >
          {label} <span className="number">{count.toLocaleString('zh-CN')}</span>
        </button>
      ))}
    </span>
  )
}

interface NoPeopleProps {
  readonly isFiltered: boolean
  readonly isPast: boolean
  readonly organizationId: string
}

function NoPeople({ isFiltered, isPast, organizationId }: NoPeopleProps) {
  if (isFiltered) return <p className="muted">没有符合条件的党员，可以换一个类别或党籍状态。</p>
  if (isPast)
    return <p className="muted">这一天这里没有在册党员。日期更早的经历，可在党员页面的“经历”中更正、补记。</p>
  return (
    <p className="muted">
      这里还没有在册党员。<LinkButton to={`/members?org=${organizationId}`}>到花名册看看</LinkButton>
    </p>
  )
}
