import type { MemberRecord } from '../contract/members.ts'
import type { PartialDate } from '../lib/dates.ts'

/** Where the start of a stay was taken from: 进入本支部日期, 入党日期, nowhere, or something that happened on that day. */
export const startBases = ['entered', 'joined', 'unknown', 'event'] as const

export type StartBasis = (typeof startBases)[number]

/** How people come to a branch: the codes of 进入方式, and NB from another branch, ZZ by splitting or merging branches. */
export const enteredBy = ['1', '2', '3', '4', '9', 'NB', 'ZZ'] as const

export type EnteredBy = (typeof enteredBy)[number]

/** How people leave a branch: the statuses that end being counted, and NB, ZZ as above. */
export const leftBy = ['ZCU', 'TZ', 'CD', 'SW', 'NB', 'ZZ'] as const

export type LeftBy = (typeof leftBy)[number]

export function isEnteredBy(code: string | null): code is EnteredBy {
  return enteredBy.some((each) => each === code)
}

export function isLeftBy(code: string | null): code is LeftBy {
  return leftBy.some((each) => each === code)
}

/** What a record alone tells about the start of the stay it speaks of. */
export interface KnownStart {
  readonly fromOn: PartialDate | ''
  readonly basis: StartBasis
  readonly enteredBy: EnteredBy | null
}

const newlyAdmitted = '1'

/** Nobody belongs anywhere before joining, so 入党日期 stands in where 进入本支部日期 is not filled in. */
export function startOf({
  enteredOn,
  enteredKind,
  joinedOn,
  joinKind,
}: Pick<MemberRecord, 'enteredOn' | 'enteredKind' | 'joinedOn' | 'joinKind'>): KnownStart {
  const known = isEnteredBy(enteredKind) ? enteredKind : null
  if (enteredOn !== null) return { fromOn: enteredOn, basis: 'entered', enteredBy: known }
  if (joinedOn === null) return { fromOn: '', basis: 'unknown', enteredBy: known }
  const isAdmitted = known === null && (joinKind === null || joinKind === newlyAdmitted)
  return { fromOn: joinedOn, basis: 'joined', enteredBy: isAdmitted ? newlyAdmitted : known }
}

/** From when on somebody is 正式党员: '' since before everything, null not yet. */
export function fullFromOf({
  personType,
  regularOn,
}: Pick<MemberRecord, 'personType' | 'regularOn'>): PartialDate | '' | null {
  if (personType === '2') return null
  return regularOn ?? ''
}
