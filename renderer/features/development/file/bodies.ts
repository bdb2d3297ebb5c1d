import type { DevelopmentDetail } from '#shared/contract/developmentRows.ts'
import type { OrganizationNode } from '#shared/contract/organizations.ts'
import { approvalAct } from '#shared/domain/development/approvalRights.ts'
import type { ActingBody } from '#shared/domain/development/facts.ts'
import type { Milestone } from '#shared/domain/development/milestones.ts'
import { hasApprovalRightByDefault, isOrganizationLevel } from '#shared/domain/organizationKinds.ts'
import { approvalActLabels } from '#shared/labels/development.ts'
import type { TreeItem } from '../../../ui/tree.ts'

/** Done by a committee that has the right to: 预审, 审批, 审批转正. */
export const approvedMilestones: ReadonlySet<Milestone> = new Set([
  'preReviewOn',
  'approvedOn',
  'regularApprovedOn',
])

/** Voted on by the branch meeting. */
export const votedMilestones: ReadonlySet<Milestone> = new Set(['meetingOn', 'regularMeetingOn'])

/** An organisation as far as choosing a body needs it. */
export type BodyNode = Pick<
  OrganizationNode,
  'id' | 'parentId' | 'fullName' | 'shortName' | 'type' | 'branchKind'
>

/** The organisations to choose a body from: those in reach, and the committee above that approves, which a community clerk does not see in the tree. */
export function bodyNodes(
  nodes: readonly OrganizationNode[],
  approver: DevelopmentDetail['approver'],
): readonly BodyNode[] {
  if (approver === null || nodes.some(({ id }) => id === approver.id)) return nodes
  const { id, name } = approver
  return [{ id, parentId: null, shortName: name, fullName: name, type: 'DGW', branchKind: null }, ...nodes]
}

/** As the rules see an organisation of the tree. */
export function actingBody({ fullName, type, branchKind }: BodyNode): ActingBody {
  return { name: fullName, type, branchKind, hasApprovalRight: hasApprovalRightByDefault(type) }
}

/** Committees with what each may do with an admission; a branch may do nothing and cannot be chosen. */
export function bodyItems(nodes: readonly BodyNode[]): readonly TreeItem[] {
  return nodes
    .filter(({ type }) => type !== 'ZB' && isOrganizationLevel(type))
    .map((node) => ({
      id: node.id,
      parentId: node.parentId,
      label: node.shortName,
      note: approvalActLabels[approvalAct(actingBody(node))],
    }))
}

/** Why this one cannot approve; null where it can, or is not known here. */
export function noRightReason(nodes: readonly BodyNode[], bodyId: string | null): string | null {
  const node = nodes.find(({ id }) => id === bodyId)
  if (node === undefined) return null
  switch (approvalAct(actingBody(node))) {
    case 'approve':
      return null
    case 'deliberate':
      return `“${node.shortName}”没有审批预备党员的权限，只能审议、写“同意上报”，请选街道党工委`
    case 'none':
      return `“${node.shortName}”无权办理，请选街道党工委`
  }
}
