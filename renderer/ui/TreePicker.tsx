import { TreeSelect } from 'antd'
import { type KeyboardEvent, useMemo, useState } from 'react'
import { clearable } from './clearable.tsx'
import { isFound, nest, onlyFound, type TreeBranch, type TreeItem } from './tree.ts'

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
    search: item.label,
    disabled: item.selectable === false,
    children: children.map(nodeOf),
  }
}

/** Choice from a tree, searched by typing part of a name; Enter takes the only one found. */
export function TreePicker(props: TreePickerProps) {
  const treeData = useMemo(() => nest(props.items).map(nodeOf), [props.items])
  const [typed, setTyped] = useState('')
  const [isOpen, setIsOpen] = useState(false)
  const show = (open: boolean): void => {
    setIsOpen(open)
    if (!open) setTyped('')
  }
  // The tree itself passes over what stands below an organisation that cannot be chosen.
  const onKeyDown = ({ key }: KeyboardEvent): void => {
    const only = key === 'Enter' && isOpen ? onlyFound(props.items, typed) : null
    if (only === null) return
    props.onChange(only)
    show(false)
  }
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
        filterTreeNode: (text, node) => isFound(String(node['search']), text),
        searchValue: typed,
        onSearch: setTyped,
      }}
      open={isOpen}
      onOpenChange={show}
      onKeyDown={onKeyDown}
      treeDefaultExpandAll={props.items.length <= 40}
      treeDefaultExpandedKeys={treeData.map((node) => node.value)}
      popupMatchSelectWidth={360}
      allowClear={props.allowClear === true && clearable}
      disabled={props.disabled ?? false}
      placeholder={props.placeholder ?? '请选择'}
      treeLine
    />
  )
}
