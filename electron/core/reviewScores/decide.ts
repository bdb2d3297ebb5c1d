import type { Database, ReadDb } from '#db/database.ts'
import type { StoredCampaign } from '#db/queries/reviewCampaigns.ts'
import { getSubjects, type StoredSubject, updateSubject } from '#db/queries/reviewSubjects.ts'
import { AppError } from '#shared/contract/errors.ts'
import type { Finding } from '#shared/domain/finding.ts'
import type { Grade } from '#shared/domain/reviews/grades.ts'
import { reviewFinding } from '#shared/domain/reviews/ruleTable.ts'
import type { Scheme } from '#shared/domain/reviews/scheme.ts'
import { decisionFindings } from '#shared/domain/reviews/suggestedGrade.ts'
import { type DateOnly, dateOnly, formatPartialDate } from '#shared/lib/dates.ts'
import type { Ports } from '../ports.ts'
import { shownText } from '../records/mobilityRows.ts'
import { momentOf } from '../records/moment.ts'
import { requireOwnCampaign } from '../records/reviewCampaign.ts'
import { listedIds } from '../records/reviewScoreRow.ts'
import { scoreCampaign, type ScoredPerson } from '../records/reviewScoring.ts'
import type { Given } from './given.ts'
import { refuse, stale } from './refusals.ts'

type Input = Given<'reviews.decide'>
type Decision = Input['decisions'][number]
type Meeting = Pick<Input, 'decidedOn' | 'decidedAt'>

interface Candidate {
  readonly decision: Decision
  readonly subject: StoredSubject
  readonly person: ScoredPerson
  readonly scheme: Scheme
}

/** Those to be decided, scored with the vetoes the committee establishes. Throws NOT_FOUND, VALIDATION_FAILED, STALE_WRITE. */
function candidates(
  db: ReadDb,
  { campaignId, decisions }: Pick<Input, 'campaignId' | 'decisions'>,
): readonly Candidate[] {
  const vetoes = new Map(decisions.map(({ id, vetoIds }) => [id, vetoIds]))
  if (vetoes.size < decisions.length) throw refuse({ decisions: '有人列了两次，请每人只定一个等次' })
  const { schemes } = scoreCampaign(db, campaignId, ({ id, vetoIds }) => vetoes.get(id) ?? listedIds(vetoIds))
  const scored = new Map(
    schemes.flatMap(({ scheme, people }) =>
      people.map((person) => [person.subject.id, { scheme, person }] as const),
    ),
  )
  const known = new Map(getSubjects(db, [...vetoes.keys()]).map((subject) => [subject.id, subject]))
  return decisions.map((decision, n) => {
    const [subject, found] = [known.get(decision.id), scored.get(decision.id)]
    if (!subject || !found)
      throw new AppError('NOT_FOUND', 'no such person in the campaign', {
        messageZh: '名单里有人已不在这次述职测评中。请刷新后重试',
      })
    if (subject.version !== decision.version) throw stale()
    if (decision.vetoIds.some((veto) => found.scheme.vetoes.every(({ id }) => id !== veto)))
      throw refuse({ [`decisions.${n}.vetoIds`]: '方案里没有这项一票否决情形，请刷新后重选' })
    return { decision, subject, ...found }
  })
}

/** REV-09: a day that the committee can have met on. */
function dayFindings(
  decidedOn: DateOnly | null,
  { startOn, year }: StoredCampaign,
  today: DateOnly,
): readonly Finding[] {
  const first = startOn ?? dateOnly(`${year}-01-01`)
  const say = (message: string) => [reviewFinding('REV-09', 'block', 'decidedOn', message)]
  if (decidedOn === null) return []
  if (decidedOn > today) return say('定等日期晚于今天，请核对')
  return decidedOn < first ? say(`定等日期早于述职测评开始的 ${formatPartialDate(first)}，请核对`) : []
}

function findingsOf(
  { decision: { grade, reason }, subject, person, scheme }: Candidate,
  { decidedOn, decidedAt }: Meeting,
): readonly Finding[] {
  const { feedbackOn } = subject
  if (grade !== null) {
    const found = decisionFindings(scheme, person.row.suggested, {
      grade,
      decidedOn,
      meeting: decidedAt,
      reason,
    })
    if (decidedOn === null || feedbackOn === null || decidedOn <= feedbackOn) return found
    const message = `定等日期晚于已登记的通报反馈日期 ${formatPartialDate(feedbackOn)}；重新研究的，请先取消反馈`
    return [...found, reviewFinding('REV-09', 'block', 'grade', message)]
  }
  if (feedbackOn === null) return []
  const message = '已登记通报反馈，请先取消反馈再撤销等次'
  return [reviewFinding('REV-09', 'block', 'grade', message)]
}

/** All sentences at once: those of the meeting, then person by person. Throws VALIDATION_FAILED. */
function check(
  db: ReadDb,
  all: readonly Candidate[],
  {
    meeting,
    campaign,
    today,
  }: { readonly meeting: Meeting; readonly campaign: StoredCampaign; readonly today: DateOnly },
): void {
  const isAny = all.some(({ decision }) => decision.grade !== null)
  const fields: Record<string, string> = {}
  const sentences: string[] = []
  const say = (field: string, message: string, name: string | null) => {
    const sentence = name === null ? message : `${name}：${message}`
    fields[field] ??= message
    if (!sentences.includes(sentence)) sentences.push(sentence)
  }
  for (const { message } of isAny ? dayFindings(meeting.decidedOn, campaign, today) : [])
    say('decidedOn', message, null)
  all.forEach((candidate, n) => {
    for (const { field, message, severity } of findingsOf(candidate, meeting)) {
      if (severity !== 'block') continue
      if (field === 'decidedOn') say(field, message, null)
      else say(`decisions.${n}.${field ?? 'grade'}`, message, shownText(candidate.subject.name, db))
    }
  })
  if (sentences.length > 0) throw refuse(fields, `没有保存：${sentences.join('；')}`)
}

/** Taken back, only what is established of the vetoes stays. */
function columnsOf(
  { decision: { grade, vetoIds, reason, handling }, person, scheme }: Candidate,
  { decidedOn, decidedAt }: Meeting,
) {
  const inOrder = scheme.vetoes.flatMap(({ id }) => (vetoIds.includes(id) ? [id] : [])).join(',')
  const decided = (value: Grade) => ({
    grade: value,
    decidedOn,
    decidedAt,
    decisionReason: reason,
    vetoIds: inOrder,
    scoreDecided: person.score.hundredths,
    handling,
  })
  const none = { decidedOn: null, decidedAt: null, decisionReason: null, scoreDecided: null, handling: null }
  return grade === null ? { grade, ...none, vetoIds: inOrder } : decided(grade)
}

const isSame = (columns: ReturnType<typeof columnsOf>, subject: StoredSubject) =>
  columns.grade === subject.grade &&
  columns.decidedOn === subject.decidedOn &&
  columns.decidedAt === subject.decidedAt &&
  columns.decisionReason === subject.decisionReason &&
  columns.vetoIds === subject.vetoIds &&
  columns.scoreDecided === subject.scoreDecided &&
  columns.handling === subject.handling

/**
 * 党工委会议定等 (REV-09) by who holds the campaign, all of them or none; the score the committee had before it is kept.
 * Throws NOT_FOUND, FORBIDDEN, VALIDATION_FAILED with every sentence, STALE_WRITE.
 */
export function decide(db: Database, input: Input, ports: Ports): { readonly decided: number } {
  const campaign = requireOwnCampaign(db.read, input.campaignId)
  const all = candidates(db.read, input)
  check(db.read, all, { meeting: input, campaign, today: ports.clock.today() })
  const { at } = momentOf(ports)
  const changed = all.flatMap((candidate) => {
    const columns = columnsOf(candidate, input)
    return isSame(columns, candidate.subject) ? [] : [{ ...candidate.decision, columns }]
  })
  if (changed.length > 0)
    db.write((tx) => {
      for (const { id, version, columns } of changed)
        if (!updateSubject(tx, { id, version }, columns, at)) throw stale()
    })
  return { decided: all.length }
}
