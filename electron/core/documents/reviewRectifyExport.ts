import type { Database } from '#db/database.ts'
import { lastYearItemsOf, rectificationsOf } from '#db/queries/rectifications.ts'
import { responsibilityOf } from '#db/queries/responsibility.ts'
import type { SignedInAccount } from '#shared/contract/accounts.ts'
import type { ExportedDocument } from '#shared/contract/documents.ts'
import { AppError } from '#shared/contract/errors.ts'
import type { RouteInput } from '#shared/contract/routes.ts'
import { anyReader } from '#shared/domain/memberMasks.ts'
import type { Ports } from '../ports.ts'
import { rectificationRow } from '../records/rectificationRow.ts'
import { deliver, shelve } from './electionExport.ts'
import { ledgerXlsx } from './ledger.ts'
import { unitOf } from './meetingExport.ts'
import { ledgerDocx, onePaper } from './reviewExport.ts'
import { rectifyLedger } from './reviewRectify.ts'
import { rectifyReport } from './reviewRectifyReport.ts'
import { responsibilityPaper } from './reviewResponsibility.ts'
import { ledgerFrame, paperCampaign, peopleOf } from './reviewValues.ts'

/** D14: 整改清单. Throws NOT_FOUND. */
export async function exportRectifications(
  db: Database,
  { campaignId, subjectId, format }: RouteInput<'documents.exportRectifications'>,
  account: SignedInAccount,
  ports: Ports,
): Promise<ExportedDocument> {
  const place = paperCampaign(db.read, campaignId)
  const people = peopleOf(db.read, campaignId, subjectId)
  const rows = itemsInOrder(
    rectificationsOf(
      db.read,
      people.map(({ id }) => id),
    ),
    people.map(({ id }) => id),
  ).map((item) => rectificationRow(item, ports.clock.today(), anyReader))
  const values = rectifyLedger(rows, place.campaign.year, ledgerFrame(place, account, ports))
  const { bytes, missing } = await (format === 'xlsx' ? ledgerXlsx(values) : ledgerDocx(values))
  const [only] = subjectId === null ? [] : people
  return shelve(db, account, ports, {
    bytes,
    extension: format,
    missing,
    label: '述职测评整改清单',
    unit: place.unit,
    kind: '清单',
    title: values.title,
    rows: rows.length,
    ...(only === undefined ? {} : { personName: only.name }),
  })
}

/** By person in the order of the campaign. */
function itemsInOrder<T extends { readonly subjectId: string }>(
  items: readonly T[],
  ids: readonly string[],
): readonly T[] {
  const of = Map.groupBy(items, ({ subjectId }) => subjectId)
  return ids.flatMap((id) => of.get(id) ?? [])
}

/** D14: 整改情况报告, of one person or of all. Throws NOT_FOUND. */
export function exportRectifyReport(
  db: Database,
  { campaignId, subjectId }: RouteInput<'documents.exportRectifyReport'>,
  account: SignedInAccount,
  ports: Ports,
): Promise<ExportedDocument> {
  const { campaign, unit } = paperCampaign(db.read, campaignId)
  const people = peopleOf(db.read, campaignId, subjectId)
  const ids = people.map(({ id }) => id)
  const row = (item: Parameters<typeof rectificationRow>[0]) =>
    rectificationRow(item, ports.clock.today(), anyReader)
  const last = Map.groupBy(lastYearItemsOf(db.read, ids), ({ forSubjectId }) => forSubjectId)
  // An item of last year may be two people's to report: it stands once.
  const lastYear = [
    ...new Map(ids.flatMap((id) => last.get(id) ?? []).map((item) => [item.id, item])).values(),
  ]
  const thisYear = itemsInOrder(rectificationsOf(db.read, ids), ids)
  const [only] = subjectId === null ? [] : people
  const by = only === undefined ? unit : unitOf(db.read, only.organizationId)
  const built = rectifyReport({
    agency: by.fullName,
    year: campaign.year,
    personName: only?.name ?? null,
    lastYear: lastYear.map(row),
    thisYear: thisYear.map(row),
  })
  return deliver(db, account, ports, {
    sections: onePaper(built),
    missing: built.missing,
    label: '述职测评整改情况报告',
    unit: by,
    kind: '报告',
    title: `${campaign.year}年度述职测评整改情况报告`,
    rows: lastYear.length + thisYear.length,
    ...(only === undefined ? {} : { personName: only.name }),
  })
}

/** 党建工作责任清单. Throws NOT_FOUND, CONFLICT where the organisation has none of the year. */
export function exportResponsibility(
  db: Database,
  { organizationId, year }: RouteInput<'documents.exportResponsibility'>,
  account: SignedInAccount,
  ports: Ports,
): Promise<ExportedDocument> {
  const unit = unitOf(db.read, organizationId)
  const record = responsibilityOf(db.read, { organizationId, year })
  if (record === undefined)
    throw new AppError('CONFLICT', 'no list of the year', {
      messageZh: `${unit.shortName}还没有${year}年度党建责任清单，请先建立再导出`,
    })
  const built = responsibilityPaper(record, unit.fullName, ports.clock.today())
  return deliver(db, account, ports, {
    sections: onePaper(built),
    missing: built.missing,
    label: '党建工作责任清单',
    unit,
    kind: '清单',
    title: built.title,
    rows: record.goals.length,
  })
}
