import { hasApprovalRightByDefault, isOrganizationLevel } from '../organizationKinds.ts'
import type { ActingBody, DevelopmentContext, DevelopmentFacts } from './facts.ts'
import { setOf } from './judgement.ts'
import type { Judgement } from './judgement.ts'
import type { Milestone } from './milestones.ts'
import { stepOf } from './milestones.ts'

/** What an organisation may do with an admission: 审批, 审议 (with 同意上报, never 批准), or nothing. */
export type ApprovalAct = 'approve' | 'deliberate' | 'none'

// 党组 is no kind of organisation of the tree; it is known by its name.
function isPartyGroup(name: string): boolean {
  return name.endsWith('党组')
}

/** DEV-50 to DEV-52: 党工委 (街道党委) approves, 社区党委 and 总支 deliberate, 临时 and 党组 do neither. */
export function approvalAct(body: ActingBody): ApprovalAct {
  if (body.branchKind === 'LS' || isPartyGroup(body.name) || !isOrganizationLevel(body.type)) return 'none'
  if (body.hasApprovalRight && hasApprovalRightByDefault(body.type)) return 'approve'
  return body.type === 'ZB' ? 'none' : 'deliberate'
}

/** What each organisation above a branch does with a resolution, nearest first, down to the one that approves. */
export function approvalPath(
  above: readonly ActingBody[],
): readonly { readonly body: ActingBody; readonly act: ApprovalAct }[] {
  const acts = above.map((body) => ({ body, act: approvalAct(body) })).filter(({ act }) => act !== 'none')
  const last = acts.findIndex(({ act }) => act === 'approve')
  return last === -1 ? acts : acts.slice(0, last + 1)
}

const deeds = {
  preReviewBody: { milestone: 'preReviewOn', verb: '预审' },
  approvalBody: { milestone: 'approvedOn', verb: '审批' },
  regularApprovalBody: { milestone: 'regularApprovedOn', verb: '审批转正' },
} as const satisfies Readonly<Record<string, { readonly milestone: Milestone; readonly verb: string }>>

type Deed = keyof typeof deeds

const deedKeys: readonly Deed[] = ['preReviewBody', 'approvalBody', 'regularApprovalBody']

function brokenCode(body: ActingBody, field: Deed): 'DEV-50' | 'DEV-51' | 'DEV-52' {
  if (body.branchKind === 'LS' || isPartyGroup(body.name)) return 'DEV-51'
  return field === 'approvalBody' ? 'DEV-50' : 'DEV-52'
}

/** DEV-50 to DEV-53. */
export function approvalJudgements(
  facts: DevelopmentFacts,
  context: DevelopmentContext,
): readonly Judgement[] {
  const done = deedKeys.flatMap((field) => {
    const body = facts[field]
    if (body === null) return []
    const { milestone, verb } = deeds[field]
    const isBroken = approvalAct(body) !== 'approve'
    const advice =
      approvalAct(body) === 'deliberate' ? '只能审议，写“同意上报”，请报街道党（工）委' : '无权办理'
    return [
      {
        code: isBroken ? brokenCode(body, field) : ('DEV-52' as const),
        step: stepOf(milestone),
        field,
        severity: isBroken ? ('red' as const) : null,
        set: setOf(milestone, facts, context),
        inputs: () => [
          { label: '办理机关', value: body.name },
          { label: '审批预备党员权限', value: body.hasApprovalRight ? '有' : '没有' },
        ],
        result: () =>
          isBroken
            ? `由“${body.name}”${verb}，该党组织${advice}`
            : `由“${body.name}”${verb}，有审批权限，符合`,
      },
    ]
  })
  return [...done, ...formJudgement(facts, context)]
}

/** DEV-53. */
function formJudgement(facts: DevelopmentFacts, context: DevelopmentContext): readonly Judgement[] {
  const issuer = facts.formIssuer
  if (issuer === null) return []
  const isBroken = approvalAct(issuer) !== 'approve'
  return [
    {
      code: 'DEV-53',
      step: 14,
      field: 'formIssuer',
      severity: isBroken ? 'red' : null,
      set: setOf('formOn', facts, context),
      inputs: () => [{ label: '发放志愿书', value: issuer.name }],
      result: () =>
        isBroken
          ? `入党志愿书由“${issuer.name}”发放，应由有审批权限的党委编号、发放和登记`
          : `入党志愿书由“${issuer.name}”发放，符合`,
    },
  ]
}
