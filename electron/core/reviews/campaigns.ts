import type { Database, ReadDb } from '#db/database.ts'
import {
  campaignOfYear,
  insertCampaign,
  insertScheme,
  listCampaigns,
  listSchemes,
  type StoredCampaign,
  updateCampaign,
} from '#db/queries/reviewCampaigns.ts'
import { insertSubject } from '#db/queries/reviewSubjects.ts'
import type { CampaignFields } from '#shared/contract/reviewInputs.ts'
import type { RouteOutput } from '#shared/contract/routes.ts'
import { flowSteps, flowTable } from '#shared/domain/reviews/flow.ts'
import { usualScheme, usualWeights } from '#shared/domain/reviews/usualSchemes.ts'
import type { Ports } from '../ports.ts'
import { momentOf } from '../records/moment.ts'
import { kindOf } from '../records/organizationKind.ts'
import { movePlainToTrash } from '../records/plainTrash.ts'
import { getCampaign, requireOwnCampaign } from '../records/reviewCampaign.ts'
import { campaignRow } from '../records/reviewCampaignDetail.ts'
import type { Given } from './given.ts'
import { conflict, placeAt, refuse, refuseFuture, refuseLongBefore, stale } from './refusals.ts'
import { stillInPost } from './stillInPost.ts'

export function listCampaignRows(db: ReadDb, { clock }: Ports): RouteOutput<'reviews.campaigns'> {
  return listCampaigns(db).map((campaign) => campaignRow(db, campaign, clock.today()))
}

function check(db: ReadDb, fields: CampaignFields, ownId: string | null, { clock }: Ports): void {
  const { organizationId, year, startOn, endOn, noticeOn, leftOutSteps } = fields
  const organization = placeAt(db, 'organizationId', organizationId)
  const { type } = kindOf(organization)
  if (type === 'ZB' || type === 'XZ' || type === 'ZXH')
    throw refuse('organizationId', '述职测评由有下级党组织的上级组织，请选择党工委、党委或党总支')
  const today = clock.today()
  if (year > Number(today.slice(0, 4)) + 1) throw refuse('year', '年度晚于明年，请核对')
  if (startOn !== null && endOn !== null && endOn < startOn)
    throw refuse('endOn', '结束日期早于开始日期，请核对')
  refuseLongBefore('startOn', startOn, year)
  refuseLongBefore('endOn', endOn, year)
  refuseLongBefore('noticeOn', noticeOn, year)
  refuseFuture('noticeOn', noticeOn, today)
  const kept = leftOutSteps.find((key) => !flowTable[key].isOptional)
  if (kept !== undefined) throw refuse('leftOutSteps', `“${flowTable[kept].name}”不能省去，请恢复这一步`)
  const other = campaignOfYear(db, organizationId, year)
  if (other && other.id !== ownId)
    throw conflict(
      `“${organization.shortName}”${year} 年度的述职测评已经有了。请打开已有的一次修改，或改选年度`,
    )
}

function columnsOf({ leftOutSteps, ...columns }: CampaignFields) {
  return { ...columns, leftOutSteps: flowSteps.filter((key) => leftOutSteps.includes(key)).join(',') }
}

/** With the usual scheme, or with those of another campaign and, if wanted, its people who are still in post. */
export function createCampaign(
  db: Database,
  { fields, from }: Given<'reviews.create'>,
  ports: Ports,
): string {
  check(db.read, fields, null, ports)
  const source = from.kind === 'campaign' ? getCampaign(db.read, from.id) : null
  const { at, today, ids } = momentOf(ports)
  const id = ids.next()
  const written = { version: 1, createdAt: at, updatedAt: at }
  const copied = source ? listSchemes(db.read, [source.id]) : []
  const newIds = new Map(copied.map((scheme) => [scheme.id, ids.next()]))
  const people =
    source && from.kind === 'campaign' && from.withSubjects
      ? stillInPost(db.read, { sourceId: source.id, organizationId: fields.organizationId, today })
      : []
  db.write((tx) => {
    insertCampaign(tx, { ...columnsOf(fields), id, ...written })
    if (from.kind === 'usual')
      insertScheme(tx, {
        id: ids.next(),
        campaignId: id,
        position: 0,
        name: '党组织书记',
        body: JSON.stringify(usualScheme(usualWeights[from.weights])),
        ...written,
      })
    for (const scheme of copied)
      insertScheme(tx, {
        id: newIds.get(scheme.id) ?? ids.next(),
        campaignId: id,
        position: scheme.position,
        name: scheme.name,
        body: scheme.body,
        ...written,
      })
    people.forEach(({ schemeId, organizationId, kind, memberId, name, duty }, position) =>
      insertSubject(tx, {
        id: ids.next(),
        campaignId: id,
        schemeId: newIds.get(schemeId) ?? schemeId,
        organizationId,
        position,
        kind,
        memberId,
        name,
        duty,
        vetoIds: '',
        ...written,
      }),
    )
  })
  return id
}

const campaignWord = '这次述职测评'

function seen(db: ReadDb, { id, version }: Pick<StoredCampaign, 'id' | 'version'>): StoredCampaign {
  const found = requireOwnCampaign(db, id)
  if (found.version !== version) throw stale(campaignWord)
  return found
}

export function saveCampaign(
  db: Database,
  { id, version, fields }: Given<'reviews.update'>,
  ports: Ports,
): void {
  const found = seen(db.read, { id, version })
  // Whose campaign it is decides who is in it and who may read it.
  if (fields.organizationId !== found.organizationId)
    throw refuse('organizationId', '组织测评的党组织不能更改；选错了的请移入回收站后重新建立')
  check(db.read, fields, id, ports)
  db.write((tx) => {
    if (!updateCampaign(tx, found, columnsOf(fields), momentOf(ports).at)) throw stale(campaignWord)
  })
}

export function trashCampaign(
  db: Database,
  { id, version, reason }: Given<'reviews.trash'>,
  ports: Ports,
): void {
  seen(db.read, { id, version })
  db.write((tx) => movePlainToTrash(tx, 'reviewCampaign', { id, version }, reason, momentOf(ports)))
}
