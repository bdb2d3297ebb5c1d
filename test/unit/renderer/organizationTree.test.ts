import { describe, expect, it } from 'vitest'
import { allowedChanges, targetItems } from '../../../renderer/features/organizations/changeKinds.ts'
import { ledgerTotals } from '../../../renderer/features/home/ledgerTotals.ts'
import { kindFromText } from '../../../renderer/features/organizations/kindFilter.ts'
import {
  defaultExpanded,
  idsAbove,
  type KindFilter,
  matchCount,
  treeRows,
} from '../../../renderer/features/organizations/treeRows.ts'
import { onlyFound } from '../../../renderer/ui/tree.ts'
import { aNode, smallTree } from './organizationSample.ts'

const all = { text: '', finding: null, kind: null }
const ids = (rows: readonly { readonly node: { readonly id: string } }[]) => rows.map(({ node }) => node.id)

function node(id: string) {
  const found = smallTree.find((each) => each.id === id)
  if (found === undefined) throw new Error(`no ${id}`)
  return found
}

describe('rows of the tree', () => {
  it('shows what stands below unfolded rows only, and counts the findings hidden below folded ones', () => {
    const rows = treeRows(smallTree, new Set(['街道']), all)
    expect(ids(rows)).toEqual(['街道', '社区'])
    expect(rows[1]).toMatchObject({ level: 2, hasChildren: true, isExpanded: false, findingsBelow: 2 })
  })

  it('counts only findings nobody has answered for, worst first', () => {
    const rows = treeRows(smallTree, new Set(smallTree.map((each) => each.id)), all)
    expect(rows.find(({ node }) => node.id === '一支部')?.findings).toEqual([
      { severity: 'red', count: 1 },
      { severity: 'yellow', count: 1 },
    ])
    expect(rows.find(({ node }) => node.id === '二支部')?.findings).toEqual([])
  })

  it('shows matches with all above them, whatever is folded', () => {
    expect(ids(treeRows(smallTree, new Set(), { ...all, text: '二支' }))).toEqual(['街道', '社区', '二支部'])
    expect(ids(treeRows(smallTree, new Set(), { ...all, finding: 'ORG-09' }))).toEqual([
      '街道',
      '社区',
      '一支部',
    ])
    expect(treeRows(smallTree, new Set(), { ...all, text: '没有' })).toEqual([])
  })

  it('finds by kind as many as the figures of the home page say', () => {
    const totals = ledgerTotals(smallTree)
    const found = (kind: KindFilter) => matchCount(smallTree, { ...all, kind })
    expect([found('level'), found('ZB'), found('XZ')]).toEqual([
      totals.organizations,
      totals.branches,
      totals.groups,
    ])
    expect(ids(treeRows(smallTree, new Set(), { ...all, kind: 'XZ' }))).toContain('小组')
    expect(kindFromText('没有这种')).toBeNull()
  })

  it('folds a large tree below its top', () => {
    const many = Array.from({ length: 40 }, (_, index) => aNode(`支部${index}`, '社区', { depth: 2 }))
    expect([...defaultExpanded([...smallTree.slice(0, 2), ...many])]).toEqual(['街道'])
    expect(defaultExpanded(smallTree).has('一支部')).toBe(true)
  })

  it('finds all that stands above a row', () => {
    expect(idsAbove(smallTree, '小组')).toEqual(['一支部', '社区', '街道'])
  })
})

describe('changes of an organisation', () => {
  it('lets an ended one only be restored, and the root not be moved', () => {
    expect(allowedChanges(node('旧支部'))).toEqual(['restore'])
    expect(allowedChanges(node('街道'))).not.toContain('move')
  })

  it('offers as new parents only kinds that may bear it, never itself, its own or its present parent', () => {
    const choices = targetItems('move', node('一支部'), smallTree).filter(({ selectable }) => selectable)
    expect(choices.map(({ id }) => id)).toEqual(['街道'])
  })

  it('offers for merging and for members only living organisations of the kind', () => {
    const names = (kind: 'merge' | 'dissolve') =>
      targetItems(kind, node('一支部'), smallTree)
        .filter(({ selectable }) => selectable)
        .map(({ id }) => id)
    expect(names('merge')).toEqual(['二支部'])
    expect(names('dissolve')).toEqual(['二支部'])
  })
})

it('Enter in the search of a tree takes the only one that may be chosen, never one of several', () => {
  const items = smallTree.map(({ id, parentId, type }) => ({
    id,
    parentId,
    label: id,
    selectable: type === 'ZB',
  }))
  expect(onlyFound(items, ' 一支部 ')).toBe('一支部')
  expect(onlyFound(items, '支部')).toBeNull()
  expect(onlyFound(items, '社区')).toBeNull()
  expect(onlyFound(items, ' ')).toBeNull()
})
