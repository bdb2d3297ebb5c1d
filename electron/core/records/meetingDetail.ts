import type { ReadDb } from '#db/database.ts'
import { besideMeetings, numberTwins } from '#db/queries/meetingList.ts'
import {
  getMeeting,
  getMeetings,
  itemsOfMeetings,
  type StoredMeeting,
  versionsOfMeeting,
} from '#db/queries/meetings.ts'
import { organizationNames } from '#db/queries/organizations.ts'
import { AppError } from '#shared/contract/errors.ts'
import type { MeetingContent, MeetingDetail, MeetingRow } from '#shared/contract/meetingRows.ts'
import { worstSeverity } from '#shared/domain/finding.ts'
import { isLateRecord } from '#shared/domain/meetings/lifeRules.ts'
import { defaultRuleSettings } from '#shared/domain/settings.ts'
import { contentOfMeeting, readContent, shownContent } from './meetingContent.ts'
import { judgeItem, judgeMeeting, numberFindings } from './meetingJudging.ts'
import { rollOfDay } from './meetingRollOfDay.ts'
import { kindsOf } from './meetingYears.ts'
import { type Shown, shownText } from './mobilityRows.ts'
import { otherBranchFindings, waitingFindings } from './meetingVotes.ts'

export function noSuchMeeting(): AppError {
  return new AppError('NOT_FOUND', 'no such meeting', {
    messageZh: '找不到这份会议记录，可能已移入回收站或已彻底删除。请刷新列表',
  })
}

const shownOrNull = (text: string | null, reader: Shown) => (text === null ? null : shownText(text, reader))

const isLate = ({ heldOn, enteredOn }: StoredMeeting) => isLateRecord(heldOn, enteredOn, defaultRuleSettings)

/** 应到 by the records of the meeting's day, where the kind derives it; null of an organisation that is gone. */
function shouldOfDay(db: ReadDb, meeting: StoredMeeting): number | null {
  const kinds = kindsOf(meeting.kinds)
  if (!kinds.some((kind) => ['branchMeeting', 'committeeMeeting', 'groupMeeting'].includes(kind))) return null
  const isUnnamedGroup = kinds.every((kind) => kind === 'groupMeeting') && meeting.groupId === null
  if (isUnnamedGroup) return null
  try {
    return rollOfDay(db, { ...meeting, kinds, on: meeting.heldOn }).should
  } catch (error) {
    if (error instanceof AppError && error.code === 'NOT_FOUND') return null
    throw error
  }
}

/** One meeting with everything that hangs on it, trashed ones too. Throws NOT_FOUND. `reader`: who is shown it; papers are not masked. */
export function meetingDetail(db: ReadDb, id: string, reader: Shown = db): MeetingDetail {
  const meeting = getMeeting(db, id)
  if (!meeting) throw noSuchMeeting()
  const items = itemsOfMeetings(db, [id])
  const names = organizationNames(db)
  const { checkState, checkedOn } = meeting
  return {
    id,
    version: meeting.version,
    ...shownContent(contentOfMeeting(db, meeting), reader),
    organizationName: names.get(meeting.organizationId) ?? '',
    groupName: names.get(meeting.groupId ?? '') ?? null,
    status: meeting.status,
    enteredOn: meeting.enteredOn,
    finalizedOn: meeting.finalizedOn,
    isLate: isLate(meeting),
    isImported: meeting.isImported,
    check:
      checkState === null || checkedOn === null
        ? null
        : {
            state: checkState,
            words: shownOrNull(meeting.checkWords, reader),
            on: checkedOn,
            by: meeting.checkedBy ?? '',
          },
    versions: versionsOfMeeting(db, id).map(({ no, reason, changedOn, changedBy }) => ({
      no,
      reason: shownText(reason, reader),
      changedOn,
      changedBy,
    })),
    judgements: items.map((item) => judgeItem(item, meeting.should)),
    findings: [
      ...judgeMeeting(meeting, items, besideMeetings(db, [id]).get(id), {
        shouldOfDay: shouldOfDay(db, meeting),
        reader,
      }),
      ...numberFindings(meeting, numberTwins(db, meeting)),
      ...otherBranchFindings(db, meeting, items),
      ...waitingFindings(db, meeting, items),
    ],
    createdAt: meeting.createdAt,
    updatedAt: meeting.updatedAt,
    deletedAt: meeting.deletedAt,
  }
}

/** What a meeting said before its version `no`. Throws NOT_FOUND. */
export function meetingVersion(db: ReadDb, id: string, no: number): MeetingContent {
  if (!getMeeting(db, id)) throw noSuchMeeting()
  const version = versionsOfMeeting(db, id).find((each) => each.no === no)
  if (version === undefined)
    throw new AppError('NOT_FOUND', 'no such version', {
      messageZh: '找不到这一版，可能修改已被撤销。请刷新后重试',
    })
  return shownContent(readContent(version.content), db)
}

/** Rows of a list, in the order of the ids; 应到 of the day is looked up on the page of the meeting only. */
export function meetingRows(db: ReadDb, ids: readonly string[]): readonly MeetingRow[] {
  const meetings = new Map(getMeetings(db, ids).map((meeting) => [meeting.id, meeting]))
  const items = Map.groupBy(itemsOfMeetings(db, ids), ({ meetingId }) => meetingId)
  const beside = besideMeetings(db, ids)
  const names = organizationNames(db)
  return ids.flatMap((id): readonly MeetingRow[] => {
    const meeting = meetings.get(id)
    if (!meeting) return []
    const own = items.get(id) ?? []
    const counts = beside.get(id)
    const findings = [
      ...judgeMeeting(meeting, own, counts, { shouldOfDay: null, reader: db }),
      ...own.flatMap((item) => judgeItem(item, meeting.should).findings),
    ]
    return [
      {
        id,
        version: meeting.version,
        organizationId: meeting.organizationId,
        organizationName: names.get(meeting.organizationId) ?? '',
        groupName: names.get(meeting.groupId ?? '') ?? null,
        kinds: kindsOf(meeting.kinds),
        title: shownText(meeting.title, db),
        heldOn: meeting.heldOn,
        startTime: meeting.startTime,
        place: shownOrNull(meeting.place, db),
        hostName: shownOrNull(meeting.hostName, db),
        should: meeting.should,
        present: meeting.present,
        status: meeting.status,
        isLate: isLate(meeting),
        enteredOn: meeting.enteredOn,
        check: meeting.checkState,
        items: counts?.items ?? 0,
        openFollowUps: counts?.openFollowUps ?? 0,
        scans: counts?.scans ?? 0,
        isImported: meeting.isImported,
        worst: worstSeverity(findings),
      },
    ]
  })
}
