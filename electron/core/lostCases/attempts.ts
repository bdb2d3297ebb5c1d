import type { z } from 'zod'
import type { Database } from '#db/database.ts'
import {
  deleteLostAttempt,
  getLostAttempt,
  getLostCase,
  insertLostAttempts,
  updateLostAttempt,
} from '#db/queries/lostCases.ts'
import type { attemptInput } from '#shared/contract/lostCases.ts'
import { AppError } from '#shared/contract/errors.ts'
import type { Ports } from '../ports.ts'
import { momentOf } from '../records/moment.ts'
import { checkDay, stale } from './changes.ts'
import { notFound } from './queries.ts'

type Fields = z.output<typeof attemptInput>

function check({ triedOn }: Fields, ports: Ports): void {
  checkDay('triedOn', triedOn, { today: ports.clock.today(), notBefore: null, what: '' })
}

interface Versioned {
  readonly id: string
  readonly version: number
}

/** Also of a settled case: what was done then may be written down later. Returns the case's id. */
export function addAttempt(
  db: Database,
  { caseId, fields }: { readonly caseId: string; readonly fields: Fields },
  ports: Ports,
): string {
  if (!getLostCase(db.read, caseId)) throw notFound()
  check(fields, ports)
  const { at } = momentOf(ports)
  const row = { ...fields, id: ports.ids.next(), caseId, version: 1, createdAt: at, updatedAt: at }
  db.write((tx) => insertLostAttempts(tx, [row]))
  return caseId
}

function findAttempt(db: Database, { id, version }: Versioned) {
  const found = getLostAttempt(db.read, id)
  if (!found)
    throw new AppError('NOT_FOUND', 'no such attempt', {
      messageZh: '找不到这条查找记录，可能已被删除。请刷新',
    })
  if (found.attempt.version !== version) throw stale()
  return found
}

export function updateAttempt(
  db: Database,
  { id, version, fields }: Versioned & { readonly fields: Fields },
  ports: Ports,
): string {
  const { attempt } = findAttempt(db, { id, version })
  check(fields, ports)
  db.write((tx) => {
    if (!updateLostAttempt(tx, { id, version }, fields, ports.clock.now())) throw stale()
  })
  return attempt.caseId
}

export function removeAttempt(db: Database, versioned: Versioned): string {
  const { attempt } = findAttempt(db, versioned)
  db.write((tx) => {
    if (!deleteLostAttempt(tx, versioned)) throw stale()
  })
  return attempt.caseId
}
