import type { StoredMember } from '#db/queries/memberRecords.ts'
import type { ImportFinding, ImportMode } from '#shared/contract/imports.ts'
import type { DevelopmentContext } from '#shared/domain/development/facts.ts'
import { sameAtCommonPrecision } from '#shared/lib/dates.ts'
import { stripSpaces } from '#shared/lib/text.ts'
import type { DevelopmentReading } from '../records/developmentReading.ts'
import type { OrganizationTree } from '../records/organizationTree.ts'
import { type BranchBook, keysOf } from './branches.ts'
import type { DevelopmentChanges } from './developmentChanges.ts'
import type { RowOutcome, SheetColumns } from './developmentRules.ts'
import type { DevelopmentSnapshot } from './developmentSnapshot.ts'
import { organizationKey } from './organizationNames.ts'
import type { PlannedRow } from './plannedRow.ts'
import type { ReadDevelopment } from './readDevelopment.ts'
import { placeIn } from './readPerson.ts'
import { finding, quote } from './rowFindings.ts'

type Names = readonly string[] | null

/** What is written for a row. */
export type DevelopmentWrite =
  | {
      readonly is: 'new'
      /** May stand for a branch that is still to be made. */
      readonly organizationId: string
      readonly member: StoredMember | null
      readonly read: ReadDevelopment
      /** Files of the person that are over: no other may have come since. */
      readonly known: number
    }
  | {
      readonly is: 'changed'
      readonly current: DevelopmentReading
      readonly linkTo: string | null
      readonly set: DevelopmentChanges['set']
      readonly dates: DevelopmentChanges['dates']
      /** Of a duty nobody has yet. */
      readonly contacts: Names
      readonly sponsors: Names
    }
  | { readonly is: 'nothing' }

export interface PlannedDevelopment extends PlannedRow {
  readonly write: DevelopmentWrite
}

export interface DevelopmentPlanning {
  readonly mode: ImportMode
  readonly snapshot: DevelopmentSnapshot
  readonly tree: OrganizationTree
  readonly branches: BranchBook
  readonly rules: DevelopmentContext
  /** Columns of each sheet by their fields. */
  readonly mapped: ReadonlyMap<string, SheetColumns>
}

export type Verdict = Omit<PlannedDevelopment, 'sheet' | 'row' | 'name'>

export const nothing = { is: 'nothing' } as const

export function blocked(
  read: ReadDevelopment,
  field: string,
  code: string,
  message: string,
  matchId: string | null = null,
): Verdict {
  const findings = [finding(placeIn(read, field), code, 'block', message)]
  return { outcome: 'blocked', matchId, findings, changes: [], write: nothing }
}

/** The file that goes on, else the old one the row speaks of; an end and a new application are two files. */
export function matchOf(
  read: ReadDevelopment,
  known: readonly DevelopmentReading[],
): DevelopmentReading | null {
  const isOver = ({ state }: DevelopmentReading) => state === 'ended' || state === 'disqualified'
  const { appliedOn } = read.dates
  const isSame = ({ facts: { dates } }: DevelopmentReading) =>
    dates.appliedOn !== null && appliedOn !== undefined && sameAtCommonPrecision(dates.appliedOn, appliedOn)
  return known.find((each) => !isOver(each)) ?? known.find(isSame) ?? null
}

export type Place =
  | { readonly is: 'known'; readonly id: string; readonly said: readonly ImportFinding[] }
  | { readonly is: 'blocked'; readonly verdict: Verdict }

/** The branch of whom the roster or a file has already is theirs, whatever the sheet calls it. */
export function placeOf(
  read: ReadDevelopment,
  known: { readonly id: string; readonly where: string } | null,
  { branches, tree }: DevelopmentPlanning,
): Place {
  const { branchName } = read
  if (known !== null) {
    const branch = tree.get(known.id)
    const isSame =
      branchName === null || branch === undefined || keysOf(branch, tree).has(organizationKey(branchName))
    const message = `表中党支部是${quote(branchName ?? '')}，${known.where}里在${quote(branch?.shortName ?? '')}；以${known.where}为准`
    const said = isSame ? [] : [finding(placeIn(read, 'organizationId'), 'BRANCH_DIFFERS', 'yellow', message)]
    return { is: 'known', id: known.id, said }
  }
  const refuse = (message: string): Place => ({
    is: 'blocked',
    verdict: blocked(read, 'organizationId', 'BRANCH_UNKNOWN', message),
  })
  if (branchName === null) return refuse('没有写所在党支部，不能导入；请补填后重新导入')
  const answer = branches.answer(stripSpaces(branchName))
  if (answer.is === 'blocked') return refuse(answer.message)
  const said =
    answer.is === 'known'
      ? []
      : [finding(placeIn(read, 'organizationId'), 'BRANCH_UNKNOWN', 'yellow', answer.message)]
  return { is: 'known', id: answer.is === 'created' ? answer.placeholder : answer.id, said }
}

/** Whoever is approved stands in the roster, and nobody else does. */
export function memberFindings(
  read: ReadDevelopment,
  { current, dates, member }: RowOutcome,
): readonly ImportFinding[] {
  const isApproved = (dates.approvedOn ?? current?.facts.dates.approvedOn ?? null) !== null
  if (isApproved && member === null) {
    const message = '表中已有党委审批时间，花名册里没有此人，请核对后补录花名册；导入不会新增党员'
    return [finding(placeIn(read, 'approvedOn'), 'MEMBER_UNKNOWN', 'yellow', message)]
  }
  if (isApproved || member === null) return []
  const message = '花名册里已是党员，表中没有党委审批时间，请核对后补登记'
  return [finding(placeIn(read, 'idNo'), 'ALREADY_MEMBER', 'yellow', message)]
}

/** Names are taken over where nobody has the duty yet; who has it is changed in the file, with the day. */
export function namesFor(
  read: ReadDevelopment,
  duty: 'contact' | 'sponsor',
  known: readonly string[],
): { readonly names: Names; readonly said: readonly ImportFinding[] } {
  const names = duty === 'contact' ? read.contacts : read.sponsors
  if (names === null || known.length === 0) return { names, said: [] }
  const isSame = names.length === known.length && names.every((name) => known.includes(name))
  if (isSame) return { names: null, said: [] }
  const label = duty === 'contact' ? '培养联系人' : '入党介绍人'
  const message = `表中${label}是${quote(names.join('、'))}，档案里是${quote(known.join('、'))}；以档案为准，确有更换的请在档案里登记更换日期`
  const field = duty === 'contact' ? 'contacts' : 'sponsors'
  return { names: null, said: [finding(placeIn(read, field), 'GUARANTORS_DIFFER', 'yellow', message)] }
}
