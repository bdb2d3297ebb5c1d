import { describe, expect, it } from 'vitest'
import type { MeetingFields } from '#shared/contract/meetingInputs.ts'
import { unfilledMeeting } from '#shared/contract/unfilledMeeting.ts'
import { dateOnly } from '#shared/lib/dates.ts'
import type { MeetingKind } from '#shared/domain/meetings/kinds.ts'
import type { RollEntry } from '#shared/domain/meetings/roll.ts'
import { itemWords } from '../../renderer/features/meetings/record/itemVote.ts'
import { asSent, blankItem } from '../../renderer/features/meetings/record/meetingForm.ts'
import { parseTime } from '../../renderer/features/meetings/record/parseTime.ts'
import { carryOver, rollSentence, withState } from '../../renderer/features/meetings/record/rollEdit.ts'

const item = { ...blankItem('branchMeeting'), title: '讨论' }
const vote = (counts: Partial<typeof item>) => itemWords({ ...item, ...counts })?.sentence

describe('the sentence under a vote', () => {
  it('names what is needed by the measure of the kind of matter: an even half will do for an ordinary one only', () => {
    expect(vote({ should: 20, present: 10, agreed: 11 })).toBe(
      '应到 20，实到 10，半数以上（需 10）：可以开会；赞成 11，需 11：通过',
    )
    expect(vote({ matter: 'admission', should: 20, present: 10, agreed: 10 })).toBe(
      '应到 20，实到 10，超过半数（需 11）：不能开会；赞成 10，需 11：不通过',
    )
    expect(vote({ matter: 'election', should: 20, present: 15, agreed: 15 })).toMatch(
      /^应到 20，实到 15，五分之四（需 16）：不能开会/,
    )
  })

  it('counts opinions given in writing for the votes, not for those present', () => {
    expect(vote({ matter: 'regular', should: 20, present: 12, agreed: 10, agreedInWriting: 1 })).toBe(
      '应到 20，实到 12，超过半数（需 11）：可以开会；赞成 11（含书面意见 1），需 11：通过',
    )
  })

  it('says nothing before 应到, 实到 and 赞成 are known', () => {
    expect(vote({ should: 20, present: 12 })).toBeUndefined()
  })
})

const person = (name: string, more: Partial<RollEntry> = {}): RollEntry => ({
  memberId: name,
  name,
  isVoter: true,
  isFrail: false,
  state: 'absent',
  reason: null,
  note: null,
  exempt: null,
  madeUpOn: null,
  ...more,
})

describe('the roll of a meeting', () => {
  it('takes what is known of a person to another day’s names, and leaves out who does not belong there', () => {
    const former = [
      person('张三', { state: 'present' }),
      person('李四', { state: 'excused', reason: 'ill' }),
      person('客人', { memberId: null, state: 'present', isVoter: false }),
    ]
    const next = carryOver(former, [person('张三'), person('王五')])
    expect(next.map(({ name, state }) => `${name} ${state}`)).toEqual([
      '张三 present',
      '王五 absent',
      '客人 present',
    ])
  })

  it('forgets the reason of somebody who came after all, and counts the exempted in neither number (ORG-39)', () => {
    expect(
      withState(person('李四', { state: 'excused', reason: 'ill', exempt: 'abroad' }), 'present'),
    ).toEqual(person('李四', { state: 'present' }))
    const roll = [
      person('张三', { state: 'present' }),
      person('李四', { state: 'excused', reason: 'ill' }),
      person('赵六', { exempt: 'bedridden' }),
      person('孙七', { state: 'present', isVoter: false }),
    ]
    expect(rollSentence(roll)).toBe(
      '应到 2 人，实到 1 人；缺席 0 人，请假 1 人；不计入应到 1 人；没有表决权的到会 1 人',
    )
    expect(rollSentence([person('张三'), person('李四')])).toBe('应到 2 人，还没有登记到会')
  })
})

describe('a record on its way to the core', () => {
  const fields = (kinds: MeetingKind[], sections: readonly MeetingKind[]): MeetingFields => ({
    ...unfilledMeeting,
    organizationId: 'b',
    kinds,
    title: '讨论',
    heldOn: dateOnly('2026-03-05'),
    items: sections.map((section) => ({ ...item, section })),
  })

  it('has its items section by section (LIFE-08); with one kind all of them are of it', () => {
    const sections = (sent: ReturnType<typeof asSent>) => sent.items.map(({ section }) => section)
    expect(sections(asSent(fields(['lecture', 'branchMeeting'], ['lecture', 'branchMeeting'])))).toEqual([
      'branchMeeting',
      'lecture',
    ])
    expect(sections(asSent(fields(['lecture'], ['branchMeeting'])))).toEqual(['lecture'])
  })
})

describe('a time of day', () => {
  it('is read as clerks write it, and left alone where it is none', () => {
    expect(['9:30', '14：05', '930', '1430', '9点', '19时30分'].map(parseTime)).toEqual([
      '09:30',
      '14:05',
      '09:30',
      '14:30',
      '09:00',
      '19:30',
    ])
    expect(['25:00', '9:75', '下午', '9'].map(parseTime)).toEqual([null, null, null, null])
  })
})
