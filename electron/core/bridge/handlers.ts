import type { bridgeRoutes } from '#shared/contract/bridge.ts'
import type { HandlersOf } from '../call.ts'
import { readBridge } from '../records/bridge.ts'
import { readBridgeNames } from '../records/bridgeNames.ts'
import { freezeYear, readFreezes, unfreezeYear } from './freezes.ts'

export const bridgeHandlers: HandlersOf<typeof bridgeRoutes> = {
  'bridge.compute': (input, { db, ports }) => readBridge(db.read, input, ports.clock.today()),
  'bridge.names': (input, { db }) => readBridgeNames(db.read, input),
  'bridge.freezes': (_, { db, account }) => readFreezes(db.read, account),
  'bridge.freeze': (input, { db, account, ports }) => freezeYear(db, input, account, ports),
  'bridge.unfreeze': (input, { db, account, ports }) => {
    unfreezeYear(db, input, account, ports)
    return null
  },
}
