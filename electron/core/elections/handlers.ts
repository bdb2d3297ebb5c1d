import type { ElectionDetail } from '#shared/contract/electionRows.ts'
import type { ElectionFields, electionsRoutes } from '#shared/contract/elections.ts'
import { defined } from '#shared/lib/defined.ts'
import type { Call, HandlersOf } from '../call.ts'
import { electionDetail } from '../records/electionDetail.ts'
import { readElection } from '../records/electionFacts.ts'
import { editElection, giveUp, setStep, startElection, trashElection } from './commands.ts'
import { finishElection } from './finish.ts'
import { setCandidates, setExemptions, setTellers } from './people.ts'
import { electionList, electionVoters } from './queries.ts'
import { removeRound, saveRound } from './rounds.ts'

function detail({ db, ports }: Call, id: string): ElectionDetail {
  const today = ports.clock.today()
  return electionDetail(readElection(db.read, id, today), today)
}

type Command<I> = (db: Call['db'], input: I, ports: Call['ports']) => void

/** Does it and answers the election as it is then. */
const changing =
  <I extends { readonly id: string }>(command: Command<I>) =>
  (input: I, call: Call): ElectionDetail => {
    command(call.db, input, call.ports)
    return detail(call, input.id)
  }

export const electionsHandlers: HandlersOf<typeof electionsRoutes> = {
  'elections.list': (input, { db }) => electionList(db.read, input),
  'elections.get': ({ id }, call) => detail(call, id),
  'elections.voters': ({ id }, { db, ports }) => electionVoters(db.read, id, ports.clock.today()),
  'elections.start': (input, call) => detail(call, startElection(call.db, input, call.ports)),
  'elections.update': ({ id, version, fields }, call) => {
    editElection(call.db, { id, version, fields: defined<ElectionFields>(fields) }, call.ports)
    return detail(call, id)
  },
  'elections.setStep': changing(setStep),
  'elections.setCandidates': changing(setCandidates),
  'elections.setExemptions': changing(setExemptions),
  'elections.setTellers': changing(setTellers),
  'elections.saveRound': changing(saveRound),
  'elections.removeRound': changing(removeRound),
  'elections.finish': changing(finishElection),
  'elections.giveUp': changing(giveUp),
  'elections.trash': (input, { db, ports }) => {
    trashElection(db, input, ports)
    return null
  },
}
