import { z } from 'zod'
import { getFact, putFact } from '#db/queries/backup.ts'
import { systemWriter } from '#db/audit/writer.ts'
import type { Ledger } from '#db/database.ts'
import type { BackupPolicy } from '#shared/contract/backup.ts'
import { defaultBackupPolicy } from '#shared/domain/backupGenerations.ts'
import { isDateOnly, isInstant, type Instant } from '#shared/lib/dates.ts'
import { setting, type Setting } from '../system/settings.ts'

export interface BackupSettings {
  /** Folder on another disk; null for none. */
  readonly secondPlace: string | null
  readonly policy: BackupPolicy
}

export const backupSettings: Setting<BackupSettings> = setting<BackupSettings>(
  'backup',
  z.strictObject({
    secondPlace: z.string().min(1).nullable(),
    policy: z.strictObject({ daily: z.int().min(1), weekly: z.int().min(0), monthly: z.int().min(0) }),
  }),
  { secondPlace: null, policy: defaultBackupPolicy },
)

/** What the program remembers about its backups and checks from one start to the next. */
export interface Fact<T> {
  read(ledger: Ledger): T
  write(ledger: Ledger, value: T): void
}

function fact<T>(key: string, schema: z.ZodType<T>, fallback: T, now: () => Instant): Fact<T> {
  const writer = systemWriter('backup', now)
  return {
    read: (ledger) => {
      const text = getFact(ledger.as(writer).read, key)
      if (text === undefined) return fallback
      const parsed = schema.safeParse(JSON.parse(text))
      return parsed.success ? parsed.data : fallback
    },
    write: (ledger, value) => ledger.as(writer).write((tx) => putFact(tx, key, JSON.stringify(value))),
  }
}

const instantText = z.string().refine(isInstant)
const dateText = z.string().refine(isDateOnly)

const secondState = z.object({
  path: z.string(),
  newestGoodAt: instantText.nullable(),
  problem: z.string().nullable(),
})
const checkState = z.object({ fullOn: dateText.nullable(), problem: z.string().nullable() })

export interface BackupFacts {
  /** Chinese: why the last backup here failed; null when it did not. */
  readonly localProblem: Fact<string | null>
  readonly second: Fact<Readonly<z.output<typeof secondState>> | null>
  readonly check: Fact<Readonly<z.output<typeof checkState>>>
  /** Names of backups here that hold a log other than the present one: made before an older backup was restored. */
  readonly offChain: Fact<readonly string[]>
}

export function backupFacts(now: () => Instant): BackupFacts {
  return {
    localProblem: fact('backup.problem', z.string().nullable(), null, now),
    second: fact('backup.second', secondState.nullable(), null, now),
    check: fact('backup.check', checkState, { fullOn: null, problem: null }, now),
    offChain: fact('backup.offChain', z.array(z.string()), [], now),
  }
}
