import type { ReadDb } from '#db/database.ts'
import { branchPeople, statusesAsOf } from '#db/queries/asOf.ts'
import { subtreeIds } from '#db/queries/organizations.ts'
import { isInScope } from '#db/queries/scope.ts'
import type { NoVote, Voter, VoterList } from '#shared/contract/memberships.ts'
import { whyNoVote } from '#shared/domain/voting.ts'
import type { DateOnly } from '#shared/lib/dates.ts'

interface People {
  readonly voters: readonly (Voter & { readonly memberId: string; readonly organizationNow: string })[]
  readonly others: readonly (NoVote & { readonly memberId: string; readonly organizationNow: string })[]
}

/**
 * Who of an organisation and all below it had 表决权 and 选举权 at the end of a day, and why the others had none (ORG-37). Both lists
 * by name. Empty for an organisation out of the caller's reach.
 */
export function readVoters(db: ReadDb, organizationId: string, on: DateOnly): VoterList {
  const { voters, others } = votersByPerson(db, organizationId, on)
  const shown = <T extends { readonly memberId: string; readonly organizationNow: string }>({
    organizationNow,
    memberId,
    ...rest
  }: T) => ({ ...rest, memberId: isInScope(db, organizationNow) ? memberId : null })
  return { on, voters: voters.map(shown), others: others.map(shown) }
}

/** The same with everybody's id, also of who is out of the caller's reach by now: to look the person up, not to be shown. */
export function votersByPerson(db: ReadDb, organizationId: string, on: DateOnly): People {
  const people = branchPeople(db, subtreeIds(db, organizationId), on)
  const statuses = new Map(
    statusesAsOf(
      db,
      people.map(({ memberId }) => memberId),
      on,
    ).map(({ memberId, status }) => [memberId, status]),
  )
  const voters: People['voters'][number][] = []
  const others: People['others'][number][] = []
  for (const { memberId, name, organizationId: branchId, organizationNow, isFull } of people) {
    const voter = { memberId, name, organizationId: branchId, organizationNow }
    const why = whyNoVote({ isFull: isFull === 1, partyStatus: statuses.get(memberId) ?? 'ZC' })
    if (why === null) voters.push(voter)
    else others.push({ ...voter, why })
  }
  return { voters, others }
}
