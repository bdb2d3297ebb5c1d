import { useParams, useSearchParams } from 'react-router'
import { yearlyAddress } from '../../lib/lifeAddresses.ts'
import { useCall } from '../../lib/queries.ts'
import { yearOf } from '../../lib/yearParam.ts'
import { Page } from '../../ui/Page.tsx'
import { RecordStates } from '../../ui/RecordStates.tsx'
import { LifeMeetingEditor } from './LifeMeetingEditor.tsx'
import './organizationLife.css'

const breadcrumb = [{ label: '组织生活会', to: yearlyAddress('life') }]

/** A new 组织生活会, its branch and year from the address. */
export function NewLifeMeetingPage() {
  const [params] = useSearchParams()
  return <LifeMeetingEditor detail={null} organizationId={params.get('org') ?? ''} year={yearOf(params)} />
}

/** One 组织生活会 from the plan to the list of what is mended. */
export function LifeMeetingPage() {
  const { id = '' } = useParams()
  const found = useCall('lifeMeetings.get', { id })
  if (found.data !== undefined) {
    const { organizationId, year } = found.data
    return <LifeMeetingEditor key={id} detail={found.data} organizationId={organizationId} year={year} />
  }
  return (
    <Page title="组织生活会" breadcrumb={breadcrumb}>
      <RecordStates
        query={found}
        what="查看组织生活会"
        missing="找不到这次组织生活会"
        back={{ label: '返回列表', to: yearlyAddress('life') }}
      />
    </Page>
  )
}
