import type { FileChild, ISectionOptions } from 'docx'
import type { ElectionContest, ElectionDetail } from '#shared/contract/electionRows.ts'
import type { Contest, ElectionWords } from '#shared/domain/electionWords.ts'
import { type DateOnly, formatPartialDate, type PartialDate } from '#shared/lib/dates.ts'
import { section } from './layout.ts'
import { createMissingList, type MissingItem, type MissingList } from './missing.ts'
import { chineseNumber } from './paragraphs.ts'

/** What the papers say of a candidate besides the name: display texts, null where the record has none. */
export interface CandidateFacts {
  readonly gender: string | null
  /** To the month. */
  readonly birth: string | null
  readonly education: string | null
  readonly joined: string | null
  readonly unitDuty: string | null
}

/** Everything the papers of an election are written from. */
export interface ElectionPaperValues {
  readonly detail: ElectionDetail
  readonly words: ElectionWords
  /** Full name of the organisation above; null where it is out of the caller's reach. */
  readonly superior: string | null
  /** How the organisation above speaks of itself: 我委, 我工委. */
  readonly superiorWe: string
  /** 书记 of today, who signs what goes up. */
  readonly secretary: string | null
  readonly contactName: string | null
  readonly contactPhone: string | null
  /** On the day of the meeting, or today. */
  readonly full: number
  readonly probationary: number
  readonly candidates: ReadonlyMap<string, CandidateFacts>
}

export interface BuiltPaper {
  readonly title: string
  /** 文种 for the file's name. */
  readonly kind: string
  readonly sections: readonly ISectionOptions[]
  readonly missing: readonly MissingItem[]
}

/** Writes values, or blanks that are then listed. */
export interface Pen {
  readonly values: ElectionPaperValues
  fill(value: string | null, label: string): string
  day(value: PartialDate | '' | null, label: string): string
  readonly missing: MissingList
}

export function penFor(values: ElectionPaperValues): Pen {
  const missing = createMissingList()
  const place = values.detail.organization.shortName
  const fill = (value: string | null, label: string) =>
    missing.fill(value, { field: label, label, place, subject: '' })
  return {
    values,
    missing,
    fill,
    day: (value, label) => fill(value === null || value === '' ? null : formatPartialDate(value), label),
  }
}

/** One section of portrait pages, numbered from 1. */
export function onePaper(
  pen: Pen,
  {
    title,
    kind,
    children,
  }: { readonly title: string; readonly kind: string; readonly children: readonly FileChild[] },
): BuiltPaper {
  const sections = [section({ orientation: 'portrait', pageNumbers: 'first', foot: null, children })]
  return { title, kind, sections, missing: pen.missing.items }
}

export function contestOf({ contests }: ElectionDetail, name: Contest): ElectionContest {
  const found = contests.find(({ contest }) => contest === name)
  if (!found) throw new Error('every election has its three contests')
  return found
}

/** Whether nobody is elected to a committee: the papers then speak of 书记 and 副书记 alone. */
export function isByMeeting({ fields }: ElectionDetail): boolean {
  return fields.isDirect || fields.committeeSeats === 0
}

/** 委员3名，其中书记1名、副书记1名 / 书记1名、副书记1名. */
export function seatsText(detail: ElectionDetail): string {
  const { committeeSeats, secretarySeats, deputySeats } = detail.fields
  const leaders = [
    ...(secretarySeats === 0 ? [] : [`书记${secretarySeats}名`]),
    ...(deputySeats === 0 ? [] : [`副书记${deputySeats}名`]),
  ].join('、')
  if (isByMeeting(detail)) return leaders
  return `委员${committeeSeats}名${leaders === '' ? '' : `，其中${leaders}`}`
}

/** 换届选举, 补选. */
export function electionName({ kind }: ElectionDetail): string {
  return kind === 'term' ? '换届选举' : '补选'
}

/** 第五届, or 本届 where nobody has written the number down. */
export function formerTermName({ formerTerm }: ElectionDetail): string {
  const no = formerTerm?.termNo ?? null
  return no === null ? '本届' : `第${chineseNumber(no)}届`
}

/** What is elected: 新一届支部委员会委员 / 书记、副书记. */
export function electedName(detail: ElectionDetail, { committee }: ElectionWords): string {
  if (!isByMeeting(detail)) return `${committee}委员`
  return detail.fields.deputySeats > 0 ? '书记、副书记' : '书记'
}

export function stepOf(
  { steps }: ElectionDetail,
  no: number,
): {
  readonly doneOn: DateOnly | null
  readonly docNo: string | null
} {
  const { doneOn = null, docNo = null } = steps.find((step) => step.no === no) ?? {}
  return { doneOn, docNo }
}

/** What the meeting itself votes on: 委员, or where it elects none 书记 and 副书记. */
export function mainContest(detail: ElectionDetail): Contest {
  return isByMeeting(detail) ? 'secretary' : 'committee'
}

/** Candidates of a contest in the order of the ballot, without those written in. */
export function standingOf(contest: ElectionContest) {
  return contest.candidates.filter(({ stage }) => stage !== 'writeIn')
}
