import { describe, expect, it } from 'vitest'
import { officialDocument, section } from '#core/documents/layout.ts'
import { type BuiltMinutes, minutes } from '#core/documents/meetingMinutes.ts'
import { recordBook } from '#core/documents/meetingRecordBook.ts'
import { signIn } from '#core/documents/meetingSignIn.ts'
import type { MinutesValues } from '#core/documents/meetingValues.ts'
import { dateOnly } from '#shared/lib/dates.ts'
import { docxParts, textOf } from './docxParts.ts'
import { aFullMeeting, anEntry, anItem, aThinMeeting } from './meetingSample.ts'
import { selfCheck } from './selfCheck.ts'

const quiet = { report: () => undefined, breathe: () => Promise.resolve() }

async function read({ title, children, missing }: BuiltMinutes) {
  const page = section({ orientation: 'portrait', pageNumbers: 'first', foot: null, children })
  const parts = await docxParts(officialDocument({ title, subject: '' }, [page]))
  return { parts, text: textOf(parts.documentXml), missing: missing.map(({ label }) => label) }
}

const longNames: MinutesValues = {
  ...aFullMeeting,
  organization: {
    ...aFullMeeting.organization,
    fullName: '中共测试市测试区测试街道东环社区测试科技股份有限公司联合第一支部委员会',
  },
  fields: {
    ...aFullMeeting.fields,
    title: '学习贯彻'.repeat(20),
    place: '测试街道东环社区党群服务中心二楼多功能会议室'.repeat(3),
    summary: '会议认为，要进一步加强支部建设。'.repeat(200),
  },
}

describe.each([
  ['of a whole record', aFullMeeting],
  ['of a thin one', aThinMeeting],
  ['with long texts', longNames],
])('minutes %s', (_, values) => {
  it('keep the form of the standard and leave no variable unfilled', async () => {
    for (const paper of [minutes(values), signIn(values, values.fields.roll ?? [])]) {
      const { parts, text, missing } = await read(paper)
      expect(selfCheck(parts.bytes)).toEqual([])
      expect(text).not.toMatch(/undefined|null|NaN|\[object|。。|，，/)
      expect(new Set(missing).size).toBe(missing.length)
    }
  })
})

describe('minutes', () => {
  it('LIFE-08: are in sections, one a kind, with counts, reasons and the decision', async () => {
    const { text, missing } = await read(minutes(aFullMeeting))
    expect(missing).toEqual([])
    for (const part of [
      '党员大会、党课、主题党日记录',
      '（第3届第12次）',
      '2026年3月9日 14:30至16:30',
      '应到20人实到17人',
      '买买提·艾力（病假，住院）、秦小明（缺席）、尤小明（外出）',
      '许小明（年老体弱卧床不起或长期生病生活不能自理）',
      '到会1人：何小明',
      '一、支部党员大会（一）讨论接收张小花为预备党员',
      '采取无记名投票方式表决：应到会有表决权20人，实到17人，赞成16票（其中书面意见1票），反对0票，弃权2票，通过。',
      '会议决定：同意接收张小花为预备党员。',
      '（二）讨论年度工作计划一致同意年度工作计划。',
      '二、党课党课主题：学习党章第一章',
      '三、主题党日',
      '四、会议内容会议学习了党章第一章。',
      '五、落实事项',
      '经费：120.50元',
      '将材料报社区党委',
    ])
      expect(text).toContain(part)
  })

  it('print what is missing as a blank, list it, and say that they were written down later', async () => {
    const { text, missing } = await read(minutes(aThinMeeting))
    expect(missing).toEqual([
      '地点',
      '主持人',
      '记录人',
      '应到人数',
      '实到人数',
      '缺席人员及原因',
      '会议内容',
    ])
    expect(text).toContain('＿＿＿＿')
    expect(text).toContain('本记录于2026年11月22日补录。')
    const uncounted = {
      ...aThinMeeting,
      items: [anItem({ section: 'committeeMeeting', matter: 'discipline' })],
    }
    expect((await read(minutes(uncounted))).missing).toContain('赞成票（党纪处分）')
  })
})

describe('who came', () => {
  const roll = [
    anEntry('赵小明'),
    anEntry('钱小明', { state: 'excused', reason: 'ill' }),
    anEntry('何小明', { isVoter: false, state: 'absent' }),
  ]
  const of = (fields: Partial<MinutesValues['fields']>, more: Partial<MinutesValues> = {}) => ({
    ...aThinMeeting,
    ...more,
    fields: { ...aThinMeeting.fields, ...fields },
  })

  it('absent are as many as 应到 is more than 实到: people without a vote stand by themselves', async () => {
    const { text } = await read(minutes(of({ roll, should: 2, present: 1 })))
    expect(text).toContain('缺席及原因钱小明（病假）无表决权党员未到会1人：何小明（缺席）')
    expect((await read(signIn(of({ roll }), roll))).text).toContain('应到2人（另有无表决权1人）')
    expect((await read(minutes(of({ should: 3, present: 3 })))).text).toContain('缺席及原因无')
  })

  it('nobody is called absent in a draft in which nobody is present yet', async () => {
    const asked = roll.map((entry) => ({ ...entry, state: 'absent' as const, reason: null }))
    const draft = of({ roll: asked, should: 2, present: 0 }, { status: 'draft' })
    const { text, missing } = await read(minutes(draft))
    expect(text).not.toMatch(/钱小明|缺席）|0人/)
    expect(missing).toEqual(expect.arrayContaining(['实到人数', '缺席人员及原因']))
  })
})

it('the last of the minutes goes to the page of the signatures', async () => {
  for (const values of [aFullMeeting, aThinMeeting, { ...aFullMeeting, followUps: [] }]) {
    const { parts } = await read(minutes(values))
    const before = parts.documentXml.slice(0, parts.documentXml.indexOf('主持人（签名）'))
    const [last = ''] = [...before.matchAll(/<w:p>(?:(?!<\/w:p>).)*<\/w:p>/gs)].at(-1) ?? []
    expect(last).toContain('<w:keepNext')
  }
})

it('a record book has every meeting once in its contents, with the page its minutes begin on', async () => {
  const meetings = Array.from({ length: 6 }, (_, n) => (n % 3 === 0 ? longNames : aFullMeeting))
  const organizationName = aFullMeeting.organization.fullName
  const book = { organizationName, year: 2026, meetings, compiledOn: dateOnly('2026-12-31') }
  const { sections, pageNumbers } = await recordBook(book, quiet)
  const parts = await docxParts(officialDocument({ title: '', subject: '', pageNumbers }, sections))
  expect(selfCheck(parts.bytes)).toEqual([])
  const pages = [...parts.documentXml.matchAll(/PAGEREF meeting_\d+.*?<w:t[^>]*>(\d+)<\/w:t>/gs)].map(
    ([, page]) => Number(page),
  )
  // As LibreOffice sets it: long minutes take eight pages, the others two.
  expect(pages).toEqual([1, 9, 11, 13, 21, 23])
  const contents = textOf(parts.documentXml).split('目录')[1] ?? ''
  expect(contents).toContain('党员大会、党课、主题党日')
  await expect(
    recordBook(book, { report: () => undefined, breathe: () => Promise.reject(new Error('stopped')) }),
  ).rejects.toThrow('stopped')
})
