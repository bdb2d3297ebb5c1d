import { describe, expect, it } from 'vitest'
import type { CorrectStepInput } from '#shared/contract/developmentInputs.ts'
import type { DevelopmentDetail } from '#shared/contract/developmentRows.ts'
import type { Milestone } from '#shared/domain/development/milestones.ts'
import { partialDate } from '#shared/lib/dates.ts'
import { wholeFile } from '../unit/development/aFile.ts'
import { aFileAt, aStep, codesOf, memberOf, standingDates, walkTo } from './developmentHarness.ts'

function another(
  { id, version, steps }: DevelopmentDetail,
  milestone: Milestone,
  on: string,
  fields: Partial<CorrectStepInput> = {},
): CorrectStepInput {
  const step = steps.findLast((each) => each.milestone === milestone)
  return {
    id,
    version,
    milestone,
    on: partialDate(on),
    place: null,
    people: null,
    bodyId: step?.bodyId ?? null,
    docNo: null,
    opinion: null,
    ...fields,
  }
}

const reasonOf = ({ steps }: DevelopmentDetail, milestone: Milestone) =>
  steps.findLast((step) => step.milestone === milestone)?.overrideReason

describe('a correction of a step', () => {
  const activistLate = {
    ...wholeFile,
    activistOn: '2023-10-17',
    activistFiledOn: '2023-10-20',
    contactsOn: '2023-10-20',
  }
  it.each([
    ['DEV-06', 'archivedOn', 'activistOn', '2023-10-20', '列为发展对象'],
    ['DEV-07', 'targetOn', 'publicityTo', '2024-10-09', '公示'],
    ['DEV-16', 'regularMeetingOn', 'regularMeetingOn', '2025-12-09', '预备期'],
    ['STEP_ORDER', 'activistOn', 'talkedOn', '2023-02-20', '“派人谈话”不能早于“递交入党申请书”'],
    ['STEP_ORDER', 'activistOn', 'talkedOn', '2023-09-11', '“派人谈话”不能晚于“确定为入党积极分子”'],
  ] as const)(
    '%s: to a day that the rules refuse to a new step is refused with their sentence, and taken with a reason that is kept',
    async (code, last, milestone, on, words) => {
      const { call, refusal, file } = await aFileAt(last)
      const wrong = another(file, milestone, on)
      const check = await call(
        'development.checkStep',
        aStep(file, milestone, on, { bodyId: wrong.bodyId, vote: null }),
      )
      expect(check.refusals.map((each) => `${each.severity} ${each.code}`)).toContain(`block ${code}`)
      const refused = await refusal('development.correctStep', wrong)
      expect(refused.code).toBe('CONFLICT')
      expect(refused.messageZh).toContain(words)
      expect(refused.messageZh).toContain('请写明原因后登记')
      expect(standingDates(await call('development.get', { id: file.id }))).toEqual(standingDates(file))
      const kept = await call('development.correctStep', { ...wrong, overrideReason: '原始材料如此' })
      expect(standingDates(kept)).toMatchObject({ [milestone]: on })
      expect(reasonOf(kept, milestone)).toBe('原始材料如此')
    },
  )

  it('of a step that broke the rule already needs no second reason, and keeps the first', async () => {
    const office = await aFileAt('appliedOn')
    const walked = await walkTo(office, office.file, 'targetAgreedOn', activistLate)
    const early = aStep(walked, 'targetOn', '2024-10-16', { overrideReason: '旧档案如此' })
    const file = await office.call('development.recordStep', early)
    const corrected = await office.call('development.correctStep', {
      ...another(file, 'targetOn', '2024-10-16'),
      people: '周书记',
    })
    expect(reasonOf(corrected, 'targetOn')).toBe('旧档案如此')
    const right = await office.call('development.correctStep', another(corrected, 'targetOn', '2024-10-17'))
    const isLeft = right.findings.some(({ code, field }) => code === 'DEV-06' && field === 'targetOn')
    expect(isLeft).toBe(false)
  })

  it('adds its reason to the one that is there', async () => {
    const { call, file } = await aFileAt('appliedOn')
    const talked = await call(
      'development.recordStep',
      aStep(file, 'activistOn', '2023-09-10', { overrideReason: '没有谈话记录' }),
    )
    const corrected = await call(
      'development.correctStep',
      another(talked, 'activistOn', '2023-02-01', { overrideReason: '原件日期如此' }),
    )
    expect(reasonOf(corrected, 'activistOn')).toBe('没有谈话记录；原件日期如此')
  })

  it('DEV-52: by a committee that may not approve is refused, and taken with a reason', async () => {
    const { call, refusal, file, communityId } = await aFileAt('preReviewOn')
    const wrong = another(file, 'preReviewOn', '2024-12-02', { bodyId: communityId })
    expect((await refusal('development.correctStep', wrong)).messageZh).toContain('没有审批预备党员的权限')
    const kept = await call('development.correctStep', { ...wrong, overrideReason: '当年由社区党委预审' })
    expect(codesOf(kept)).toContain('DEV-52')
  })

  it('known to the year or month it is honest history, as a new step is', async () => {
    const { call, file } = await aFileAt('activistOn')
    const corrected = await call('development.correctStep', another(file, 'talkedOn', '2023-02'))
    expect(reasonOf(corrected, 'talkedOn')).toContain('历史材料')
  })

  it('that breaks no rule says so before it is saved, with the roster’s day moved along', async () => {
    const office = await aFileAt('archivedOn')
    const { call, file, rootId } = office
    const check = await call('development.checkStep', {
      ...aStep(file, 'meetingOn', '2024-12-09', { vote: null }),
    })
    expect([check.refusals, check.findings]).toEqual([[], []])
    const corrected = await call('development.correctStep', another(file, 'meetingOn', '2024-12-09'))
    expect((await memberOf(office, corrected.memberId)).record).toMatchObject({ joinedOn: '2024-12-09' })
    expect(corrected.approver?.id).toBe(rootId)
  })
})
