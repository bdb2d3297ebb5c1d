import type { RouteName } from '#shared/contract/routes.ts'
import { accountSamples } from './routeSamples/accounts.ts'
import { backupSamples } from './routeSamples/backup.ts'
import { importSamples } from './routeSamples/imports.ts'
import { logSamples } from './routeSamples/log.ts'
import { recordSamples } from './routeSamples/records.ts'
import type { Sample } from './routeSamples/sample.ts'
import { sessionSamples } from './routeSamples/session.ts'

export type { Sample } from './routeSamples/sample.ts'

/** A valid input for every route against the standard office: a route without one does not compile. */
export const routeSamples: { readonly [R in RouteName]: Sample<R> } = {
  ...accountSamples,
  ...recordSamples,
  ...importSamples,
  ...logSamples,
  ...backupSamples,
  ...sessionSamples,
}
