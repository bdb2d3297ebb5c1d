import { describe, expect, it } from 'vitest'
import { readAbsence, readMeetingKinds } from '#shared/labels/meetingWords.ts'

describe('the kind of a meeting as ledgers write it', () => {
  it.each([
    ['支部委员会会议', ['committeeMeeting']],
    ['支委会', ['committeeMeeting']],
    ['党员大会', ['branchMeeting']],
    ['支部党员大会', ['branchMeeting']],
    ['党小组会', ['groupMeeting']],
    ['党 课', ['lecture']],
    ['主题党日活动', ['themeDay']],
    ['主题党日（党课）', ['lecture', 'themeDay']],
    ['党员大会暨组织生活会', ['branchMeeting', 'organizationLife']],
    ['组织生活会、民主评议党员', ['organizationLife', 'appraisal']],
  ])('%s', (text, kinds) => expect(readMeetingKinds(text)).toEqual({ kinds, rest: '' }))

  it('what is none of them is left over, to be said', () => {
    expect(readMeetingKinds('座谈会')).toEqual({ kinds: [], rest: '座谈会' })
    expect(readMeetingKinds('党课加走访')).toEqual({ kinds: ['lecture'], rest: '加走访' })
  })
})

describe('who stayed away as ledgers write it', () => {
  const one = (name: string, reason: string | null, note: string) => ({ name, reason, note })
  it.each([
    ['', { people: [], count: 0 }],
    ['无', { people: [], count: 0 }],
    ['1人因病请假', { people: [], count: 1 }],
    [
      '张三（病假）、李四(外出)',
      { people: [one('张三', 'ill', '病假'), one('李四', 'away', '外出')], count: 2 },
    ],
    [
      '张三、李四因病请假',
      { people: [one('张三', 'ill', '因病请假'), one('李四', 'ill', '因病请假')], count: 2 },
    ],
    ['张三', { people: [one('张三', null, '')], count: 1 }],
    ['买买提·艾力（公务）', { people: [one('买买提·艾力', 'duty', '公务')], count: 1 }],
  ])('%s', (text, read) => expect(readAbsence(text)).toEqual(read))

  it('a sentence is no list of names: how many cannot be told', () => {
    expect(readAbsence('部分党员因为天气原因没有能够参加这次会议')).toEqual({ people: [], count: null })
  })
})
