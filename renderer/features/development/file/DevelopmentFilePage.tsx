import { useParams } from 'react-router'
import { useCall } from '../../../lib/queries.ts'
import { LinkButton } from '../../../ui/LinkButton.tsx'
import { Page } from '../../../ui/Page.tsx'
import { QueryBoundary } from '../../../ui/QueryBoundary.tsx'
import { ErrorState } from '../../../ui/states.tsx'
import { KnownFile } from './KnownFile.tsx'
import './developmentFile.css'

const breadcrumb = [{ label: '发展党员', to: '/development' }]

/** One person on the way into the Party: /development/:id. */
export function DevelopmentFilePage() {
  const { id = '' } = useParams()
  const found = useCall('development.get', { id })
  const tree = useCall('organizations.tree', { includeEnded: true })
  if (found.data !== undefined && tree.data !== undefined) {
    return <KnownFile key={id} detail={found.data} organizations={tree.data.nodes} />
  }
  return (
    <Page title="发展党员档案" breadcrumb={breadcrumb}>
      {found.error?.code === 'NOT_FOUND' ? (
        <ErrorState
          error={found.error}
          title="找不到这份发展党员档案"
          actions={<LinkButton to="/development">返回工作台账</LinkButton>}
        />
      ) : (
        <>
          <QueryBoundary query={found} what="查看发展党员档案" lines={12}>
            {() => null}
          </QueryBoundary>
          {found.data !== undefined && (
            <QueryBoundary query={tree} what="查看党组织" lines={12}>
              {() => null}
            </QueryBoundary>
          )}
        </>
      )}
    </Page>
  )
}
