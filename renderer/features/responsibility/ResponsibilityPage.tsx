import { useParams, useSearchParams } from 'react-router'
import { useCall } from '../../lib/queries.ts'
import { yearOf } from '../../lib/yearParam.ts'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { Page } from '../../ui/Page.tsx'
import { QueryBoundary } from '../../ui/QueryBoundary.tsx'
import { ErrorState } from '../../ui/states.tsx'
import { ResponsibilityEditor } from './ResponsibilityEditor.tsx'
import { listAddress } from './responsibilityView.ts'
import './responsibility.css'

const breadcrumb = [{ label: '党建责任清单', to: listAddress() }]

/** A new list, its organisation and year from the address. */
export function NewResponsibilityPage() {
  const [params] = useSearchParams()
  const [organizationId, year] = [params.get('org') ?? '', yearOf(params)]
  return (
    <ResponsibilityEditor
      key={`${organizationId} ${year}`}
      detail={null}
      organizationId={organizationId}
      year={year}
    />
  )
}

/** 责任人, 目标, 季度工作例会 and 督查 of one organisation and year. */
export function ResponsibilityPage() {
  const { id = '' } = useParams()
  const found = useCall('responsibility.get', { id })
  if (found.data !== undefined) {
    const { organizationId, year } = found.data
    return <ResponsibilityEditor key={id} detail={found.data} organizationId={organizationId} year={year} />
  }
  return (
    <Page title="党建责任清单" breadcrumb={breadcrumb}>
      {found.error?.code === 'NOT_FOUND' ? (
        <ErrorState
          error={found.error}
          title="找不到这份党建责任清单"
          actions={<LinkButton to={listAddress()}>返回列表</LinkButton>}
        />
      ) : (
        <QueryBoundary query={found} what="查看责任清单" lines={10}>
          {() => null}
        </QueryBoundary>
      )}
    </Page>
  )
}
