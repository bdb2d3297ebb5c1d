import type { WriteDb } from '#db/database.ts'
import { listOrganizations } from '#db/queries/organizations.ts'
import { insertRectification } from '#db/queries/rectifications.ts'
import { getStoredCampaign, updateCampaign } from '#db/queries/reviewCampaigns.ts'
import { getSubject, updateSubject } from '#db/queries/reviewSubjects.ts'
import { addDays, type DateOnly, dateOnly } from '#shared/lib/dates.ts'
import type { WriteMoment } from '../records/memberStore.ts'
import { scoreCampaign } from '../records/reviewScoring.ts'
import { fillResponsibility } from './demoResponsibility.ts'
import { addCampaign, type DemoSubject } from './demoReviewCampaign.ts'
import { secretariesOn } from './demoReviewPeople.ts'
import { rectificationWords } from './demoReviewWords.ts'
import type { Random } from './random.ts'

/**
 * Three years of the street's 双向述职双向测评: the oldest archived, last year's with one item of 整改 overdue, this year's counted
 * but for one community with too few ballots and one whose ballots are on the table.
 */
export function fillReviews(tx: WriteDb, random: Random, moment: WriteMoment): void {
  const { today } = moment
  const street = listOrganizations(tx).find(({ type }) => type === 'DGW')
  if (!street) return
  const year = Number(today.slice(0, 4))
  for (const former of [year - 2, year - 1]) {
    const meetingOn = dateOnly(`${former}-12-03`)
    const secretaries = secretariesOn(tx, meetingOn)
    if (secretaries.length === 0) continue
    const demo = { organizationId: street.id, year: former, meetingOn, secretaries, tooFew: null, open: null }
    const made = addCampaign(tx, demo, random, moment)
    decideAll(tx, made.campaignId, former, moment)
    announce(tx, made.campaignId, former, moment)
    rectify(tx, made.subjects, former, moment)
  }
  const secretaries = secretariesOn(tx, today)
  if (secretaries.length === 0) return
  const meetingOn = addDays(today, -14)
  const places = { tooFew: 4, open: 6 }
  addCampaign(tx, { organizationId: street.id, year, meetingOn, secretaries, ...places }, random, moment)
  fillResponsibility(tx, secretaries.slice(0, 3), moment)
}

/** The committee went with the suggestion (REV-09). */
function decideAll(tx: WriteDb, campaignId: string, year: number, { at }: WriteMoment): void {
  for (const { row } of scoreCampaign(tx, campaignId).people.values()) {
    const subject = getSubject(tx, row.subjectId)
    if (!subject || row.suggested === null) continue
    const grade = row.suggested
    updateSubject(
      tx,
      subject,
      {
        grade,
        decidedOn: dateOnly(`${year}-12-20`),
        decidedAt: '街道党工委会议',
        scoreDecided: row.hundredths,
        handling: grade === 'best' ? '通报表扬' : null,
        feedbackOn: dateOnly(`${year}-12-25`),
        feedbackBy: '街道党工委副书记',
        feedbackWords: '书面反馈测评结果和意见建议，本人表示认可。',
        signedOn: dateOnly(`${year}-12-26`),
      },
      at,
    )
  }
}

function announce(tx: WriteDb, campaignId: string, year: number, { at }: WriteMoment): void {
  const campaign = getStoredCampaign(tx, campaignId)
  if (campaign)
    updateCampaign(
      tx,
      campaign,
      { noticeNo: `云街党〔${year}〕58号`, noticeOn: dateOnly(`${year}-12-24`) },
      at,
    )
}

/** Of last year's the second person is late with one; it was not reported at this year's meeting either. */
function rectify(
  tx: WriteDb,
  subjects: readonly DemoSubject[],
  year: number,
  { ids, at, today }: WriteMoment,
): void {
  const isLast = year === Number(today.slice(0, 4)) - 1
  const byNow = (day: string): DateOnly => {
    const on = dateOnly(day)
    return on < today ? on : addDays(today, -15)
  }
  subjects.forEach(({ id, post }, place) => {
    const [problem, measure] = rectificationWords[place % rectificationWords.length] ?? rectificationWords[0]
    const isLate = isLast && place === 1
    insertRectification(tx, {
      id: ids.next(),
      subjectId: id,
      position: 0,
      problem,
      source: place % 2 === 0 ? 'comment' : 'ballot',
      measure,
      dutyName: post.personName,
      dueOn: isLate ? addDays(today, -12) : dateOnly(`${year + 1}-06-30`),
      progress: isLate ? 'underway' : 'done',
      progressWords: isLate ? '已排定联系人，还有两个支部没有走完' : null,
      doneOn: isLate ? null : byNow(`${year + 1}-05-20`),
      result: isLate ? null : '已按措施落实，支部党员反映有改进',
      acceptedBy: isLate ? null : '街道党建办',
      acceptedOn: isLate ? null : byNow(`${year + 1}-06-10`),
      reportedOn: isLate ? null : isLast ? addDays(today, -14) : dateOnly(`${year + 1}-12-03`),
      reportedWords: isLate ? null : '已在述职会上通报',
      version: 1,
      createdAt: at,
      updatedAt: at,
    })
  })
}
