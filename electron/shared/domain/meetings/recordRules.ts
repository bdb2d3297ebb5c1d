import { meetingKindLabels } from '../../labels/meetings.ts'
import { type DateOnly, daysBetween } from '../../lib/dates.ts'
import type { Finding } from '../finding.ts'
import type { MeetingKind } from './kinds.ts'
import { isLateRecord, type MeetingSettings } from './lifeRules.ts'
import type { MatterKind } from './votes.ts'

/** A matter as minuted, of what the rules of a whole record look at. */
export interface RecordedItem {
  readonly section: MeetingKind
  readonly matter: MatterKind
  readonly isVoted: boolean
}

/** One meeting's record as its rules see it. */
export interface RecordFacts {
  readonly kinds: readonly MeetingKind[]
  readonly heldOn: DateOnly
  readonly enteredOn: DateOnly
  readonly isFinal: boolean
  readonly groupId: string | null
  readonly hostName: string | null
  readonly recorderName: string | null
  /** People of the roll who did not come, by name. */
  readonly away: readonly string[]
  readonly should: number | null
  readonly present: number | null
  readonly shouldReason: string | null
  /** People left out of 应到 by name (ORG-39); null without a roll. */
  readonly exempted: number | null
  /** 应到 by the records of the day; null where it is not derived. */
  readonly shouldOfDay: number | null
  readonly summary: string | null
  readonly lectureTopic: string | null
  readonly lecturerName: string | null
  readonly themeProgram: string | null
  readonly effect: string | null
  readonly items: readonly RecordedItem[]
  /** Other records of the branch with one of these kinds, the day and the time. */
  readonly twins: number
  /** The last day a 签到表 was added; null without one. */
  readonly signInOn: DateOnly | null
}

const branchRule = (article: number) => `《中国共产党支部工作条例（试行）》第${article}条`
const house = '会议记录本规范'

function found(
  code: string,
  severity: Finding['severity'],
  field: string | null,
  message: string,
  basis: string,
): Finding {
  return { code, severity, message, basis, field }
}

/** Decided by the 支部党员大会 alone (陷阱 13); an election may be of a committee or a group. */
const ofBranchMeeting: readonly MatterKind[] = [
  'admission',
  'regular',
  'extension',
  'disqualification',
  'discipline',
  'expulsion',
]

/** Whether a kind has something of its own in the minutes. */
function hasSection(kind: MeetingKind, facts: RecordFacts): boolean {
  if (facts.items.some(({ section }) => section === kind)) return true
  if (kind === 'lecture') return facts.lectureTopic !== null
  return kind === 'themeDay' && (facts.themeProgram !== null || facts.effect !== null)
}

/** LIFE-08, LIFE-09: several kinds in one meeting. */
function kindFindings(facts: RecordFacts): readonly Finding[] {
  const { kinds, items } = facts
  const bare = kinds.length === 1 ? [] : kinds.filter((kind) => !hasSection(kind, facts))
  const names = bare.map((kind) => `“${meetingKindLabels[kind]}”`).join('、')
  const isJoint =
    kinds.includes('organizationLife') &&
    kinds.includes('branchMeeting') &&
    !items.some(({ section, isVoted }) => section === 'branchMeeting' && isVoted)
  return [
    ...(bare.length === 0
      ? []
      : [
          found(
            'LIFE-08',
            'yellow',
            'kinds',
            `${names}没有单独的纪要，一次活动记多种类型的要分节记录`,
            house,
          ),
        ]),
    ...(isJoint
      ? [
          found(
            'LIFE-09',
            'yellow',
            'kinds',
            '组织生活会与党员大会同一场召开，大会议题没有单独表决记录，不能算两次',
            `${branchRule(11)}（待核）`,
          ),
        ]
      : []),
  ]
}

function placeFindings({ items }: RecordFacts): readonly Finding[] {
  const wrong = items.find(
    ({ section, matter }) => section !== 'branchMeeting' && ofBranchMeeting.includes(matter),
  )
  return wrong === undefined
    ? []
    : [
        found(
          'MATTER_PLACE',
          'red',
          'items',
          `${meetingKindLabels[wrong.section]}不能表决这类议题，必须由支部党员大会讨论表决`,
          branchRule(11),
        ),
      ]
}

function countFindings(facts: RecordFacts): readonly Finding[] {
  const { should, present, shouldOfDay, exempted, shouldReason } = facts
  const isMore = should !== null && present !== null && present > should
  const expected = shouldOfDay === null ? null : shouldOfDay - (exempted ?? 0)
  const isOther = should !== null && expected !== null && expected > 0 && should !== expected
  return [
    ...(isMore
      ? [found('MEETING_COUNT', 'red', 'present', `实到 ${present} 人，多于应到 ${should} 人，请核对`, house)]
      : []),
    ...(isOther
      ? [
          found(
            'MEETING_SHOULD',
            shouldReason === null ? 'yellow' : 'blue',
            'should',
            `应到记为 ${should} 人，按会议当日的名册应为 ${expected} 人${shouldReason === null ? '，请核对或写明原因' : `（原因：${shouldReason}）`}`,
            branchRule(11),
          ),
        ]
      : []),
  ]
}

function lateFindings(facts: RecordFacts, settings: MeetingSettings): readonly Finding[] {
  const { heldOn, enteredOn, signInOn } = facts
  const days = settings['life.lateRecordDays']
  return [
    ...(isLateRecord(heldOn, enteredOn, settings)
      ? [
          found(
            'MEETING_LATE',
            'blue',
            'heldOn',
            `补录：会后 ${daysBetween(heldOn, enteredOn)} 天（${enteredOn}）录入`,
            house,
          ),
        ]
      : []),
    ...(signInOn !== null && daysBetween(heldOn, signInOn) > days
      ? [
          found(
            'SIGN_IN_LATE',
            'yellow',
            'signIn',
            `签到表于 ${signInOn} 上传，晚于会议日 ${days} 天以上；签到不得会后补造`,
            house,
          ),
        ]
      : []),
  ]
}

/** Whoever led, wrote or lectured was there: a roll that has them away contradicts the record. */
function awayFindings({ away, hostName, recorderName, lecturerName }: RecordFacts): readonly Finding[] {
  const duties = [
    ['主持人', hostName],
    ['记录人', recorderName],
    ['主讲人', lecturerName],
  ] as const
  const told = duties.flatMap(([duty, name]) =>
    name !== null && away.includes(name) ? [`${duty}“${name}”`] : [],
  )
  if (told.length === 0) return []
  const message = `${told.join('、')}在到会名单里没有到会，请核对`
  return [found('MEETING_AWAY', 'yellow', 'roll', message, house)]
}

function plainFindings(facts: RecordFacts): readonly Finding[] {
  const { kinds, groupId, hostName, recorderName, lectureTopic, lecturerName, twins } = facts
  const missing = (isMissing: boolean, code: string, field: string, message: string) =>
    isMissing ? [found(code, 'yellow', field, message, house)] : []
  const isEmpty =
    facts.items.length === 0 &&
    [facts.summary, lectureTopic, facts.themeProgram, facts.effect].every((text) => text === null)
  const people = [...(hostName === null ? ['主持人'] : []), ...(recorderName === null ? ['记录人'] : [])]
  const lecture = [...(lectureTopic === null ? ['主题'] : []), ...(lecturerName === null ? ['主讲人'] : [])]
  return [
    ...missing(
      kinds.includes('groupMeeting') && groupId === null,
      'MEETING_GROUP',
      'groupId',
      '没有写明是哪个党小组的会',
    ),
    ...missing(
      kinds.includes('lecture') && lecture.length > 0,
      'LECTURE_FACTS',
      'lectureTopic',
      `党课没有写明${lecture.join('、')}`,
    ),
    ...(facts.isFinal
      ? missing(people.length > 0, 'MEETING_PEOPLE', 'hostName', `没有登记${people.join('、')}`)
      : []),
    ...(facts.isFinal ? missing(isEmpty, 'MEETING_EMPTY', 'summary', '没有会议内容，也没有议题') : []),
    ...(hostName !== null && hostName === recorderName
      ? [found('HOST_RECORDS', 'blue', 'recorderName', '主持人和记录人是同一人，以分别为两人为宜', house)]
      : []),
    ...awayFindings(facts),
    ...missing(
      twins > 0,
      'MEETING_TWIN',
      'heldOn',
      '同一天、同一时间还有一份同类型的会议记录，请核对是否重复录入',
    ),
  ]
}

/** What is to be said of one record as a whole; its votes one by one are `matterFindings`. */
export function recordFindings(facts: RecordFacts, settings: MeetingSettings): readonly Finding[] {
  return [
    ...placeFindings(facts),
    ...countFindings(facts),
    ...kindFindings(facts),
    ...plainFindings(facts),
    ...lateFindings(facts, settings),
  ]
}
