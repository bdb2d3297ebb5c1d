import type { TransferFields, transfersRoutes } from '#shared/contract/transfers.ts'
import { defined } from '#shared/lib/defined.ts'
import type { Call, HandlersOf } from '../call.ts'
import { createTransfer, editTransfer, trashTransfer } from './commands.ts'
import { numbersOf, startTransfer, transferDetail, transferPage } from './queries.ts'
import { acceptPerson, enterReceipt, issueLetter, returnLetter, sendLetter, voidTransfer } from './steps.ts'

const detail = ({ db, ports }: Call, id: string) => transferDetail(db.read, id, ports.clock.today())

/** A step, and how the transfer stands after it. */
function after<I extends { readonly id: string }>(
  step: (db: Call['db'], input: I, ports: Call['ports']) => void,
) {
  return (input: I, call: Call) => {
    step(call.db, input, call.ports)
    return detail(call, input.id)
  }
}

export const transfersHandlers: HandlersOf<typeof transfersRoutes> = {
  'transfers.list': (input, { db, ports }) => transferPage(db.read, input, ports.clock.today()),
  'transfers.get': ({ id }, call) => detail(call, id),
  'transfers.start': (input, { db, account }) => startTransfer(db.read, input, account),
  'transfers.numbers': ({ year }, { db }) => numbersOf(db.read, year),
  'transfers.create': (input, call) => detail(call, createTransfer(call.db, input, call.ports)),
  'transfers.update': ({ id, version, fields }, call) => {
    editTransfer(call.db, { id, version, fields: defined<TransferFields>(fields) }, call.ports)
    return detail(call, id)
  },
  'transfers.issue': after(issueLetter),
  'transfers.send': after(sendLetter),
  'transfers.accept': after(acceptPerson),
  'transfers.receipt': after(enterReceipt),
  'transfers.return': after(returnLetter),
  'transfers.void': after(voidTransfer),
  'transfers.trash': (input, { db, ports }) => {
    trashTransfer(db, input, ports)
    return null
  },
}
