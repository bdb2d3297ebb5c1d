import type { Database, ReadDb } from '#db/database.ts'
import { countApproved, insertQuota, listQuotas, updateQuota } from '#db/queries/developmentQuotas.ts'
import { getOrganization } from '#db/queries/organizations.ts'
import { AppError } from '#shared/contract/errors.ts'
import type { RouteOutput } from '#shared/contract/routes.ts'
import { quotaJudgement } from '#shared/domain/development/quota.ts'
import { isEnded, isOrganizationLevel } from '#shared/domain/organizationKinds.ts'
import { defaultRuleSettings } from '#shared/domain/settings.ts'
import type { Ports } from '../ports.ts'
import { shownTexts } from '../records/developmentRows.ts'
import { kindOf } from '../records/organizationKind.ts'
import { readOrganizationTree } from '../records/organizationTree.ts'

/** Every organisation in reach, in tree order, each with all below it (DEV-23); ended ones only where something counts for them. */
export function developmentQuotas(db: ReadDb, year: number): RouteOutput<'development.quotas'> {
  const tree = readOrganizationTree(db)
  const quotas = new Map(listQuotas(db, year).map((quota) => [quota.organizationId, quota]))
  const own = countApproved(db, year)
  const rows = tree.all.flatMap((row) => {
    const quota = quotas.get(row.id)
    const approved = tree.subtree(row.id).reduce((sum, { id }) => sum + (own.get(id) ?? 0), 0)
    if (!isOrganizationLevel(kindOf(row).type)) return []
    if (isEnded(row) && quota === undefined && approved === 0) return []
    const planned = quota?.planned ?? null
    return [
      {
        id: quota?.id ?? null,
        version: quota?.version ?? null,
        organizationId: row.id,
        organizationName: row.shortName,
        docNo: shownTexts({ docNo: quota?.docNo ?? null }, ['docNo'], db).docNo,
        planned,
        approved,
        judgement: quotaJudgement({ year, planned, approved }, defaultRuleSettings),
      },
    ]
  })
  return { rows }
}

interface QuotaInput {
  readonly organizationId: string
  readonly year: number
  readonly version: number | null
  readonly planned: number
  readonly docNo: string | null
}

function stale(): AppError {
  return new AppError('STALE_WRITE', 'quota changed since it was read', {
    messageZh: '这个党组织当年的计划数刚被登记或修改过，您看到的不是最新的。请刷新核对后再保存',
  })
}

/** Throws NOT_FOUND, VALIDATION_FAILED for a kind that has none, STALE_WRITE. */
export function setQuota(db: Database, input: QuotaInput, ports: Ports): void {
  const { organizationId, year, version, planned, docNo } = input
  const organization = getOrganization(db.read, organizationId)
  if (!organization || organization.deletedAt !== null)
    throw new AppError('NOT_FOUND', 'no such organization', {
      messageZh: '找不到这个党组织，它可能已被删除，请刷新后重新选择',
    })
  if (!isOrganizationLevel(kindOf(organization).type))
    throw new AppError('VALIDATION_FAILED', 'a group has no quota', {
      fields: { organizationId: '党小组没有发展计划数，请选择党支部或上级党组织' },
    })
  const stored = listQuotas(db.read, year).find((quota) => quota.organizationId === organizationId)
  if ((stored?.version ?? null) !== version) throw stale()
  const at = ports.clock.now()
  db.write((tx) => {
    if (stored === undefined)
      insertQuota(tx, {
        id: ports.ids.next(),
        organizationId,
        year,
        planned,
        docNo,
        version: 1,
        createdAt: at,
        updatedAt: at,
      })
    else if (!updateQuota(tx, stored, { planned, docNo }, at)) throw stale()
  })
}
