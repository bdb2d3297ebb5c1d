import type { ReadDb } from '#db/database.ts'
import { branchPeople, statusesAsOf } from '#db/queries/asOf.ts'
import { subtreeIds } from '#db/queries/organizations.ts'
import { isInScope } from '#db/queries/scope.ts'
import type { NoVote, Voter, VoterList } from '#shared/contract/memberships.ts'
import { whyNoVote } from '#shared/domain/voting.ts'
import type { DateOnly } from '#shared/lib/dates.ts'

/**
 * Who of an organisation and all below it had 表决权 and 选举权 at the end of a day, and why the others had none (ORG-37). Both lists
 * by name. Empty for an organisation out of the caller's reach.
 */
export function readVoters(db: ReadDb, organizationId: string, on: DateOnly): VoterList {
  const people = branchPeople(db, subtreeIds(db, organizationId), on)
  const statuses = new Map(
    statusesAsOf(
      db,
      people.map(({ memberId }) => memberId),
      on,
    ).map(({ memberId, status }) => [memberId, status]),
  )
  const voters: Voter[] = []
  const others: NoVote[] = []
  for (const { memberId, name, organizationId: branchId, organizationNow, isFull } of people) {
    const voter = {
      memberId: isInScope(db, organizationNow) ? memberId : null,
      name,
      organizationId: branchId,
    }
    const why = whyNoVote({ isFull: isFull === 1, partyStatus: statuses.get(memberId) ?? 'ZC' })
    if (why === null) voters.push(voter)
    else others.push({ ...voter, why })
  }
  return { on, voters, others }
}
