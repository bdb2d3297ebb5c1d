import type { WriteDb } from '#db/database.ts'
import { getOrganization, listAnyOrganizations, type StoredOrganization } from '#db/queries/organizations.ts'
import { isInScope } from '#db/queries/scope.ts'
import { restoreOrganizationRow } from '#db/queries/trash.ts'
import { AppError } from '#shared/contract/errors.ts'
import { isEnded, mayStandUnder, organizationTypes } from '#shared/domain/organizationKinds.ts'
import { organizationTypeLabels } from '#shared/labels/organizations.ts'
import type { WriteMoment } from '../records/memberStore.ts'
import { renewTreeOrder } from '../records/organizationStore.ts'

/** What is above comes first. Throws CONFLICT, naming the organisation and what stands in its way. */
export function takeOrganizationsFromTrash(
  tx: WriteDb,
  trashed: readonly StoredOrganization[],
  { at }: WriteMoment,
): void {
  if (trashed.length === 0) return
  for (const row of parentsFirst(trashed)) {
    if (row.deletedAt === null)
      throw conflict('not in the trash', `“${row.shortName}”已不在回收站，不需要恢复`)
    checkPlace(tx, row)
    checkNames(tx, row)
    if (!restoreOrganizationRow(tx, { id: row.id, at }))
      throw conflict('not in the trash', `“${row.shortName}”已不在回收站，不需要恢复`)
  }
  renewTreeOrder(tx)
}

function parentsFirst(rows: readonly StoredOrganization[]): readonly StoredOrganization[] {
  const byId = new Map(rows.map((row) => [row.id, row]))
  const ordered = new Set<StoredOrganization>()
  const place = (row: StoredOrganization): void => {
    if (ordered.has(row)) return
    const parent = row.parentId === null ? undefined : byId.get(row.parentId)
    if (parent) place(parent)
    ordered.add(row)
  }
  rows.forEach(place)
  return [...ordered]
}

function checkPlace(tx: WriteDb, row: StoredOrganization): void {
  if (row.parentId === null) return
  const parent = getOrganization(tx, row.parentId)
  const above = `原来的上级“${parent?.shortName ?? ''}”`
  if (!parent || parent.deletedAt !== null)
    throw conflict('parent in the trash', `不能恢复“${row.shortName}”：${above}也在回收站，请先恢复上级`)
  if (isEnded(parent) && !isEnded(row))
    throw conflict('parent has ended', `不能恢复“${row.shortName}”：${above}已撤销或合并，请先恢复上级`)
  const [type, parentType] = [typeOf(row), typeOf(parent)]
  if (!isEnded(row) && !mayStandUnder(type, parentType))
    throw conflict(
      'misplaced',
      `不能恢复“${row.shortName}”：${above}现在是${organizationTypeLabels[parentType]}，下面不能设${organizationTypeLabels[type]}`,
    )
}

function typeOf({ type }: StoredOrganization) {
  const known = organizationTypes.find((each) => each === type)
  if (known === undefined) throw new Error('unknown code in the organizations table')
  return known
}

/** Codes and names tell organisations apart over the whole street; one out of sight is not named. */
function checkNames(tx: WriteDb, row: StoredOrganization): void {
  const isNamed = (each: StoredOrganization) => !isEnded(each) && each.type !== 'XZ'
  const living = listAnyOrganizations(tx)
  const sameCode = row.code === null ? undefined : living.find(({ code }) => code === row.code)
  const sameName = isNamed(row)
    ? living.find((each) => isNamed(each) && each.shortName === row.shortName)
    : undefined
  const other = sameCode ?? sameName
  if (!other) return
  const who = isInScope(tx, other.id) ? `“${other.shortName}”` : '本街道其他党组织'
  const what = sameCode ? `代码 ${row.code ?? ''} ` : '这个简称'
  throw conflict('taken', `不能恢复“${row.shortName}”：${what}现在由${who}使用，请先改掉其中一个`)
}

function conflict(detail: string, messageZh: string): AppError {
  return new AppError('CONFLICT', detail, { messageZh })
}
