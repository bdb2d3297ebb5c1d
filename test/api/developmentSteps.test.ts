import { describe, expect, it } from 'vitest'
import { partialDate } from '#shared/lib/dates.ts'
import { everything } from './activityHarness.ts'
import { aFileAt, aStep, aVote, standingDates, walkTo } from './developmentHarness.ts'
import { wholeFile } from '../unit/development/aFile.ts'

describe('a step', () => {
  it('a whole file is recorded step by step without a word of refusal', async () => {
    const { file } = await aFileAt('archivedOn')
    expect(file).toMatchObject({ state: 'full' })
    expect(file.steps.every(({ overrideReason }) => overrideReason === null)).toBe(true)
    expect(Object.keys(standingDates(file))).toHaveLength(31)
  })

  it('STEP_MISSING: is refused with the rules’ sentences and how to go on; with a reason it is recorded and the reason kept', async () => {
    const { call, refusal, file } = await aFileAt('talkedOn')
    const early = aStep(file, 'targetOn', '2024-10-16')
    const { code, messageZh } = await refusal('development.recordStep', early)
    expect(code).toBe('CONFLICT')
    expect(messageZh).toContain('还没有办理“上级党委同意（备案）”，不能办理“列为发展对象”')
    expect(messageZh).toContain('请写明原因后登记')
    const kept = await call('development.recordStep', { ...early, overrideReason: '旧档案，中间材料遗失' })
    expect(kept.state).toBe('target')
    expect(kept.steps.find(({ milestone }) => milestone === 'targetOn')).toMatchObject({
      doneOn: '2024-10-16',
      overrideReason: '旧档案，中间材料遗失',
    })
  })

  it('known to the year or month it is honest history, unless the month is not over', async () => {
    const { call, refusal, file } = await aFileAt('appliedOn')
    const recent = aStep(file, 'activistOn', '2026-11')
    expect(await refusal('development.recordStep', recent)).toMatchObject({ code: 'CONFLICT' })
    const old = await call('development.recordStep', aStep(file, 'activistOn', '2023-09'))
    const [, step] = old.steps
    expect(step).toMatchObject({ doneOn: '2023-09', overrideReason: expect.stringContaining('历史材料') })
  })

  it('DEV-06, DEV-07, DEV-16: a day too early or a notice too short is taken only with its reason', async () => {
    const lateActivist = {
      ...wholeFile,
      activistOn: '2023-10-17',
      activistFiledOn: '2023-10-20',
      contactsOn: '2023-10-20',
    }
    const cases = [
      ['publicityFrom', 'publicityTo', '2024-10-11', '2024-10-12', 'DEV-07', wholeFile],
      ['targetAgreedOn', 'targetOn', '2024-10-16', '2024-10-17', 'DEV-06', lateActivist],
      ['regularApplyOn', 'regularMeetingOn', '2025-12-09', '2025-12-10', 'DEV-16', wholeFile],
    ] as const
    for (const [last, milestone, early, right, code, dates] of cases) {
      const office = await aFileAt('appliedOn')
      const file = await walkTo(office, office.file, last, dates)
      const tooEarly = aStep(file, milestone, early)
      const check = await office.call('development.checkStep', tooEarly)
      expect(check.refusals.map((refusal) => [refusal.code, refusal.severity])).toEqual([[code, 'block']])
      expect(check.findings.map((finding) => finding.code)).not.toContain(code)
      expect(await office.refusal('development.recordStep', tooEarly)).toMatchObject({ code: 'CONFLICT' })
      const { refusals } = await office.call('development.checkStep', aStep(file, milestone, right))
      expect(refusals).toEqual([])
      const kept = await office.call('development.recordStep', {
        ...tooEarly,
        overrideReason: '原始材料如此',
      })
      expect(kept.findings.map((finding) => finding.code)).toContain(code)
    }
  })

  it('is recorded once: the second time it is to be corrected', async () => {
    const { refusal, file } = await aFileAt('talkedOn')
    const again = aStep(file, 'talkedOn', '2023-03-21', { overrideReason: '再登一次' })
    expect(await refusal('development.recordStep', again)).toMatchObject({
      code: 'CONFLICT',
      messageZh: expect.stringContaining('“派人谈话”已经登记；登记有误的，请用“更正”'),
    })
  })

  it('MEETING-ADMISSION, VOTE-ADMISSION, T1 to T5: 步骤 15 carries its vote', async () => {
    const { call, refusal, file } = await aFileAt('formOn')
    const meeting = (vote: ReturnType<typeof aVote> | null) =>
      aStep(file, 'meetingOn', '2024-12-10', { vote })
    const outcomes = [
      [aVote(20, 10, 10), false],
      [aVote(20, 11, 11), true],
      [aVote(20, 12, 10), false],
      [aVote(20, 12, 10, 1), true],
      [aVote(3, 2, 2), true],
    ] as const
    for (const [vote, isPassed] of outcomes) {
      const check = await call('development.checkStep', meeting(vote))
      expect([vote, check.vote?.isPassed, check.refusals.length === 0]).toEqual([vote, isPassed, isPassed])
      expect(check.should).toBe(0)
    }
    expect((await refusal('development.recordStep', meeting(aVote(20, 10, 10)))).messageZh).toContain('半数')
    expect((await refusal('development.recordStep', meeting(null))).messageZh).toContain('请登记表决票数')
    const voted = await call('development.recordStep', meeting(aVote(20, 12, 10, 1)))
    expect(voted).toMatchObject({ state: 'awaitingApproval' })
    expect(voted.votes).toMatchObject([
      { subject: 'admission', heldOn: '2024-12-10', agreed: 10, agreedInWriting: 1, tellers: '钱监' },
    ])
  })

  it('VOTE_COUNT: what cannot be counted so is said before it is saved', async () => {
    const { call, file } = await aFileAt('formOn')
    const vote = { ...aVote(20, 15, 14), issued: 16 }
    const { doubts, findings } = await call(
      'development.checkStep',
      aStep(file, 'meetingOn', '2024-12-10', { vote }),
    )
    expect(doubts).toEqual(['发出 16 票多于实到 15 人', expect.any(String)].slice(0, doubts.length))
    expect(findings.map(({ code }) => code)).toContain('VOTE_COUNT')
  })

  it('DEV-50, DEV-52: 步骤 13, 17 and 24 are done by a committee that may approve; a community committee only deliberates', async () => {
    const { call, refusal, file, communityId, rootId } = await aFileAt('committeeOn')
    const review = (bodyId: string | null) => aStep(file, 'preReviewOn', '2024-12-02', { bodyId })
    expect((await refusal('development.recordStep', review(communityId))).messageZh).toContain(
      '“东环社区党委”没有审批预备党员的权限，不能办理“上级党委预审”；社区党委、党总支只能审议上报',
    )
    expect((await refusal('development.recordStep', review(null))).messageZh).toContain(
      '请登记办理“上级党委预审”的党委',
    )
    const { refusals } = await call('development.checkStep', review(communityId))
    expect(refusals.map(({ code }) => code)).toEqual(['DEV-52'])
    const done = await call('development.recordStep', review(rootId))
    expect(done.steps.at(-1)).toMatchObject({ milestone: 'preReviewOn', bodyName: '测试街道党工委' })
    const corrected = {
      id: done.id,
      version: done.version,
      milestone: 'preReviewOn' as const,
      on: partialDate('2024-12-02'),
      place: null,
      people: null,
      docNo: null,
      opinion: null,
      bodyId: communityId,
    }
    expect((await refusal('development.correctStep', corrected)).messageZh).toContain(
      '没有审批预备党员的权限',
    )
  })

  it('is told before it is saved what it would be: refusals and the findings it adds, nothing is written', async () => {
    const { call, file } = await aFileAt('appliedOn')
    const { refusals, findings, vote } = await call(
      'development.checkStep',
      aStep(file, 'talkedOn', '2023-05-20'),
    )
    expect(refusals).toEqual([])
    expect(findings.map(({ code, severity }) => `${severity} ${code}`)).toContain('red DEV-02')
    expect(vote).toBeNull()
    expect(await call('development.get', { id: file.id })).toMatchObject({ version: file.version })
  })

  it('corrected it keeps its reason, and the vote of a meeting goes with the day', async () => {
    const { call, file } = await aFileAt('meetingOn')
    const corrected = await call('development.correctStep', {
      id: file.id,
      version: file.version,
      milestone: 'meetingOn',
      on: partialDate('2024-12-11'),
      place: '会议室',
      people: null,
      bodyId: null,
      docNo: null,
      opinion: null,
    })
    expect(standingDates(corrected)).toMatchObject({ meetingOn: '2024-12-11' })
    expect(corrected.votes).toMatchObject([{ heldOn: '2024-12-11' }])
  })

  it('is removed only while nothing rests on it, and the reason stands in the log', async () => {
    const { call, refusal, file } = await aFileAt('activistOn')
    const remove = (milestone: 'talkedOn' | 'activistOn') => ({
      id: file.id,
      version: file.version,
      milestone,
      reason: '登到别人名下了',
    })
    expect(await refusal('development.removeStep', remove('talkedOn'))).toMatchObject({
      code: 'CONFLICT',
      messageZh: expect.stringContaining('“派人谈话”之后的步骤已经登记'),
    })
    const left = await call('development.removeStep', remove('activistOn'))
    expect(standingDates(left)).toEqual({ appliedOn: '2023-03-01', talkedOn: '2023-03-20' })
    const { rows } = await call('activity.list', { ...everything, limit: 1 })
    expect(rows[0]).toMatchObject({ route: 'development.removeStep' })
  })
})
