import { useParams } from 'react-router'
import type { OrganizationNode } from '#shared/contract/organizations.ts'
import { useCall } from '../../lib/queries.ts'
import { Page } from '../../ui/Page.tsx'
import { QueryBoundary } from '../../ui/QueryBoundary.tsx'
import { RecordStates } from '../../ui/RecordStates.tsx'
import { EnterpriseEditor } from './EnterpriseEditor.tsx'
import './enterprises.css'

const breadcrumb = [{ label: '两新组织', to: '/enterprises' }]

/** One unit; without an id a new one. */
export function EnterprisePage() {
  const { id } = useParams()
  const tree = useCall('organizations.tree', { includeEnded: false })
  if (tree.data === undefined) {
    return (
      <Page title="两新组织" breadcrumb={breadcrumb}>
        <QueryBoundary query={tree} what="查看党组织" lines={10}>
          {() => null}
        </QueryBoundary>
      </Page>
    )
  }
  return id === undefined ? (
    <EnterpriseEditor key="new" detail={null} organizations={tree.data.nodes} />
  ) : (
    <KnownEnterprise id={id} organizations={tree.data.nodes} />
  )
}

interface KnownEnterpriseProps {
  readonly id: string
  readonly organizations: readonly OrganizationNode[]
}

function KnownEnterprise({ id, organizations }: KnownEnterpriseProps) {
  const found = useCall('enterprises.get', { id })
  if (found.data !== undefined)
    return <EnterpriseEditor key={id} detail={found.data} organizations={organizations} />
  return (
    <Page title="两新组织" breadcrumb={breadcrumb}>
      <RecordStates
        query={found}
        what="查看两新组织"
        missing="找不到这家单位"
        back={{ label: '返回列表', to: '/enterprises' }}
      />
    </Page>
  )
}
