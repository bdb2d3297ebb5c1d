import type { Database } from '#db/database.ts'
import { getContact, getMobility } from '#db/queries/mobility.ts'
import { deleteContact, insertContact, updateContact } from '#db/queries/mobilityWrites.ts'
import { AppError } from '#shared/contract/errors.ts'
import type { ContactFields } from '#shared/contract/mobility.ts'
import type { Ports } from '../ports.ts'
import { contactProblems, refuse } from './checks.ts'
import { notFound } from './queries.ts'

function staleContact(): AppError {
  return new AppError('STALE_WRITE', 'contact changed since it was read', {
    messageZh: '这条联系记录刚被修改或删除过，您看到的不是最新的。请刷新核对后再改',
  })
}

/** Of a closed record too: old books hold contacts of stays long over. */
export function addContact(
  db: Database,
  { recordId, contact }: { readonly recordId: string; readonly contact: ContactFields },
  ports: Ports,
): void {
  if (!getMobility(db.read, recordId)) throw notFound()
  refuse(contactProblems(contact, ports.clock.today()))
  const id = ports.ids.next()
  db.write((tx) => insertContact(tx, { ...contact, id, recordId }, ports.clock.now()))
}

interface Key {
  readonly id: string
  readonly version: number
}

/** Both answer the record the contact belongs to. */
function stored(db: Database, { id, version }: Key): string {
  const found = getContact(db.read, id)
  if (!found) throw notFound()
  if (found.version !== version) throw staleContact()
  return found.recordId
}

export function changeContact(
  db: Database,
  { id, version, contact }: Key & { readonly contact: ContactFields },
  ports: Ports,
): string {
  const recordId = stored(db, { id, version })
  refuse(contactProblems(contact, ports.clock.today()))
  db.write((tx) => {
    if (!updateContact(tx, { id, version, at: ports.clock.now() }, contact)) throw staleContact()
  })
  return recordId
}

export function removeContact(db: Database, key: Key): string {
  const recordId = stored(db, key)
  db.write((tx) => {
    if (!deleteContact(tx, key)) throw staleContact()
  })
  return recordId
}
