import type { reviewBallotsRoutes } from '#shared/contract/reviewBallots.ts'
import type { Call, HandlersOf } from '../call.ts'
import { reviewBatchDetail, reviewBatchRows } from '../records/reviewBatchDetail.ts'
import { cancelBatch, changeBatch, openBatch } from './batches.ts'
import { closeKeyed, closeTally } from './closing.ts'
import { ballotDifferences, settleBallot } from './differences.ts'
import type { BallotFiles } from './files.ts'
import { keyedSheets, keySheet, removeSheet } from './keyed.ts'

const detail = ({ db, account }: Call, id: string) => reviewBatchDetail(db.read, id, account.id)

/** 测评票: batches, keying twice, differences, closing, and what comes in a workbook. */
export function reviewBallotsHandlers(files: BallotFiles): HandlersOf<typeof reviewBallotsRoutes> {
  return {
    'reviewBallots.list': ({ campaignId }, { db }) => reviewBatchRows(db.read, campaignId),
    'reviewBallots.get': ({ id }, call) => detail(call, id),
    'reviewBallots.open': ({ fields }, call) => detail(call, openBatch(call.db, fields, call.ports)),
    'reviewBallots.update': (input, call) => {
      changeBatch(call.db, input, call.ports)
      return detail(call, input.id)
    },
    'reviewBallots.cancel': (input, { db, ledger }) => {
      if (cancelBatch(db, input)) ledger.emptyWal()
      return null
    },
    'reviewBallots.keyed': (input, { db, account }) => keyedSheets(db.read, input, account.id),
    'reviewBallots.key': (input, { db, account }) => keySheet(db, input, account.id),
    'reviewBallots.removeSheet': (input, { db, account }) => {
      removeSheet(db, input, account.id)
      return null
    },
    'reviewBallots.differences': ({ id }, { db }) => ballotDifferences(db.read, id),
    'reviewBallots.settle': (input, { db }) => settleBallot(db, input),
    'reviewBallots.close': (input, call) => {
      closeKeyed(call.db, input, call.ports)
      call.ledger.emptyWal()
      return detail(call, input.id)
    },
    'reviewBallots.closeTally': (input, call) => {
      closeTally(call.db, input, call.ports)
      call.ledger.emptyWal()
      return detail(call, input.id)
    },
    'reviewBallots.preview': (input, call) => files.preview(input, call),
    'reviewBallots.import': (input, call) => files.take(input, call),
  }
}
