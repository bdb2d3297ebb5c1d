import type { DevelopmentVoteOn } from '#shared/domain/development/records.ts'
import type { PartialDate } from '#shared/lib/dates.ts'
import type { ReadDb } from '../database.ts'

// Votes on people of 发展党员 that are counts of a meeting. Whoever asks has read the file or the meeting, cut to the scope, before.

export interface CountedVote {
  readonly meetingId: string
  readonly should: number
  readonly present: number
  readonly agreed: number
  readonly agreedInWriting: number
  readonly against: number | null
  readonly abstained: number | null
  readonly hostName: string | null
}

/** The count of a final meeting on a file, of that day; the last where there are two. */
export function countedVoteOf(
  db: ReadDb,
  of: { readonly fileId: string; readonly subject: DevelopmentVoteOn; readonly heldOn: PartialDate },
): CountedVote | undefined {
  return db.sql.get<CountedVote>(
    `select m.id as meetingId, i.should, i.present, i.agreed, coalesce(i.agreed_in_writing, 0) as agreedInWriting,
       i.against, i.abstained, m.host_name as hostName
     from meeting_items i join meetings m on m.id = i.meeting_id
     where i.development_file_id = @fileId and i.matter = @subject and m.held_on = @heldOn
       and m.status = 'final' and m.deleted_at is null
       and i.should is not null and i.present is not null and i.agreed is not null
     order by m.created_at desc, i.position limit 1`,
    { ...of },
  )
}

export interface LinkedVote {
  readonly id: string
  readonly fileId: string
  readonly subject: DevelopmentVoteOn
  readonly fileName: string
}

/** Votes these files hold as this meeting's, that still count. */
export function votesLinkedTo(
  db: ReadDb,
  meetingId: string,
  fileIds: readonly string[],
): readonly LinkedVote[] {
  return db.sql.all<LinkedVote>(
    `select v.id, v.file_id as fileId, v.subject, f.name as fileName
     from development_votes v join development_files f on f.id = v.file_id
     where v.file_id in (select value from json_each(@ids)) and v.meeting_id = @meetingId and v.superseded_by is null`,
    { meetingId, ids: JSON.stringify(fileIds) },
  )
}
