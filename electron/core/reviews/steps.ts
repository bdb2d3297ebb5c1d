import type { Database, ReadDb } from '#db/database.ts'
import { heldMeeting } from '#db/queries/organizationLife.ts'
import {
  deleteStep,
  getSubjects,
  insertStep,
  listSteps,
  type StoredStep,
  type StoredSubject,
  updateStep,
  updateSubject,
} from '#db/queries/reviewSubjects.ts'
import type { StoredCampaign } from '#db/queries/reviewCampaigns.ts'
import type { BoardRow } from '#shared/contract/reviewRows.ts'
import { flowTable, whyNotYet, whyStillNeeded } from '#shared/domain/reviews/flow.ts'
import type { DateOnly } from '#shared/lib/dates.ts'
import type { Ports } from '../ports.ts'
import { shownText } from '../records/mobilityRows.ts'
import { momentOf } from '../records/moment.ts'
import { readAnyOrganizationTree } from '../records/organizationTree.ts'
import { boardRow, readBoard } from '../records/reviewBoard.ts'
import { findSubject, getCampaign, stepsOf } from '../records/reviewCampaign.ts'
import { derivedSteps } from '../records/reviewSteps.ts'
import type { Given } from './given.ts'
import { conflict, refuse, refuseFuture, refuseLongBefore, stale } from './refusals.ts'

export function readBoardRows(db: ReadDb, campaignId: string, today: DateOnly): readonly BoardRow[] {
  const board = readBoard(db, getCampaign(db, campaignId))
  return board.standings.map((standing) => boardRow(standing, board.steps, today, db))
}

type Step = Given<'reviews.registerStep'>['step']

const howDerived: Readonly<Record<(typeof derivedSteps)[number], string>> = {
  fieldCheck: '日常分全部评定后自动完成',
  comments: '登记领导点评后自动完成',
  upRating: '上级测评计票后自动完成',
  downRating: '党员（群众）测评计票后自动完成',
  count: '各项分数齐全后自动完成',
  decision: '在“定等”中登记党工委会议确定的等次后自动完成',
  feedback: '登记通报反馈后自动完成',
  rectify: '整改事项全部验收后自动完成',
}

/** The most sentences a refusal lists. */
const listed = 8

function refuseEach(sentences: readonly string[]): void {
  if (sentences.length === 0) return
  const more = sentences.length > listed ? `；另有 ${sentences.length - listed} 人同样不能登记` : ''
  throw conflict(`${sentences.slice(0, listed).join('；')}${more}`)
}

/** As they were seen, all of one campaign. Throws NOT_FOUND, STALE_WRITE, VALIDATION_FAILED. */
function seen(db: ReadDb, asked: Given<'reviews.registerStep'>['subjects']) {
  const ids = asked.map(({ id }) => id)
  if (new Set(ids).size < ids.length) throw refuse('subjects', '同一位述职人选了两次，请重新选择')
  const found = new Map(getSubjects(db, ids).map((subject) => [subject.id, subject]))
  const subjects = asked.map(({ id }) => found.get(id) ?? findSubject(db, id))
  const late = asked.flatMap(({ version }, n) =>
    subjects[n]?.version === version ? [] : [shownText(subjects[n]?.name ?? '', db)],
  )
  if (late.length > 0) throw stale(`${late.map((name) => `“${name}”`).join('、')}的记录`)
  const [first] = subjects
  if (!first || subjects.some(({ campaignId }) => campaignId !== first.campaignId))
    throw refuse('subjects', '所选述职人不在同一次述职测评中，请分别登记')
  return { subjects, campaign: getCampaign(db, first.campaignId) }
}

/** Throws VALIDATION_FAILED: for steps that follow from records, or are not of the campaign, and for days that cannot be. */
function checkStep(campaign: StoredCampaign, { key, doneOn, meetingId }: Step, today: DateOnly): void {
  const derived = derivedSteps.find((each) => each === key)
  if (derived) throw refuse('step.key', `“${flowTable[key].name}”${howDerived[derived]}，不能手工登记`)
  if (!stepsOf(campaign).includes(key))
    throw refuse('step.key', `本次述职测评没有“${flowTable[key].name}”这一步`)
  refuseFuture('step.doneOn', doneOn, today)
  refuseLongBefore('step.doneOn', doneOn, campaign.year)
  if (meetingId !== null && key !== 'upMeeting' && key !== 'downMeeting')
    throw refuse('step.meetingId', '只有述职会可以选择会议记录')
}

/** Of the person's own organisation, or of one above it. */
function checkMeeting(db: ReadDb, meetingId: string, subjects: readonly StoredSubject[]): void {
  const meeting = heldMeeting(db, meetingId)
  if (!meeting) throw refuse('step.meetingId', '找不到这次会议，可能已删除或不在您的管理范围，请重新选择')
  const tree = readAnyOrganizationTree(db)
  const odd = subjects.filter(({ organizationId }) =>
    tree.path(organizationId).every(({ id }) => id !== meeting.organizationId),
  )
  if (odd.length === 0) return
  const names = odd.map(({ name }) => `“${shownText(name, db)}”`).join('、')
  throw refuse('step.meetingId', `这次会议不是${names}所在党组织或其上级组织的会议，请重新选择`)
}

/** A step of one or many people, all of them or none; a null day takes it back. Answers how many were changed. */
export function registerStep(
  db: Database,
  { subjects: asked, step }: Given<'reviews.registerStep'>,
  ports: Ports,
): number {
  const { subjects, campaign } = seen(db.read, asked)
  const { at, today, ids } = momentOf(ports)
  const { key, doneOn, meetingId, note } = step
  checkStep(campaign, step, today)
  const registered = listSteps(
    db.read,
    subjects.map(({ id }) => id),
  )
  const stored = new Map(registered.flatMap((row) => (row.key === key ? [[row.subjectId, row]] : [])))
  if (doneOn === null) refuseEach(stillNeeded(db.read, campaign, subjects, key, registered))
  else {
    const newly = subjects.filter(({ id }) => stored.get(id)?.meetingId !== meetingId)
    if (meetingId !== null && newly.length > 0) checkMeeting(db.read, meetingId, newly)
    refuseEach(
      notYet(
        db.read,
        campaign,
        subjects.filter(({ id }) => !stored.has(id)),
        key,
      ),
    )
  }
  const changes = subjects.flatMap((subject) => {
    const was = stored.get(subject.id)
    const next =
      doneOn === null
        ? null
        : { id: was?.id ?? ids.next(), subjectId: subject.id, key, doneOn, meetingId, note }
    return isSame(was, next) ? [] : [{ subject, was, next }]
  })
  if (changes.length === 0) return 0
  db.write((tx) => {
    for (const { subject, was, next } of changes) {
      if (!updateSubject(tx, subject, {}, at)) throw stale('述职人的记录')
      if (next === null) deleteStep(tx, was?.id ?? '')
      else if (was) updateStep(tx, next)
      else insertStep(tx, next)
    }
  })
  return changes.length
}

function isSame(was: StoredStep | undefined, next: StoredStep | null): boolean {
  if (!was || next === null) return was === undefined && next === null
  return was.doneOn === next.doneOn && was.meetingId === next.meetingId && was.note === next.note
}

/** Steps that follow from records stay as they are: what is recorded cannot be taken back to correct a day. */
function stillNeeded(
  db: ReadDb,
  campaign: StoredCampaign,
  subjects: readonly StoredSubject[],
  key: Step['key'],
  registered: readonly StoredStep[],
): readonly string[] {
  const bySubject = Map.groupBy(registered, ({ subjectId }) => subjectId)
  return subjects.flatMap(({ id, name }) => {
    const days = new Set((bySubject.get(id) ?? []).map((row) => row.key))
    const why = days.has(key) ? whyStillNeeded(key, days, stepsOf(campaign)) : null
    return why === null ? [] : [`“${shownText(name, db)}”不能取消“${flowTable[key].name}”，${why}`]
  })
}

function notYet(
  db: ReadDb,
  campaign: StoredCampaign,
  subjects: readonly StoredSubject[],
  key: Step['key'],
): readonly string[] {
  const { standings, steps } = readBoard(db, campaign)
  const done = new Map(standings.map((standing) => [standing.subject.id, standing.done]))
  return subjects.flatMap(({ id, name }) => {
    const why = whyNotYet(key, done.get(id) ?? new Set(), steps)
    return why === null ? [] : [`“${shownText(name, db)}”不能登记“${flowTable[key].name}”，${why}`]
  })
}
