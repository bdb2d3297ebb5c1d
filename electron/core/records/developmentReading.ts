import type { ReadDb } from '#db/database.ts'
import {
  bodiesOf,
  type BodyRow,
  type EventFact,
  factRowsOf,
  rosterDatesOf,
  type StatusStay,
  statusStaysOf,
  type TrainingFact,
} from '#db/queries/developmentFacts.ts'
import type { StoredDevelopmentFile } from '#db/queries/developmentFiles.ts'
import type {
  ActingBody,
  Arrival,
  DevelopmentContext,
  DevelopmentFacts,
  Guarantor,
} from '#shared/domain/development/facts.ts'
import { courseOfRecord, datesOfSteps } from '#shared/domain/development/courseRecord.ts'
import type { Milestone } from '#shared/domain/development/milestones.ts'
import type { DevelopmentEventKind } from '#shared/domain/development/records.ts'
import { isFormerFile } from '#shared/domain/development/rejoining.ts'
import type { CourseState } from '#shared/domain/development/states.ts'
import { defaultRuleSettings } from '#shared/domain/settings.ts'
import type { DateOnly, PartialDate } from '#shared/lib/dates.ts'
import { currentGuarantors, judgeGuarantor } from './developmentGuarantors.ts'
import { readWorkCalendar } from './workCalendar.ts'

/** A file as the rules see it. */
export interface DevelopmentReading {
  readonly file: StoredDevelopmentFile
  readonly facts: DevelopmentFacts
  readonly state: CourseState
  /** Everybody who has or had a duty, by the row's id: what the roster says of the day of appointment. */
  readonly guarantors: ReadonlyMap<string, Guarantor>
}

export function developmentContext(db: ReadDb, today: DateOnly): DevelopmentContext {
  return { today, settings: defaultRuleSettings, calendar: readWorkCalendar(db) }
}

const endKinds: Readonly<Partial<Record<CourseState, DevelopmentEventKind>>> = {
  disqualified: 'disqualify',
  revoked: 'revoke',
  ended: 'end',
}

/** The day of the event that ended the file; deadlines stop there. */
function endedOnOf(events: readonly EventFact[], state: CourseState): PartialDate | null {
  const ending = endKinds[state]
  return (ending && events.findLast(({ kind }) => kind === ending)?.happenedOn) ?? null
}

function arrivalOf(file: StoredDevelopmentFile): Arrival | null {
  if (file.arrivalKind === null || file.arrivalOn === null) return null
  return {
    kind: file.arrivalKind,
    leftOn: file.arrivalLeftOn,
    arrivedOn: file.arrivalOn,
    isVerified: file.arrivalVerified,
    isContinuous: file.arrivalContinuous ?? true,
    delayMonths: file.arrivalDelayMonths,
  }
}

/** The best of the classes somebody sat in; without a class what the file says. */
function trainingOf(file: StoredDevelopmentFile, places: readonly TrainingFact[]) {
  const most = (values: readonly (number | null)[], own: number | null) =>
    values.reduce((best, value) => (value !== null && (best === null || value > best) ? value : best), own)
  return {
    trainingDays: most(
      places.map(({ days }) => days),
      file.trainingDays,
    ),
    trainingHours: most(
      places.map(({ hours }) => hours),
      file.trainingHours,
    ),
  }
}

function bodyOf({ name, type, branchKind, hasApprovalRight }: BodyRow): ActingBody {
  return { name, type, branchKind, hasApprovalRight: hasApprovalRight === 1 }
}

/** Rows of many files, each found by its file. */
function factsReader(db: ReadDb, files: readonly StoredDevelopmentFile[]) {
  const rows = factRowsOf(
    db,
    files.map(({ id }) => id),
  )
  const memberIds = files.flatMap(({ memberId }) => memberId ?? [])
  const guarantorIds = [...new Set(rows.guarantors.flatMap(({ memberId }) => memberId ?? []))]
  const bodyIds = new Set([
    ...rows.steps.flatMap(({ bodyId }) => bodyId ?? []),
    ...rows.forms.map(({ organizationId }) => organizationId),
  ])
  const byFile = <T extends { readonly fileId: string }>(all: readonly T[]) => {
    const groups = Map.groupBy(all, ({ fileId }) => fileId)
    return (id: string): readonly T[] => groups.get(id) ?? []
  }
  const roster = rosterDatesOf(db, memberIds)
  const stays: ReadonlyMap<string, readonly StatusStay[]> = Map.groupBy(
    guarantorIds.length === 0 ? [] : statusStaysOf(db, guarantorIds),
    ({ memberId }) => memberId,
  )
  const bodies = new Map(bodiesOf(db, [...bodyIds]).map((row) => [row.id, bodyOf(row)]))
  return {
    steps: byFile(rows.steps),
    guarantors: byFile(rows.guarantors),
    reviews: byFile(rows.reviews),
    votes: byFile(rows.votes),
    materials: byFile(rows.materials),
    events: byFile(rows.events),
    forms: byFile(rows.forms),
    trainings: byFile(rows.trainings),
    roster,
    stays,
    body: (id: string | null | undefined) => bodies.get(id ?? '') ?? null,
  }
}

type FactsReader = ReturnType<typeof factsReader>

function readOne(read: FactsReader, file: StoredDevelopmentFile): DevelopmentReading {
  const { id } = file
  const [steps, events, guarantors] = [read.steps(id), read.events(id), read.guarantors(id)]
  const [reviews, votes, materials] = [read.reviews(id), read.votes(id), read.materials(id)]
  const { dates, extensions, state } = courseOfRecord({ dates: datesOfSteps(steps), events })
  const inRoster = file.memberId === null ? undefined : read.roster.get(file.memberId)
  const roster = inRoster !== undefined && isFormerFile({ state, dates }, inRoster) ? undefined : inRoster
  // Of a sheet that was taken over, a list without a row says nothing.
  const listed = <T>(all: readonly T[]): readonly T[] | null =>
    all.length === 0 && file.isImported ? null : all
  const reviewsOf = (wanted: (typeof reviews)[number]['kind']) =>
    listed(reviews.filter(({ kind }) => kind === wanted).map(({ reviewedOn }) => reviewedOn))
  const judged = new Map(guarantors.map((fact) => [fact.id, judgeGuarantor(fact, dates, read.stays)]))
  const guarantorsOf = (duty: 'contact' | 'sponsor') =>
    listed(currentGuarantors(guarantors, duty).flatMap(({ id: each }) => judged.get(each) ?? []))
  const bodyAt = (wanted: Milestone) => read.body(steps.find(({ milestone }) => milestone === wanted)?.bodyId)
  const papers = listed(materials)
  const facts: DevelopmentFacts = {
    birthDate: file.birthDate,
    dates,
    contacts: guarantorsOf('contact'),
    sponsors: guarantorsOf('sponsor'),
    activistReviews: reviewsOf('activist'),
    probationReviews: reviewsOf('probation'),
    thoughtReports: reviewsOf('thoughtReport'),
    publicityResult: file.publicityResult,
    ...trainingOf(file, read.trainings(id)),
    isPoliticallyQualified: file.isPoliticallyQualified,
    hasReviewSummary: file.hasReviewSummary,
    leavesSoon: file.leavesSoon,
    formIssuer: read.body(read.forms(id).at(-1)?.organizationId),
    preReviewBody: bodyAt('preReviewOn'),
    approvalBody: bodyAt('approvedOn'),
    regularApprovalBody: bodyAt('regularApprovedOn'),
    admissionVote: votes.findLast(({ subject }) => subject === 'admission') ?? null,
    regularVote: votes.findLast(({ subject }) => subject === 'regular') ?? null,
    resolutionOn: file.resolutionOn,
    rosterJoinedOn: roster?.joinedOn ?? null,
    rosterRegularOn: roster?.regularOn ?? null,
    extensions,
    materials:
      papers === null
        ? null
        : new Set(papers.filter(({ isPresent }) => isPresent === 1).map(({ materialNo }) => materialNo)),
    arrival: arrivalOf(file),
    endedOn: endedOnOf(events, state),
  }
  return { file, facts, state, guarantors: judged }
}

/** Files that the caller has read, cut to the scope; some hundreds at a time, each part read once. In their order. */
export function readDevelopment(
  db: ReadDb,
  files: readonly StoredDevelopmentFile[],
): readonly DevelopmentReading[] {
  const read = factsReader(db, files)
  return files.map((file) => readOne(read, file))
}
