import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { ExemptionReason } from '#shared/domain/electionVoters.ts'
import type {
  CandidateStage,
  Contest,
  ElectionKind,
  ElectionStatus,
  RoundKind,
  TellerDuty,
} from '#shared/domain/electionWords.ts'
import type { DateOnly } from '#shared/lib/dates.ts'
import { trashable } from './bookkeeping.ts'
import { members } from './members.ts'
import { organizations } from './organizations.ts'

/** 换届 and 补选. Its `version` stands for all its parts: whoever writes a part raises it. */
export const elections = sqliteTable(
  'elections',
  {
    id: text('id').primaryKey(),
    organizationId: text('organization_id')
      .notNull()
      .references(() => organizations.id),
    kind: text('kind').$type<ElectionKind>().notNull(),
    status: text('status').$type<ElectionStatus>().notNull(),
    /** ORG-41: no committee, the meeting elects 书记 and 副书记. */
    isDirect: integer('is_direct', { mode: 'boolean' }).notNull(),
    committeeSeats: integer('committee_seats').notNull(),
    secretarySeats: integer('secretary_seats').notNull(),
    deputySeats: integer('deputy_seats').notNull(),
    plannedOn: text('planned_on').$type<DateOnly>(),
    meetingOn: text('meeting_on').$type<DateOnly>(),
    meetingPlace: text('meeting_place'),
    hostName: text('host_name'),
    /** 应到 and 实到 of the meeting: written when the result is confirmed, followed from the roster before. */
    should: integer('should'),
    present: integer('present'),
    /** ORG-39, ORG-36: the meeting agreed. */
    exemptionsAgreed: integer('exemptions_agreed', { mode: 'boolean' }).notNull(),
    tellersAgreed: integer('tellers_agreed', { mode: 'boolean' }).notNull(),
    /** ORG-35: why seats were left empty instead of another ballot; null while that was not decided. */
    reducedReason: text('reduced_reason'),
    approvalDoc: text('approval_doc'),
    approvalOn: text('approval_on').$type<DateOnly>(),
    filedOn: text('filed_on').$type<DateOnly>(),
    /** Why it was given up or did not count. */
    closedReason: text('closed_reason'),
    remark: text('remark'),
    ...trashable(),
  },
  (t) => [
    index('elections_of').on(t.organizationId, t.createdAt),
    index('elections_status').on(t.status, t.organizationId),
  ],
)

const electionId = () =>
  text('election_id')
    .notNull()
    .references(() => elections.id)

// Parts point at their election alone, so that undoing one never leaves another hanging on it.

/** What was done at one of the twelve steps; a step without a row is not done. */
export const electionSteps = sqliteTable(
  'election_steps',
  {
    id: text('id').primaryKey(),
    electionId: electionId(),
    stepNo: integer('step_no').notNull(),
    doneOn: text('done_on').$type<DateOnly>(),
    docNo: text('doc_no'),
    note: text('note'),
  },
  (t) => [uniqueIndex('election_steps_of').on(t.electionId, t.stepNo)],
)

/** Results outlive the people in them: the name stands beside an id that may point at nobody any more. */
export const electionCandidates = sqliteTable(
  'election_candidates',
  {
    id: text('id').primaryKey(),
    electionId: electionId(),
    contest: text('contest').$type<Contest>().notNull(),
    memberId: text('member_id').notNull(),
    name: text('name').notNull(),
    stage: text('stage').$type<CandidateStage>().notNull(),
    position: integer('position').notNull(),
  },
  (t) => [index('election_candidates_of').on(t.electionId, t.contest, t.position)],
)

export const electionExemptions = sqliteTable(
  'election_exemptions',
  {
    id: text('id').primaryKey(),
    electionId: electionId(),
    memberId: text('member_id')
      .notNull()
      .references(() => members.id),
    reason: text('reason').$type<ExemptionReason>().notNull(),
  },
  (t) => [
    uniqueIndex('election_exemptions_of').on(t.electionId, t.memberId),
    index('election_exemptions_member').on(t.memberId),
  ],
)

export const electionTellers = sqliteTable(
  'election_tellers',
  {
    id: text('id').primaryKey(),
    electionId: electionId(),
    memberId: text('member_id').notNull(),
    name: text('name').notNull(),
    duty: text('duty').$type<TellerDuty>().notNull(),
    position: integer('position').notNull(),
  },
  (t) => [index('election_tellers_of').on(t.electionId, t.position)],
)

/** One ballot of one contest as counted: sums only, never who voted how. */
export const electionRounds = sqliteTable(
  'election_rounds',
  {
    id: text('id').primaryKey(),
    electionId: electionId(),
    contest: text('contest').$type<Contest>().notNull(),
    roundNo: integer('round_no').notNull(),
    kind: text('kind').$type<RoundKind>().notNull(),
    heldOn: text('held_on').$type<DateOnly>().notNull(),
    seats: integer('seats').notNull(),
    should: integer('should').notNull(),
    present: integer('present').notNull(),
    issued: integer('issued').notNull(),
    returned: integer('returned').notNull(),
    invalid: integer('invalid').notNull(),
  },
  (t) => [uniqueIndex('election_rounds_of').on(t.electionId, t.contest, t.roundNo)],
)

export const electionVotes = sqliteTable(
  'election_votes',
  {
    id: text('id').primaryKey(),
    electionId: electionId(),
    roundId: text('round_id').notNull(),
    candidateId: text('candidate_id').notNull(),
    agreed: integer('agreed').notNull(),
    against: integer('against').notNull(),
    abstained: integer('abstained').notNull(),
  },
  (t) => [
    uniqueIndex('election_votes_of').on(t.roundId, t.candidateId),
    index('election_votes_election').on(t.electionId),
  ],
)
