import type { WriteDb } from '#db/database.ts'
import { insertCampaign, insertScheme } from '#db/queries/reviewCampaigns.ts'
import { addOpinions } from '#db/queries/reviewCounts.ts'
import { insertDaily } from '#db/queries/reviewScores.ts'
import { insertComment, insertStep, insertSubject } from '#db/queries/reviewSubjects.ts'
import type { FlowStepKey } from '#shared/domain/reviews/flow.ts'
import type { RatedComponent, Scheme } from '#shared/domain/reviews/scheme.ts'
import { usualScheme, usualWeights } from '#shared/domain/reviews/usualSchemes.ts'
import { addDays, type DateOnly } from '#shared/lib/dates.ts'
import type { WriteMoment } from '../records/memberStore.ts'
import { addBatch, type DemoPapers } from './demoReviewBallots.ts'
import type { DemoSecretary } from './demoReviewPeople.ts'
import { commentWords, opinionWords, reportWords } from './demoReviewWords.ts'
import { type Random, shuffled } from './random.ts'

interface DemoCampaign {
  readonly organizationId: string
  readonly year: number
  /** The day of the 向上级述职会: everything else is so many days from it. */
  readonly meetingOn: DateOnly
  readonly secretaries: readonly DemoSecretary[]
  /** Whose members did not bring enough ballots back, and whose are still to be keyed: by place; null for nobody. */
  readonly tooFew: number | null
  readonly open: number | null
}

export interface DemoSubject extends DemoSecretary {
  readonly id: string
  readonly quality: number
}

interface Made {
  readonly campaignId: string
  readonly subjects: readonly DemoSubject[]
}

const scheme: Scheme = usualScheme(usualWeights.usual)

function directionOf(direction: 'up' | 'down'): RatedComponent {
  for (const component of scheme.components)
    if (component.kind === 'rated' && component.direction === direction) return component
  throw new Error('the usual scheme rates both ways')
}

function report(part: keyof typeof reportWords): string {
  return scheme.indicators.map(({ name }) => reportWords[part](name)).join('\n')
}

/** A campaign of the street up to the counting of the ballots; decisions and 整改 follow for those of former years. */
export function addCampaign(tx: WriteDb, demo: DemoCampaign, random: Random, moment: WriteMoment): Made {
  const { ids, at } = moment
  const { organizationId, year, meetingOn } = demo
  const [campaignId, schemeId] = [ids.next(), ids.next()]
  const written = { version: 1, createdAt: at, updatedAt: at }
  insertCampaign(tx, {
    id: campaignId,
    organizationId,
    year,
    name: `${year} 年度双向述职双向测评`,
    startOn: addDays(meetingOn, -21),
    endOn: addDays(meetingOn, 30),
    leftOutSteps: '',
    noticeNo: null,
    noticeOn: null,
    remark: null,
    ...written,
  })
  insertScheme(tx, {
    id: schemeId,
    campaignId,
    position: 0,
    name: '社区党委书记',
    body: JSON.stringify(scheme),
    ...written,
  })
  const subjects = demo.secretaries.map((secretary, position): DemoSubject => {
    const { community, post } = secretary
    const id = ids.next()
    insertSubject(tx, {
      id,
      campaignId,
      schemeId,
      organizationId: community.id,
      position,
      kind: 'secretary',
      memberId: post.memberId,
      name: post.personName,
      duty: '书记',
      achievements: report('achievements'),
      problems: report('problems'),
      plans: report('plans'),
      vetoIds: '',
      ...written,
    })
    return { ...secretary, id, quality: 55 + random.below(40) }
  })
  subjects.forEach((subject, place) => tellOf(tx, subject, demo, place, random, moment))
  rateAll(tx, { campaignId, schemeId, subjects, demo }, random, moment)
  return { campaignId, subjects }
}

function tellOf(
  tx: WriteDb,
  { id, quality }: DemoSubject,
  { meetingOn, tooFew, open }: DemoCampaign,
  place: number,
  random: Random,
  { ids }: WriteMoment,
): void {
  const step = (key: FlowStepKey, days: number) =>
    insertStep(tx, {
      id: ids.next(),
      subjectId: id,
      key,
      doneOn: addDays(meetingOn, days),
      meetingId: null,
      note: null,
    })
  step('scheme', -21)
  step('selfReview', -10)
  step('reportCheck', -5)
  step('upMeeting', 0)
  step('downMeeting', 5)
  shuffled(commentWords, random)
    .slice(0, 1 + random.below(2))
    .forEach((content, position) =>
      insertComment(tx, {
        id: ids.next(),
        subjectId: id,
        position,
        commenter: position === 0 ? '街道党工委书记' : '街道党工委副书记',
        content,
        saidOn: meetingOn,
      }),
    )
  insertDaily(tx, {
    id: ids.next(),
    subjectId: id,
    partId: 'dailyScore',
    hundredths: (82 + Math.floor(quality / 8)) * 100 + random.below(4) * 25,
    basis: '按台账和实地考核评分',
    evidence: null,
    scoredOn: addDays(meetingOn, -3),
    scoredBy: '街道党建办',
  })
  // Words of a direction are kept only where it was counted.
  if (place !== tooFew && place !== open)
    addOpinions(
      tx,
      { subjectId: id, componentId: 'down' },
      shuffled(opinionWords, random).slice(0, 1 + random.below(3)),
      () => ids.next(),
    )
}

interface Rated {
  readonly campaignId: string
  readonly schemeId: string
  readonly subjects: readonly DemoSubject[]
  readonly demo: DemoCampaign
}

function rateAll(
  tx: WriteDb,
  { campaignId, schemeId, subjects, demo }: Rated,
  random: Random,
  moment: WriteMoment,
): void {
  const [up, down] = [directionOf('up'), directionOf('down')]
  const { organizationId, meetingOn, tooFew, open } = demo
  const papers = (subject: DemoSubject, issued: number, returned: number): DemoPapers => ({
    subjectId: subject.id,
    issued,
    returned,
    quality: subject.quality,
  })
  const whole = { campaignId, schemeId }
  const above = subjects.map((subject) => papers(subject, 9, 9))
  const street = { ...whole, organizationId, component: up, groupId: 'superiors', heldOn: meetingOn }
  addBatch(tx, scheme, { ...street, people: above }, false, random, moment)
  subjects.forEach((subject, place) => {
    const own = {
      ...whole,
      organizationId: subject.community.id,
      component: down,
      heldOn: addDays(meetingOn, 5),
    }
    const issued = 40 + random.below(25)
    const returned = place === tooFew ? Math.floor(issued * 0.4) : issued - random.below(6)
    const party = { ...own, groupId: 'party', people: [papers(subject, issued, returned)] }
    addBatch(tx, scheme, party, place === open, random, moment)
    const asked = 12 + random.below(9)
    const people = [papers(subject, asked, asked - random.below(2))]
    // One community asked four residents only: they are counted with the members (REV-06).
    const few = place === 1 ? [papers(subject, 4, 4)] : people
    if (place !== open)
      addBatch(tx, scheme, { ...own, groupId: 'public', people: few }, false, random, moment)
  })
}
