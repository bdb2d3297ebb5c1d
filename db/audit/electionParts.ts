import type { AuditedTable } from './auditedTable.ts'

/** What hangs on an election, each by itself; `ofElection` is SQL for the organisation of its election. */
export function electionParts(ofElection: string): Readonly<Record<string, AuditedTable>> {
  return {
    election_steps: {
      kind: 'electionStep',
      key: 'id',
      name: `'第' || row.step_no || '步'`,
      organization: ofElection,
      ignored: [],
      secret: [],
      undoInsert: 'delete',
    },
    election_candidates: {
      kind: 'electionCandidate',
      key: 'id',
      name: 'name',
      organization: ofElection,
      ignored: [],
      secret: [],
      undoInsert: 'delete',
    },
    election_exemptions: {
      kind: 'electionExemption',
      key: 'id',
      name: `(select name from members where id = row.member_id)`,
      organization: ofElection,
      ignored: [],
      secret: [],
      undoInsert: 'delete',
    },
    election_tellers: {
      kind: 'electionTeller',
      key: 'id',
      name: 'name',
      organization: ofElection,
      ignored: [],
      secret: [],
      undoInsert: 'delete',
    },
    election_rounds: {
      kind: 'electionRound',
      key: 'id',
      name: `case row.contest when 'committee' then '委员' when 'secretary' then '书记' else '副书记' end || '第' || row.round_no || '次投票'`,
      organization: ofElection,
      ignored: [],
      secret: [],
      undoInsert: 'delete',
    },
    election_votes: {
      kind: 'electionVote',
      key: 'id',
      name: `(select name from election_candidates where id = row.candidate_id)`,
      organization: ofElection,
      ignored: [],
      secret: [],
      undoInsert: 'delete',
    },
  }
}
