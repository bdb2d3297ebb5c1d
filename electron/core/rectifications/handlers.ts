import type { ReadDb } from '#db/database.ts'
import { countRectifications, listRectifications } from '#db/queries/rectifications.ts'
import type { rectificationsRoutes } from '#shared/contract/rectifications.ts'
import type { RouteInput, RouteOutput } from '#shared/contract/routes.ts'
import type { DateOnly } from '#shared/lib/dates.ts'
import type { HandlersOf } from '../call.ts'
import { rectificationRow } from '../records/rectificationRow.ts'
import {
  carryOverLastYear,
  createRectification,
  findRectification,
  reportRectifications,
  saveRectification,
  trashRectification,
} from './commands.ts'

/** Counts are those of the filter whatever the state asked for, so that each can be a link. */
function list(
  db: ReadDb,
  { campaignId, year, organizationId, state, offset, limit }: RouteInput<'rectifications.list'>,
  today: DateOnly,
): RouteOutput<'rectifications.list'> {
  const filter = { campaignId, year, organizationId, today }
  const byState = countRectifications(db, filter)
  const found = listRectifications(db, filter, { state, offset, limit })
  return {
    rows: found.map((item) => rectificationRow(item, today, db)),
    total: state === null ? Object.values(byState).reduce((sum, n) => sum + n, 0) : byState[state],
    byState,
  }
}

const rowOf = (db: ReadDb, id: string, today: DateOnly) =>
  rectificationRow(findRectification(db, id), today, db)

/** 整改 (REV-12). */
export const rectificationsHandlers: HandlersOf<typeof rectificationsRoutes> = {
  'rectifications.list': (input, { db, ports }) => list(db.read, input, ports.clock.today()),
  'rectifications.get': ({ id }, { db, ports }) => rowOf(db.read, id, ports.clock.today()),
  'rectifications.create': (input, { db, ports }) =>
    rowOf(db.read, createRectification(db, input, ports), ports.clock.today()),
  'rectifications.update': (input, { db, ports }) => {
    saveRectification(db, input, ports)
    return rowOf(db.read, input.id, ports.clock.today())
  },
  'rectifications.trash': (input, { db, ports }) => {
    trashRectification(db, input, ports)
    return null
  },
  'rectifications.carryOver': (input, { db, ports }) => carryOverLastYear(db, input, ports),
  'rectifications.report': (input, { db, ports }) => reportRectifications(db, input, ports),
}
