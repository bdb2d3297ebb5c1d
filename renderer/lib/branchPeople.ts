import type { RouteInput } from '#shared/contract/routes.ts'
import type { MemberPage } from '#shared/contract/members.ts'
import { isCountedStatus, partyStatuses } from '#shared/domain/partyStatus.ts'
import { codeName } from '#shared/labels/codeTables.ts'

/** The most people of one branch a screen lists at once. */
export const mostBranchPeople = 200

/** Who counts in a branch, by name. */
export function branchPeopleInput(organizationId: string): RouteInput<'members.list'> {
  return {
    organizationId,
    text: null,
    filters: [{ op: 'in', field: 'partyStatus', values: partyStatuses.filter(isCountedStatus) }],
    sort: { field: 'name', descending: false },
    offset: 0,
    limit: mostBranchPeople,
  }
}

export interface BranchPerson {
  readonly id: string
  readonly version: number
  readonly name: string
  readonly isFull: boolean
  /** 正式党员 and the like. */
  readonly note: string
}

export function branchPeople({ rows }: MemberPage): readonly BranchPerson[] {
  return rows.map(({ id, version, record: { name, personType } }) => ({
    id,
    version,
    name,
    isFull: personType === '1',
    note: codeName('personType', personType) ?? '',
  }))
}
