import type { ReadDb } from '#db/database.ts'
import { getLostCase, lostCasesOf, markedLostWithoutCase } from '#db/queries/lostCases.ts'
import { organizationNames, subtreeIds } from '#db/queries/organizations.ts'
import { AppError } from '#shared/contract/errors.ts'
import type { LostCaseDetail, LostCaseRow } from '#shared/contract/lostCases.ts'
import type { RouteInput, RouteOutput } from '#shared/contract/routes.ts'
import { type LostStage, lostStages } from '#shared/domain/lostCases.ts'
import { isCountedStatus, partyStatuses } from '#shared/domain/partyStatus.ts'
import type { DateOnly } from '#shared/lib/dates.ts'
import { lostCaseDetails, readLostCases } from '../records/lostCases.ts'

export function notFound(): AppError {
  return new AppError('NOT_FOUND', 'no such case', {
    messageZh: '找不到这条失联处置，可能已移入回收站。请刷新列表',
  })
}

export function caseDetail(db: ReadDb, id: string, today: DateOnly): LostCaseDetail {
  const found = getLostCase(db, id)
  const detail = found && lostCaseDetails(db, [found], today)[0]
  if (!detail) throw notFound()
  return detail
}

export function casesOfMember(db: ReadDb, memberId: string, today: DateOnly): RouteOutput<'lost.ofMember'> {
  return { cases: lostCaseDetails(db, lostCasesOf(db, memberId), today) }
}

const idsOf = (db: ReadDb, organizationId: string | null) =>
  organizationId === null ? null : subtreeIds(db, organizationId)

/** The day something falls due; who has no date comes last. */
const dueOn = ({ stage, sixMonthsOn, twoYearsOn, fields }: LostCaseRow): string => {
  if (stage === 'over') return `9${fields.endedOn ?? fields.restoreApprovedOn ?? fields.foundOn ?? ''}`
  return (stage === 'stopped' || stage === 'twoYears' ? twoYearsOn : sixMonthsOn) ?? '8'
}

const isMore = (a: string, b: string) => (a === b ? 0 : a < b ? -1 : 1)

export function listCases(
  db: ReadDb,
  input: RouteInput<'lost.list'>,
  today: DateOnly,
): RouteOutput<'lost.list'> {
  const text = input.text?.trim() ?? ''
  const all = readLostCases(db, idsOf(db, input.organizationId), today).filter(({ memberName }) =>
    memberName.includes(text),
  )
  const count = (stage: LostStage) => all.filter((row) => row.stage === stage).length
  const rows = all
    .filter(({ stage }) => input.stage === null || stage === input.stage)
    .toSorted((a, b) => isMore(dueOn(a), dueOn(b)))
  const [searching, sixMonths, stopped, twoYears, over] = lostStages.map(count)
  return {
    rows: rows.slice(input.offset, input.offset + input.limit),
    total: rows.length,
    stages: {
      searching: searching ?? 0,
      sixMonths: sixMonths ?? 0,
      stopped: stopped ?? 0,
      twoYears: twoYears ?? 0,
      over: over ?? 0,
    },
  }
}

export function unregistered(
  db: ReadDb,
  { organizationId, limit }: RouteInput<'lost.unregistered'>,
): RouteOutput<'lost.unregistered'> {
  const names = organizationNames(db)
  const { rows, total } = markedLostWithoutCase(db, {
    organizationIds: idsOf(db, organizationId),
    statuses: partyStatuses.filter((status) => isCountedStatus(status)),
    limit,
  })
  return {
    rows: rows.map(({ organizationId: id, ...row }) => ({ ...row, organizationName: names.get(id) ?? '' })),
    total,
  }
}
