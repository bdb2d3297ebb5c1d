import type { ReadDb } from '#db/database.ts'
import { listAnyOrganizations } from '#db/queries/organizations.ts'
import { isInScope, scopeRoot } from '#db/queries/scope.ts'
import type { OrganizationImportField } from '#shared/domain/organizationFields.ts'
import { isEnded, isOrganizationLevel } from '#shared/domain/organizationKinds.ts'
import type { Placed } from './organizationParents.ts'
import { quote } from './rowFindings.ts'

/** What somebody tied to one organisation must not touch: known so that it can be refused, never shown. */
export interface Beyond {
  readonly rootId: string
  /** Of what the own organisation stands under. */
  readonly rootParentCode: string | null
  readonly codes: ReadonlySet<string>
  readonly shortNames: ReadonlySet<string>
}

/** Null for who sees everything. */
export function readBeyond(db: ReadDb): Beyond | null {
  const rootId = scopeRoot(db)
  if (rootId === null) return null
  const all = listAnyOrganizations(db)
  const outside = all.filter((row) => !isInScope(db, row.id))
  const parentId = all.find((row) => row.id === rootId)?.parentId ?? null
  return {
    rootId,
    rootParentCode: all.find((row) => row.id === parentId)?.code ?? null,
    codes: new Set(outside.flatMap(({ code }) => code ?? [])),
    shortNames: new Set(
      outside.filter((row) => !isEnded(row) && row.type !== 'XZ').map(({ shortName }) => shortName),
    ),
  }
}

interface Refusal {
  readonly field: OrganizationImportField
  readonly message: string
}

const ownRootZh = '本组织自身的类别、代码和隶属由街道党工委办理，不能导入修改；请改回或删去这一项'

/** Why a row reaches beyond the own organisation; null when it does not. */
export function refuseBeyond({ read, record, current }: Placed, beyond: Beyond | null): Refusal | null {
  if (beyond === null) return null
  const { parentCode } = read
  if (current?.id === beyond.rootId) {
    if (record.type !== current.type) return { field: 'type', message: ownRootZh }
    if (record.code !== current.code) return { field: 'code', message: ownRootZh }
    const isMove = parentCode !== null && parentCode !== beyond.rootParentCode
    return isMove ? { field: 'parentCode', message: ownRootZh } : null
  }
  if (current === null && beyond.codes.has(record.code)) {
    const message = `代码为 ${record.code} 的党组织不在您的管理范围内，未导入；请由街道党务干事导入`
    return { field: 'code', message }
  }
  if (current === null && parentCode === null)
    return { field: 'parentCode', message: '您只能在本组织之下设立党组织，请写明上级党组织代码' }
  if (parentCode !== null && beyond.codes.has(parentCode)) {
    const message = `代码为 ${parentCode} 的上级党组织不在您的管理范围内，未导入；请由街道党务干事导入`
    return { field: 'parentCode', message }
  }
  if (current !== null || !isOrganizationLevel(record.type) || !beyond.shortNames.has(record.shortName))
    return null
  const message = `本街道其他地方已有叫${quote(record.shortName)}的党组织，未导入。请写明别的简称，或联系街道党务干事`
  return { field: 'fullName', message }
}
