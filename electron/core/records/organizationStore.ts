import type { WriteDb } from '#db/database.ts'
import { insertOrganization, insertOrganizationEvent, setTreeOrder } from '#db/queries/organizations.ts'
import type { OrganizationFields } from '#shared/contract/organizations.ts'
import type { PartialDate } from '#shared/lib/dates.ts'
import { firstDay } from '#shared/lib/dates.ts'
import type { IdSource } from '../ports.ts'
import { branchMatchKey } from './branchNames.ts'
import type { WriteMoment } from './memberStore.ts'
import { orderedIds, readAnyOrganizationTree } from './organizationTree.ts'
import { followCurrentTerm } from './termStore.ts'

interface NewOrganization {
  readonly id: string
  readonly parentId: string | null
  readonly fields: OrganizationFields
  readonly importBatchId: string | null
}

/** The one way an organisation comes to be. The caller renews the tree's order afterwards, once for many. */
export function addOrganization(
  tx: WriteDb,
  { id, parentId, fields, importBatchId }: NewOrganization,
  moment: WriteMoment,
  ids: IdSource,
): void {
  const { at, today } = moment
  const { jointUnits, ...rest } = fields
  const founded: PartialDate | null = fields.foundedOn
  insertOrganization(tx, {
    ...rest,
    id,
    parentId,
    position: 0,
    treeOrder: 0,
    matchKey: branchMatchKey(fields.shortName),
    jointUnits: jointUnits.length === 0 ? null : jointUnits.join('\n'),
    status: 'active',
    version: 1,
    createdAt: at,
    updatedAt: at,
    importBatchId,
  })
  insertOrganizationEvent(tx, {
    id: ids.next(),
    organizationId: id,
    kind: 'created',
    happenedOn: founded === null ? today : firstDay(founded),
    fromText: null,
    toText: fields.fullName,
    docNo: fields.foundedDoc,
    reason: null,
    createdAt: at,
  })
  followCurrentTerm(tx, id, null, moment)
}

/** After anything that adds, moves or renames: the order runs through the whole street, whoever the writer is. */
export function renewTreeOrder(tx: WriteDb): void {
  setTreeOrder(tx, orderedIds(readAnyOrganizationTree(tx)))
}
