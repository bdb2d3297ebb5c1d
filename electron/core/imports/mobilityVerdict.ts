import type { StoredMember } from '#db/queries/memberRecords.ts'
import type { StoredMobility } from '#db/queries/mobility.ts'
import type { ImportFinding, ImportMode, ImportRow } from '#shared/contract/imports.ts'
import type { ContactFields, MobilityFields } from '#shared/contract/mobility.ts'
import { isOpenMobility, type MobilityDirection } from '#shared/domain/mobility.ts'
import { formatPartialDate, type PartialDate, sameAtCommonPrecision } from '#shared/lib/dates.ts'
import type { OrganizationTree } from '../records/organizationTree.ts'
import type { BranchBook } from './branches.ts'
import { contactChange, type MobilityChanges, mobilityChanges } from './mobilityChanges.ts'
import type { MobilitySnapshot } from './mobilitySnapshot.ts'
import type { PlannedRow } from './plannedRow.ts'
import type { ReadMobility } from './readMobility.ts'
import { placeIn } from './readPerson.ts'
import { finding } from './rowFindings.ts'

/** What is written for a row. */
export type MobilityWrite =
  | {
      readonly is: 'new'
      readonly direction: MobilityDirection
      readonly member: StoredMember | null
      readonly fields: Partial<MobilityFields>
      readonly returnedOn: PartialDate | null
      readonly contact: ContactFields | null
    }
  | {
      readonly is: 'changed'
      readonly current: StoredMobility
      readonly set: MobilityChanges['set']
      readonly contact: ContactFields | null
      /** Of a record of nobody in the roster whose person is there by now. */
      readonly linkTo: string | null
    }
  | { readonly is: 'nothing' }

export interface PlannedMobility extends PlannedRow {
  readonly write: MobilityWrite
}

export interface MobilityContext {
  readonly mode: ImportMode
  readonly snapshot: MobilitySnapshot
  readonly tree: OrganizationTree
  readonly branches: BranchBook
}

/** Planning one row: records other rows of the file speak of already are not for this one. */
export interface Planning extends MobilityContext {
  readonly claimed: ReadonlySet<string>
}

export type Verdict = Omit<PlannedMobility, 'sheet' | 'row' | 'name'>

export const nothing = { is: 'nothing' } as const

export function blocked(
  read: ReadMobility,
  field: string,
  code: string,
  message: string,
  matchId: string | null = null,
): Verdict {
  const findings = [finding(placeIn(read, field), code, 'block', message)]
  return { outcome: 'blocked', matchId, findings, changes: [], write: nothing }
}

/** Dates known in part are compared as far as they go. */
export function isSameStay({ fields: { outOn = null } }: ReadMobility, record: StoredMobility): boolean {
  return outOn !== null && record.outOn !== null && sameAtCommonPrecision(record.outOn, outOn)
}

/** Somebody away now, or the same stay of the past. */
export function matchOf(
  read: ReadMobility,
  all: readonly StoredMobility[],
  claimed: ReadonlySet<string>,
): StoredMobility | undefined {
  const known = all.filter(({ id }) => !claimed.has(id))
  const same = known.find((record) => isSameStay(read, record))
  if (same !== undefined) return same
  const open = known.find(({ status }) => isOpenMobility(status))
  // A return of an earlier stay does not end the one the person is away by now.
  const isEarlierStay = read.returnedOn !== null && open !== undefined && open.outOn !== null
  return isEarlierStay ? undefined : open
}

export function planRecord(
  read: ReadMobility,
  current: StoredMobility | undefined,
  fields: Partial<MobilityFields>,
  member: StoredMember | null,
  context: MobilityContext,
  said: readonly ImportFinding[],
): Verdict {
  const { direction, returnedOn, contact } = read
  if (current === undefined) {
    const write = { is: 'new', direction, member, fields, returnedOn, contact } as const
    return { outcome: 'new', matchId: null, findings: [...said, ...missingDate(read)], changes: [], write }
  }
  if (context.mode === 'addOnly') {
    const message = '流动党员台账里已有这条记录，“只新增”方式下不改动'
    const found = finding(placeIn(read, 'idNo'), 'ALREADY_AWAY', 'yellow', message)
    return { outcome: 'duplicate', matchId: current.id, findings: [found], changes: [], write: nothing }
  }
  const changed = mobilityChanges(current, fields, returnedOn, context.mode, (id) =>
    context.branches.nameOf(id),
  )
  const known = context.snapshot.contacts.get(current.id) ?? []
  const isNew =
    contact !== null &&
    !known.some((each) => each.contactedOn === contact.contactedOn && each.way === contact.way)
  const linkTo = current.memberId === null ? (member?.id ?? null) : null
  const changes: ImportRow['changes'] = [
    ...(linkTo === null ? [] : [{ field: 'memberId', label: '党员', old: '未入花名册', new: '关联花名册' }]),
    ...changed.changes,
    ...(isNew ? [contactChange(contact)] : []),
  ]
  const findings = [...said, ...lostFindings(read, changed, member?.id ?? current.memberId, context)]
  if (changes.length === 0)
    return { outcome: 'unchanged', matchId: current.id, findings: said, changes: [], write: nothing }
  const write = { is: 'changed', current, set: changed.set, contact: isNew ? contact : null, linkTo } as const
  return { outcome: 'changed', matchId: current.id, findings, changes, write }
}

/** Back by the list and looked for by a case that nobody has settled: the case stays, and is to be settled by hand. */
function lostFindings(
  read: ReadMobility,
  { set: { status } }: MobilityChanges,
  memberId: string | null,
  { snapshot }: MobilityContext,
): readonly ImportFinding[] {
  const lost = status === 'returned' ? snapshot.lostCases.get(memberId ?? '') : undefined
  if (lost === undefined) return []
  const since = lost.since === null ? '' : `（${formatPartialDate(lost.since)}起失去联系）`
  const next =
    lost.status === 'stopped'
      ? '此人已停止党籍，联系上以后要由本人申请、支部讨论、上级批准才能恢复'
      : '请核对确已返回，再到“失联党员”登记取得联系'
  const message = `此人有没有办结的失联处置${since}。按表中登记返回，失联处置原样保留；${next}`
  return [finding(placeIn(read, 'returnedOn'), 'LOST_CASE_OPEN', 'orange', message)]
}

function missingDate(read: ReadMobility): readonly ImportFinding[] {
  const isTold = read.findings.some(({ field }) => field === 'outOn')
  if ((read.fields.outOn ?? null) !== null || isTold) return []
  return [finding(placeIn(read, 'outOn'), 'OUT_ON_MISSING', 'yellow', '没有外出（流入）时间，请补填')]
}
