import { Button } from 'antd'
import { useNavigate, useParams, useSearchParams } from 'react-router'
import type { MemberDetail } from '#shared/contract/members.ts'
import type { OrganizationNode } from '#shared/contract/organizations.ts'
import { useCall } from '../../lib/queries.ts'
import { useHasRight } from '../../lib/session.ts'
import { Page } from '../../ui/Page.tsx'
import { QueryBoundary } from '../../ui/QueryBoundary.tsx'
import { ErrorState, NoRightState } from '../../ui/states.tsx'
import { MemberEditor } from './MemberEditor.tsx'
import { useListAddress } from './useListView.ts'
import './member.css'

interface OrganizationsProps {
  readonly organizations: readonly OrganizationNode[]
}

function NewMember({ organizations }: OrganizationsProps) {
  const [params] = useSearchParams()
  const canWrite = useHasRight('member.write')
  if (!canWrite) {
    return (
      <Page title="新增党员">
        <NoRightState what="新增党员" />
      </Page>
    )
  }
  const wanted = organizations.find((node) => node.id === params.get('org'))
  return (
    <MemberEditor
      key="new"
      detail={null}
      organizations={organizations}
      organizationId={wanted?.type === 'ZB' ? wanted.id : ''}
    />
  )
}

function KnownMember({ id, organizations }: OrganizationsProps & { readonly id: string }) {
  const navigate = useNavigate()
  const listAddress = useListAddress()
  const detail = useCall('members.get', { id })
  if (detail.error?.code === 'NOT_FOUND') {
    return (
      <Page title="党员" breadcrumb={[{ label: '党员花名册', to: listAddress }]}>
        <ErrorState
          error={detail.error}
          title="找不到这名党员"
          actions={<Button onClick={() => void navigate(listAddress)}>返回花名册</Button>}
        />
      </Page>
    )
  }
  if (detail.data === undefined) {
    return (
      <Page title="党员" breadcrumb={[{ label: '党员花名册', to: listAddress }]}>
        <QueryBoundary query={detail} what="查看党员信息" lines={12}>
          {() => null}
        </QueryBoundary>
      </Page>
    )
  }
  const known: MemberDetail = detail.data
  return (
    <MemberEditor
      key={`${id} ${known.deletedAt ?? ''}`}
      detail={known}
      organizations={organizations}
      organizationId={known.record.organizationId}
    />
  )
}

export function MemberPage() {
  const { id } = useParams()
  const tree = useCall('organizations.tree', { includeEnded: true })
  if (tree.data === undefined) {
    return (
      <Page title={id === undefined ? '新增党员' : '党员'}>
        <QueryBoundary query={tree} what="查看党组织" lines={12}>
          {() => null}
        </QueryBoundary>
      </Page>
    )
  }
  return id === undefined ? (
    <NewMember organizations={tree.data.nodes} />
  ) : (
    <KnownMember id={id} organizations={tree.data.nodes} />
  )
}
