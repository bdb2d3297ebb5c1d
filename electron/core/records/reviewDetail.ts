import type { ReadDb } from '#db/database.ts'
import { lastYearItemsOf, rectificationsOf } from '#db/queries/rectifications.ts'
import { listDaily } from '#db/queries/reviewScores.ts'
import { listComments, listSteps } from '#db/queries/reviewSubjects.ts'
import type { SubjectDetail } from '#shared/contract/reviewRows.ts'
import type { Finding } from '#shared/domain/finding.ts'
import { explainScore } from '#shared/domain/reviews/explainScore.ts'
import { lastYearFinding, rectifyFindings } from '#shared/domain/reviews/rectification.ts'
import type { DateOnly } from '#shared/lib/dates.ts'
import { shownTexts } from './developmentRows.ts'
import { type Shown, shownText } from './mobilityRows.ts'
import { openable } from './openable.ts'
import { rectificationRow } from './rectificationRow.ts'
import { reportFindingsOf } from './reviewBoard.ts'
import { findSubject, getCampaign, isOwnCampaign, stepsOf } from './reviewCampaign.ts'
import { evidenceOf } from './reviewEvidence.ts'
import { type ScoredPerson, scoreCampaign, type ScoredScheme } from './reviewScoring.ts'
import { stepCellsOf } from './reviewSteps.ts'
import { reviewTrend } from './reviewTrend.ts'
import { componentViews, dailyRows, shownScore } from './reviewViews.ts'

function personOf(db: ReadDb, campaignId: string, subjectId: string): readonly [ScoredScheme, ScoredPerson] {
  const { schemes } = scoreCampaign(db, campaignId)
  for (const scheme of schemes) {
    const person = scheme.people.find(({ subject }) => subject.id === subjectId)
    if (person !== undefined) return [scheme, person]
  }
  throw new Error('a person in reach who is under no scheme of the campaign')
}

/** REV-12 of this year's items and of last year's. */
function mendingFindings(
  items: Parameters<typeof rectifyFindings>[0],
  lastYear: Parameters<typeof lastYearFinding>[0],
  {
    isAnnounced,
    metOn,
    today,
  }: { readonly isAnnounced: boolean; readonly metOn: DateOnly | null; readonly today: DateOnly },
): readonly Finding[] {
  const report = lastYearFinding(lastYear, metOn, today)
  return [...(report === null ? [] : [report]), ...rectifyFindings(items, isAnnounced, today)]
}

/** All of one 述职人, with every score down to its counts. Throws NOT_FOUND. `reader`: who is shown it, or handed the paper. */
export function reviewSubjectDetail(
  db: ReadDb,
  id: string,
  today: DateOnly,
  reader: Shown = db,
): SubjectDetail {
  const found = findSubject(db, id)
  const campaign = getCampaign(db, found.campaignId)
  const [{ scheme, schemeName }, person] = personOf(db, campaign.id, id)
  const [stored, comments, daily] = [listSteps(db, [id]), listComments(db, [id]), listDaily(db, id)]
  const rectifications = rectificationsOf(db, [id])
  const lastYear = lastYearItemsOf(db, [id])
  const { achievements, problems, plans } = found
  const facts = { subject: found, scheme, steps: stepsOf(campaign), stored, comments, daily }
  const metOn = stored.find(({ key }) => key === 'upMeeting')?.doneOn ?? null
  const { total } = person.score
  return {
    id,
    version: found.version,
    campaignId: campaign.id,
    campaignName: shownText(campaign.name, reader),
    year: campaign.year,
    isOwnCampaign: isOwnCampaign(db, campaign),
    organizationName: person.subject.organizationName,
    fields: shownTexts(
      {
        schemeId: found.schemeId,
        organizationId: found.organizationId,
        kind: found.kind,
        memberId: found.memberId !== null && openable(db, [found.memberId]).size > 0 ? found.memberId : null,
        name: found.name,
        duty: found.duty,
      },
      ['name', 'duty'],
      reader,
    ),
    scheme,
    schemeName: shownText(schemeName, reader),
    report: shownTexts({ achievements, problems, plans }, ['achievements', 'problems', 'plans'], reader),
    reportFindings: reportFindingsOf(found),
    steps: stepCellsOf({ ...facts, score: person.row, rectifications }, reader),
    comments: comments.map(({ id: commentId, commenter, content, saidOn }) =>
      shownTexts({ id: commentId, commenter, content, saidOn }, ['commenter', 'content'], reader),
    ),
    daily: dailyRows(scheme, daily, reader),
    evidence: evidenceOf(
      db,
      { subjectId: id, organizationId: found.organizationId, year: campaign.year },
      today,
    ),
    components: componentViews(db, person, scheme, reader),
    score: shownScore(person.row, reader),
    explanation: total === null ? null : explainScore(total),
    feedback: shownTexts(
      {
        feedbackOn: found.feedbackOn,
        feedbackBy: found.feedbackBy,
        feedbackWords: found.feedbackWords,
        signedOn: found.signedOn,
      },
      ['feedbackBy', 'feedbackWords'],
      reader,
    ),
    rectifications: rectifications.map((item) => rectificationRow(item, today, reader)),
    lastYear: lastYear.map((item) => rectificationRow(item, today, reader)),
    trend: reviewTrend(db, found, campaign.organizationId, reader),
    findings: [
      ...person.row.findings,
      ...mendingFindings(rectifications, lastYear, {
        isAnnounced: found.feedbackOn !== null,
        metOn,
        today,
      }),
    ],
  }
}
