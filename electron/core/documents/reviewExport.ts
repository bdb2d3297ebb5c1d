import type { Database } from '#db/database.ts'
import { papersOn } from '#db/queries/reviewPapers.ts'
import { listSteps } from '#db/queries/reviewSubjects.ts'
import type { SignedInAccount } from '#shared/contract/accounts.ts'
import type { ExportedDocument } from '#shared/contract/documents.ts'
import { AppError } from '#shared/contract/errors.ts'
import type { RouteInput } from '#shared/contract/routes.ts'
import { anyReader } from '#shared/domain/memberMasks.ts'
import type { DateOnly } from '#shared/lib/dates.ts'
import { componentStateLabels } from '#shared/labels/reviews.ts'
import type { Ports } from '../ports.ts'
import { stepsOf } from '../records/reviewCampaign.ts'
import { scoreCampaign } from '../records/reviewScoring.ts'
import { schemeScores } from '../records/reviewViews.ts'
import type { Job } from '../system/jobs.ts'
import { deliver, shelve } from './electionExport.ts'
import { section } from './layout.ts'
import { buildLedger } from './ledger.ts'
import type { BuiltMinutes } from './meetingMinutes.ts'
import { renderDocument } from './render.ts'
import { ballotEach } from './reviewBallot.ts'
import { ballotSheet } from './reviewBallotSheet.ts'
import { deliverInJob } from './reviewJob.ts'
import { schemePaper } from './reviewScheme.ts'
import { summaryLedger, type SummaryValues } from './reviewSummary.ts'
import { summaryXlsx } from './reviewSummaryXlsx.ts'
import { tallyRecord } from './reviewTally.ts'
import { blankTally } from './reviewTallyBlank.ts'
import { ledgerFrame, paperCampaign, ratedDirection, ratedPeople } from './reviewValues.ts'

export const onePaper = ({ children }: BuiltMinutes) => [
  section({ orientation: 'portrait', pageNumbers: 'first', foot: null, children }),
]

/** 方案印发 as registered for these people; null while it is not, or of several days. */
function issuedOn(db: Database, subjectIds: readonly string[]): DateOnly | null {
  const days = listSteps(db.read, subjectIds).flatMap(({ key, doneOn }) => (key === 'scheme' ? [doneOn] : []))
  const [day = null, ...others] = [...new Set(days)]
  return others.length === 0 ? day : null
}

/** 述职方案. Throws NOT_FOUND, CONFLICT where there is no scheme. */
export function exportReviewScheme(
  db: Database,
  { campaignId }: RouteInput<'documents.exportReviewScheme'>,
  account: SignedInAccount,
  ports: Ports,
): Promise<ExportedDocument> {
  const { campaign, fields, holder, isOwn } = paperCampaign(db.read, campaignId)
  const { schemes, people } = scoreCampaign(db.read, campaignId)
  if (schemes.length === 0)
    throw new AppError('CONFLICT', 'no scheme', {
      messageZh: `“${campaign.name}”还没有方案，请先在“方案”中新增一套，再导出`,
    })
  const built = schemePaper({
    agency: holder.fullName,
    year: campaign.year,
    fields,
    steps: stepsOf(campaign),
    issuedOn: issuedOn(db, [...people.keys()]),
    isOwn,
    schemes: schemes.map(({ schemeName, scheme, people, findings }) => ({
      name: schemeName,
      scheme,
      problems: findings.filter(({ severity }) => severity === 'block').map(({ message }) => message),
      people: people.map(({ subject }) => subject),
    })),
  })
  return deliver(db, account, ports, {
    sections: onePaper(built),
    missing: built.missing,
    label: '述职方案',
    unit: holder,
    kind: '方案',
    title: built.title,
    rows: schemes.length,
  })
}

/** D12: 测评票. Throws NOT_FOUND, CONFLICT for a scheme with faults, CANCELLED. */
export async function exportReviewBallot(
  db: Database,
  input: RouteInput<'documents.exportReviewBallot'>,
  account: SignedInAccount,
  ports: Ports,
  job: Job,
): Promise<ExportedDocument> {
  const { campaign, holder } = paperCampaign(db.read, input.campaignId)
  const { scheme, component } = ratedDirection(db.read, input)
  const people = ratedPeople(db.read, input)
  const values = {
    agency: holder.fullName,
    year: campaign.year,
    componentName: component.name,
    scheme,
    form: component.form,
    people,
  }
  const built = await (input.layout === 'each' ? ballotEach(values, job) : ballotSheet(values))
  return deliverInJob(db, account, ports, job, {
    ...built,
    label: '述职测评票',
    unit: holder,
    kind: '票',
    title: `${built.title}（${component.name}）`,
    rows: people.length,
  })
}

/** 唱票计票记录: empty, or the sums of a direction that may be shown; else CONFLICT. Throws NOT_FOUND. */
export function exportReviewTally(
  db: Database,
  input: RouteInput<'documents.exportReviewTally'>,
  account: SignedInAccount,
  ports: Ports,
): Promise<ExportedDocument> {
  const { campaign, holder } = paperCampaign(db.read, input.campaignId)
  const { scheme, component } = ratedDirection(db.read, input)
  const { subjectId, isBlank } = input
  const [person] = ratedPeople(db.read, { ...input, subjectIds: [subjectId] })
  if (person === undefined) throw new Error('a person asked for is found or refused')
  const values = { agency: holder.fullName, year: campaign.year, person, scheme, component }
  const built = isBlank ? blankTally(values) : tallyRecord(values, shownSums(db, input))
  return deliver(db, account, ports, {
    ...built,
    label: '唱票计票记录',
    unit: holder,
    kind: '记录',
    title: `${built.title}（${component.name}）`,
    rows: 1,
    personName: person.name,
  })
}

function shownSums(
  db: Database,
  { campaignId, componentId, subjectId }: RouteInput<'documents.exportReviewTally'>,
) {
  const person = scoreCampaign(db.read, campaignId).people.get(subjectId)
  const found = person?.score.components.find((each) => each.componentId === componentId)
  if (person === undefined || found === undefined || found.state !== 'scored') {
    const why = found === undefined ? '没有测评' : componentStateLabels[found.state]
    throw new AppError('CONFLICT', 'not to be shown yet', {
      messageZh: `${person?.subject.name ?? ''}“${found?.name ?? ''}”${why}，还没有可以列出的票数；可以先导出空白的计票记录`,
    })
  }
  const papers = papersOn(db.read, [subjectId]).find((each) => each.componentId === componentId)
  const none = { issued: 0, returned: 0, several: 0, illegible: 0, blank: 0 }
  return { papers: papers ?? none, groups: found.groups }
}

/** 综合成绩汇总表. Throws NOT_FOUND. */
export async function exportReviewSummary(
  db: Database,
  { campaignId, format }: RouteInput<'documents.exportReviewSummary'>,
  account: SignedInAccount,
  ports: Ports,
): Promise<ExportedDocument> {
  const place = paperCampaign(db.read, campaignId)
  const schemes = schemeScores(scoreCampaign(db.read, campaignId), anyReader)
  const values: SummaryValues = { year: place.campaign.year, schemes, isOwn: place.isOwn }
  const frame = ledgerFrame(place, account, ports)
  const ledger = summaryLedger(values, frame)
  const { bytes, missing } = format === 'xlsx' ? await summaryXlsx(values, frame) : await ledgerDocx(ledger)
  return shelve(db, account, ports, {
    bytes,
    extension: format,
    missing,
    label: '综合成绩汇总表',
    unit: place.unit,
    kind: '汇总表',
    title: ledger.title,
    rows: ledger.rows ?? 0,
  })
}

export async function ledgerDocx(values: Parameters<typeof buildLedger>[0]) {
  const { document, missing } = buildLedger(values)
  return { bytes: await renderDocument(document), missing }
}
