import type { DevelopmentVoteRow } from '#shared/contract/developmentRows.ts'
import type { Milestone } from '#shared/domain/development/milestones.ts'
import { shownProbationEnd } from '#shared/domain/development/probation.ts'
import type { DevelopmentVoteOn } from '#shared/domain/development/records.ts'
import { type RuleSet, ruleSetOn } from '#shared/domain/development/ruleSets.ts'
import { formatPartialDate, type PartialDate } from '#shared/lib/dates.ts'
import { dateOf, eventOf, type PaperPen, voteOn } from './developmentPaper.ts'
import { spanText } from './developmentPerson.ts'

const meetings: Readonly<Record<DevelopmentVoteOn, Milestone | null>> = {
  admission: 'meetingOn',
  regular: 'regularMeetingOn',
  extension: null,
  disqualification: null,
}

/** The day of the meeting that voted. */
export function meetingDay(pen: PaperPen, subject: DevelopmentVoteOn): PartialDate | null {
  const milestone = meetings[subject]
  const event = subject === 'extension' ? 'extend' : 'disqualify'
  const known = milestone === null ? (eventOf(pen, event)?.happenedOn ?? null) : dateOf(pen, milestone)
  return known ?? voteOn(pen, subject)?.heldOn ?? null
}

export function meetingSet(pen: PaperPen, subject: DevelopmentVoteOn): RuleSet {
  return ruleSetOn(meetingDay(pen, subject) ?? pen.values.today, pen.values.settings)
}

export const countText = (count: number | null | undefined) =>
  count === null || count === undefined ? null : String(count)

/** What the votes are measured against, as the rule set words it: 应到, never 实到. */
export const measure: Readonly<Record<RuleSet, string>> = {
  '2014': '应到会有表决权的正式党员的半数',
  '2026': '应到会有表决权的党员人数的半数',
}

/** What the count says in one clause; null without one. */
export function outcome(vote: DevelopmentVoteRow | undefined, set: RuleSet): string | null {
  if (vote === undefined) return null
  if (!vote.result.meeting.isMet) return '实到人数没有超过应到会有表决权人数的半数，表决无效'
  return `赞成人数${vote.result.vote.isMet ? '' : '没有'}超过${measure[set]}，${vote.result.isPassed ? '通过' : '没有通过'}`
}

/** 应到、实到、赞成 in one clause. */
export function votesText(pen: PaperPen, subject: DevelopmentVoteOn): string {
  const vote = voteOn(pen, subject)
  const fill = (count: number | undefined, name: string) =>
    pen.fill(count === undefined ? null : String(count), name)
  return `应到会有表决权党员${fill(vote?.should, '应到会有表决权人数')}名，实到${fill(vote?.present, '实到会有表决权人数')}名，赞成${fill(vote === undefined ? undefined : vote.agreed + vote.agreedInWriting, '赞成票数')}票`
}

/** 延长的预备期: from the end that was, for so many months. */
export function extensionSpan(pen: PaperPen): string {
  const { probation } = pen.values.detail
  if (eventOf(pen, 'extend') === undefined || probation === null) return pen.fill(null, '延长的预备期')
  return spanText(
    formatPartialDate(probation.originalEnd),
    formatPartialDate(shownProbationEnd(probation, pen.values.settings)),
  )
}

/** The end of 预备期 in the form the papers print it, known from the day of the meeting. */
export function probationSpan(pen: PaperPen): string {
  const { detail, settings } = pen.values
  if (detail.probation === null) return pen.fill(null, '预备期起止')
  const { from, originalEnd } = detail.probation
  const first = { ...detail.probation, end: originalEnd }
  return spanText(formatPartialDate(from), formatPartialDate(shownProbationEnd(first, settings)))
}

/** The day 正式党员 begins: the end of probation, whatever the day of meeting or approval (DEV-19). */
export function regularDay(pen: PaperPen): string {
  return pen.day(pen.values.detail.probation?.end, '转正时间')
}

/** The 请示 a 批复 answers, by what was voted on. */
export const requestTitles: Readonly<Record<DevelopmentVoteOn, (name: string) => string>> = {
  admission: (name) => `关于接收${name}同志为预备党员的请示`,
  regular: (name) => `关于${name}同志转为正式党员的请示`,
  extension: (name) => `关于延长${name}同志预备期的请示`,
  disqualification: (name) => `关于取消${name}同志预备党员资格的请示`,
}
