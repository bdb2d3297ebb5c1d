import type { WriteDb } from '#db/database.ts'
import { getDevelopmentFile, type StoredDevelopmentFile } from '#db/queries/developmentFiles.ts'
import {
  eventsOfFile,
  type StoredDevelopmentVote,
  stepsOfFile,
  votesOfFile,
} from '#db/queries/developmentParts.ts'
import { insertDevelopmentVote, updateDevelopmentVote } from '#db/queries/developmentPartWrites.ts'
import { itemsOfMeetings, type StoredMeeting, type StoredMeetingItem } from '#db/queries/meetings.ts'
import type { RecordStepInput } from '#shared/contract/developmentInputs.ts'
import type { AppError } from '#shared/contract/errors.ts'
import type { MeetingFields } from '#shared/contract/meetingInputs.ts'
import type { Refusals } from '#shared/domain/development/course.ts'
import type { DevelopmentVoteOn } from '#shared/domain/development/records.ts'
import { ballotOf, itemResult } from '#shared/domain/meetings/itemBallot.ts'
import { defaultRuleSettings } from '#shared/domain/settings.ts'
import { matterKindLabels } from '#shared/labels/meetings.ts'
import { formatPartialDate, type PartialDate } from '#shared/lib/dates.ts'
import { renewDevelopment } from '../records/developmentStatus.ts'
import { changeDevelopmentFile } from '../records/developmentStore.ts'
import { linkedVotes, voteSubject } from '../records/meetingVotes.ts'
import type { WriteMoment } from '../records/memberStore.ts'
import { conflict } from './checks.ts'

/** What 发展党员 does with a decision of a meeting; given by `createCore`. */
export interface DevelopmentDeeds {
  takeStep(
    tx: WriteDb,
    input: RecordStepInput,
    of: { readonly meetingId: string | null; readonly refused: (refusals: Refusals) => AppError },
    moment: WriteMoment,
  ): void
}

const milestoneOf = { admission: 'meetingOn', regular: 'regularMeetingOn' } as const
const eventOf = { extension: 'extend', disqualification: 'disqualify' } as const

interface Decision {
  readonly meeting: StoredMeeting
  readonly item: StoredMeetingItem
  readonly file: StoredDevelopmentFile
  readonly subject: DevelopmentVoteOn
  readonly counts: Pick<
    StoredDevelopmentVote,
    'should' | 'present' | 'agreed' | 'agreedInWriting' | 'against' | 'abstained'
  >
}

/** The day the file has for the decision already; null where it has none. */
function recordedOn(tx: WriteDb, { file, subject }: Decision): PartialDate | null {
  if (subject === 'admission' || subject === 'regular')
    return (
      stepsOfFile(tx, file.id).find(
        (step) => step.supersededBy === null && step.milestone === milestoneOf[subject],
      )?.doneOn ?? null
    )
  return (
    eventsOfFile(tx, file.id).findLast(
      (event) => event.supersededBy === null && event.kind === eventOf[subject],
    )?.happenedOn ?? null
  )
}

/** The file's vote says what the meeting counted; issued and returned ballots stay as the file has them. */
function linkVote(tx: WriteDb, decision: Decision, moment: WriteMoment): void {
  const { meeting, file, subject, counts } = decision
  const votes = votesOfFile(tx, file.id).filter(
    (vote) => vote.supersededBy === null && vote.subject === subject,
  )
  const mine = votes.find(({ meetingId }) => meetingId === meeting.id)
  const stored = mine ?? votes.find(({ heldOn }) => meeting.heldOn.startsWith(heldOn))
  if (stored !== undefined && stored.meetingId !== null && stored.meetingId !== meeting.id)
    throw conflict(
      'another meeting’s vote',
      `“${file.name}”的“${matterKindLabels[subject]}”票数已由另一份会议记录写入档案，请先核对哪一份是重复的`,
    )
  const set = { ...counts, heldOn: meeting.heldOn, meetingId: meeting.id, hostName: meeting.hostName }
  const before = new Map<string, unknown>(Object.entries(stored ?? {}))
  if (Object.entries(set).every(([key, value]) => before.get(key) === value)) return
  if (stored !== undefined) updateDevelopmentVote(tx, stored.id, set)
  else
    insertDevelopmentVote(tx, {
      ...set,
      id: moment.ids.next(),
      fileId: file.id,
      subject,
      issued: null,
      returned: null,
      valid: null,
      tellers: null,
      counters: null,
      supersededBy: null,
    })
  changeDevelopmentFile(tx, file, {}, moment)
  renewDevelopment(tx, [file.id], moment)
}

function refusedFor({ file, subject }: Decision): (refusals: Refusals) => AppError {
  return (refusals) => {
    const sentences = [...new Set(refusals.map(({ message }) => message))].join('；')
    return conflict(
      `refused by ${refusals.map(({ code }) => code).join(', ')}`,
      `“${file.name}”的“${matterKindLabels[subject]}”不能写入发展党员档案：${sentences}。确实是这样办理的，请先在档案里登记这一步并写明原因，再来定稿`,
    )
  }
}

function writeThrough(tx: WriteDb, deeds: DevelopmentDeeds, decision: Decision, moment: WriteMoment): void {
  const { meeting, item, file, subject, counts } = decision
  const on = recordedOn(tx, decision)
  if (on !== null && meeting.heldOn.startsWith(on)) return linkVote(tx, decision, moment)
  // 延长 and 取消资格 take the committee's approval: they are recorded in the file, which then finds this count.
  if (subject === 'extension' || subject === 'disqualification') return
  const isPassed = itemResult(item, defaultRuleSettings)?.isPassed === true
  // A vote that failed is no step; of one taken on another day before, the step is.
  if (!isPassed) return linkVote(tx, decision, moment)
  if (on !== null)
    throw conflict(
      'recorded on another day',
      `“${file.name}”的“${matterKindLabels[subject]}”在发展党员档案里已登记为${formatPartialDate(on)}，与这次会议的日期不同，请先核对更正`,
    )
  deeds.takeStep(
    tx,
    {
      id: file.id,
      version: file.version,
      milestone: milestoneOf[subject],
      on: meeting.heldOn,
      place: meeting.place,
      people: null,
      bodyId: null,
      docNo: null,
      opinion: null,
      vote: {
        ...counts,
        issued: null,
        returned: null,
        valid: null,
        tellers: null,
        counters: null,
        hostName: meeting.hostName,
      },
      groupId: null,
      overrideReason: null,
    },
    { meetingId: meeting.id, refused: refusedFor(decision) },
    moment,
  )
}

/** Counts of a final meeting on people of 发展党员 stand in their files: one record. Throws CONFLICT with the rules' sentences. */
export function writeVotesThrough(
  tx: WriteDb,
  deeds: DevelopmentDeeds,
  meeting: StoredMeeting,
  moment: WriteMoment,
): void {
  for (const item of itemsOfMeetings(tx, [meeting.id])) {
    const subject = voteSubject(item.matter)
    const ballot = ballotOf(item)
    if (subject === null || item.developmentFileId === null || ballot === null) continue
    const file = getDevelopmentFile(tx, item.developmentFileId)
    if (file === undefined || file.deletedAt !== null) continue
    const { isSecret: _, ...counts } = ballot
    writeThrough(tx, deeds, { meeting, item, file, subject, counts }, moment)
  }
}

/** A count a file holds does not lose its meeting, its day, its branch or its matter. Throws CONFLICT. */
export function refuseLosingVotes(tx: WriteDb, meeting: StoredMeeting, fields: MeetingFields | null): void {
  const lost = linkedVotes(tx, meeting.id, itemsOfMeetings(tx, [meeting.id])).find(
    ({ fileId, subject }) =>
      fields === null ||
      fields.heldOn !== meeting.heldOn ||
      fields.organizationId !== meeting.organizationId ||
      !fields.items.some(
        (item) =>
          item.developmentFileId === fileId &&
          voteSubject(item.matter) === subject &&
          ballotOf(item) !== null,
      ),
  )
  if (lost !== undefined)
    throw conflict(
      'a development file holds the vote',
      `“${lost.fileName}”的“${matterKindLabels[lost.subject]}”已按这份记录写入发展党员档案，不能${fields === null ? '删除这份记录' : '改日期、换党支部，也不能去掉这个议题或它的票数'}。登记错的，请到操作记录撤销定稿（或那次修改）后重新登记`,
    )
}
