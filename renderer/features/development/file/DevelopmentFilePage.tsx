import { useParams } from 'react-router'
import { useCall } from '../../../lib/queries.ts'
import { Page } from '../../../ui/Page.tsx'
import { QueryBoundary } from '../../../ui/QueryBoundary.tsx'
import { RecordStates } from '../../../ui/RecordStates.tsx'
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
      <RecordStates
        query={found}
        what="查看发展党员档案"
        lines={12}
        missing="找不到这份发展党员档案"
        back={{ label: '返回工作台账', to: '/development' }}
      />
      {found.data !== undefined && (
        <QueryBoundary query={tree} what="查看党组织" lines={12}>
          {() => null}
        </QueryBoundary>
      )}
    </Page>
  )
}
