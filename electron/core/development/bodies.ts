import type { ReadDb } from '#db/database.ts'
import { getOrganization, type StoredOrganization } from '#db/queries/organizations.ts'
import type { ActingBody } from '#shared/domain/development/facts.ts'
import { kindOf } from '../records/organizationKind.ts'
import { readAnyOrganizationTree } from '../records/organizationTree.ts'
import { refuse } from './checks.ts'

export interface Body {
  readonly id: string
  readonly name: string
  readonly acting: ActingBody
}

function bodyOf(row: StoredOrganization): Body {
  const { type, branchKind } = kindOf(row)
  const { id, shortName: name, hasApprovalRight } = row
  return { id, name, acting: { name, type, branchKind, hasApprovalRight } }
}

/**
 * The organisation that did a step. It may stand above what the caller sees, as the file's own papers name it; any other has to be in
 * reach. Throws VALIDATION_FAILED beside `bodyId`.
 */
export function readBody(db: ReadDb, branchId: string, bodyId: string | null): Body | null {
  if (bodyId === null) return null
  const above = readAnyOrganizationTree(db).path(branchId)
  const row = above.find(({ id }) => id === bodyId) ?? getOrganization(db, bodyId)
  if (!row || row.deletedAt !== null) throw refuse({ bodyId: '找不到这个党组织，请重新选择' })
  return bodyOf(row)
}
