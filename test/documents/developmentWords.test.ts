import { describe, expect, it } from 'vitest'
import { whyNoPaper } from '#core/documents/developmentPapers.ts'
import { dateOnly, partialDate } from '#shared/lib/dates.ts'
import { aFile, aFullFile } from './developmentSample.ts'
import { anEvent, aStep, aVote } from './developmentSampleParts.ts'
import { readPaper as read } from './developmentPaperText.ts'

/** The same course a year and a half earlier, by the rules of 2014. */
const earlier = aFile(aFullFile, {
  steps: aFullFile.detail.steps.map((step) => ({
    ...step,
    doneOn: partialDate(step.doneOn.replace('2026-', '2025-')),
  })),
  votes: [aVote('admission', '2025-07-10', { should: 20, present: 12, agreed: 11 })],
})

describe('wording by the rule set of the day', () => {
  it('13: a 请示 for agreement since 2026-05-11, a 备案报告 before', async () => {
    const now = await read('targetRequest', aFullFile)
    expect(now.title).toBe('关于拟列王小明同志为发展对象的请示')
    expect(now.text).toContain('召开党支部委员会会议讨论，同意拟列王小明同志为发展对象')
    expect(now.text).toContain('以上请示妥否，请批示。')
    const then = await read('targetRequest', earlier)
    expect(then.title).toBe('关于确定王小明为发展对象的备案报告')
    expect(then.text).toContain('召开支部委员会会议讨论，同意确定王小明同志为发展对象，现报请备案。')
    expect(then.text).not.toContain('请批示')
  })

  it('13: the notice says the superior agreed first, by the rules of 2026 only', async () => {
    const now = await read('publicityNotice', aFullFile)
    expect(now.text).toContain('报中共测试市测试区测试街道工作委员会同意（2026年5月25日）')
    expect(now.text).toContain('公示期：2026年5月26日至2026年6月1日，共5个工作日')
    expect((await read('publicityNotice', earlier)).text).not.toContain('工作委员会同意')
  })

  it('19, 20: 党支部党员大会 and 应到会有表决权的党员 now, 支部大会 and 正式党员 before', async () => {
    const now = await read('admissionResolution', aFullFile)
    expect(now.title).toBe('党支部党员大会关于接收预备党员的决议')
    expect(now.text).toContain('超过应到会有表决权的党员人数的半数')
    const then = await read('admissionResolution', earlier)
    expect(then.title).toBe('支部大会关于接收预备党员的决议')
    expect(then.text).toContain('超过应到会有表决权的正式党员的半数')
    expect(then.text).not.toContain('党支部党员大会')
  })

  it('18: the meeting within a month of the 预审 is asked for by the rules of 2026 only', async () => {
    expect((await read('preReviewOpinion', aFullFile)).text).toContain(
      '请于2026年7月30日前提交党支部党员大会讨论',
    )
    expect((await read('preReviewOpinion', earlier)).text).toContain('请按照规定提交支部大会讨论')
  })

  it('7: what is talked about is listed by the rules of 2026 only', async () => {
    const { steps } = aFullFile.detail
    const now = aFile(aFullFile, {
      steps: [...steps.filter(({ milestone }) => milestone !== 'talkedOn'), aStep('talkedOn', '2026-06-01')],
    })
    expect((await read('talkRecord', now)).text).toContain('学习工作经历、对党的认识、入党动机')
    expect((await read('talkRecord', aFullFile)).text).toContain('了解入党申请人的基本情况')
  })

  it('a branch without a committee decides at its meeting', async () => {
    const small = aFile(aFullFile, {}, { hasCommittee: false })
    const { text } = await read('targetRequest', small)
    expect(text).toContain('召开党支部党员大会讨论')
    expect(text).not.toContain('委员会会议')
  })
})

describe('what the papers say is what the record says', () => {
  it('D07: the votes with those in writing, measured against 应到', async () => {
    const { text, missing } = await read('admissionResolution', aFullFile)
    expect(text).toContain('应到会有表决权党员20名，实到12名')
    expect(text).toContain('无记名投票的方式进行表决，赞成11票（其中书面意见1票）、不赞成2票、弃权0票')
    expect(text).toContain('大会同意接收王小明同志为预备党员')
    expect(text).toContain('主要表现：工作认真负责。')
    expect(missing).toEqual([])
  })

  it('3.3 T3: ten of twenty are not enough, and the paper never says that the meeting agreed', async () => {
    const votes = [aVote('admission', '2026-07-10', { should: 20, present: 12, agreed: 10 })]
    const { text } = await read('admissionResolution', aFile(aFullFile, { votes }))
    expect(text).toContain('赞成人数没有超过应到会有表决权的党员人数的半数，没有通过')
    expect(text).not.toContain('大会同意')
    const request = await read('admissionRequest', aFile(aFullFile, { votes }))
    expect(request.text).not.toContain('大会同意')
  })

  it('3.3 T1: a meeting of half the members decides nothing', async () => {
    const votes = [aVote('admission', '2026-07-10', { should: 20, present: 10, agreed: 10 })]
    const { text } = await read('admissionVote', aFile(aFullFile, { votes }))
    expect(text).toContain('表决无效')
  })

  it('the approval names 预备期 from the meeting to the day before 转正, and the request it answers', async () => {
    const { text } = await read('admissionReply', aFullFile)
    expect(text).toContain(
      '你支部《关于接收王小明同志为预备党员的请示》（东环支〔2026〕7号）收悉。经研究，批复如下：',
    )
    expect(text).toContain('预备期一年，自2026年7月10日至2027年7月9日')
    expect(text).toContain('测工委〔2026〕25号')
  })

  it('an answer nobody has given yet is a draft', async () => {
    expect((await read('admissionReply', aFullFile)).text).not.toContain('代拟稿')
    expect((await read('regularReply', aFullFile)).text).toContain('（代拟稿）')
  })

  it('DEV-19: 转正 is the end of probation, whatever the day of the approval', async () => {
    const steps = [
      ...aFullFile.detail.steps,
      aStep('regularMeetingOn', '2027-08-02'),
      aStep('regularApprovedOn', '2027-09-15'),
    ]
    const { text } = await read('regularReply', aFile(aFullFile, { steps }))
    expect(text).toContain('按期转为中共正式党员，转正时间为2027年7月10日')
    expect(text).toContain('2027年9月15日')
  })

  it('D08: an extension counts from the end that was, and who was extended is not 按期', async () => {
    const extended = aFile(aFullFile, {
      state: 'extended',
      events: [
        anEvent('extend', '2027-07-12', {
          months: 6,
          approvedOn: partialDate('2027-08-01'),
          docNo: '测工委〔2027〕9号',
        }),
      ],
      votes: [aVote('extension', '2027-07-12', { should: 20, present: 15, agreed: 14 })],
      probation: {
        from: dateOnly('2026-07-10'),
        originalEnd: dateOnly('2027-07-10'),
        end: dateOnly('2028-01-10'),
      },
    })
    expect((await read('extensionResolution', extended)).text).toContain(
      '大会同意延长王小明同志的预备期6个月，自2027年7月10日至2028年1月9日',
    )
    const reply = await read('extensionReply', extended)
    expect(reply.text).toContain('批准延长王小明同志的预备期6个月，自2027年7月10日至2028年1月9日')
    expect(reply.text).toContain('2027年8月1日')
    expect((await read('regularReply', extended)).text).not.toContain('按期')
  })

  it('DEV-50: those between deliberate; only the committee with the right is addressed and answers', async () => {
    const { text } = await read('admissionRequest', aFullFile)
    expect(text).toContain('中共测试市测试区测试街道工作委员会：')
    expect(text).toContain('审议转报意见中共测试街道东环社区委员会')
    expect(text).toContain('不写“批准”')
  })

  it('DEV-52: an opinion by a body without the right is not written', () => {
    const finding = {
      code: 'DEV-52',
      severity: 'red',
      message: '东环社区党委预审，它只能审议，写“同意上报”，请报街道党（工）委',
      basis: '',
      field: 'preReviewBody',
      step: 13,
      overriddenReason: null,
    } as const
    const wrong = aFile(aFullFile, { findings: [finding] })
    expect(whyNoPaper('preReviewOpinion', wrong)).toBe(finding.message)
    expect(whyNoPaper('admissionReply', wrong)).toBeNull()
  })

  it('听取意见 is said only where its record lies in the file', async () => {
    const materials = aFullFile.detail.materials.map((each) => ({ ...each, isPresent: false }))
    expect((await read('targetRequest', aFullFile)).text).toContain(
      '在听取党小组、培养联系人、党员和群众意见的基础上',
    )
    expect((await read('targetRequest', aFile(aFullFile, { materials }))).text).not.toContain('听取')
  })

  it('the register keeps who was 培养联系人 before, and a half year without a review is a listed gap', async () => {
    const { text, missing } = await read('activistRegister', aFullFile)
    expect(text).toContain('吴前任2024年7月10日2025年3月1日')
    expect(text).toContain('2篇：2024年9月30日、2024年12月30日')
    expect(text).toContain('3天、24学时')
    expect(missing).toEqual(expect.arrayContaining(['半年考察时间（第3期）', '党支部考察意见（第3期）']))
    expect(missing).not.toContain('半年考察时间（第1期）')
  })

  it('思想汇报 nobody handed in is a listed gap once their time is over, room to write before', async () => {
    const none = aFile(aFullFile, { reviews: [] })
    expect((await read('activistRegister', none)).missing).toContain('思想汇报')
    const steps = none.detail.steps.filter(({ milestone }) => milestone === 'appliedOn')
    expect((await read('activistRegister', aFile(none, { steps }))).missing).not.toContain('思想汇报')
  })

  it('a 发展对象 who is refused is not made out to be qualified', async () => {
    const refused = aFile(aFullFile, { fields: { isPoliticallyQualified: false } })
    expect((await read('politicalReview', refused)).text).toContain('政治审查不合格')
    const unknown = aFile(aFullFile, { fields: { isPoliticallyQualified: null } })
    expect((await read('politicalReview', unknown)).missing).toContain('政治审查结论')
  })

  it('steps that fell away are not written of', async () => {
    const steps = aFullFile.detail.steps.map((step) => ({ ...step, supersededBy: 'event' }))
    const { missing } = await read('preReviewRequest', aFile(aFullFile, { steps }))
    expect(missing).toEqual(expect.arrayContaining(['申请入党时间', '列为发展对象时间', '支委会审查意见']))
  })
})
