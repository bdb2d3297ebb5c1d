import type { Database } from '#db/database.ts'
import { deleteStep, putStep } from '#db/queries/electionParts.ts'
import { insertElection, listElectionsOf, type StoredElection } from '#db/queries/elections.ts'
import { getOrganization } from '#db/queries/organizations.ts'
import type { ElectionFields, electionStepInput, startElectionInput } from '#shared/contract/elections.ts'
import { AppError } from '#shared/contract/errors.ts'
import { whyNoElection } from '#shared/domain/electionCandidates.ts'
import { isEnded } from '#shared/domain/organizationKinds.ts'
import { approvalStep, meetingStep } from '#shared/domain/electionSteps.ts'
import { electionKindLabels } from '#shared/labels/elections.ts'
import type { z } from 'zod'
import type { Ports } from '../ports.ts'
import { type ElectionFacts, readElection } from '../records/electionFacts.ts'
import { momentOf } from '../records/moment.ts'
import { kindOf } from '../records/organizationKind.ts'
import { movePlainToTrash } from '../records/plainTrash.ts'
import { approvePosts } from './approval.ts'
import { conflict, notInFuture, openElection, refuseFields, touch } from './checks.ts'
import { countedSeatProblems, seatProblems } from './seats.ts'

/** Throws CONFLICT for organisations that hold no elections, or have one under way. Answers the new id. */
export function startElection(
  db: Database,
  input: z.output<typeof startElectionInput>,
  ports: Ports,
): string {
  const organization = getOrganization(db.read, input.organizationId)
  if (!organization || organization.deletedAt !== null)
    throw new AppError('NOT_FOUND', 'no such organization', { messageZh: '找不到这个党组织' })
  const { shortName } = organization
  const why = whyNoElection({ ...kindOf(organization), shortName }, input.kind)
  if (why !== null) throw conflict('holds no elections', why)
  if (isEnded(organization))
    throw conflict(
      'organization has ended',
      `“${shortName}”已撤销或合并，不能发起${electionKindLabels[input.kind]}`,
    )
  const open = listElectionsOf(db.read, organization.id).find(({ status }) => status === 'open')
  if (open)
    throw conflict(
      'one is under way',
      `“${shortName}”已有一次${electionKindLabels[open.kind]}正在进行，请先办完或取消，再发起新的`,
    )
  refuseFields('seats do not fit', seatProblems(input))
  const { at } = momentOf(ports)
  const id = ports.ids.next()
  db.write((tx) =>
    insertElection(tx, {
      ...input,
      id,
      status: 'open',
      exemptionsAgreed: false,
      tellersAgreed: false,
      version: 1,
      createdAt: at,
      updatedAt: at,
    }),
  )
  return id
}

const seatFields = ['isDirect', 'committeeSeats', 'secretarySeats', 'deputySeats'] as const

/** What comes after the meeting, and may be written down once the election is closed. */
const afterwards = ['approvalDoc', 'approvalOn', 'filedOn', 'remark'] as const

export function editElection(
  db: Database,
  {
    id,
    version,
    fields,
  }: { readonly id: string; readonly version: number; readonly fields: Partial<ElectionFields> },
  ports: Ports,
): void {
  const moment = momentOf(ports)
  const facts = readElection(db.read, id, moment.today)
  const { election } = facts
  const isAfterwards = Object.keys(fields).every((key) => afterwards.some((each) => each === key))
  openElection(
    isAfterwards && election.status === 'done' ? { ...election, status: 'open' } : election,
    version,
  )
  const { approvalOn, filedOn } = fields
  notInFuture(moment.today, { approvalOn, filedOn })
  if (!isAfterwards) checkSeats(facts, fields)
  db.write((tx) => {
    touch(tx, election, fields, moment)
    if (election.status === 'done') approvePosts(tx, facts, fields, moment)
  })
}

function checkSeats({ election, rounds }: ElectionFacts, fields: Partial<ElectionFields>): void {
  const after = { ...election, ...fields }
  const isAbout = seatFields.some((field) => after[field] !== election[field])
  if (!isAbout) return
  const voted = new Set(rounds.map(({ contest }) => contest))
  refuseFields('seats do not fit', { ...seatProblems(after), ...countedSeatProblems(election, after, voted) })
}

export function setStep(
  db: Database,
  { id, version, stepNo, doneOn, docNo, note }: z.output<typeof electionStepInput>,
  ports: Ports,
): void {
  const moment = momentOf(ports)
  const facts = readElection(db.read, id, moment.today)
  const { election, steps } = facts
  // Steps 10 to 12 come after the result.
  openElection(election.status === 'done' ? { ...election, status: 'open' } : election, version)
  notInFuture(moment.today, { doneOn })
  const stored = steps.find((step) => step.stepNo === stepNo)
  const isEmpty = doneOn === null && docNo === null && note === null
  const follows = followingFields(election, { stepNo, doneOn, docNo })
  db.write((tx) => {
    touch(tx, election, follows, moment)
    if (election.status === 'done') approvePosts(tx, facts, follows, moment)
    if (isEmpty) deleteStep(tx, id, stepNo)
    else putStep(tx, { id: stored?.id ?? ports.ids.next(), electionId: id, stepNo, doneOn, docNo, note })
  })
}

/** The card and the election speak of the same day: whoever writes it on the card need not write it again. */
function followingFields(
  { status, meetingOn, approvalOn, approvalDoc }: StoredElection,
  { stepNo, doneOn, docNo }: Pick<z.output<typeof electionStepInput>, 'stepNo' | 'doneOn' | 'docNo'>,
): Partial<Pick<ElectionFields, 'meetingOn' | 'approvalOn' | 'approvalDoc'>> {
  if (doneOn === null) return {}
  if (stepNo === meetingStep && status === 'open' && meetingOn === null) return { meetingOn: doneOn }
  return stepNo === approvalStep && approvalOn === null
    ? { approvalOn: doneOn, approvalDoc: approvalDoc ?? docNo }
    : {}
}

export function giveUp(
  db: Database,
  input: {
    readonly id: string
    readonly version: number
    readonly status: 'invalid' | 'cancelled'
    readonly reason: string
  },
  ports: Ports,
): void {
  const moment = momentOf(ports)
  const { election } = readElection(db.read, input.id, moment.today)
  openElection(election, input.version)
  db.write((tx) => touch(tx, election, { status: input.status, closedReason: input.reason }, moment))
}

/** An election whose result is confirmed has a term and posts that came from it: those have to go first. */
export function trashElection(
  db: Database,
  { id, version, reason }: { readonly id: string; readonly version: number; readonly reason: string },
  ports: Ports,
): void {
  const moment = momentOf(ports)
  const { election } = readElection(db.read, id, moment.today)
  if (election.status === 'done')
    throw conflict(
      'result is confirmed',
      '这次选举的结果已经确认，届次和任职由它而来，不能删除；确有错误的，请先撤销确认结果的操作',
    )
  db.write((tx) => movePlainToTrash(tx, 'election', { id, version }, reason, moment))
}
