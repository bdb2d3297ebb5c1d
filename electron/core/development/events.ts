import type { Database, WriteDb } from '#db/database.ts'
import { eventsOfFile } from '#db/queries/developmentParts.ts'
import {
  insertDevelopmentVote,
  supersedeDevelopmentSteps,
  supersedeDevelopmentVotes,
  updateGuarantor,
} from '#db/queries/developmentPartWrites.ts'
import type { DevelopmentFileColumns } from '#db/queries/developmentFiles.ts'
import type { DevelopmentEventInput } from '#shared/contract/developmentInputs.ts'
import {
  courseOfRecord,
  datesAfterEvent,
  fallenMilestones,
  stateAfterTransfer,
} from '#shared/domain/development/courseRecord.ts'
import type { Milestone } from '#shared/domain/development/milestones.ts'
import type { CourseState } from '#shared/domain/development/states.ts'
import type { Ports } from '../ports.ts'
import { arrivalColumns } from '../records/developmentFollowing.ts'
import { followFile } from '../records/developmentRoster.ts'
import { developmentContext } from '../records/developmentReading.ts'
import { renewDevelopment } from '../records/developmentStatus.ts'
import { addDevelopmentEvent, changeDevelopmentFile } from '../records/developmentStore.ts'
import { voteOfMeeting } from '../records/meetingVotes.ts'
import { momentOf } from '../records/moment.ts'
import { readBody } from './bodies.ts'
import {
  conflict,
  notInFuture,
  readWhole,
  refuse,
  refused,
  requireBranch,
  standing,
  type WholeFile,
} from './checks.ts'
import { eventRefusals } from './eventRules.ts'
import { disqualifyMember, extendMember, moveMember } from './memberEvents.ts'

const backwards: readonly DevelopmentEventInput['kind'][] = ['return', 'revoke', 'reapply']

/** What no reason helps against: it would leave the roster hanging. */
function refuseImpossible({ file, course }: WholeFile, event: DevelopmentEventInput): void {
  if (backwards.includes(event.kind) && (file.memberId !== null || course.dates.approvedOn !== null))
    throw conflict(
      'approved already',
      `“${file.name}”已经批准为预备党员，不能退回；只能延长预备期、取消预备党员资格或按期转正。审批登错的，请到操作记录里撤销那次登记`,
    )
  if (event.kind === 'transfer' && event.organizationId === file.organizationId)
    throw refuse({ organizationId: '已在这个党支部，请选择别的党支部' })
}

/** Where an event leads that takes the person back. */
function ledTo({ course }: WholeFile, event: DevelopmentEventInput): CourseState | null {
  if (event.kind === 'return') return event.to
  return event.kind === 'transfer' ? stateAfterTransfer(course.state) : null
}

/**
 * 退回、延长、取消资格、终止、转移, with the vote and the approval it took. What falls away stays readable under the event. Throws
 * CONFLICT with the rules' sentences unless a reason says why it is recorded all the same.
 */
export function recordEvent(db: Database, event: DevelopmentEventInput, ports: Ports): void {
  const moment = momentOf(ports)
  const { today } = moment
  const whole = readWhole(db.read, event)
  const { file, course } = whole
  notInFuture(today, { on: event.on, approvedOn: event.approvedOn })
  refuseImpossible(whole, event)
  if (event.kind === 'transfer') requireBranch(db.read, event.organizationId, 'organizationId')
  const body = readBody(db.read, file.organizationId, event.bodyId)
  const { settings } = developmentContext(db.read, today)
  const refusals = eventRefusals(course, event, body?.acting ?? null, settings, today)
  if (refusals.length > 0 && event.overrideReason === null) throw refused(refusals)
  const to = ledTo(whole, event)
  const isHistory = event.overrideReason !== null
  db.write((tx) => {
    const eventId = addDevelopmentEvent(
      tx,
      file.id,
      {
        kind: event.kind,
        happenedOn: event.on,
        cause: event.kind === 'return' || event.kind === 'end' ? event.cause : null,
        toState: to,
        months: event.kind === 'extend' ? event.months : null,
        approvedOn: event.approvedOn,
        bodyId: body?.id ?? null,
        bodyName: body?.name ?? null,
        docNo: event.docNo,
        words: event.words,
        overrideReason: event.overrideReason,
      },
      moment,
    )
    const dates = datesAfterEvent(course, event.kind, to)
    const fallen = fallenMilestones(course.dates, dates)
    letFall(tx, whole, event, { eventId, fallen })
    if (event.kind === 'extend' || event.kind === 'disqualify') {
      const subject = event.kind === 'extend' ? 'extension' : 'disqualification'
      insertDevelopmentVote(tx, {
        ...event.vote,
        ...voteOfMeeting(tx, { fileId: file.id, subject, heldOn: event.on }),
        id: ports.ids.next(),
        fileId: file.id,
        subject,
        heldOn: event.on,
        supersededBy: null,
      })
    }
    const set: DevelopmentFileColumns =
      event.kind === 'transfer'
        ? {
            ...arrivalColumns(tx, file, event),
            organizationId: event.organizationId,
          }
        : {}
    changeDevelopmentFile(tx, file, set, moment)
    if (event.kind === 'extend') {
      const after = courseOfRecord({ dates, events: standing(eventsOfFile(tx, file.id)) })
      extendMember(tx, file, event, after, moment)
      const change = { before: course, after, sponsors: [], groupId: null, docNo: null, isHistory }
      if (file.memberId !== null) followFile(tx, { ...change, file }, settings, moment)
    }
    if (event.kind === 'disqualify') disqualifyMember(tx, file, event, { isHistory }, moment)
    if (event.kind === 'transfer') moveMember(tx, file, event, moment)
    renewDevelopment(tx, [file.id], moment)
  })
}

/** Steps that count no more, the votes taken at them, and the sponsors of whoever has to find new ones. */
function letFall(
  tx: WriteDb,
  { parts }: WholeFile,
  event: DevelopmentEventInput,
  { eventId, fallen }: { readonly eventId: string; readonly fallen: readonly Milestone[] },
): void {
  const steps = standing(parts.steps).filter(({ milestone }) => fallen.includes(milestone))
  supersedeDevelopmentSteps(
    tx,
    steps.map(({ id }) => id),
    eventId,
  )
  const subjects = event.kind === 'extend' ? ['regular'] : backwards.includes(event.kind) ? ['admission'] : []
  const votes = standing(parts.votes).filter(({ subject }) => subjects.includes(subject))
  supersedeDevelopmentVotes(
    tx,
    votes.map(({ id }) => id),
    eventId,
  )
  const duties = [
    ...(fallen.includes('contactsOn') ? ['contact'] : []),
    ...(fallen.includes('sponsorsOn') ? ['sponsor'] : []),
  ]
  for (const { id, duty, toOn } of parts.guarantors)
    if (toOn === null && duties.includes(duty)) updateGuarantor(tx, id, { toOn: event.on })
}
