import { tableCounts } from '#db/queries/counts.ts'
import type { systemRoutes } from '#shared/contract/system.ts'
import type { HandlersOf } from '../call.ts'
import { fillDemo } from '../demo/fillDemo.ts'

export const systemHandlers: HandlersOf<typeof systemRoutes> = {
  'system.verify': (_, { db }) => {
    const { integrity, foreignKeyProblems, migrations } = db.integrity()
    return { integrity, foreignKeys: foreignKeyProblems, migrations, counts: tableCounts(db.read) }
  },
  'system.fillDemo': (input, { db, ports }) => fillDemo(db, input, ports),
}
