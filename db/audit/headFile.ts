import { closeSync, constants, openSync, readSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { AuditAnchor, AuditHead } from './chain.ts'

/** The log's head, kept outside the database: whoever cuts entries off the database's end does not know of it. */
export interface HeadFile {
  write(head: AuditHead): void
  /** The head as last written, and one the database did not know when it was opened. */
  witnesses(): readonly AuditAnchor[]
  close(): void
}

const lineLength = 96

/**
 * Beside the database, two lines. One write of one length, so that a full disk or a crash leaves the old or the new one. A
 * head the log knows nothing of stays on the second line: entries written later must not wipe out the witness.
 */
export function openHeadFile(ledgerFile: string, isKnown: (head: AuditHead) => boolean): HeadFile {
  let handle = openHandle(join(dirname(ledgerFile), 'audit.head'))
  const [last, older] = readLines(handle)
  const unknown = [older, last].find((head) => head !== undefined && !isKnown(head))
  let current = last
  return {
    write: (head) => {
      if (handle === null) return
      try {
        writeSync(handle, line(head) + (unknown ? line(unknown) : ' '.repeat(lineLength)), 0)
        current = head
      } catch {
        // The log itself is written; its head outside is one more witness, not a condition.
      }
    },
    witnesses: () =>
      [...new Set([current, unknown])].flatMap((head) =>
        head ? [{ ...head, where: '数据文件夹的 audit.head' }] : [],
      ),
    close: () => {
      if (handle !== null) closeSync(handle)
      handle = null
    },
  }
}

function line({ seq, hash }: AuditHead): string {
  return `${`${seq} ${hash}`.padEnd(lineLength - 1)}\n`
}

function readLines(handle: number | null): readonly [AuditHead | undefined, AuditHead | undefined] {
  if (handle === null) return [undefined, undefined]
  const bytes = Buffer.alloc(2 * lineLength)
  try {
    readSync(handle, bytes, 0, bytes.length, 0)
  } catch {
    return [undefined, undefined] // A bad sector here must not keep the database shut.
  }
  const text = bytes.toString('latin1')
  return [readLine(text.slice(0, lineLength)), readLine(text.slice(lineLength))]
}

/** Undefined for a line a crash has cut short. */
function readLine(text: string): AuditHead | undefined {
  const [, seq, hash] = /^(\d+) ([0-9a-f]{64}) *\n$/.exec(text) ?? []
  return seq === undefined || hash === undefined ? undefined : { seq: Number(seq), hash }
}

function openHandle(path: string): number | null {
  try {
    return openSync(path, constants.O_RDWR | constants.O_CREAT, 0o600)
  } catch {
    return null
  }
}
