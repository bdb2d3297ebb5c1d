import type { ReadDb } from '#db/database.ts'
import { organizationNames } from '#db/queries/organizations.ts'
import {
  type BatchPaper,
  getBatch,
  listBatches,
  papersOf,
  type Pass,
  type StoredBatch,
} from '#db/queries/reviewBallots.ts'
import { listSchemes } from '#db/queries/reviewCampaigns.ts'
import { countLinesOf, countSheets } from '#db/queries/reviewKeyings.ts'
import { AppError } from '#shared/contract/errors.ts'
import type { BatchDetail, BatchFields, BatchRow } from '#shared/contract/reviewBallots.ts'
import { whyNotSecondKeyer } from '#shared/domain/reviews/keying.ts'
import { reviewFinding } from '#shared/domain/reviews/ruleTable.ts'
import { shownTexts } from './developmentRows.ts'
import { shownText } from './mobilityRows.ts'
import { type BatchPlace, placeIn, placeOf } from './reviewBatchPlace.ts'
import { batchFindings, isLost, keyAgain, whyNotClosedYet } from './reviewBatchStanding.ts'
import { getCampaign, schemeOf } from './reviewCampaign.ts'

/** In the caller's reach. Throws NOT_FOUND. */
export function findBatch(db: ReadDb, id: string): StoredBatch {
  const found = getBatch(db, id)
  if (!found)
    throw new AppError('NOT_FOUND', 'no such batch', {
      messageZh: '找不到这批测评票，可能已取消或不在您的管理范围。请刷新列表',
    })
  return found
}

const changed = '（方案已改动）'

function rowOf(
  batch: StoredBatch,
  papers: readonly BatchPaper[],
  place: BatchPlace | null,
  organizationName: string,
): BatchRow {
  const { id, version, state, method, organizationId, schemeId, componentId, groupId, heldOn, closedOn } =
    batch
  return {
    id,
    version,
    state,
    method,
    organizationId,
    organizationName,
    schemeId,
    componentId,
    componentName: place?.component.name ?? changed,
    groupId,
    groupName: place?.group.name ?? changed,
    heldOn,
    closedOn,
    subjects: papers.length,
    issued: papers.reduce((sum, { issued }) => sum + issued, 0),
    returned: papers.reduce((sum, { returned }) => sum + returned, 0),
    findings: batchFindings(batch, papers, place),
  }
}

/** Those held by the caller's organisations; the latest first. Throws NOT_FOUND. */
export function reviewBatchRows(db: ReadDb, campaignId: string): readonly BatchRow[] {
  const campaign = getCampaign(db, campaignId)
  const batches = listBatches(db, campaign.id)
  const papers = Map.groupBy(
    papersOf(
      db,
      batches.map(({ id }) => id),
    ),
    ({ batchId }) => batchId,
  )
  const schemes = new Map(listSchemes(db, [campaign.id]).map((row) => [row.id, schemeOf(row)]))
  const names = organizationNames(db)
  return batches.map((batch) => {
    const scheme = schemes.get(batch.schemeId)
    const place = scheme === undefined ? null : placeIn(scheme, batch)
    return rowOf(batch, papers.get(batch.id) ?? [], place, names.get(batch.organizationId) ?? '')
  })
}

function fieldsOf(batch: StoredBatch, papers: readonly BatchPaper[]): BatchFields {
  const { campaignId, schemeId, componentId, groupId, organizationId, heldOn } = batch
  const { should, present, method, supervisors, tellers } = batch
  return {
    campaignId,
    schemeId,
    componentId,
    groupId,
    organizationId,
    heldOn,
    should,
    present,
    method,
    supervisors,
    tellers,
    subjects: papers.map(({ subjectId, issued, returned }) => ({ subjectId, issued, returned })),
  }
}

/**
 * Why an account may not key this pass; null when it may. A pass nobody has keyed a sheet of is anybody's: its keyer may have
 * been forgotten with a restore.
 */
export function whyNotKeyer(
  { firstKeyerId, secondKeyerId }: Pick<StoredBatch, 'firstKeyerId' | 'secondKeyerId'>,
  pass: Pass,
  accountId: string,
  sheets: Readonly<Record<Pass, number>>,
): string | null {
  const [own, other] = pass === 1 ? [firstKeyerId, secondKeyerId] : [secondKeyerId, firstKeyerId]
  const otherPass: Pass = pass === 1 ? 2 : 1
  const same = other === null || sheets[otherPass] === 0 ? null : whyNotSecondKeyer(other, accountId)
  if (same !== null) return pass === 2 ? same : '第二遍是您录入的，第一遍须由另一个人录入，请换人登录后录入'
  if (own === null || own === accountId || sheets[pass] === 0) return null
  return `第${pass === 1 ? '一' : '二'}遍正由另一位同志录入；要换人录入，请由其删去已录的票`
}

function passesOf(db: ReadDb, batch: StoredBatch, accountId: string): BatchDetail['passes'] {
  if (batch.method !== 'keying' || batch.state !== 'open') return []
  const sheets = countSheets(db, batch.id)
  return ([1, 2] as const).map((pass) => ({
    pass,
    sheets: sheets[pass],
    isMine: (pass === 1 ? batch.firstKeyerId : batch.secondKeyerId) === accountId,
    whyNot: whyNotKeyer(batch, pass, accountId, sheets),
  }))
}

/** A batch as `accountId` sees it. Throws NOT_FOUND. */
export function reviewBatchDetail(db: ReadDb, id: string, accountId: string): BatchDetail {
  const batch = findBatch(db, id)
  const papers = papersOf(db, [id])
  const place = placeOf(db, batch)
  const row = rowOf(batch, papers, place, organizationNames(db).get(batch.organizationId) ?? '')
  const lost = isLost(batch, countLinesOf(db, id)) ? [reviewFinding('REV-06', 'orange', null, keyAgain)] : []
  return {
    ...row,
    findings: [...lost, ...row.findings],
    fields: shownTexts(fieldsOf(batch, papers), ['supervisors', 'tellers'], db),
    voidReason: batch.voidReason === null ? null : shownText(batch.voidReason, db),
    items: place?.items ?? [],
    people: papers.map(({ subjectId, name, organizationName, issued, returned }) => ({
      subjectId,
      name: shownText(name, db),
      organizationName,
      issued,
      returned,
    })),
    passes: passesOf(db, batch, accountId),
    whyNotClosed: batch.state === 'open' ? whyNotClosedYet(db, batch, papers, place) : null,
  }
}
