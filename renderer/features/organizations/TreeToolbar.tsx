import { Button, Checkbox, Input, type InputRef, Select } from 'antd'
import { useRef } from 'react'
import type { OrganizationNode } from '#shared/contract/organizations.ts'
import { findingTitle } from '#shared/labels/findings.ts'
import { clearable } from '../../ui/clearable.tsx'
import { useShortcut } from '../../ui/shortcuts.ts'
import { organizationTarget } from '../../ui/undo.ts'
import { UndoLastButton } from '../../ui/UndoLastButton.tsx'
import { Toolbar } from '../../ui/Toolbar.tsx'
import { kindOptions } from './kindFilter.ts'
import { type KindFilter, openFindings } from './treeRows.ts'

interface TreeToolbarProps {
  readonly nodes: readonly OrganizationNode[]
  readonly text: string
  readonly onText: (text: string) => void
  readonly finding: string | null
  readonly onFinding: (code: string | null) => void
  readonly kind: KindFilter | null
  readonly onKind: (kind: KindFilter | null) => void
  readonly includeEnded: boolean
  readonly onIncludeEnded: (include: boolean) => void
  /** How many match; null while nothing is filtered. */
  readonly matches: number | null
  readonly onFold: (expanded: boolean) => void
}

/** Every kind of finding in the tree, with the number of organisations that have it. */
function findingOptions(nodes: readonly OrganizationNode[]) {
  const counts = new Map<string, number>()
  for (const node of nodes) {
    for (const code of new Set(openFindings(node).map((finding) => finding.code))) {
      counts.set(code, (counts.get(code) ?? 0) + 1)
    }
  }
  const kinds = [...counts].sort(([a], [b]) => a.localeCompare(b))
  const any = nodes.filter((node) => openFindings(node).length > 0).length
  return [
    { value: 'any', label: `有提示的（${any}）` },
    ...kinds.map(([code, count]) => ({ value: code, label: `${findingTitle(code)}（${count}）` })),
  ]
}

export function TreeToolbar(props: TreeToolbarProps) {
  const search = useRef<InputRef>(null)
  useShortcut('Ctrl+F', '在党组织中查找', () => search.current?.focus({ cursor: 'all' }))
  return (
    <Toolbar
      label="查找与筛选"
      end={
        <>
          <UndoLastButton target={organizationTarget} />
          {/* What is filtered is shown unfolded, whatever was folded. */}
          {props.matches === null && (
            <>
              <Button type="text" onClick={() => props.onFold(true)}>
                全部展开
              </Button>
              <Button type="text" onClick={() => props.onFold(false)}>
                全部收起
              </Button>
            </>
          )}
        </>
      }
    >
      <Input
        ref={search}
        className="org-search"
        aria-label="查找党组织"
        placeholder="名称或代码"
        allowClear
        value={props.text}
        onChange={(event) => props.onText(event.target.value)}
      />
      <Select
        className="toolbar-select"
        aria-label="按类别筛选"
        placeholder="全部类别"
        allowClear={clearable}
        popupMatchSelectWidth={220}
        options={kindOptions(props.nodes)}
        value={props.kind ?? undefined}
        onChange={(kind: KindFilter | undefined) => props.onKind(kind ?? null)}
      />
      <Select
        className="org-finding-filter"
        aria-label="按提示筛选"
        placeholder="按提示筛选"
        allowClear={clearable}
        popupMatchSelectWidth={260}
        options={findingOptions(props.nodes)}
        value={props.finding ?? undefined}
        onChange={(code: string | undefined) => props.onFinding(code ?? null)}
      />
      <Checkbox checked={props.includeEnded} onChange={(event) => props.onIncludeEnded(event.target.checked)}>
        含已撤销、合并
      </Checkbox>
      {props.matches !== null && <output className="muted">找到 {props.matches} 个</output>}
    </Toolbar>
  )
}
