import { useMemo, useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import type { OrganizationDetail, OrganizationNode } from '#shared/contract/organizations.ts'
import { useCall } from '../../lib/queries.ts'
import { QueryBoundary } from '../../ui/QueryBoundary.tsx'
import { EmptyState } from '../../ui/states.tsx'
import type { ChangeKind } from './changeKinds.ts'
import type { DrawerTask } from './OrganizationDrawer.tsx'
import { OrganizationPanel } from './OrganizationPanel.tsx'
import { OrganizationTree } from './OrganizationTree.tsx'
import { TreeToolbar } from './TreeToolbar.tsx'
import { kindFromText } from './kindFilter.ts'
import { isFiltered, matchCount, treeRows } from './treeRows.ts'
import { useExpanded } from './useExpanded.ts'

interface OrganizationsSplitProps {
  readonly nodes: readonly OrganizationNode[]
  readonly selectedId: string | null
  readonly includeEnded: boolean
  readonly onIncludeEnded: (include: boolean) => void
  readonly onSelect: (id: string) => void
  readonly onTask: (task: DrawerTask) => void
  readonly onChange: (kind: ChangeKind, subject: OrganizationNode) => void
  readonly onTrash: (subject: OrganizationNode) => void
}

/** The tree on the left, the one chosen on the right. */
export function OrganizationsSplit(props: OrganizationsSplitProps) {
  const { nodes, selectedId, includeEnded, onIncludeEnded, onSelect } = props
  const [params, setParams] = useSearchParams()
  const [text, setText] = useState('')
  const finding = params.get('finding')
  const kind = kindFromText(params.get('kind'))
  const filter = useMemo(() => ({ text, finding, kind }), [text, finding, kind])
  const choose = (key: 'finding' | 'kind', value: string | null): void =>
    setParams(
      (now) => {
        const next = new URLSearchParams(now)
        if (value === null) next.delete(key)
        else next.set(key, value)
        return next
      },
      { replace: true },
    )
  const expanded = useExpanded(nodes, selectedId)
  const rows = useMemo(() => treeRows(nodes, expanded.ids, filter), [nodes, expanded.ids, filter])
  const filtered = isFiltered(filter)
  return (
    <>
      <TreeToolbar
        nodes={nodes}
        text={text}
        onText={setText}
        finding={finding}
        onFinding={(code) => choose('finding', code)}
        kind={kind}
        onKind={(code) => choose('kind', code)}
        includeEnded={includeEnded}
        onIncludeEnded={onIncludeEnded}
        matches={filtered ? matchCount(nodes, filter) : null}
        onFold={expanded.setAll}
      />
      <div className="org-split">
        <div className="org-tree-pane">
          {rows.length === 0 ? (
            <EmptyState title="没有符合条件的党组织" text="可改一改查找的字，或去掉类别、提示的筛选。" />
          ) : (
            <OrganizationTree
              rows={rows}
              selectedId={selectedId}
              onSelect={onSelect}
              onToggle={expanded.toggle}
            />
          )}
        </div>
        <aside className="org-detail-pane" aria-label="党组织详情">
          {selectedId === null ? (
            <EmptyState title="选择一个党组织" text="在左边的树里选一个，这里显示它的资料、提示和历史。" />
          ) : (
            <SelectedOrganization key={selectedId} {...props} selectedId={selectedId} />
          )}
        </aside>
      </div>
    </>
  )
}

interface SelectedOrganizationProps extends OrganizationsSplitProps {
  readonly selectedId: string
}

function SelectedOrganization({ nodes, selectedId, onTask, onChange, onTrash }: SelectedOrganizationProps) {
  const detail = useCall('organizations.get', { id: selectedId })
  if (detail.error?.code === 'NOT_FOUND') {
    return (
      <EmptyState
        title="这个党组织不在了"
        text="它可能已被删除，或新建它的操作已被撤销。删除的党组织可以在回收站恢复。"
        actions={<Link to="/trash?kind=organization">去回收站看看</Link>}
      />
    )
  }
  return (
    <QueryBoundary query={detail} what="查看党组织" lines={8}>
      {(detail) => {
        const node = nodes.find(({ id }) => id === selectedId) ?? nodeOf(detail)
        const parent = nodes.find(({ id }) => id === detail.parentId) ?? null
        return (
          <OrganizationPanel
            detail={detail}
            node={node}
            onEdit={() => onTask({ kind: 'edit', detail, parent })}
            onCreateBelow={() => onTask({ kind: 'create', parent: node })}
            onChange={(kind) => onChange(kind, node)}
            onTrash={() => onTrash(node)}
          />
        )
      }}
    </QueryBoundary>
  )
}

/** A dissolved organisation reached by a link has no row while the ended ones are hidden. */
function nodeOf(detail: OrganizationDetail): OrganizationNode {
  const { id, parentId, version, status, own, total, findings, fields, path } = detail
  const { code, shortName, fullName, type, branchKind } = fields
  const depth = path.length
  return {
    id,
    parentId,
    version,
    status,
    own,
    total,
    findings,
    code,
    shortName,
    fullName,
    type,
    branchKind,
    depth,
  }
}
