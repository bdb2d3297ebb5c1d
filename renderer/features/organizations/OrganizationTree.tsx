import { type KeyboardEvent, useEffect, useRef } from 'react'
import { organizationStatusLabels } from '#shared/labels/organizations.ts'
import { Icon } from '../../ui/icons.tsx'
import { SeverityTag } from '../../ui/SeverityTag.tsx'
import { kindText } from './kindText.ts'
import type { TreeRow } from './treeRows.ts'

interface OrganizationTreeProps {
  readonly rows: readonly TreeRow[]
  readonly selectedId: string | null
  readonly onSelect: (id: string) => void
  readonly onToggle: (id: string, expanded: boolean) => void
}

function formatCount(count: number): string {
  return count.toLocaleString('zh-CN')
}

/** Where an arrow key leads from the row at `index`; undefined when it folds, unfolds or does nothing. */
function targetOf(key: string, rows: readonly TreeRow[], index: number): number | undefined {
  const row = rows[index]
  if (key === 'ArrowDown') return Math.min(index + 1, rows.length - 1)
  if (key === 'ArrowUp') return Math.max(index - 1, 0)
  if (key === 'Home') return 0
  if (key === 'End') return rows.length - 1
  if (key === 'ArrowRight' && row?.isExpanded === true) return index + 1
  if (key === 'ArrowLeft' && row !== undefined && !row.isExpanded) {
    const parent = rows.findIndex((each) => each.node.id === row.node.parentId)
    return parent === -1 ? undefined : parent
  }
  return undefined
}

export function OrganizationTree({ rows, selectedId, onSelect, onToggle }: OrganizationTreeProps) {
  const table = useRef<HTMLTableElement>(null)
  const selectedIndex = rows.findIndex((row) => row.node.id === selectedId)
  useEffect(() => {
    if (selectedId === null) return
    table.current
      ?.querySelector(`[data-id="${CSS.escape(selectedId)}"]`)
      ?.scrollIntoView({ block: 'nearest' })
  }, [selectedId])

  const focusRow = (index: number): void => {
    table.current?.tBodies[0]?.rows[index]?.focus()
  }
  const onKeyDown = (event: KeyboardEvent<HTMLTableElement>): void => {
    const { target } = event
    if (!(target instanceof HTMLTableRowElement) || event.ctrlKey || event.altKey) return
    const index = target.sectionRowIndex
    const row = rows[index]
    if (row === undefined) return
    const next = targetOf(event.key, rows, index)
    if (next !== undefined) focusRow(next)
    else if (event.key === 'ArrowRight' && row.hasChildren) onToggle(row.node.id, true)
    else if (event.key === 'ArrowLeft' && row.isExpanded) onToggle(row.node.id, false)
    else if (event.key === 'Enter' || event.key === ' ') onSelect(row.node.id)
    else return
    event.preventDefault()
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- a tree with columns has no native element
    <table className="org-tree" role="treegrid" aria-label="党组织" ref={table} onKeyDown={onKeyDown}>
      <thead>
        <tr>
          <th scope="col">名称</th>
          <th scope="col" className="org-col-kind">
            类别
          </th>
          <th scope="col" className="org-col-number">
            正式
          </th>
          <th scope="col" className="org-col-number">
            预备
          </th>
          <th scope="col" className="org-col-number" title="正式与预备之和，含下级">
            合计
          </th>
          <th scope="col" className="org-col-findings">
            提示
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <OrganizationRow
            key={row.node.id}
            row={row}
            isSelected={row.node.id === selectedId}
            isTabStop={selectedIndex === -1 ? index === 0 : index === selectedIndex}
            onSelect={onSelect}
            onToggle={onToggle}
          />
        ))}
      </tbody>
    </table>
  )
}

interface OrganizationRowProps extends Pick<OrganizationTreeProps, 'onSelect' | 'onToggle'> {
  readonly row: TreeRow
  readonly isSelected: boolean
  readonly isTabStop: boolean
}

function OrganizationRow({ row, isSelected, isTabStop, onSelect, onToggle }: OrganizationRowProps) {
  const { node, level, hasChildren, isExpanded } = row
  const hasEnded = node.status === 'dissolved' || node.status === 'merged'
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the table handles keys for all its rows
    <tr
      data-id={node.id}
      aria-level={level}
      aria-selected={isSelected}
      aria-expanded={hasChildren ? isExpanded : undefined}
      tabIndex={isTabStop ? 0 : -1}
      className={hasEnded ? 'org-row org-row-ended' : 'org-row'}
      onClick={() => onSelect(node.id)}
      onDoubleClick={() => hasChildren && onToggle(node.id, !isExpanded)}
    >
      <td>
        <div className={`org-name org-level-${Math.min(level, 6)}`}>
          {hasChildren ? (
            <button
              type="button"
              tabIndex={-1}
              className={isExpanded ? 'org-toggle org-toggle-open' : 'org-toggle'}
              aria-label={`${isExpanded ? '收起' : '展开'}${node.shortName}`}
              onClick={(event) => {
                event.stopPropagation()
                onToggle(node.id, !isExpanded)
              }}
            >
              <Icon name="down" />
            </button>
          ) : (
            <span className="org-toggle" />
          )}
          <span className="ellipsis" title={node.fullName}>
            {node.shortName}
          </span>
          {node.status !== 'active' && (
            <span className="org-status">{organizationStatusLabels[node.status]}</span>
          )}
        </div>
      </td>
      <td className="org-kind ellipsis" title={kindText(node)}>
        {kindText(node)}
      </td>
      <td className="org-number">{formatCount(node.total.full)}</td>
      <td className="org-number">{formatCount(node.total.probationary)}</td>
      <td className="org-number">{formatCount(node.total.full + node.total.probationary)}</td>
      <td>
        <span className="org-findings">
          {row.findings.map(({ severity, count }) => (
            <SeverityTag key={severity} severity={severity} count={count} mark />
          ))}
          {row.findingsBelow > 0 && <span className="muted small">下级 {row.findingsBelow}</span>}
        </span>
      </td>
    </tr>
  )
}
