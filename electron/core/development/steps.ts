import type { Database, ReadDb, WriteDb } from '#db/database.ts'
import { guarantorsOfFile } from '#db/queries/developmentParts.ts'
import { insertDevelopmentStep, insertDevelopmentVote } from '#db/queries/developmentPartWrites.ts'
import { getOrganization } from '#db/queries/organizations.ts'
import type { RecordStepInput } from '#shared/contract/developmentInputs.ts'
import { votedOn } from '#shared/domain/development/heldVotes.ts'
import { labelOf, stepOf } from '#shared/domain/development/milestones.ts'
import { isEnded } from '#shared/domain/organizationKinds.ts'
import type { Ports } from '../ports.ts'
import { developmentContext } from '../records/developmentReading.ts'
import { followFile } from '../records/developmentRoster.ts'
import { renewDevelopment } from '../records/developmentStatus.ts'
import { changeDevelopmentFile } from '../records/developmentStore.ts'
import { momentOf } from '../records/moment.ts'
import { readBody } from './bodies.ts'
import type { WriteMoment } from '../records/memberStore.ts'
import { conflict, notInFuture, readWhole, refuse, refused, withDate } from './checks.ts'
import { stepOutcome } from './stepOutcome.ts'
import { isPastHistory, isVoted, pastHistoryReason } from './stepRules.ts'

/** Those who vouch for the person now, by name. */
export function sponsorsOf(db: ReadDb, fileId: string): readonly string[] {
  return guarantorsOfFile(db, fileId)
    .filter(({ duty, toOn }) => duty === 'sponsor' && toOn === null)
    .map(({ name }) => name)
}

function checkGroup(db: ReadDb, branchId: string, groupId: string | null): void {
  if (groupId === null) return
  const group = getOrganization(db, groupId)
  if (group?.parentId !== branchId || group.deletedAt !== null || isEnded(group))
    throw refuse({ groupId: '党小组不属于这个党支部，请重新选择' })
}

/**
 * A step taken by its action. Throws CONFLICT with the rules' sentences unless a reason says why it is recorded all the same, or its day
 * is known to the month or year only, as of old papers. What is recorded already is corrected, never recorded twice.
 */
export function recordStep(db: Database, input: RecordStepInput, ports: Ports): void {
  db.write((tx) => takeStep(tx, input, { meetingId: null, refused }, momentOf(ports)))
}

/** The same within a write that is under way: of a meeting whose record the vote is. */
export function takeStep(
  tx: WriteDb,
  input: RecordStepInput,
  { meetingId, refused: refusedAs }: { readonly meetingId: string | null; readonly refused: typeof refused },
  moment: WriteMoment,
): void {
  const { today } = moment
  const whole = readWhole(tx, input)
  const { file, course } = whole
  const { milestone, on, place, people, docNo, opinion } = input
  notInFuture(today, { on })
  checkGroup(tx, file.organizationId, input.groupId)
  const ballot = isVoted(milestone) ? input.vote : null
  if (input.vote !== null && ballot === null) throw refuse({ vote: '这一步没有表决，请清空表决票数' })
  const body = readBody(tx, file.organizationId, input.bodyId)
  if (course.dates[milestone] !== null)
    throw conflict('recorded already', `“${labelOf(milestone)}”已经登记；登记有误的，请用“更正”`)
  const { settings } = developmentContext(tx, today)
  const { refusals } = stepOutcome(tx, whole, input, body, today)
  const isPast = isPastHistory(on, today)
  const isHistory = input.overrideReason !== null || isPast
  if (refusals.length > 0 && !isHistory) throw refusedAs(refusals)
  const reason = input.overrideReason ?? (refusals.length > 0 && isPast ? pastHistoryReason : null)
  insertDevelopmentStep(tx, {
    id: moment.ids.next(),
    fileId: file.id,
    milestone,
    doneOn: on,
    place,
    people,
    bodyId: body?.id ?? null,
    bodyName: body?.name ?? null,
    docNo,
    opinion,
    overrideReason: reason,
    supersededBy: null,
  })
  if (isVoted(milestone) && ballot !== null)
    insertDevelopmentVote(tx, {
      ...ballot,
      id: moment.ids.next(),
      fileId: file.id,
      subject: votedOn[milestone],
      heldOn: on,
      meetingId,
      supersededBy: null,
    })
  const memberId = followFile(
    tx,
    {
      file,
      before: course,
      after: withDate(whole, milestone, on),
      sponsors: sponsorsOf(tx, file.id),
      groupId: input.groupId,
      docNo: stepOf(milestone) === 24 ? docNo : null,
      isHistory,
    },
    settings,
    moment,
  )
  changeDevelopmentFile(tx, file, memberId === file.memberId ? {} : { memberId }, moment)
  renewDevelopment(tx, [file.id], moment)
}
