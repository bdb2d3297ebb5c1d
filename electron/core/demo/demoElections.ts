import type { WriteDb } from '#db/database.ts'
import { insertTeller } from '#db/queries/electionParts.ts'
import { listOrganizations, type StoredOrganization } from '#db/queries/organizations.ts'
import { listTerms, type StoredTerm } from '#db/queries/terms.ts'
import type { Voter } from '#shared/contract/memberships.ts'
import { runningTerm } from '#shared/domain/terms.ts'
import { addDays, type DateOnly, isDateOnly } from '#shared/lib/dates.ts'
import type { WriteMoment } from '../records/memberStore.ts'
import { changeTerm } from '../records/termStore.ts'
import { readVoters } from '../records/voters.ts'
import { postsByRank } from './demoPosts.ts'
import { begin, type Person, putCandidates, putRound, putSteps } from './demoElectionRows.ts'

const leastVoters = 10

/** One 换届 that is done, from which a branch's running term came, and one half-way in the branch whose term is due first. */
export function fillElections(tx: WriteDb, moment: WriteMoment): void {
  const terms = Map.groupBy(listTerms(tx, null), ({ organizationId }) => organizationId)
  const running = listOrganizations(tx)
    .filter(({ type, branchKind }) => type === 'ZB' && branchKind !== 'LS')
    .flatMap((row) => {
      const term = runningTerm(terms.get(row.id) ?? [])
      return term && isDateOnly(term.fromOn) && term.dueOn !== null
        ? [{ row, term, fromOn: term.fromOn, dueOn: term.dueOn }]
        : []
    })
  const newest = running
    .toSorted((a, b) => (a.fromOn < b.fromOn ? 1 : -1))
    .find(({ row, term, fromOn }) => fromOn <= moment.today && hasCommittee(tx, row, term, fromOn))
  if (newest) fillFinished(tx, newest, moment)
  const next = running
    .toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1))
    .find(({ row }) => row.id !== newest?.row.id && known(tx, row.id, moment.today).length >= leastVoters)
  if (next) fillHalfWay(tx, next.row, moment)
}

function known(tx: WriteDb, organizationId: string, on: DateOnly): readonly Person[] {
  return readVoters(tx, organizationId, on).voters.flatMap(({ memberId, name }: Voter) =>
    memberId === null ? [] : [{ memberId, name }],
  )
}

function committeeOf(tx: WriteDb, row: StoredOrganization, term: StoredTerm): readonly Person[] {
  return postsByRank(tx, [row.id]).flatMap(({ termId, memberId, personName, position }) =>
    termId === term.id && memberId !== null && position !== 'JZWY'
      ? [{ memberId, name: personName, position }]
      : [],
  )
}

function hasCommittee(tx: WriteDb, row: StoredOrganization, term: StoredTerm, fromOn: DateOnly): boolean {
  const people = known(tx, row.id, fromOn)
  const committee = committeeOf(tx, row, term)
  return (
    committee.length === 3 &&
    people.length >= leastVoters &&
    committee.every(({ memberId }) => people.some((person) => person.memberId === memberId))
  )
}

function fillHalfWay(tx: WriteDb, row: StoredOrganization, moment: WriteMoment): void {
  const plannedOn = addDays(moment.today, 10)
  const id = begin(tx, moment, { organizationId: row.id, status: 'open', plannedOn, meetingOn: null })
  putSteps(tx, id, plannedOn, 6, moment)
  putCandidates(tx, id, 'committee', known(tx, row.id, moment.today).slice(0, 4), 'candidate', moment)
}

function fillFinished(
  tx: WriteDb,
  {
    row,
    term,
    fromOn,
  }: { readonly row: StoredOrganization; readonly term: StoredTerm; readonly fromOn: DateOnly },
  moment: WriteMoment,
): void {
  const committee = committeeOf(tx, row, term)
  const people = known(tx, row.id, fromOn)
  const others = people.filter(({ memberId }) => committee.every((each) => each.memberId !== memberId))
  const should = readVoters(tx, row.id, fromOn).voters.length
  const present = should - Math.floor(should / 10)
  const meeting = { organizationId: row.id, plannedOn: fromOn, meetingOn: fromOn } as const
  const id = begin(tx, moment, {
    ...meeting,
    status: 'done',
    should,
    present,
    meetingPlace: '社区党群服务中心',
    approvalOn: addDays(fromOn, 9),
    approvalDoc: `委字〔${fromOn.slice(0, 4)}〕19号`,
    filedOn: addDays(fromOn, 9),
  })
  putSteps(tx, id, fromOn, 12, moment)
  const standing = putCandidates(
    tx,
    id,
    'committee',
    [...committee, ...others.slice(0, 1)],
    'candidate',
    moment,
  )
  const leading = putCandidates(tx, id, 'secretary', committee.slice(0, 1), 'candidate', moment)
  for (const [position, { memberId, name }] of others.slice(1, 3).entries()) {
    const duty = position === 0 ? 'watches' : 'counts'
    insertTeller(tx, { id: moment.ids.next(), electionId: id, memberId, name, duty, position })
  }
  const agreed = [present, present - 1, present - 2, 2]
  putRound(
    tx,
    { electionId: id, contest: 'committee', seats: 3, should, present, heldOn: fromOn },
    standing,
    agreed,
    moment,
  )
  const size = committee.length
  putRound(
    tx,
    { electionId: id, contest: 'secretary', seats: 1, should: size, present: size, heldOn: fromOn },
    leading,
    [size],
    moment,
  )
  changeTerm(tx, term, { electionId: id }, moment)
}
