import type { developmentRoutes } from '#shared/contract/development.ts'
import type { HandlersOf } from '../call.ts'
import { developmentDetail } from '../records/developmentDetail.ts'
import { developmentCommandHandlers } from './commandHandlers.ts'
import { developmentCalendar, developmentList, planOf } from './queries.ts'
import { developmentQuotas, setQuota } from './quotas.ts'

export const developmentHandlers: HandlersOf<typeof developmentRoutes> = {
  ...developmentCommandHandlers,
  'development.list': (input, { db, ports }) => developmentList(db.read, input, ports.clock.today()),
  'development.get': ({ id }, { db, ports }) => developmentDetail(db.read, id, ports.clock.today()),
  'development.plan': (input, { db, ports }) => planOf(db.read, input, ports.clock.today()),
  'development.calendar': (input, { db }) => developmentCalendar(db.read, input),
  'development.quotas': ({ year }, { db }) => developmentQuotas(db.read, year),
  'development.setQuota': (input, { db, ports }) => {
    setQuota(db, input, ports)
    return null
  },
}
