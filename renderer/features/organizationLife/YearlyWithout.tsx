import { Link, useNavigate } from 'react-router'
import type { BranchesWithout } from '#shared/contract/organizationLife.ts'
import { newYearlyAddress, type YearlyPart, yearlyAddress } from '../../lib/lifeAddresses.ts'
import { useHasRight } from '../../lib/session.ts'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { PagedTable } from '../../ui/PagedTable.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { type LifeView, pageSize } from './lifeView.ts'

interface YearlyWithoutProps {
  readonly part: YearlyPart
  readonly view: LifeView
  /** 组织生活会, 民主评议党员. */
  readonly what: string
  readonly found: BranchesWithout
}

/** Branches in being that have no record of the year, by name. */
export function YearlyWithout({ part, view, what, found }: YearlyWithoutProps) {
  const navigate = useNavigate()
  const canWrite = useHasRight('member.write')
  const { year, organizationId } = view
  if (found.total === 0)
    return (
      <EmptyState
        title={`${year}年度没有漏登的党支部`}
        text={`所选范围内没有应登记而未登记${what}的党支部。`}
      />
    )
  return (
    <PagedTable
      columns={[
        {
          title: '党支部',
          key: 'organization',
          render: (_, row) => <Link to={`/organizations/${row.organizationId}`}>{row.organizationName}</Link>,
        },
        ...(canWrite
          ? [
              {
                title: '办理',
                key: 'new',
                width: '10em',
                render: (_: unknown, row: BranchesWithout['rows'][number]) => (
                  <LinkButton small to={newYearlyAddress(part, { organizationId: row.organizationId, year })}>
                    登记
                  </LinkButton>
                ),
              },
            ]
          : []),
      ]}
      rows={found.rows.map((row) => ({ ...row, id: row.organizationId }))}
      total={found.total}
      page={view.page}
      pageSize={pageSize}
      onPage={(page) => void navigate(yearlyAddress(part, { organizationId, year, without: true, page }))}
    />
  )
}
