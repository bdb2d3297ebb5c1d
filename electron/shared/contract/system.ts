import { z } from 'zod'
import type { AuditVerification } from './audit.ts'
import { command, query } from './define.ts'

export interface Verification {
  /** `ok`, or SQLite's first complaint. */
  readonly integrity: string
  /** Rows whose foreign key points nowhere. */
  readonly foreignKeys: number
  readonly migrations: number
  readonly audit: AuditVerification
  readonly counts: Readonly<Record<string, number>>
}

export interface DemoCounts {
  readonly organizations: number
  readonly members: number
}

export const systemRoutes = {
  'system.verify': query(z.strictObject({}), 'system.verify').output<Verification>(),
  /** Invented data for trying out; refuses a database that holds any organisation. */
  'system.fillDemo': command(
    z.strictObject({ members: z.int().min(0).max(100_000), seed: z.int().min(0).max(2_147_483_647) }),
    'member.write',
  ).output<DemoCounts>(),
}
