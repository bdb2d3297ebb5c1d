import type { Database, ReadDb } from '#db/database.ts'
import { getOrganization, type StoredOrganization } from '#db/queries/organizations.ts'
import { getTerm, listTerms, type StoredTerm } from '#db/queries/terms.ts'
import { AppError, type FieldErrors } from '#shared/contract/errors.ts'
import type { TermFields } from '#shared/contract/terms.ts'
import { addYears, type DateOnly, firstDay, formatPartialDate, type PartialDate } from '#shared/lib/dates.ts'
import type { Ports } from '../ports.ts'
import { momentOf } from '../records/moment.ts'
import { changeTerm, openTerm, trashTerm } from '../records/termStore.ts'
import { noTermZh, yearsOf } from './rows.ts'

export function requireOrganization(db: ReadDb, id: string): StoredOrganization {
  const row = getOrganization(db, id)
  if (row && row.deletedAt === null) return row
  throw new AppError('NOT_FOUND', 'no such organization', {
    messageZh: '找不到这个党组织，可能已被删除，请刷新后重试',
  })
}

function requireTerm(db: ReadDb, id: string): StoredTerm {
  const term = getTerm(db, id)
  if (term) return term
  throw new AppError('NOT_FOUND', 'no such term', {
    messageZh: '找不到这一届的记录，可能刚被删除，请刷新后重试',
  })
}

function refuse(fields: FieldErrors): void {
  const keys = Object.keys(fields)
  if (keys.length > 0) throw new AppError('VALIDATION_FAILED', `invalid: ${keys.join(', ')}`, { fields })
}

interface Days {
  readonly fromOn: PartialDate | ''
  readonly dueOn: DateOnly | null
  readonly endedOn: PartialDate | null
}

/** Only what contradicts itself is refused; a term that is merely odd is somebody's history. */
function problems({ fromOn, dueOn, endedOn }: Days, others: readonly Days[], today: DateOnly): FieldErrors {
  const found: Record<string, string> = {}
  if (fromOn !== '' && fromOn > today) found.fromOn = '选举大会日期不能晚于今天，还没选举的届次请在选举后登记'
  if (fromOn !== '' && others.some((other) => other.fromOn === fromOn))
    found.fromOn = '已有同一天开始的届次，请核对是否重复登记'
  if (fromOn !== '' && dueOn !== null && dueOn <= firstDay(fromOn))
    found.dueOn = '届满日应晚于本届开始日期，请核对'
  if (fromOn !== '' && endedOn !== null && endedOn < fromOn) found.endedOn = '结束日期不能早于开始日期'
  if (endedOn !== null && endedOn > today)
    found.endedOn = '结束日期不能晚于今天；还在任期内的届次不填结束日期'
  return found
}

/** A term before one that stands already ended when that one began. */
function endOf({ fromOn, endedOn }: Days, others: readonly StoredTerm[]): PartialDate | null {
  if (endedOn !== null || fromOn === '') return endedOn
  const next = others.filter((other) => other.fromOn > fromOn).map((other) => other.fromOn)
  const first = next.toSorted()[0]
  return first === undefined || first === '' ? null : first
}

/** 届满日 by the years of a term where nobody gave one (ORG-10). */
function dueOf(row: StoredOrganization, { fromOn, dueOn }: Days): DateOnly | null {
  const years = yearsOf({ row })
  return dueOn ?? (fromOn === '' || years === null ? null : addYears(firstDay(fromOn), years))
}

export function recordTerm(
  db: Database,
  { organizationId, fields }: { readonly organizationId: string; readonly fields: TermFields },
  ports: Ports,
): void {
  const row = requireOrganization(db.read, organizationId)
  const none = noTermZh({ row })
  if (none !== null) throw new AppError('CONFLICT', 'kind has no term', { messageZh: `${none}，不登记届次` })
  const { termNo, remark, dueOn, endedOn } = fields
  const fromOn: PartialDate | '' = fields.fromOn ?? ''
  if (fromOn === '') refuse({ fromOn: '请填写本届开始日期（选举大会日），只知道年月的可只填年月' })
  const others = listTerms(db.read, [organizationId])
  const days = { fromOn, dueOn, endedOn }
  refuse(problems(days, others, ports.clock.today()))
  const term = { fromOn, dueOn: dueOf(row, days), endedOn: endOf(days, others) }
  db.write((tx) => {
    openTerm(tx, { organizationId, termNo, remark, electionId: null, ...term }, momentOf(ports))
  })
}

/** Answers whose it is. */
export function updateTermFields(
  db: Database,
  {
    id,
    version,
    fields,
  }: { readonly id: string; readonly version: number; readonly fields: Partial<TermFields> },
  ports: Ports,
): string {
  const current = { ...requireTerm(db.read, id), version }
  const { fromOn, ...rest } = fields
  const set = { ...rest, ...(fromOn === undefined ? {} : { fromOn: fromOn ?? ('' as const) }) }
  const others = listTerms(db.read, [current.organizationId]).filter((other) => other.id !== id)
  refuse(problems({ ...current, ...set }, others, ports.clock.today()))
  db.write((tx) => changeTerm(tx, current, set, momentOf(ports)))
  return current.organizationId
}

/** ORG-11. Answers whose it is. */
export function extendTerm(
  db: Database,
  input: {
    readonly id: string
    readonly version: number
    readonly extendedTo: DateOnly
    readonly doc: string | null
    readonly approvedOn: DateOnly | null
    readonly reason: string
  },
  ports: Ports,
): string {
  const { id, version, extendedTo, doc, approvedOn, reason } = input
  const current = requireTerm(db.read, id)
  if (current.dueOn === null)
    throw new AppError('CONFLICT', 'no due day', {
      messageZh: '这一届还没有届满日，请先补登届满日，再登记延期',
    })
  if (extendedTo <= current.dueOn)
    refuse({ extendedTo: `延期后的届满日应晚于原届满日${formatPartialDate(current.dueOn)}` })
  if (approvedOn !== null && approvedOn > ports.clock.today()) refuse({ approvedOn: '批准日期不能晚于今天' })
  const set = { extendedTo, extensionDoc: doc, extensionApprovedOn: approvedOn, extensionReason: reason }
  db.write((tx) => changeTerm(tx, { ...current, version }, set, momentOf(ports)))
  return current.organizationId
}

export function deleteTerm(
  db: Database,
  { id, version, reason }: { readonly id: string; readonly version: number; readonly reason: string },
  ports: Ports,
): void {
  const current = { ...requireTerm(db.read, id), version }
  db.write((tx) => trashTerm(tx, current, reason, momentOf(ports)))
}
