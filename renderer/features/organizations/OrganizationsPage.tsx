import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useLocation, useNavigate, useParams } from 'react-router'
import type { OrganizationNode } from '#shared/contract/organizations.ts'
import { isOrganizationLevel } from '#shared/domain/organizationKinds.ts'
import { invalidateAfter, useCall } from '../../lib/queries.ts'
import { useHasRight } from '../../lib/session.ts'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { Page } from '../../ui/Page.tsx'
import { QueryBoundary } from '../../ui/QueryBoundary.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { useShortcut } from '../../ui/shortcuts.ts'
import { organizationTarget, useUndo } from '../../ui/undo.ts'
import { ChangeDialog } from './ChangeDialog.tsx'
import { type ChangeKind, changeTexts } from './changeKinds.ts'
import { type DrawerTask, OrganizationDrawer } from './OrganizationDrawer.tsx'
import { TrashOrganizationDialog } from './TrashOrganizationDialog.tsx'
import { OrganizationsSplit } from './OrganizationsSplit.tsx'
import './organizations.css'

interface PendingChange {
  readonly kind: ChangeKind
  readonly subject: OrganizationNode
}

export function OrganizationsPage() {
  const { id: selectedId = null } = useParams()
  const navigate = useNavigate()
  const client = useQueryClient()
  const undo = useUndo()
  const canWrite = useHasRight('organization.write')
  const canImport = useHasRight('import.write')
  const [includeEnded, setIncludeEnded] = useState(false)
  const [task, setTask] = useState<DrawerTask | null>(null)
  const [change, setChange] = useState<PendingChange | null>(null)
  const [trashing, setTrashing] = useState<OrganizationNode | null>(null)
  const tree = useCall('organizations.tree', { includeEnded }, { keepPrevious: true })
  const nodes = tree.data?.nodes ?? []
  const { search } = useLocation()
  // What the tree is filtered by stands in the address, and stays while one after the other is looked at.
  const select = (id: string): void => void navigate({ pathname: `/organizations/${id}`, search })
  const selected = nodes.find((node) => node.id === selectedId) ?? null
  const createBelow = (parent: OrganizationNode | null): void => setTask({ kind: 'create', parent })
  useShortcut('Alt+N', '新建党组织', () => createBelow(selected), canWrite && task === null)

  return (
    <Page
      title="党组织"
      subtitle={countText(nodes)}
      fill
      actions={
        canWrite && nodes.length > 0 ? (
          <>
            {canImport && <LinkButton to="/imports?kind=organizations">导入</LinkButton>}
            <Button type="primary" onClick={() => createBelow(selected ?? nodes[0] ?? null)}>
              新建党组织
            </Button>
          </>
        ) : undefined
      }
    >
      <QueryBoundary query={tree} what="查看党组织" lines={12}>
        {({ nodes }) =>
          nodes.length === 0 ? (
            <NoOrganizations canWrite={canWrite} onCreate={() => createBelow(null)} />
          ) : (
            <OrganizationsSplit
              nodes={nodes}
              selectedId={selectedId}
              includeEnded={includeEnded}
              onIncludeEnded={setIncludeEnded}
              onSelect={select}
              onTask={setTask}
              onChange={(kind, subject) => setChange({ kind, subject })}
              onTrash={setTrashing}
            />
          )
        }
      </QueryBoundary>
      <OrganizationDrawer
        task={task}
        onClose={() => setTask(null)}
        onSaved={(detail) => {
          setTask(null)
          undo.done(`已保存“${detail.fields.shortName}”`, organizationTarget)
          select(detail.id)
        }}
      />
      {change !== null && (
        <ChangeDialog
          kind={change.kind}
          subject={change.subject}
          nodes={nodes}
          onCancel={() => setChange(null)}
          onDone={(detail) => {
            setChange(null)
            if (detail.endedOn !== null) setIncludeEnded(true)
            undo.done(`已${changeTexts[change.kind].verb}“${detail.fields.shortName}”`, organizationTarget)
          }}
        />
      )}
      {trashing !== null && (
        <TrashOrganizationDialog
          subject={trashing}
          onCancel={() => setTrashing(null)}
          onDone={() => {
            setTrashing(null)
            undo.done(`已删除“${trashing.shortName}”到回收站`, organizationTarget)
            void navigate('/organizations')
            void invalidateAfter(client, 'organizations.trash')
          }}
        />
      )}
    </Page>
  )
}

/** 党小组 are no organisations: said apart, as the home page counts them. */
function countText(nodes: readonly OrganizationNode[]): string | undefined {
  if (nodes.length === 0) return undefined
  const levels = nodes.filter(({ type }) => isOrganizationLevel(type)).length
  const below = nodes.length - levels
  const hasHouses = nodes.some(({ type }) => type === 'ZXH')
  return `共 ${levels} 个${below === 0 ? '' : `，党小组${hasHouses ? '、党员中心户' : ''} ${below} 个`}`
}

function NoOrganizations({
  canWrite,
  onCreate,
}: {
  readonly canWrite: boolean
  readonly onCreate: () => void
}) {
  return (
    <EmptyState
      title="还没有党组织"
      text="可以导入现有的党组织表格，也可以先新建街道党工委，再逐级添加。"
      actions={
        canWrite ? (
          <>
            <LinkButton primary to="/imports?kind=organizations">
              导入党组织
            </LinkButton>
            <Button onClick={onCreate}>新建街道党组织</Button>
          </>
        ) : undefined
      }
    />
  )
}
