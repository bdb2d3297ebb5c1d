import { appraisalsOfMember, countAppraisals, getAppraisals } from '#db/queries/appraisals.ts'
import { branchPeople } from '#db/queries/asOf.ts'
import type { ReadDb } from '#db/database.ts'
import { getMember } from '#db/queries/members.ts'
import { getOrganization, organizationNames } from '#db/queries/organizations.ts'
import { branchesWithout, listYearly } from '#db/queries/organizationLife.ts'
import { isInScope } from '#db/queries/scope.ts'
import { AppError } from '#shared/contract/errors.ts'
import type { RouteInput, RouteOutput } from '#shared/contract/routes.ts'
import type { DateOnly } from '#shared/lib/dates.ts'
import { appraisalRow } from '../records/appraisalDetail.ts'
import { shownTexts } from '../records/developmentRows.ts'

export function listAppraisals(
  db: ReadDb,
  { organizationId, year, offset, limit }: RouteInput<'appraisals.list'>,
): RouteOutput<'appraisals.list'> {
  const asked = { organizationId, year }
  const { ids, total } = listYearly(db, 'appraisals', asked, { offset, limit })
  const names = organizationNames(db)
  const counts = countAppraisals(db, ids)
  const rows = getAppraisals(db, ids).map((each) =>
    appraisalRow(each, names.get(each.organizationId) ?? '', counts.get(each.id)),
  )
  return { rows, total, without: branchesWithout(db, 'appraisals', asked, { offset: 0, limit: 0 }).total }
}

/** Everybody of the branch at the end of the day, by name; probationary members take part and are marked. */
export function proposedPeople(
  db: ReadDb,
  { organizationId, on }: { readonly organizationId: string; readonly on: DateOnly },
): RouteOutput<'appraisals.people'> {
  if (!getOrganization(db, organizationId))
    throw new AppError('NOT_FOUND', 'no such organization', { messageZh: '所选党支部已不存在，请重新选择' })
  return {
    people: branchPeople(db, [organizationId], on).map(({ memberId, name, isFull, organizationNow }) => ({
      id: null,
      memberId: isInScope(db, organizationNow) ? memberId : null,
      name,
      isProbationary: isFull === 0,
      absentReason: null,
      excellent: null,
      qualified: null,
      basic: null,
      unqualified: null,
      grade: null,
      opinion: null,
      feedbackOn: null,
      disposal: null,
      disposalWords: null,
      mendBy: null,
    })),
  }
}

export function memberResults(db: ReadDb, memberId: string): RouteOutput<'appraisals.ofMember'> {
  if (!getMember(db, memberId))
    throw new AppError('NOT_FOUND', 'no such member', { messageZh: '找不到这名党员，可能已删除。请刷新列表' })
  return {
    results: appraisalsOfMember(db, memberId).map((row) =>
      shownTexts({ ...row, isProbationary: row.isProbationary === 1 }, ['absentReason'], db),
    ),
  }
}
