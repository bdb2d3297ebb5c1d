import type { lostCasesRoutes } from '#shared/contract/lostCases.ts'
import type { Call, HandlersOf } from '../call.ts'
import { addAttempt, removeAttempt, updateAttempt } from './attempts.ts'
import { openCase, trashCase, updateCase } from './commands.ts'
import { endMembership, restoreMembership, stopMembership } from './decisions.ts'
import { memberFound } from './found.ts'
import { caseDetail, casesOfMember, listCases, unregistered } from './queries.ts'

const detail = ({ db, ports }: Call, id: string) => caseDetail(db.read, id, ports.clock.today())

export const lostCasesHandlers: HandlersOf<typeof lostCasesRoutes> = {
  'lost.list': (input, { db, ports }) => listCases(db.read, input, ports.clock.today()),
  'lost.unregistered': (input, { db }) => unregistered(db.read, input),
  'lost.get': ({ id }, call) => detail(call, id),
  'lost.ofMember': ({ memberId }, { db, ports }) => casesOfMember(db.read, memberId, ports.clock.today()),
  'lost.open': (input, call) => detail(call, openCase(call.db, input, call.ports)),
  'lost.update': (input, call) => {
    updateCase(call.db, input, call.ports)
    return detail(call, input.id)
  },
  'lost.addAttempt': (input, call) => detail(call, addAttempt(call.db, input, call.ports)),
  'lost.updateAttempt': (input, call) => detail(call, updateAttempt(call.db, input, call.ports)),
  'lost.removeAttempt': (input, call) => detail(call, removeAttempt(call.db, input)),
  'lost.stop': (input, call) => {
    stopMembership(call.db, input, call.ports)
    return detail(call, input.id)
  },
  'lost.restore': (input, call) => {
    restoreMembership(call.db, input, call.ports)
    return detail(call, input.id)
  },
  'lost.expel': (input, call) => {
    endMembership(call.db, { ...input, by: 'expel' }, call.ports)
    return detail(call, input.id)
  },
  'lost.revoke': (input, call) => {
    endMembership(call.db, { ...input, by: 'revoke' }, call.ports)
    return detail(call, input.id)
  },
  'lost.found': (input, call) => {
    memberFound(call.db, input, call.ports)
    return detail(call, input.id)
  },
  'lost.trash': (input, { db, ports }) => {
    trashCase(db, input, ports)
    return null
  },
}
