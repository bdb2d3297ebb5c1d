import type { ReadDb } from '#db/database.ts'
import { getDevelopmentFile, type StoredDevelopmentFile } from '#db/queries/developmentFiles.ts'
import { type DevelopmentParts, partsOfFile } from '#db/queries/developmentParts.ts'
import { getOrganization, type StoredOrganization } from '#db/queries/organizations.ts'
import { isInScope } from '#db/queries/scope.ts'
import { AppError, type FieldErrors } from '#shared/contract/errors.ts'
import type { Course, Refusals } from '#shared/domain/development/course.ts'
import { courseOfRecord, datesOfSteps } from '#shared/domain/development/courseRecord.ts'
import type { Milestone } from '#shared/domain/development/milestones.ts'
import { isEnded } from '#shared/domain/organizationKinds.ts'
import { type DateOnly, firstDay, type PartialDate } from '#shared/lib/dates.ts'
import { staleFile } from '../records/developmentStore.ts'

export function refuse(fields: FieldErrors): AppError {
  return new AppError('VALIDATION_FAILED', `invalid: ${Object.keys(fields).join(', ')}`, { fields })
}

/** Something stands in the way of what was asked. */
export function conflict(detail: string, messageZh: string): AppError {
  return new AppError('CONFLICT', detail, { messageZh })
}

export function notFound(): AppError {
  return new AppError('NOT_FOUND', 'no such development file', {
    messageZh: '找不到这份发展党员档案，可能已移入回收站或已彻底删除。请刷新列表',
  })
}

/** The sentences of the rules, and how an honest record of what was done otherwise goes on. */
export function refused(refusals: Refusals): AppError {
  const sentences = [...new Set(refusals.map(({ message }) => message))].join('；')
  return conflict(
    `refused by ${refusals.map(({ code }) => code).join(', ')}`,
    `${sentences}。确实是以前这样办理、据实补录的，请写明原因后登记`,
  )
}

export interface Versioned {
  readonly id: string
  readonly version: number
}

/** A file with everything that hangs on it, and where it stands by what still counts. */
export interface WholeFile {
  readonly file: StoredDevelopmentFile
  readonly parts: DevelopmentParts
  readonly course: Course
}

/** Throws NOT_FOUND for one out of reach or in the trash, STALE_WRITE for another version. */
export function readWhole(db: ReadDb, { id, version }: Versioned): WholeFile {
  const file = getDevelopmentFile(db, id)
  if (!file || file.deletedAt !== null) throw notFound()
  if (file.version !== version) throw staleFile()
  const parts = partsOfFile(db, id)
  return { file, parts, course: courseOf(parts) }
}

export function standing<T extends { readonly supersededBy: string | null }>(
  rows: readonly T[],
): readonly T[] {
  return rows.filter(({ supersededBy }) => supersededBy === null)
}

/** The course as it would be with this date, however it came to be. */
export function withDate({ parts, course }: WholeFile, milestone: Milestone, on: PartialDate): Course {
  const dates = { ...course.dates, [milestone]: on }
  return courseOfRecord({ dates, events: standing(parts.events) })
}

function courseOf({ steps, events }: DevelopmentParts): Course {
  return courseOfRecord({ dates: datesOfSteps(standing(steps)), events: standing(events) })
}

/** Throws VALIDATION_FAILED beside each day that has not come yet. */
export function notInFuture(
  today: DateOnly,
  days: Readonly<Record<string, PartialDate | null | undefined>>,
): void {
  const fields = Object.fromEntries(
    Object.entries(days)
      .filter(([, day]) => day !== null && day !== undefined && firstDay(day) > today)
      .map(([field]) => [field, '日期不能晚于今天，请核对']),
  )
  if (Object.keys(fields).length > 0) throw refuse(fields)
}

/** A branch a file can be with. Throws VALIDATION_FAILED beside the field. */
export function requireBranch(db: ReadDb, organizationId: string, field: string): StoredOrganization {
  const branch = isInScope(db, organizationId) ? getOrganization(db, organizationId) : undefined
  if (branch?.type !== 'ZB' || branch.deletedAt !== null)
    throw refuse({ [field]: '发展党员档案只能在党支部，请重新选择' })
  if (isEnded(branch)) throw refuse({ [field]: `“${branch.shortName}”已撤销或合并，请选择现有党支部` })
  return branch
}
