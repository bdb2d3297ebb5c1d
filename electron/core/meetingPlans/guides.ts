import type { Database } from '#db/database.ts'
import { getOrganization } from '#db/queries/organizations.ts'
import { getGuide, insertGuide, updateGuide } from '#db/queries/topicGuides.ts'
import { AppError } from '#shared/contract/errors.ts'
import type { TopicGuideFields, TopicGuideRow } from '#shared/contract/meetingPlans.ts'
import { isOrganizationLevel } from '#shared/domain/organizationKinds.ts'
import type { Ports } from '../ports.ts'
import { momentOf } from '../records/moment.ts'
import { kindOf } from '../records/organizationKind.ts'
import { movePlainToTrash } from '../records/plainTrash.ts'
import { readTopicGuide } from '../records/topicGuides.ts'
import { noOrganization } from '../records/noOrganization.ts'

function noGuide(): AppError {
  return new AppError('NOT_FOUND', 'no such topic guide in reach', {
    messageZh: '找不到这份主题提示，它可能已被删除，或由上级党组织印发，只能由上级修改',
  })
}

function stale(): AppError {
  return new AppError('STALE_WRITE', 'topic guide changed since it was read', {
    messageZh: '这份主题提示刚被修改过，您看到的不是最新的。请刷新核对后再保存',
  })
}

interface GuideInput {
  readonly id: string | null
  readonly version: number | null
  readonly fields: TopicGuideFields
}

/** A new one where `id` is null. Throws NOT_FOUND, VALIDATION_FAILED for a group, STALE_WRITE. */
export function saveGuide(db: Database, { id, version, fields }: GuideInput, ports: Ports): TopicGuideRow {
  const organization = getOrganization(db.read, fields.organizationId)
  if (!organization || organization.deletedAt !== null) throw noOrganization()
  if (!isOrganizationLevel(kindOf(organization).type))
    throw new AppError('VALIDATION_FAILED', 'a group gives no guides', {
      fields: { organizationId: '党小组不印发主题提示，请选择党支部或上级党组织' },
    })
  const stored = id === null ? undefined : getGuide(db.read, id)
  if (id !== null && !stored) throw noGuide()
  const at = ports.clock.now()
  const guideId = stored?.id ?? ports.ids.next()
  db.write((tx) => {
    if (stored === undefined)
      insertGuide(tx, { ...fields, id: guideId, version: 1, createdAt: at, updatedAt: at })
    else if (stored.version !== version || !updateGuide(tx, stored, fields, at)) throw stale()
  })
  const row = readTopicGuide(db.read, guideId)
  if (row === undefined) throw noGuide()
  return row
}

/** Throws NOT_FOUND, STALE_WRITE. */
export function trashGuide(
  db: Database,
  { id, version, reason }: { readonly id: string; readonly version: number; readonly reason: string },
  ports: Ports,
): void {
  if (!getGuide(db.read, id)) throw noGuide()
  db.write((tx) => movePlainToTrash(tx, 'topicGuide', { id, version }, reason, momentOf(ports)))
}
