import type { Database, ReadDb } from '#db/database.ts'
import { rectificationsOf } from '#db/queries/rectifications.ts'
import { papersOn } from '#db/queries/reviewPapers.ts'
import { listComments } from '#db/queries/reviewSubjects.ts'
import type { SignedInAccount } from '#shared/contract/accounts.ts'
import type { ExportedDocument } from '#shared/contract/documents.ts'
import { AppError } from '#shared/contract/errors.ts'
import type { RouteInput } from '#shared/contract/routes.ts'
import { anyReader } from '#shared/domain/memberMasks.ts'
import type { Ports } from '../ports.ts'
import { rectificationRow } from '../records/rectificationRow.ts'
import { type ScoredPerson, scoreCampaign } from '../records/reviewScoring.ts'
import { componentViews, shownScore } from '../records/reviewViews.ts'
import type { Job } from '../system/jobs.ts'
import { deliver } from './electionExport.ts'
import { onePaper } from './reviewExport.ts'
import { feedbackPaper, feedbackSections, feedbackTitle } from './reviewFeedback.ts'
import { deliverInJob, oneByOne } from './reviewJob.ts'
import { noticePaper } from './reviewNotice.ts'
import { paperCampaign, peopleOf } from './reviewValues.ts'

const isDecided = ({ row }: ScoredPerson) => row.grade !== null

/** Papers of some people added up by direction. */
function papersByDirection(db: ReadDb, subjectIds: readonly string[]) {
  const all = Map.groupBy(papersOn(db, subjectIds), ({ componentId }) => componentId)
  return new Map(
    [...all].map(([id, counts]) => [
      id,
      {
        issued: counts.reduce((sum, { issued }) => sum + issued, 0),
        returned: counts.reduce((sum, { returned }) => sum + returned, 0),
      },
    ]),
  )
}

/** D12: 结果通报, made by who holds the review. Throws NOT_FOUND, FORBIDDEN below it, CONFLICT before anybody is decided. */
export function exportReviewNotice(
  db: Database,
  { campaignId }: RouteInput<'documents.exportReviewNotice'>,
  account: SignedInAccount,
  ports: Ports,
): Promise<ExportedDocument> {
  const { campaign, fields, holder, isOwn } = paperCampaign(db.read, campaignId)
  if (!isOwn)
    throw new AppError('FORBIDDEN', 'the notice is the holder’s', {
      messageZh: `结果通报由${holder.shortName}印发；本单位述职人的结果请导出反馈表`,
    })
  const { schemes } = scoreCampaign(db.read, campaignId)
  const decided = schemes.flatMap(({ people }) => people.filter(isDecided))
  if (decided.length === 0)
    throw new AppError('CONFLICT', 'nobody is decided', {
      messageZh: `“${campaign.name}”还没有研究确定任何人的等次，不能印发结果通报。请先在“成绩与定等”中登记定等结果`,
    })
  const ids = decided.map(({ subject }) => subject.id)
  const built = noticePaper({
    agency: holder.fullName,
    year: campaign.year,
    fields,
    rectifications: rectificationsOf(db.read, ids).length,
    schemes: schemes.map(({ schemeName, scheme, people }) => ({
      name: schemeName,
      scheme,
      people: people.map(({ row, score }) => ({ row, components: score.components })),
      papers: papersByDirection(
        db.read,
        people.filter(isDecided).map(({ subject }) => subject.id),
      ),
    })),
  })
  return deliver(db, account, ports, {
    sections: onePaper(built),
    missing: built.missing,
    label: '述职测评结果通报',
    unit: holder,
    kind: '通报',
    title: built.title,
    rows: decided.length,
  })
}

/** 反馈表: of one person, or of everybody who is decided. Throws NOT_FOUND, CONFLICT where nobody is, CANCELLED. */
export async function exportReviewFeedback(
  db: Database,
  { campaignId, subjectId }: RouteInput<'documents.exportReviewFeedback'>,
  account: SignedInAccount,
  ports: Ports,
  job: Job,
): Promise<ExportedDocument> {
  const { campaign, holder, unit } = paperCampaign(db.read, campaignId)
  const scores = scoreCampaign(db.read, campaignId)
  const schemes = new Map(scores.schemes.map((each) => [each.schemeId, each.scheme]))
  const subjects = peopleOf(db.read, campaignId, subjectId)
  const told = subjects.flatMap((subject) => {
    const [person, scheme] = [scores.people.get(subject.id), schemes.get(subject.schemeId)]
    if (person === undefined || scheme === undefined) return []
    return subjectId === null && !isDecided(person) ? [] : [{ subject, person, scheme }]
  })
  if (told.length === 0)
    throw new AppError('CONFLICT', 'nobody is decided', {
      messageZh: `“${campaign.name}”还没有研究确定任何人的等次，没有反馈表可导出；要先打印空表，请选择一位述职人`,
    })
  const papers = await oneByOne(told, '整理反馈表', job, ({ subject, person, scheme }) => {
    const { id, name, duty, feedbackOn, feedbackBy, feedbackWords, signedOn } = subject
    const values = {
      year: campaign.year,
      organizationName: person.subject.organizationName,
      name,
      duty,
      scheme,
      components: componentViews(db.read, person, scheme, anyReader),
      score: shownScore(person.row, anyReader),
      comments: listComments(db.read, [id]),
      feedback: { feedbackOn, feedbackBy, feedbackWords, signedOn },
      rectifications: rectificationsOf(db.read, [id]).map((item) =>
        rectificationRow(item, ports.clock.today(), anyReader),
      ),
    }
    return feedbackPaper(values, holder.fullName)
  })
  const [only] = subjectId === null ? [] : subjects
  return deliverInJob(db, account, ports, job, {
    sections: feedbackSections(papers),
    missing: papers.flatMap(({ missing }) => missing),
    label: '述职测评结果反馈表',
    unit,
    kind: '反馈表',
    title: feedbackTitle(campaign.year),
    rows: papers.length,
    ...(only === undefined ? {} : { personName: only.name }),
  })
}
