import type { ReadDb } from '#db/database.ts'
import { countElections, type ElectionListRow, listElections } from '#db/queries/elections.ts'
import { organizationNames, subtreeIds } from '#db/queries/organizations.ts'
import type { ElectionRow, ElectionVoters } from '#shared/contract/electionRows.ts'
import type { Voter } from '#shared/contract/memberships.ts'
import type { RouteInput, RouteOutput } from '#shared/contract/routes.ts'
import { electionSteps } from '#shared/domain/electionSteps.ts'
import { countVoters } from '#shared/domain/electionVoters.ts'
import { organizationTypes } from '#shared/domain/organizationKinds.ts'
import type { DateOnly } from '#shared/lib/dates.ts'
import { readElection } from '../records/electionFacts.ts'

export function electionList(
  db: ReadDb,
  { organizationId, status, offset, limit }: RouteInput<'elections.list'>,
): RouteOutput<'elections.list'> {
  const organizationIds = organizationId === null ? null : subtreeIds(db, organizationId)
  return {
    rows: listElections(db, { status, organizationIds }, { offset, limit }).map(rowOf),
    counts: countElections(db, organizationIds),
  }
}

function rowOf({ stepsDone, organizationType, isDirect, ...row }: ElectionListRow): ElectionRow {
  const done = new Set(stepsDone === '' ? [] : stepsDone.split(',').map(Number))
  const type = organizationTypes.find((each) => each === organizationType) ?? 'ZB'
  const next = electionSteps(type, isDirect).find(({ no }) => !done.has(no))
  return {
    ...row,
    stepsDone: done.size,
    nextStep: row.status !== 'open' || !next ? null : { no: next.no, title: next.title },
  }
}

/** Who has a vote in this election, with the branch each belongs to. */
export function electionVoters(db: ReadDb, id: string, today: DateOnly): ElectionVoters {
  const { voters: list, exemptions } = readElection(db, id, today)
  const names = organizationNames(db)
  const named = ({ memberId, name, organizationId }: Voter) => ({
    memberId,
    name,
    organizationName: names.get(organizationId) ?? '',
  })
  return {
    on: list.on,
    voters: list.voters.map(named),
    others: list.others.map((other) => ({ ...named(other), why: other.why })),
    count: countVoters(
      list,
      exemptions.map(({ memberId }) => memberId),
    ),
  }
}
