import type { ReadDb } from '#db/database.ts'
import {
  getMobility,
  listMobility,
  mobilityOfMember,
  contactSummariesOf,
  mobilityByIds,
} from '#db/queries/mobility.ts'
import { countClosedMobility, type LedgerLine, ledgerLines } from '#db/queries/mobilityLedger.ts'
import { getMember } from '#db/queries/members.ts'
import { subtreeIds } from '#db/queries/organizations.ts'
import { AppError } from '#shared/contract/errors.ts'
import type { MobilityDetail, MobilityFilter, MobilityPage, MobilityRow } from '#shared/contract/mobility.ts'
import type { RouteInput, RouteOutput } from '#shared/contract/routes.ts'
import type { MobilityDirection } from '#shared/domain/mobility.ts'
import { countPlaces } from '#shared/domain/mobilityGroups.ts'
import { endOfWeek, noContacts, type RuleDay } from '#shared/domain/mobilityDue.ts'
import { defaultRuleSettings } from '#shared/domain/settings.ts'
import type { DateOnly } from '#shared/lib/dates.ts'
import { stripSpaces } from '#shared/lib/text.ts'
import { mobilityDetails, mobilityRows, shownText } from '../records/mobilityRows.ts'
import { placeKey, placeText } from '#shared/domain/mobilityPlaces.ts'
import { type JudgedMobility, isUnlinked, judgeMobility } from '../records/mobilityJudging.ts'

export function ruleDay(today: DateOnly): RuleDay {
  return { today, settings: defaultRuleSettings }
}

/** A record with what the rules say of it: enough to count, filter and order a whole ledger. */
interface Judged {
  readonly of: LedgerLine
  readonly judged: JudgedMobility
}

const has = ({ judged }: Judged, code: string) => judged.findings.some((found) => found.code === code)

const tests: Readonly<Record<MobilityFilter, (row: Judged) => boolean>> = {
  overdue: ({ judged }) => judged.isOverdue,
  silent: ({ judged }) =>
    judged.findings.some(({ code, severity }) => code === 'FLO-04' && severity === 'orange'),
  abroad: ({ of }) => of.record.kind === 'abroad',
  shouldTransfer: (row) => has(row, 'FLO-02'),
  certificate: (row) => has(row, 'FLO-08'),
  unreported: (row) => has(row, 'FLO-03'),
  unregistered: (row) => has(row, 'FLO-01'),
  unlinked: ({ of }) => isUnlinked(of),
  anyFinding: ({ judged }) => judged.findings.length > 0,
}

const nameOf = ({ of }: Judged) => of.member?.name ?? of.record.name ?? ''

/** Most pressing first: what falls due earliest; those nobody waits for by name. */
function byDue(a: Judged, b: Judged): number {
  const byText = (x: string, y: string) => (x < y ? -1 : x > y ? 1 : 0)
  return (
    byText(a.judged.nextDue ?? '9999', b.judged.nextDue ?? '9999') ||
    byText(nameOf(a), nameOf(b)) ||
    byText(a.of.record.id, b.of.record.id)
  )
}

interface Part {
  readonly direction: MobilityDirection | null
  readonly isOpen: boolean
  readonly organizationId: string | null
}

const insideOf = (db: ReadDb, organizationId: string | null) =>
  organizationId === null ? null : subtreeIds(db, organizationId)

/** A few per cent of the members at most: judged by the rules as a whole, by few columns; rows are read and made of a page of it only. */
function ledger(db: ReadDb, { direction, isOpen, organizationId }: Part, day: RuleDay): readonly Judged[] {
  const all = ledgerLines(db, { direction, isOpen, organizationIds: insideOf(db, organizationId) })
  const contacts = contactSummariesOf(
    db,
    all.map(({ record }) => record.id),
  )
  return all.map((of) => ({ of, judged: judgeMobility(of, contacts.get(of.record.id) ?? noContacts, day) }))
}

function page(
  db: ReadDb,
  rows: readonly Judged[],
  { offset, limit }: { readonly offset: number; readonly limit: number },
  day: RuleDay,
): readonly MobilityRow[] {
  const ids = rows.slice(offset, offset + limit).map(({ of }) => of.record.id)
  return mobilityRows(db, mobilityByIds(db, ids), day)
}

/** Searches what this reader is shown. */
function mentions(db: ReadDb, row: Judged, text: string): boolean {
  const { record } = row.of
  return [nameOf(row), placeText(record), record.unit, record.destOrg, record.origOrg].some(
    (part) => part !== null && shownText(part, db).includes(text),
  )
}

/** Whom the chart counts there: nobody the roster does not have. */
function isInPlace(db: ReadDb, { of }: Judged, place: string): boolean {
  return !isUnlinked(of) && shownText(placeKey(of.record), db) === place
}

export function listLedger(db: ReadDb, input: RouteInput<'mobility.list'>, today: DateOnly): MobilityPage {
  const { direction, state, organizationId, filter, place, text } = input
  const day = ruleDay(today)
  const open = ledger(db, { direction, isOpen: true, organizationId }, day)
  const all = state === 'open' ? open : ledger(db, { direction, isOpen: false, organizationId }, day)
  const words = text === null ? '' : stripSpaces(text)
  const rows = all
    .filter(
      (row) =>
        (filter === null || tests[filter](row)) &&
        (place === null || isInPlace(db, row, place)) &&
        (words === '' || mentions(db, row, words)),
    )
    .toSorted(byDue)
  const closed = countClosedMobility(db, { direction, organizationIds: insideOf(db, organizationId) })
  return {
    rows: page(db, rows, input, day),
    total: rows.length,
    counts: { ...countsOf(open), open: open.length, closed },
  }
}

function countsOf(rows: readonly Judged[]): Readonly<Record<MobilityFilter, number>> {
  const count = (filter: MobilityFilter) => rows.filter((row) => tests[filter](row)).length
  return {
    overdue: count('overdue'),
    silent: count('silent'),
    abroad: count('abroad'),
    shouldTransfer: count('shouldTransfer'),
    certificate: count('certificate'),
    unreported: count('unreported'),
    unregistered: count('unregistered'),
    unlinked: count('unlinked'),
    anyFinding: count('anyFinding'),
  }
}

export function dueThisWeek(
  db: ReadDb,
  { organizationId, limit }: RouteInput<'mobility.due'>,
  today: DateOnly,
): RouteOutput<'mobility.due'> {
  const day = ruleDay(today)
  const until = endOfWeek(today)
  const rows = ledger(db, { direction: null, isOpen: true, organizationId }, day)
    .filter(({ judged }) => judged.nextDue !== null && judged.nextDue <= until)
    .toSorted(byDue)
  return {
    rows: page(db, rows, { offset: 0, limit }, day),
    total: rows.length,
    inflows: rows.filter(({ of }) => of.record.direction === 'LR').length,
    overdue: rows.filter(({ judged }) => judged.isOverdue).length,
    until,
  }
}

export function placesOf(
  db: ReadDb,
  { direction, organizationId }: RouteInput<'mobility.places'>,
): RouteOutput<'mobility.places'> {
  const all = listMobility(db, { direction, isOpen: true, organizationIds: insideOf(db, organizationId) })
  const counted = all.filter((of) => !isUnlinked(of))
  const people = counted.map(({ record, member }) => ({
    place: shownText(placeKey(record), db),
    personType: member?.personType ?? record.personType,
  }))
  return { places: countPlaces(people, defaultRuleSettings), unlinked: all.length - counted.length }
}

export function notFound(): AppError {
  return new AppError('NOT_FOUND', 'no such mobility record', {
    messageZh: '找不到这条流动党员记录，可能已删除或随导入撤回，请刷新后再看',
  })
}

export function mobilityDetail(db: ReadDb, id: string, today: DateOnly): MobilityDetail {
  const found = getMobility(db, id)
  const [detail] = found === undefined ? [] : mobilityDetails(db, [found], ruleDay(today))
  if (!detail) throw notFound()
  return detail
}

export function recordsOfMember(db: ReadDb, memberId: string, today: DateOnly): readonly MobilityDetail[] {
  if (!getMember(db, memberId))
    throw new AppError('NOT_FOUND', 'no such member', { messageZh: '找不到这名党员，可能已被彻底删除' })
  return mobilityDetails(db, mobilityOfMember(db, memberId), ruleDay(today))
}
