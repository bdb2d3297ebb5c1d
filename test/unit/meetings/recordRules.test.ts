import { describe, expect, it } from 'vitest'
import { ballotOf, itemFindings } from '#shared/domain/meetings/itemBallot.ts'
import { type RecordFacts, recordFindings } from '#shared/domain/meetings/recordRules.ts'
import { defaultRuleSettings } from '#shared/domain/settings.ts'
import { dateOnly } from '#shared/lib/dates.ts'

const sound: RecordFacts = {
  kinds: ['branchMeeting'],
  heldOn: dateOnly('2026-11-10'),
  enteredOn: dateOnly('2026-11-12'),
  isFinal: true,
  groupId: null,
  hostName: '周书记',
  away: [],
  recorderName: '吴委员',
  should: 20,
  present: 15,
  shouldReason: null,
  exempted: 0,
  shouldOfDay: 20,
  summary: '纪要',
  lectureTopic: null,
  lecturerName: null,
  themeProgram: null,
  effect: null,
  items: [{ section: 'branchMeeting', matter: 'ordinary', isVoted: false }],
  twins: 0,
  signInOn: dateOnly('2026-11-10'),
}

const found = (fields: Partial<RecordFacts>) =>
  recordFindings({ ...sound, ...fields }, defaultRuleSettings).map(
    ({ code, severity }) => `${code} ${severity}`,
  )

describe('a record of a meeting', () => {
  it('that is whole and in time has no finding', () => expect(found({})).toEqual([]))

  it.each([
    [
      'LIFE-08: of two kinds with a section for one',
      { kinds: ['branchMeeting', 'themeDay'] },
      ['LIFE-08 yellow'],
    ],
    [
      'LIFE-08: 党课 and 主题党日 are told by their own fields',
      {
        kinds: ['branchMeeting', 'lecture', 'themeDay'],
        lectureTopic: '党章',
        lecturerName: '周书记',
        effect: '好',
      },
      [],
    ],
    [
      'LIFE-09: 组织生活会 with a 党员大会 that voted on nothing',
      {
        kinds: ['branchMeeting', 'organizationLife'],
        items: [
          { section: 'branchMeeting', matter: 'ordinary', isVoted: false },
          { section: 'organizationLife', matter: 'ordinary', isVoted: true },
        ],
      },
      ['LIFE-09 yellow'],
    ],
    [
      '补录 on the fourth day after, not on the third',
      { enteredOn: dateOnly('2026-11-14') },
      ['MEETING_LATE blue'],
    ],
    ['补录: three days are in time', { enteredOn: dateOnly('2026-11-13') }, []],
    ['a 签到表 added three days after', { signInOn: dateOnly('2026-11-13') }, []],
    ['everybody came', { present: 20 }, []],
    ['of a day of which the roster knows nobody', { shouldOfDay: 0 }, []],
    [
      'trap 13: 除名 in a 党小组会',
      {
        kinds: ['groupMeeting'],
        groupId: 'g',
        items: [{ section: 'groupMeeting', matter: 'expulsion', isVoted: true }],
      },
      ['MATTER_PLACE red'],
    ],
    ['a 签到表 added four days after', { signInOn: dateOnly('2026-11-14') }, ['SIGN_IN_LATE yellow']],
    [
      '应到 is another number than the roster of the day, without a reason',
      { shouldOfDay: 22 },
      ['MEETING_SHOULD yellow'],
    ],
    ['and with one', { shouldOfDay: 22, shouldReason: '两人支援外地' }, ['MEETING_SHOULD blue']],
    ['those exempted by name are taken off', { shouldOfDay: 22, exempted: 2 }, []],
    [
      'trap 13: discipline in a 支委会',
      {
        kinds: ['committeeMeeting'],
        items: [{ section: 'committeeMeeting', matter: 'discipline', isVoted: true }],
      },
      ['MATTER_PLACE red'],
    ],
    [
      'an election may be of a 支委会',
      {
        kinds: ['committeeMeeting'],
        items: [{ section: 'committeeMeeting', matter: 'election', isVoted: true }],
      },
      [],
    ],
    ['more came than should', { present: 21 }, ['MEETING_COUNT red']],
    ['host and recorder are one', { recorderName: '周书记' }, ['HOST_RECORDS blue']],
    ['whoever led it is away by its roll', { away: ['周书记', '王五'] }, ['MEETING_AWAY yellow']],
    ['the same meeting twice', { twins: 1 }, ['MEETING_TWIN yellow']],
  ] satisfies readonly (readonly [string, Partial<RecordFacts>, readonly string[]])[])(
    '%s',
    (_, fields, expected) => expect(found(fields)).toEqual(expected),
  )
})

describe('the count of an item', () => {
  const item = {
    id: 'a',
    matter: 'admission',
    should: 20,
    present: 15,
    agreed: 14,
    agreedInWriting: null,
    against: 1,
    abstained: 0,
    isSecret: null,
    isPassed: true,
  } as const

  it('is none unless 应到, 实到 and 赞成 are known', () => {
    expect(ballotOf({ ...item, present: null })).toBeNull()
    expect(ballotOf(item)).toMatchObject({ should: 20, agreedInWriting: 0 })
  })

  it('of which nobody wrote down how it was voted is asked after, not taken to be by hand', () => {
    const codes = (isSecret: boolean | null) =>
      itemFindings({ ...item, isSecret }, defaultRuleSettings).map(({ code }) => code)
    expect(codes(null)).toEqual(['MATTER_MANNER'])
    expect(codes(false)).toEqual(['MATTER_NOT_SECRET'])
    expect(codes(true)).toEqual([])
  })
})
