import type { ResponsibilityFields } from '#shared/contract/responsibility.ts'
import type { RectificationFields } from '#shared/contract/reviewInputs.ts'
import { dateOnly } from '#shared/lib/dates.ts'
import { aCampaignWith } from './reviewHarness.ts'
import type { Caller } from './testCore.ts'

export function aRectification(fields: Partial<RectificationFields> = {}): RectificationFields {
  return {
    problem: '联系服务群众不够经常',
    source: 'comment',
    measure: '每月走访一次',
    dutyName: '王小明',
    dueOn: dateOnly('2026-12-31'),
    progress: 'notStarted',
    progressWords: null,
    doneOn: null,
    result: null,
    acceptedBy: null,
    acceptedOn: null,
    reportedOn: null,
    reportedWords: null,
    ...fields,
  }
}

type Goal = ResponsibilityFields['goals'][number]
type Check = ResponsibilityFields['checks'][number]

export function aGoal(fields: Partial<Goal> = {}): Goal {
  return {
    level: 'specific',
    content: '两新组织党的工作全覆盖',
    ownerName: null,
    dueOn: dateOnly('2026-12-31'),
    doneOn: null,
    result: null,
    ...fields,
  }
}

export function aCheck(fields: Partial<Check> = {}): Check {
  return {
    kind: 'quarterlyMeeting',
    heldOn: dateOnly('2026-02-10'),
    byName: '李书记',
    found: null,
    closedOn: null,
    result: null,
    ...fields,
  }
}

export function aResponsibilityList(
  fields: Partial<ResponsibilityFields> & { readonly organizationId: string },
): ResponsibilityFields {
  return {
    year: 2026,
    firstName: '李书记',
    directName: '赵副书记',
    specificName: '王小明',
    remark: null,
    goals: [],
    checks: [],
    ...fields,
  }
}

/** Last year’s campaign of the organisation with one item of somebody in it. */
export async function aLastYearItem(
  caller: Caller,
  {
    organizationId,
    of,
    name,
  }: { readonly organizationId: string; readonly of: string; readonly name: string },
  fields: Partial<RectificationFields> = {},
) {
  const people = [{ organizationId: of, name }]
  const last = { year: 2025, name: '2025 年度述职测评' }
  const { subjectIds } = await aCampaignWith(caller, organizationId, people, last)
  return caller.call('rectifications.create', {
    subjectId: subjectIds[0] ?? '',
    fields: aRectification({ dueOn: dateOnly('2026-06-30'), ...fields }),
  })
}

export interface RectificationPlace {
  /** Of `subjectId`. */
  readonly rectificationId: string
  /** Of the community, for 2026. */
  readonly responsibilityId: string
}

export async function addRectifications(
  { call }: Caller,
  {
    stem,
    communityId,
    subjectId,
  }: { readonly stem: string; readonly communityId: string; readonly subjectId: string },
): Promise<RectificationPlace> {
  const item = await call('rectifications.create', {
    subjectId,
    fields: aRectification({ problem: `${stem}问题`, dutyName: `${stem}甲` }),
  })
  const list = await call('responsibility.create', {
    fields: aResponsibilityList({
      organizationId: communityId,
      firstName: `${stem}书记`,
      goals: [aGoal({ content: `${stem}目标` })],
      checks: [aCheck({ found: `${stem}研究事项` })],
    }),
  })
  return { rectificationId: item.id, responsibilityId: list.id }
}
