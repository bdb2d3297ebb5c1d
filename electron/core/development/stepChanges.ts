import type { Database } from '#db/database.ts'
import type { StoredDevelopmentStep } from '#db/queries/developmentParts.ts'
import {
  deleteDevelopmentStep,
  deleteDevelopmentVote,
  updateDevelopmentStep,
  updateDevelopmentVote,
} from '#db/queries/developmentPartWrites.ts'
import type { developmentRoutes } from '#shared/contract/development.ts'
import type { CorrectStepInput } from '#shared/contract/developmentInputs.ts'
import { votedOn } from '#shared/domain/development/heldVotes.ts'
import { labelOf, type Milestone } from '#shared/domain/development/milestones.ts'
import { isPassed } from '#shared/domain/development/sequence.ts'
import type { z } from 'zod'
import type { Ports } from '../ports.ts'
import { developmentContext } from '../records/developmentReading.ts'
import { followFile } from '../records/developmentRoster.ts'
import { renewDevelopment } from '../records/developmentStatus.ts'
import { changeDevelopmentFile } from '../records/developmentStore.ts'
import { refuseVoteOfMeeting } from '../records/meetingVotes.ts'
import { momentOf } from '../records/moment.ts'
import { readBody } from './bodies.ts'
import { conflict, notInFuture, readWhole, refused, standing, type WholeFile, withDate } from './checks.ts'
import { correctionOutcome } from './correctionOutcome.ts'
import { isPastHistory, isVoted, pastHistoryReason } from './stepRules.ts'

function recorded({ parts }: WholeFile, milestone: Milestone): StoredDevelopmentStep {
  const step = standing(parts.steps).find((each) => each.milestone === milestone)
  if (step === undefined)
    throw conflict('not recorded', `“${labelOf(milestone)}”还没有登记，或已随退回失效。请刷新后重试`)
  return step
}

/** The vote of a step, where there is one; those that failed before it stand by themselves. */
function voteOf({ parts }: WholeFile, { milestone, doneOn }: StoredDevelopmentStep) {
  if (!isVoted(milestone)) return undefined
  const subject = votedOn[milestone]
  return standing(parts.votes).find((vote) => vote.subject === subject && vote.heldOn === doneOn)
}

/** What was said of the step before goes on being said. */
function bothReasons(before: string | null, now: string | null): string | null {
  return before === null || now === null || before === now ? (now ?? before) : `${before}；${now}`
}

/**
 * Mends what was written wrongly. Throws CONFLICT with the rules' sentences where that breaks a rule that it did not break, unless a
 * reason says why it is recorded all the same. The roster follows 步骤 15 and 24.
 */
export function correctStep(db: Database, input: CorrectStepInput, ports: Ports): void {
  const moment = momentOf(ports)
  const whole = readWhole(db.read, input)
  const { file, course } = whole
  const { milestone, on, place, people, docNo, opinion, overrideReason = null } = input
  const { today } = moment
  const step = recorded(whole, milestone)
  notInFuture(today, { on })
  const isOtherBody = input.bodyId !== step.bodyId
  const body = isOtherBody ? readBody(db.read, file.organizationId, input.bodyId) : null
  const { refusals } = correctionOutcome(db.read, whole, step, input, body, today)
  const isPast = isPastHistory(on, today)
  if (refusals.length > 0 && overrideReason === null && !isPast) throw refused(refusals)
  const reason = overrideReason ?? (refusals.length > 0 ? pastHistoryReason : null)
  const { settings } = developmentContext(db.read, today)
  const vote = voteOf(whole, step)
  if (vote !== undefined && vote.heldOn !== on) refuseVoteOfMeeting(vote)
  db.write((tx) => {
    updateDevelopmentStep(tx, step.id, {
      doneOn: on,
      place,
      people,
      docNo,
      opinion,
      ...(isOtherBody ? { bodyId: body?.id ?? null, bodyName: body?.name ?? null } : {}),
      overrideReason: bothReasons(step.overrideReason, reason),
    })
    if (vote !== undefined && vote.heldOn !== on) updateDevelopmentVote(tx, vote.id, { heldOn: on })
    const change = { before: course, after: withDate(whole, milestone, on), sponsors: [], groupId: null }
    const isHistory = step.overrideReason !== null || reason !== null
    const memberId =
      file.memberId === null
        ? null
        : followFile(tx, { ...change, file, docNo: null, isHistory }, settings, moment)
    changeDevelopmentFile(tx, file, memberId === file.memberId ? {} : { memberId }, moment)
    renewDevelopment(tx, [file.id], moment)
  })
}

/** Only what nothing rests on: dates that later steps and the roster hang on are corrected, or what came after is taken back first. */
export function removeStep(
  db: Database,
  input: z.output<(typeof developmentRoutes)['development.removeStep']['input']>,
  ports: Ports,
): void {
  const moment = momentOf(ports)
  const whole = readWhole(db.read, input)
  const { file, course } = whole
  const { milestone, reason } = input
  const step = recorded(whole, milestone)
  const label = labelOf(milestone)
  const isInRoster =
    file.memberId !== null && ['meetingOn', 'approvedOn', 'regularApprovedOn'].includes(milestone)
  if (isInRoster)
    throw conflict(
      'the roster hangs on it',
      `花名册里“${file.name}”的记录由“${label}”而来，不能单独删除。日期有误的请用“更正”；整步登错的，请到操作记录里撤销那次登记`,
    )
  if (isPassed(milestone, course.dates))
    throw conflict(
      'later steps rest on it',
      `“${label}”之后的步骤已经登记，不能单独删除。日期有误的请用“更正”；整步登错的，请先删除它后面的步骤`,
    )
  const vote = voteOf(whole, step)
  if (vote !== undefined) refuseVoteOfMeeting(vote)
  db.write((tx) => {
    tx.audit.detail(`删除“${label}”：${reason}`)
    deleteDevelopmentStep(tx, step.id)
    if (vote !== undefined) deleteDevelopmentVote(tx, vote.id)
    changeDevelopmentFile(tx, file, {}, moment)
    renewDevelopment(tx, [file.id], moment)
  })
}
