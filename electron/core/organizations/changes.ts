import type { WriteDb } from '#db/database.ts'
import {
  insertOrganizationEvent,
  type StoredOrganization,
  updateOrganization,
} from '#db/queries/organizations.ts'
import type { OrganizationEvent } from '#shared/contract/organizations.ts'
import type { Ports } from '../ports.ts'
import { type Change, stale } from './checks.ts'

export function addEvent(
  tx: WriteDb,
  ports: Ports,
  organizationId: string,
  event: Omit<OrganizationEvent, 'id'>,
): void {
  insertOrganizationEvent(tx, {
    ...event,
    id: ports.ids.next(),
    organizationId,
    createdAt: ports.clock.now(),
  })
}

export function eventOf(
  { happenedOn, docNo, reason }: Change,
  kind: OrganizationEvent['kind'],
  fromText: string | null,
  toText: string | null,
): Omit<OrganizationEvent, 'id'> {
  return { kind, happenedOn, docNo, reason, fromText, toText }
}

/** One change of one row; throws STALE_WRITE when somebody else has written in between. */
export function writeChange(
  tx: WriteDb,
  { id, version }: Change,
  set: Partial<StoredOrganization>,
  ports: Ports,
): void {
  if (!updateOrganization(tx, { id, version, set, at: ports.clock.now() })) throw stale()
}
