import type { ReadDb } from '#db/database.ts'
import { classesOfFile, countScans, developmentOverrides, formOfFile } from '#db/queries/developmentBeside.ts'
import { getDevelopmentFile, type StoredDevelopmentFile } from '#db/queries/developmentFiles.ts'
import { type DevelopmentParts, partsOfFile } from '#db/queries/developmentParts.ts'
import { getMember, getMembers } from '#db/queries/members.ts'
import type { DevelopmentDetail } from '#shared/contract/developmentRows.ts'
import { AppError } from '#shared/contract/errors.ts'
import { developmentDeadlines } from '#shared/domain/development/deadlines.ts'
import { developmentPlan } from '#shared/domain/development/plan.ts'
import { probationOf } from '#shared/domain/development/probation.ts'
import { activistPeriods, probationPeriods } from '#shared/domain/development/reviews.ts'
import { ruleSetOn } from '#shared/domain/development/ruleSets.ts'
import { severities } from '#shared/domain/finding.ts'
import { type DateOnly, isDateOnly } from '#shared/lib/dates.ts'
import { explanationsOfFile, findingsOfFile } from './developmentJudging.ts'
import { developmentContext, type DevelopmentReading, readDevelopment } from './developmentReading.ts'
import {
  eventRow,
  fieldsOfFile,
  guarantorRow,
  materialRows,
  reviewRow,
  shownTexts,
  stepRow,
  voteRow,
} from './developmentRows.ts'
import { type Shown, shownText } from './mobilityRows.ts'
import { readOrganizationTree } from './organizationTree.ts'
import { committeeAbove } from './transferCommittee.ts'
import { readVoters } from './voters.ts'

export function noSuchFile(): AppError {
  return new AppError('NOT_FOUND', 'no such development file', {
    messageZh: '找不到这份发展党员档案，它可能已被删除，请刷新列表',
  })
}

/** One file as the rules see it. Throws NOT_FOUND when it is out of the caller's reach. */
export function readDevelopmentFile(db: ReadDb, id: string): DevelopmentReading {
  const file = getDevelopmentFile(db, id)
  const [reading] = file === undefined ? [] : readDevelopment(db, [file])
  if (reading === undefined) throw noSuchFile()
  return reading
}

/** The day whose voters are shown: of the meeting that was held last, while its result is not in force yet, else today. */
function votersDay({ facts: { dates }, state }: DevelopmentReading, today: DateOnly): DateOnly {
  const held = dates.regularMeetingOn ?? (state === 'awaitingApproval' ? dates.meetingOn : null)
  return held !== null && isDateOnly(held) && held <= today ? held : today
}

function people(db: ReadDb, parts: DevelopmentParts): ReadonlySet<string> {
  const ids = parts.guarantors.flatMap(({ memberId }) => memberId ?? [])
  return new Set(getMembers(db, [...new Set(ids)]).map(({ id }) => id))
}

function memberOf(db: ReadDb, { memberId }: StoredDevelopmentFile): string | null {
  const member = memberId === null ? undefined : getMember(db, memberId)
  return member?.deletedAt === null ? member.id : null
}

function approverOf(db: ReadDb, { organizationId }: StoredDevelopmentFile): DevelopmentDetail['approver'] {
  const committee = committeeAbove(db, organizationId)
  return committee === undefined ? null : { id: committee.id, name: committee.shortName }
}

/**
 * Everything of one file, trashed or not, as `reader` is shown it: whoever asks, unless a paper goes to others or somebody has said
 * why the whole numbers are needed. Throws NOT_FOUND.
 */
export function developmentDetail(
  db: ReadDb,
  id: string,
  today: DateOnly,
  reader: Shown = db,
): DevelopmentDetail {
  const reading = readDevelopmentFile(db, id)
  const { file, facts, state } = reading
  const context = developmentContext(db, today)
  const parts = partsOfFile(db, id)
  const inReach = people(db, parts)
  const path = readOrganizationTree(db).path(file.organizationId)
  const overrides = developmentOverrides(db, id)
  const text = (words: string) => shownText(words, reader)
  const on = votersDay(reading, today)
  return {
    id,
    version: file.version,
    fields: fieldsOfFile(file, reader),
    organizationName: path.at(-1)?.shortName ?? '',
    organizationPath: path.map(({ id: each, shortName }) => ({ id: each, shortName })),
    approver: approverOf(db, file),
    memberId: memberOf(db, file),
    state,
    ruleSet: ruleSetOn(today, context.settings),
    steps: parts.steps.map((row) => stepRow(row, reader)),
    guarantors: parts.guarantors.map((row) =>
      guarantorRow(row, reading.guarantors.get(row.id), inReach.has(row.memberId ?? ''), reader),
    ),
    reviews: parts.reviews.map((row) => reviewRow(row, reader)),
    votes: parts.votes.map((row) => voteRow(row, reader)),
    events: parts.events.map((row) => eventRow(row, reader)),
    materials: materialRows(parts.materials, facts, context, countScans(db, id), reader),
    trainings: classesOfFile(db, id).map((row) => ({
      ...shownTexts(row, ['name', 'certNo'], reader),
      isPassed: row.isPassed === null ? null : row.isPassed === 1,
    })),
    form: formOfFile(db, id),
    findings: findingsOfFile(reading, context)
      .toSorted((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity))
      .map((finding) => {
        const reason = overrides.get(finding.code)
        return {
          ...finding,
          message: text(finding.message),
          overriddenReason: reason === undefined ? null : text(reason),
        }
      }),
    explanations: explanationsOfFile(reading, context),
    plan: developmentPlan(facts, context, file.wishedOn),
    deadlines: developmentDeadlines(facts, context),
    probation: probationOf(facts, context.settings),
    activistPeriods: activistPeriods(facts, context),
    probationPeriods: probationPeriods(facts, context),
    voters: { on, should: readVoters(db, file.organizationId, on).voters.length },
    createdAt: file.createdAt,
    updatedAt: file.updatedAt,
    deletedAt: file.deletedAt,
    deletedReason: file.deletedReason,
  }
}
