import { useParams, useSearchParams } from 'react-router'
import { yearlyAddress } from '../../lib/lifeAddresses.ts'
import { useCall } from '../../lib/queries.ts'
import { yearOf } from '../../lib/yearParam.ts'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { Page } from '../../ui/Page.tsx'
import { QueryBoundary } from '../../ui/QueryBoundary.tsx'
import { ErrorState } from '../../ui/states.tsx'
import { AppraisalEditor } from './AppraisalEditor.tsx'
import './organizationLife.css'

const breadcrumb = [{ label: '民主评议党员', to: yearlyAddress('appraisals') }]

/** A new 民主评议, its branch and year from the address. */
export function NewAppraisalPage() {
  const [params] = useSearchParams()
  return <AppraisalEditor detail={null} organizationId={params.get('org') ?? ''} year={yearOf(params)} />
}

/** One 民主评议党员 with everybody's ballots and grade. */
export function AppraisalPage() {
  const { id = '' } = useParams()
  const found = useCall('appraisals.get', { id })
  if (found.data !== undefined) {
    const { organizationId, year } = found.data
    return <AppraisalEditor key={id} detail={found.data} organizationId={organizationId} year={year} />
  }
  return (
    <Page title="民主评议党员" breadcrumb={breadcrumb}>
      {found.error?.code === 'NOT_FOUND' ? (
        <ErrorState
          error={found.error}
          title="找不到这次民主评议"
          actions={<LinkButton to={yearlyAddress('appraisals')}>返回列表</LinkButton>}
        />
      ) : (
        <QueryBoundary query={found} what="查看民主评议" lines={10}>
          {() => null}
        </QueryBoundary>
      )}
    </Page>
  )
}
