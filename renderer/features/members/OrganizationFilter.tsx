import { Button, Input, Tree, type TreeDataNode } from 'antd'
import { type Key, useMemo, useState } from 'react'
import { Link } from 'react-router'
import type { OrganizationNode } from '#shared/contract/organizations.ts'
import { isOrganizationLevel } from '#shared/domain/organizationKinds.ts'
import { useCall } from '../../lib/queries.ts'
import { EmptyState, ErrorState, LoadingState } from '../../ui/states.tsx'
import { nest, type TreeBranch, withAncestors } from '../../ui/tree.ts'

interface OrganizationFilterProps {
  readonly chosen: string | null
  readonly onChoose: (id: string | null) => void
  readonly onFold: () => void
}

const openDepth = 2

function countOf(node: OrganizationNode): number {
  return node.total.full + node.total.probationary
}

function treeNode({ item, children }: TreeBranch<OrganizationNode>): TreeDataNode {
  return {
    key: item.id,
    title: (
      <span className="org-filter-row">
        <span className="ellipsis" title={item.fullName}>
          {item.shortName}
        </span>
        <span className="number muted">{countOf(item).toLocaleString('zh-CN')}</span>
      </span>
    ),
    children: children.map(treeNode),
  }
}

function OrganizationTree({
  nodes,
  chosen,
  onChoose,
}: Omit<OrganizationFilterProps, 'onFold'> & { readonly nodes: readonly OrganizationNode[] }) {
  const [typed, setTyped] = useState('')
  const [expanded, setExpanded] = useState<readonly Key[]>(() =>
    nodes.filter((node) => node.depth < openDepth).map((node) => node.id),
  )
  const words = typed.trim()
  const shown = useMemo(
    () =>
      words === ''
        ? nodes
        : withAncestors(nodes, (node) => `${node.shortName} ${node.fullName}`.includes(words)),
    [nodes, words],
  )
  const treeData = useMemo(() => nest(shown).map(treeNode), [shown])
  return (
    <>
      <div className="org-filter-search">
        <Input
          type="search"
          aria-label="查找党组织"
          placeholder="查找党组织"
          allowClear
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </div>
      <div className="org-filter-tree">
        <button
          type="button"
          className="org-filter-all"
          aria-pressed={chosen === null}
          onClick={() => onChoose(null)}
        >
          全部党组织
        </button>
        {shown.length === 0 ? (
          <EmptyState inline title="没有这个名称的党组织" />
        ) : (
          <Tree
            aria-label="按党组织筛选"
            blockNode
            showLine={false}
            treeData={treeData}
            expandedKeys={words === '' ? [...expanded] : shown.map((node) => node.id)}
            onExpand={(keys) => setExpanded(keys)}
            selectedKeys={chosen === null ? [] : [chosen]}
            onSelect={(keys) => {
              const [key] = keys
              onChoose(typeof key === 'string' ? key : null)
            }}
          />
        )}
      </div>
    </>
  )
}

/** The organisation tree beside the list: choosing a node shows its subtree. */
export function OrganizationFilter({ chosen, onChoose, onFold }: OrganizationFilterProps) {
  const answer = useCall('organizations.tree', { includeEnded: false })
  const nodes = useMemo(
    () => (answer.data?.nodes ?? []).filter((node) => isOrganizationLevel(node.type) || node.type === 'XZ'),
    [answer.data],
  )
  return (
    <aside className="org-filter" aria-label="党组织">
      <div className="org-filter-head">
        <h2>党组织</h2>
        <Button type="text" size="small" onClick={onFold}>
          收起
        </Button>
      </div>
      {answer.isPending && <LoadingState lines={8} />}
      {answer.isError && <ErrorState inline error={answer.error} onRetry={() => void answer.refetch()} />}
      {answer.isSuccess && nodes.length === 0 && (
        <EmptyState
          inline
          title="还没有党组织"
          text="先导入或新建党组织，再导入花名册。"
          actions={<Link to="/organizations">去党组织</Link>}
        />
      )}
      {answer.isSuccess && nodes.length > 0 && (
        <OrganizationTree nodes={nodes} chosen={chosen} onChoose={onChoose} />
      )}
    </aside>
  )
}
