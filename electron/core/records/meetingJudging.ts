import type { MeetingBeside } from '#db/queries/meetingList.ts'
import type { StoredMeeting, StoredMeetingItem } from '#db/queries/meetings.ts'
import type { ItemJudgement } from '#shared/contract/meetingRows.ts'
import { type Finding, makeFinding } from '#shared/domain/finding.ts'
import { ballotOf, itemFindings, itemResult } from '#shared/domain/meetings/itemBallot.ts'
import { recordFindings } from '#shared/domain/meetings/recordRules.ts'
import { defaultRuleSettings } from '#shared/domain/settings.ts'
import { type DateOnly, isInstant, todayInShanghai } from '#shared/lib/dates.ts'
import { shownTexts } from './developmentRows.ts'
import { readRoll } from './meetingRoll.ts'
import { voteSubject } from './meetingVotes.ts'
import { kindsOf } from './meetingYears.ts'
import type { Shown } from './mobilityRows.ts'

/** By the measure of its kind, with what is wrong with it. */
export function judgeItem(item: StoredMeetingItem, meetingShould: number | null): ItemJudgement {
  const result = itemResult(item, defaultRuleSettings)
  const other: readonly Finding[] =
    item.section === 'branchMeeting' &&
    item.should !== null &&
    meetingShould !== null &&
    item.should !== meetingShould
      ? [
          {
            code: 'MATTER_SHOULD',
            severity: 'yellow',
            message: `议题的应到 ${item.should} 人，会议的应到 ${meetingShould} 人，请核对`,
            basis: '会议记录本规范',
            field: 'should',
          },
        ]
      : []
  const isAboutNobody = voteSubject(item.matter) !== null && item.developmentFileId === null
  const nobody: readonly Finding[] = isAboutNobody
    ? [
        {
          code: 'MATTER_NO_FILE',
          severity: 'blue',
          message: '没有选这个议题说的是谁的发展党员档案，票数不会写入档案',
          basis: '会议记录本规范',
          field: 'developmentFileId',
        },
      ]
    : []
  return {
    itemId: item.id,
    explanations:
      result === null
        ? []
        : [result.meeting.explanation, ...(result.vote === null ? [] : [result.vote.explanation])],
    findings: [...itemFindings(item, defaultRuleSettings), ...other, ...nobody],
  }
}

/** Of the record as a whole, as `reader` may read it. `shouldOfDay`: 应到 by the records of the day, null where nobody looked them up. */
export function judgeMeeting(
  meeting: StoredMeeting,
  items: readonly StoredMeetingItem[],
  beside: MeetingBeside | undefined,
  { shouldOfDay, reader }: { readonly shouldOfDay: number | null; readonly reader: Shown },
): readonly Finding[] {
  const kinds = kindsOf(meeting.kinds)
  const twins = (beside?.twins ?? '')
    .split(';')
    .filter((other) => kindsOf(other).some((kind) => kinds.includes(kind)))
  const roll = readRoll(meeting.roll)
  const signIn = beside?.signInAt ?? null
  return recordFindings(
    {
      ...shownTexts(meeting, ['shouldReason'], reader),
      kinds,
      isFinal: meeting.status === 'final',
      exempted:
        roll === null ? null : roll.filter(({ isVoter, exempt }) => isVoter && exempt !== null).length,
      away: (roll ?? []).flatMap(({ name, state }) => (state === 'present' ? [] : [name])),
      shouldOfDay,
      items: items.map((item) => ({
        section: item.section,
        matter: item.matter,
        isVoted: ballotOf(item) !== null,
      })),
      twins: twins.length,
      signInOn: signInDay(signIn),
    },
    defaultRuleSettings,
  )
}

/** 第×届第×次 that another final record has too: out of the trash, or written by hand. */
export function numberFindings(
  { status, seqNo }: Pick<StoredMeeting, 'status' | 'seqNo'>,
  twins: number,
): readonly Finding[] {
  if (status !== 'final' || seqNo === null || twins === 0) return []
  return [
    makeFinding(
      'MEETING_NUMBER',
      'yellow',
      'seqNo',
      `另有 ${twins} 份同类会议记录也编为第 ${seqNo} 次，请核对次第`,
      '会议记录本规范',
    ),
  ]
}

function signInDay(at: string | null): DateOnly | null {
  return at !== null && isInstant(at) ? todayInShanghai(at) : null
}
