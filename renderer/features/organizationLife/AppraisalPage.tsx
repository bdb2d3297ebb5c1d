import { useParams, useSearchParams } from 'react-router'
import { yearlyAddress } from '../../lib/lifeAddresses.ts'
import { useCall } from '../../lib/queries.ts'
import { yearOf } from '../../lib/yearParam.ts'
import { Page } from '../../ui/Page.tsx'
import { RecordStates } from '../../ui/RecordStates.tsx'
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
      <RecordStates
        query={found}
        what="查看民主评议"
        missing="找不到这次民主评议"
        back={{ label: '返回列表', to: yearlyAddress('appraisals') }}
      />
    </Page>
  )
}
