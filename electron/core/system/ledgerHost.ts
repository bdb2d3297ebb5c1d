import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Ledger } from '#db/database.ts'
import { openDatabase, type UpgradingLedger } from '#db/open.ts'
import { AppError } from '#shared/contract/errors.ts'
import type { Resources } from '../ports.ts'
import { type KeyFile, keyFile } from './keyFile.ts'

/** The data folder's one database: who has it open, with which key. Accounts open it, backups copy and replace it. */
export interface LedgerHost {
  readonly dataDir: string
  /** ledger.db */
  readonly file: string
  readonly keys: KeyFile
  /** Undefined while nobody is signed in. */
  current(): Ledger | undefined
  /** The open one, or opens it. Throws what `openDatabase` throws. */
  open(key: Uint8Array, create: boolean): Ledger
  /** The same in the midst of a replacement, which is put back when this throws. */
  openReplaced(key: Uint8Array): Ledger
  /** Key of the open database, for test openings of its copies. Throws when it is closed. */
  key(): Uint8Array
  /** At once; the key is forgotten. */
  close(): void
  /** Aborted when the database closes: work beside the calls stops. */
  closing(): AbortSignal
  onClosed(listener: () => void): void
  onBeforeUpgrade(listener: (ledger: UpgradingLedger, key: Uint8Array) => void): void
  /** Before anything is opened; may throw to refuse it. Not before `openReplaced`. */
  onBeforeOpen(listener: () => void): void
  /** Seen while it was open: no data are read or written any more. Remembered in the folder until a whole check finds nothing. */
  reportDamage(detail: string): void
  /** Throws DATABASE_DAMAGED after damage was reported. */
  refuseDamaged(): void
  /** What reads the key file, waits for scrypt and writes it again must not meet another of its kind in between. */
  oneAtATime<T>(body: () => Promise<T>): Promise<T>
}

export function createLedgerHost(dataDir: string, resources: Resources): LedgerHost {
  const file = join(dataDir, 'ledger.db')
  const keys = keyFile(dataDir, file)
  const suspicion = join(dataDir, '.damaged')
  const closed: (() => void)[] = []
  const beforeOpen: (() => void)[] = []
  const beforeUpgrade: ((ledger: UpgradingLedger, key: Uint8Array) => void)[] = []
  let open: { readonly ledger: Ledger; readonly key: Uint8Array } | undefined
  let closing = new AbortController()
  let damage: AppError | undefined
  let last: Promise<unknown> = Promise.resolve()
  const openNow = (key: Uint8Array, create: boolean): Ledger => {
    const ledger = openDatabase({
      file,
      key,
      create,
      migrationsDir: resources.migrationsDir,
      beforeUpgrade: (old) => beforeUpgrade.forEach((listener) => listener(old, key)),
      keepsHead: true,
      isSuspect: existsSync(suspicion),
    })
    rmSync(suspicion, { force: true })
    damage = undefined
    open = { ledger, key: Uint8Array.from(key) }
    closing = new AbortController()
    return ledger
  }
  return {
    dataDir,
    file,
    keys,
    current: () => open?.ledger,
    open: (key, create) => {
      if (open) return open.ledger
      for (const listener of beforeOpen) listener()
      return openNow(key, create)
    },
    openReplaced: (key) => openNow(key, false),
    key: () => {
      if (!open) throw new Error('the database is closed')
      return open.key
    },
    close: () => {
      const was = open
      open = undefined
      closing.abort()
      was?.ledger.close()
      was?.key.fill(0)
      for (const listener of closed) listener()
    },
    closing: () => closing.signal,
    onClosed: (listener) => closed.push(listener),
    onBeforeUpgrade: (listener) => beforeUpgrade.push(listener),
    onBeforeOpen: (listener) => beforeOpen.push(listener),
    reportDamage: (detail) => {
      if (!open || damage) return
      damage = new AppError('DATABASE_DAMAGED', detail, {
        messageZh:
          '数据库文件已损坏，已停止读写，没有再写入。请退出后用最近的备份恢复，或抢救还能读出来的内容',
      })
      closing.abort()
      try {
        writeFileSync(suspicion, '')
      } catch {
        // A disk that takes nothing any more: the next opening checks what it can.
      }
    },
    refuseDamaged: () => {
      if (damage) throw damage
    },
    oneAtATime: (body) => {
      const mine = last.then(body, body)
      last = mine.catch(() => undefined)
      return mine
    },
  }
}
