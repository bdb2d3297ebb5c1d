import type { ReadDb } from '#db/database.ts'
import { getDevelopmentFiles } from '#db/queries/developmentFiles.ts'
import type { StoredDevelopmentVote } from '#db/queries/developmentParts.ts'
import type { StoredMeeting, StoredMeetingItem } from '#db/queries/meetings.ts'
import { countedVoteOf, votesLinkedTo } from '#db/queries/meetingVotes.ts'
import { organizationNames } from '#db/queries/organizations.ts'
import { AppError } from '#shared/contract/errors.ts'
import type { DevelopmentVoteOn } from '#shared/domain/development/records.ts'
import { type Finding, makeFinding } from '#shared/domain/finding.ts'
import { ballotOf } from '#shared/domain/meetings/itemBallot.ts'
import type { MatterKind } from '#shared/domain/meetings/votes.ts'
import { matterKindLabels } from '#shared/labels/meetings.ts'
import type { PartialDate } from '#shared/lib/dates.ts'

const subjects: Readonly<Partial<Record<MatterKind, DevelopmentVoteOn>>> = {
  admission: 'admission',
  regular: 'regular',
  extension: 'extension',
  disqualification: 'disqualification',
}

/** What a file of 发展党员 calls the vote on a matter; null for a matter of no file. */
export function voteSubject(matter: MatterKind): DevelopmentVoteOn | null {
  return subjects[matter] ?? null
}

/** The meeting that counted a vote of this day, with its count: one record. Null where none did. */
export function voteOfMeeting(
  db: ReadDb,
  of: { readonly fileId: string; readonly subject: DevelopmentVoteOn; readonly heldOn: PartialDate },
) {
  return countedVoteOf(db, of) ?? { meetingId: null }
}

/** A count that a meeting's record holds is changed there. Throws CONFLICT. */
export function refuseVoteOfMeeting({ meetingId }: Pick<StoredDevelopmentVote, 'meetingId'>): void {
  if (meetingId === null) return
  throw new AppError('CONFLICT', 'the vote is a meeting’s', {
    messageZh: '这次表决由会议记录写入，日期和票数请到那份会议记录里更正，档案会随之改变',
  })
}

/** Votes of the meeting that files of 发展党员 hold. */
export function linkedVotes(db: ReadDb, meetingId: string, items: readonly StoredMeetingItem[]) {
  const fileIds = [...new Set(items.flatMap(({ developmentFileId }) => developmentFileId ?? []))]
  return fileIds.length === 0 ? [] : votesLinkedTo(db, meetingId, fileIds)
}

/** What a final meeting decided of somebody whose file does not say so yet: 延长 and 取消资格 wait for the committee's approval. */
export function waitingFindings(
  db: ReadDb,
  meeting: StoredMeeting,
  items: readonly StoredMeetingItem[],
): readonly Finding[] {
  if (meeting.status !== 'final') return []
  const about = items.filter((item) => item.developmentFileId !== null && ballotOf(item) !== null)
  if (about.length === 0) return []
  const linked = new Set(
    linkedVotes(db, meeting.id, about).map(({ fileId, subject }) => `${fileId} ${subject}`),
  )
  const ids = about.flatMap(({ developmentFileId }) => developmentFileId ?? [])
  const names = new Map(getDevelopmentFiles(db, ids).map(({ id, name }) => [id, name]))
  return about.flatMap(({ developmentFileId, matter }): readonly Finding[] => {
    const name = names.get(developmentFileId ?? '')
    if (name === undefined || linked.has(`${developmentFileId} ${voteSubject(matter)}`)) return []
    return [
      {
        code: 'FILE_WAITS',
        severity: 'yellow',
        message: `“${name}”的“${matterKindLabels[matter]}”还没有登记到发展党员档案；上级批准后请在档案里登记，日期填会议当天，票数由这份记录带入`,
        basis: '《中国共产党发展党员工作细则》',
        field: 'items',
      },
    ]
  })
}

/** Somebody whose file is another branch's than the meeting's: a slip while it is a draft, perhaps a move since when it is final. */
export function otherBranchFindings(
  db: ReadDb,
  meeting: StoredMeeting,
  items: readonly StoredMeetingItem[],
): readonly Finding[] {
  const ids = [...new Set(items.flatMap(({ developmentFileId }) => developmentFileId ?? []))]
  if (ids.length === 0) return []
  const elsewhere = getDevelopmentFiles(db, ids).filter(
    ({ organizationId }) => organizationId !== meeting.organizationId,
  )
  const names = organizationNames(db)
  return elsewhere.map(({ name, organizationId }) =>
    makeFinding(
      'MATTER_OTHER_BRANCH',
      meeting.status === 'draft' ? 'yellow' : 'blue',
      'items',
      `“${name}”的发展党员档案在“${names.get(organizationId) ?? '别的党支部'}”，不在召开会议的党支部，请核对`,
      '《中国共产党发展党员工作细则》',
    ),
  )
}
