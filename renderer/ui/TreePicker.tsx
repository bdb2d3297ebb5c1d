import { TreeSelect } from 'antd'
import { useMemo } from 'react'
import { nest, type TreeBranch, type TreeItem } from './tree.ts'

interface TreePickerProps {
  readonly items: readonly TreeItem[]
  readonly value: string | null
  readonly onChange: (id: string | null) => void
  readonly id?: string
  readonly placeholder?: string
  readonly allowClear?: boolean
  readonly disabled?: boolean
  readonly invalid?: boolean
  readonly label?: string
  readonly onBlur?: () => void
}

interface TreeNode {
  readonly value: string
  readonly title: string
  readonly search: string
  readonly disabled: boolean
  readonly children: TreeNode[]
}

function nodeOf({ item, children }: TreeBranch<TreeItem>): TreeNode {
  return {
    value: item.id,
    title: item.note === undefined ? item.label : `${item.label}（${item.note}）`,
    search: item.label.toLowerCase(),
    disabled: item.selectable === false,
    children: children.map(nodeOf),
  }
}

/** Choice from a tree, searched by typing part of a name. */
export function TreePicker(props: TreePickerProps) {
  const treeData = useMemo(() => nest(props.items).map(nodeOf), [props.items])
  return (
    <TreeSelect
      {...(props.id === undefined ? {} : { id: props.id })}
      {...(props.label === undefined ? {} : { 'aria-label': props.label })}
      {...(props.invalid === true ? { status: 'error' as const } : {})}
      {...(props.onBlur === undefined ? {} : { onBlur: props.onBlur })}
      className="tree-picker"
      treeData={treeData}
      value={props.value ?? undefined}
      onChange={(next: unknown) => props.onChange(typeof next === 'string' ? next : null)}
      showSearch={{
        filterTreeNode: (typed, node) => String(node['search']).includes(typed.trim().toLowerCase()),
      }}
      treeDefaultExpandAll={props.items.length <= 40}
      treeDefaultExpandedKeys={treeData.map((node) => node.value)}
      popupMatchSelectWidth={360}
      allowClear={props.allowClear ?? false}
      disabled={props.disabled ?? false}
      placeholder={props.placeholder ?? '请选择'}
      treeLine
    />
  )
}
