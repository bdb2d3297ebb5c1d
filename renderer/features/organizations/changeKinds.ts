import type { OrganizationDetail, OrganizationNode } from '#shared/contract/organizations.ts'
import { mayStandUnder } from '#shared/domain/organizationKinds.ts'
import type { TreeItem } from '../../ui/tree.ts'
import { withAncestors } from '../../ui/tree.ts'

export const changeKinds = ['move', 'merge', 'dissolve', 'restore'] as const

/** What may happen to an organisation besides being edited; each leaves a line in its history. */
export type ChangeKind = (typeof changeKinds)[number]

interface ChangeText {
  readonly verb: string
  /** Label of the other organisation it concerns; null when there is none. */
  readonly target: string | null
  readonly targetRequired: boolean
  /** The key under which the core answers about the target. */
  readonly targetKey: string
  readonly consequence: string
}

export const changeTexts: Readonly<Record<ChangeKind, ChangeText>> = {
  move: {
    verb: '移动',
    target: '移到哪个上级之下',
    targetRequired: true,
    targetKey: 'parentId',
    consequence: '下级党组织和党员随它一起移动，历史中记下原上级。',
  },
  merge: {
    verb: '合并',
    target: '并入哪个党组织',
    targetRequired: true,
    targetKey: 'intoId',
    consequence: '党员和下级转到并入的党组织，本组织标为“已合并”，记录保留，可以恢复。',
  },
  dissolve: {
    verb: '撤销',
    target: '党员转到哪个党支部',
    targetRequired: false,
    targetKey: 'membersTo',
    consequence: '本组织标为“已撤销”，记录保留，可以恢复；所设党小组一并撤销。',
  },
  restore: {
    verb: '恢复',
    target: null,
    targetRequired: false,
    targetKey: '',
    consequence: '恢复为正常状态；已转走的党员和下级不会自动转回。',
  },
}

export function isEnded(status: OrganizationNode['status']): boolean {
  return status === 'dissolved' || status === 'merged'
}

export function allowedChanges(node: OrganizationNode): readonly ChangeKind[] {
  if (isEnded(node.status)) return ['restore']
  return node.parentId === null ? ['dissolve'] : ['move', 'merge', 'dissolve']
}

function idsBelow(nodes: readonly OrganizationNode[], id: string): ReadonlySet<string> {
  const ids = new Set([id])
  // Parents stand before their children in the list.
  for (const node of nodes) if (node.parentId !== null && ids.has(node.parentId)) ids.add(node.id)
  return ids
}

function isTarget(kind: ChangeKind, subject: OrganizationNode, node: OrganizationNode): boolean {
  if (kind === 'move') return node.id !== subject.parentId && mayStandUnder(subject.type, node.type)
  if (kind === 'merge') return node.type === subject.type
  return node.type === 'ZB'
}

/** The organisations that may be chosen, with those above them for orientation. */
export function targetItems(
  kind: ChangeKind,
  subject: OrganizationNode,
  nodes: readonly OrganizationNode[],
): readonly TreeItem[] {
  const below = idsBelow(nodes, subject.id)
  const living = nodes.filter((node) => !isEnded(node.status) && !below.has(node.id))
  const canChoose = (node: OrganizationNode): boolean => isTarget(kind, subject, node)
  return withAncestors(living, canChoose).map((node) => ({
    id: node.id,
    parentId: node.parentId,
    label: node.shortName,
    selectable: canChoose(node),
  }))
}

/** Only branches hold members; groups merely divide them. */
export function asksForMembers(kind: ChangeKind, subject: OrganizationNode): boolean {
  return kind !== 'dissolve' || subject.type === 'ZB'
}

export type Changed = (detail: OrganizationDetail) => void
