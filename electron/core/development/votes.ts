import type { Database } from '#db/database.ts'
import {
  deleteDevelopmentVote,
  insertDevelopmentVote,
  updateDevelopmentVote,
} from '#db/queries/developmentPartWrites.ts'
import type { StoredDevelopmentVote } from '#db/queries/developmentParts.ts'
import type { developmentRoutes } from '#shared/contract/development.ts'
import { isLooseVote, meetingDay, votedOn } from '#shared/domain/development/heldVotes.ts'
import { developmentVoteLabels } from '#shared/labels/developmentRecords.ts'
import { formatPartialDate } from '#shared/lib/dates.ts'
import type { z } from 'zod'
import type { Ports } from '../ports.ts'
import { renewDevelopment } from '../records/developmentStatus.ts'
import { changeDevelopmentFile } from '../records/developmentStore.ts'
import { refuseVoteOfMeeting } from '../records/meetingVotes.ts'
import { momentOf } from '../records/moment.ts'
import { conflict, notInFuture, readWhole, refuse, standing, type WholeFile } from './checks.ts'

type Routes = typeof developmentRoutes
type InputOf<R extends keyof Routes> = z.output<Routes[R]['input']>

function voteById({ parts }: WholeFile, voteId: string): StoredDevelopmentVote {
  const vote = parts.votes.find(({ id }) => id === voteId)
  if (vote === undefined) throw conflict('no such vote', '找不到这次表决，可能已被删除。请刷新后重试')
  return vote
}

/** The counts of a vote put right, or of one that failed and so has no step. */
export function saveVote(db: Database, input: InputOf<'development.saveVote'>, ports: Ports): void {
  const moment = momentOf(ports)
  const whole = readWhole(db.read, input)
  const { file, parts } = whole
  const { subject, vote, voteId } = input
  notInFuture(moment.today, { heldOn: input.heldOn })
  const votes = standing(parts.votes).filter((each) => each.subject === subject)
  const day = meetingDay(parts, subject)
  const isOfEvent = !Object.values(votedOn).includes(subject)
  if (isOfEvent && day === null)
    throw conflict(
      'no such decision',
      `“${developmentVoteLabels[subject]}”还没有登记，请先登记这项变动，表决票数随它一起填写`,
    )
  const named = voteId === undefined ? undefined : voteById(whole, voteId)
  const isOfMeeting = named !== undefined && named.heldOn === day
  const heldOn =
    isOfEvent || isOfMeeting ? day : (input.heldOn ?? named?.heldOn ?? day ?? votes.at(-1)?.heldOn ?? null)
  if (heldOn === null) throw refuse({ heldOn: `请填写“${developmentVoteLabels[subject]}”表决的日期` })
  const stored = named ?? votes.findLast((each) => each.heldOn === heldOn)
  if (stored !== undefined) refuseVoteOfMeeting(stored)
  db.write((tx) => {
    if (stored) updateDevelopmentVote(tx, stored.id, { ...vote, heldOn })
    else
      insertDevelopmentVote(tx, {
        ...vote,
        id: ports.ids.next(),
        fileId: file.id,
        subject,
        heldOn,
        meetingId: null,
        supersededBy: null,
      })
    changeDevelopmentFile(tx, file, {}, moment)
    renewDevelopment(tx, [file.id], moment)
  })
}

/** Only a vote by itself that was recorded by mistake: what passed goes with its step or decision. */
export function removeVote(db: Database, input: InputOf<'development.removeVote'>, ports: Ports): void {
  const moment = momentOf(ports)
  const whole = readWhole(db.read, input)
  const { file, parts } = whole
  const vote = voteById(whole, input.voteId)
  refuseVoteOfMeeting(vote)
  const label = `${developmentVoteLabels[vote.subject]}的表决（${formatPartialDate(vote.heldOn)}）`
  if (vote.supersededBy !== null)
    throw conflict('kept as history', `${label}已随退回或延长不再算数，作为历史保留，不能删除`)
  if (!isLooseVote(parts, vote))
    throw conflict(
      'a step or decision rests on it',
      `${label}是已登记的大会的票数，不能单独删除。票数有误的请用“更正票数”；整件登错的，请删除那一步的登记，或到操作记录里撤销那次登记`,
    )
  db.write((tx) => {
    tx.audit.detail(`删除${label}：${input.reason}`)
    deleteDevelopmentVote(tx, vote.id)
    changeDevelopmentFile(tx, file, {}, moment)
    renewDevelopment(tx, [file.id], moment)
  })
}
