import type { ReadDb } from '#db/database.ts'
import { getMeetings, type StoredMeeting } from '#db/queries/meetings.ts'
import type { MeetingContent } from '#shared/contract/meetingRows.ts'
import { AppError } from '#shared/contract/errors.ts'
import type { MeetingKind } from '#shared/domain/meetings/kinds.ts'
import { isLateRecord } from '#shared/domain/meetings/lifeRules.ts'
import type { MeetingStatus } from '#shared/domain/meetings/records.ts'
import { anyReader } from '#shared/domain/memberMasks.ts'
import { defaultRuleSettings } from '#shared/domain/settings.ts'
import type { DateOnly } from '#shared/lib/dates.ts'
import { contentOfMeeting, shownContent } from '../records/meetingContent.ts'
import { type OrganizationTree, readOrganizationTree } from '../records/organizationTree.ts'

/** Everything the papers of one meeting are written from: only facts of the database. */
export interface MinutesValues extends MeetingContent {
  readonly id: string
  readonly organization: { readonly id: string; readonly fullName: string; readonly shortName: string }
  readonly groupName: string | null
  readonly status: MeetingStatus
  readonly enteredOn: DateOnly
  /** 补录. */
  readonly isLate: boolean
}

function valuesOf(db: ReadDb, meeting: StoredMeeting, tree: OrganizationTree): MinutesValues {
  const { id, organizationId, groupId, status, heldOn, enteredOn } = meeting
  const organization = tree.get(organizationId)
  return {
    // Whoever made it, a paper is handed on.
    ...shownContent(contentOfMeeting(db, meeting), anyReader),
    id,
    organization: {
      id: organizationId,
      fullName: organization?.fullName ?? '',
      shortName: organization?.shortName ?? '',
    },
    groupName: groupId === null ? null : (tree.get(groupId)?.shortName ?? null),
    status,
    enteredOn,
    isLate: isLateRecord(heldOn, enteredOn, defaultRuleSettings),
  }
}

/** In the order of the ids; those in the trash or out of reach are left out. */
export function readMinutes(db: ReadDb, ids: readonly string[]): readonly MinutesValues[] {
  const tree = readOrganizationTree(db)
  const found = new Map(getMeetings(db, ids).map((meeting) => [meeting.id, meeting]))
  return ids.flatMap((id) => {
    const meeting = found.get(id)
    return meeting === undefined || meeting.deletedAt !== null ? [] : [valuesOf(db, meeting, tree)]
  })
}

/** Throws NOT_FOUND. */
export function readOneMinutes(db: ReadDb, id: string): MinutesValues {
  const [values] = readMinutes(db, [id])
  if (values === undefined)
    throw new AppError('NOT_FOUND', 'no such meeting', {
      messageZh: '找不到这份会议记录，可能已移入回收站。请刷新列表',
    })
  return values
}

const recordNames: Readonly<Record<MeetingKind, string>> = {
  branchMeeting: '党员大会会议',
  committeeMeeting: '支部委员会会议',
  groupMeeting: '党小组会',
  lecture: '党课',
  themeDay: '主题党日',
  organizationLife: '组织生活会',
  appraisal: '民主评议党员会议',
  other: '会议',
}

/** 党员大会会议记录, 主题党日、党课记录. */
export function recordName(kinds: readonly MeetingKind[]): string {
  const names = kinds.map((kind) => recordNames[kind])
  return `${names.map((name, n) => (n === names.length - 1 ? name : name.replace(/会议$/, ''))).join('、')}记录`
}
