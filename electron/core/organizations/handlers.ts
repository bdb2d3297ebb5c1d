import type { ReadDb } from '#db/database.ts'
import { listOrganizationEvents } from '#db/queries/organizations.ts'
import type {
  OrganizationDetail,
  OrganizationFields,
  organizationsRoutes,
} from '#shared/contract/organizations.ts'
import { defined } from '#shared/lib/defined.ts'
import type { HandlersOf } from '../call.ts'
import { kindOf } from '../records/organizationKind.ts'
import { notFound } from './checks.ts'
import { createOrganization, editOrganization, moveOrganization, restoreOrganization } from './commands.ts'
import { dissolveOrganization, mergeOrganization } from './endings.ts'
import { fieldsOf } from './fields.ts'
import { findingsOf, gather, organizationNodes } from './nodes.ts'
import { splitOrganization } from './split.ts'
import { moveOrganizationToTrash } from './trash.ts'

function detail(db: ReadDb, id: string): OrganizationDetail {
  const gathered = gather(db)
  const row = gathered.tree.get(id)
  const own = gathered.own.get(id)
  const total = gathered.total.get(id)
  if (!row || !own || !total) throw notFound()
  const into = row.mergedIntoId === null ? undefined : gathered.tree.get(row.mergedIntoId)
  return {
    id: row.id,
    parentId: gathered.tree.parentOf(row),
    path: gathered.tree.path(id).map((each) => ({ id: each.id, shortName: each.shortName })),
    version: row.version,
    status: kindOf(row).status,
    endedOn: row.endedOn,
    mergedInto: into ? { id: into.id, shortName: into.shortName } : null,
    fields: fieldsOf(row),
    own,
    total,
    findings: findingsOf(row, gathered),
    events: listOrganizationEvents(db, id),
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
  }
}

export const organizationsHandlers: HandlersOf<typeof organizationsRoutes> = {
  'organizations.tree': ({ includeEnded }, { db }) => ({ nodes: organizationNodes(db.read, includeEnded) }),
  'organizations.get': ({ id }, { db }) => detail(db.read, id),
  'organizations.create': (input, { db, ports }) => detail(db.read, createOrganization(db, input, ports)),
  'organizations.update': ({ id, version, fields }, { db, ports }) => {
    editOrganization(db, { id, version, fields: defined<OrganizationFields>(fields) }, ports)
    return detail(db.read, id)
  },
  'organizations.move': (input, { db, ports }) => {
    moveOrganization(db, input, ports)
    return detail(db.read, input.id)
  },
  'organizations.dissolve': (input, { db, ports }) => {
    dissolveOrganization(db, input, ports)
    return detail(db.read, input.id)
  },
  'organizations.merge': (input, { db, ports }) => {
    mergeOrganization(db, input, ports)
    return detail(db.read, input.id)
  },
  'organizations.split': (input, { db, ports }) => detail(db.read, splitOrganization(db, input, ports)),
  'organizations.trash': (input, { db, ports }) => {
    moveOrganizationToTrash(db, input, ports)
    return null
  },
  'organizations.restore': (input, { db, ports }) => {
    restoreOrganization(db, input, ports)
    return detail(db.read, input.id)
  },
}
