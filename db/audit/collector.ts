import type Sqlite from 'better-sqlite3'
import type { RecordKind } from '#shared/contract/activity.ts'
import { maskNumbers } from '#shared/lib/idNumber.ts'
import type { WriteSql } from '../database.ts'
import type { AuditHead } from './chain.ts'
import { type Sealed, sealChange } from './differences.ts'
import { listTables } from '../soundness.ts'
import { refuseOutside } from './scopeGuard.ts'
import { type FirstTouch, netOf } from './touched.ts'
import { readColumns, triggersSql } from './triggers.ts'
import { forgetPurged, writeEntry } from './writeEntry.ts'
import type { Writer } from './writer.ts'

/** Something worth an entry that no table shows: a record looked at, a sign-in. */
export interface AuditNote {
  readonly kind: RecordKind
  readonly recordId: string
  readonly name: string | null
  readonly organizationId: string | null
}

/** What a write may tell its entry. */
export interface AuditPen {
  note(note: AuditNote): void
  /** Numbers that look like an ID card or a phone are masked. */
  detail(text: string): void
  /** This write takes entry `seq` back. */
  undoes(seq: number): void
  /** Rows deleted from here on are purged: the entry names them, and the log forgets the clear values it kept of them. */
  purging(): void
  /** A record that was deleted before, and of which the log is to forget the clear values now. Only after `purging()`. */
  purged(record: AuditNote): void
}

export interface Collector {
  /** Starts a transaction's entry. Throws within another write: its entry would be lost. */
  begin(writer: Writer): AuditPen
  /** Checks the writer's scope and writes the entry; the new head, or null when nothing was written. Inside the transaction. */
  seal(sql: WriteSql): AuditHead | null
  /** After the transaction, whatever its end. */
  end(): void
}

interface Writing {
  readonly writer: Writer
  readonly touches: Map<string, FirstTouch>
  readonly notes: AuditNote[]
  readonly purged: AuditNote[]
  detail: string | null
  undoes: number | null
  isPurging: boolean
}

/** Logs by triggers, so that no write can forget to. One for each connection. */
export function createCollector(sqlite: Sqlite.Database): Collector {
  let writing: Writing | undefined

  const touch = (
    table: string,
    key: string,
    name: string | null,
    organization: string | null,
    before: string | null,
    isDeleted: number,
  ): null => {
    if (!writing) throw new Error('a write outside db.write')
    const id = `${table} ${key}`
    const isPurged = isDeleted === 1 && writing.isPurging
    const known = writing.touches.get(id)
    if (!known) writing.touches.set(id, { table, key, name, organization, before, isPurged })
    else if (isPurged) known.isPurged = true
    return null
  }
  sqlite.function('audit_touch', touch)
  sqlite.function('audit_may_forget', () => (writing?.isPurging === true ? 1 : 0))
  // Without it the row a REPLACE replaces is deleted without its trigger.
  sqlite.pragma('recursive_triggers = ON')
  const columns = readColumns(sqlite)
  sqlite.exec(triggersSql(columns, new Set(listTables(sqlite))))

  return {
    begin: (writer) => {
      if (writing) throw new Error('a write within a write')
      const mine: Writing = {
        writer,
        touches: new Map(),
        notes: [],
        purged: [],
        detail: null,
        undoes: null,
        isPurging: false,
      }
      writing = mine
      return penOf(mine)
    },
    seal: (sql) => {
      if (!writing) throw new Error('a write outside db.write')
      const { writer, touches, notes, purged, detail, undoes } = writing
      const changed = netOf(sql, [...touches.values()], columns).flatMap((touched) => {
        const sealed = sealChange(touched, columns)
        return sealed ? [{ touched, sealed }] : []
      })
      if (writer.scopeRoot !== null && (changed.length > 0 || notes.length > 0))
        refuseOutside(
          sql,
          writer.scopeRoot,
          {
            changed: changed.map((each) => each.touched),
            noted: notes.map((note) => note.organizationId),
          },
          columns,
        )
      const changes = [
        ...changed.map((each) => each.sealed),
        ...purged.map((each) => sealNote(each, 'purged')),
        ...notes.map((each) => sealNote(each, 'noted')),
      ]
      if (changes.length === 0 && detail === null && undoes === null) return null
      forgetPurged(sql, changes)
      return writeEntry(sql, writer, changes, { detail, undoes })
    },
    end: () => {
      writing = undefined
    },
  }
}

function penOf(mine: Writing): AuditPen {
  return {
    note: (note) => mine.notes.push(note),
    detail: (text) => {
      mine.detail = maskNumbers(text)
    },
    undoes: (seq) => {
      mine.undoes = seq
    },
    purging: () => {
      mine.isPurging = true
    },
    purged: (record) => mine.purged.push(record),
  }
}

function sealNote({ name, ...note }: AuditNote, action: 'noted' | 'purged'): Sealed {
  return {
    ...note,
    name: name === null ? null : maskNumbers(name),
    action,
    diff: null,
    secret: null,
    secretDigest: null,
  }
}
