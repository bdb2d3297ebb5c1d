import type { FileChild } from 'docx'
import type {
  DevelopmentDetail,
  DevelopmentEventRow,
  DevelopmentVoteRow,
} from '#shared/contract/developmentRows.ts'
import type { Milestone } from '#shared/domain/development/milestones.ts'
import type { DevelopmentEventKind, DevelopmentVoteOn } from '#shared/domain/development/records.ts'
import { type RuleSet, ruleSetOn, ruleSetWords } from '#shared/domain/development/ruleSets.ts'
import type { DevelopmentSettings } from '#shared/domain/development/settings.ts'
import type { ElectionWords } from '#shared/domain/electionWords.ts'
import { type DateOnly, formatPartialDate, type PartialDate } from '#shared/lib/dates.ts'
import type { DevelopmentPaper } from '#shared/domain/development/papers.ts'
import { developmentPaperLabels } from '#shared/labels/developmentPapers.ts'
import { createMissingList, type MissingItem } from './missing.ts'

/** The part of a file's reading the papers are written from. */
type PaperDetail = Pick<
  DevelopmentDetail,
  | 'fields'
  | 'organizationName'
  | 'state'
  | 'steps'
  | 'guarantors'
  | 'reviews'
  | 'votes'
  | 'events'
  | 'materials'
  | 'trainings'
  | 'form'
  | 'findings'
  | 'plan'
  | 'probation'
  | 'activistPeriods'
  | 'probationPeriods'
>

export interface PaperBody {
  readonly id: string
  readonly fullName: string
  readonly shortName: string
  /** 你支部, 我支部 …: how it is spoken to and speaks of itself. */
  readonly words: ElectionWords
}

/** Everything the papers of a file are written from: only facts of the database. */
export interface DevelopmentPaperValues {
  readonly detail: PaperDetail
  readonly branch: PaperBody
  /** False where the branch has no committee and its meeting decides; null where nobody wrote it down. */
  readonly hasCommittee: boolean | null
  /** Between the branch and the committee that approves: they deliberate and pass on, nearest first. */
  readonly between: readonly PaperBody[]
  /** The committee with the right to approve; null where none is recorded. */
  readonly committee: PaperBody | null
  /** 书记 of the branch today. */
  readonly secretary: string | null
  readonly contactName: string | null
  readonly contactPhone: string | null
  /** As far as the caller may see them; null where the record has none. */
  readonly idNo: string | null
  readonly phone: string | null
  readonly today: DateOnly
  readonly settings: DevelopmentSettings
  /** 公示期 in working days; null where a day of it is not known. */
  readonly publicityDays: number | null
}

export interface PaperPart {
  readonly orientation: 'portrait' | 'landscape'
  readonly children: readonly FileChild[]
}

export interface BuiltDevelopmentPaper {
  readonly title: string
  /** 文种 for the file's name. */
  readonly kind: string
  readonly parts: readonly PaperPart[]
  readonly missing: readonly MissingItem[]
  /** Whether it holds the ID number, so that its pages say who took it out. */
  readonly isPersonal: boolean
}

/** Writes values, or blanks that are then listed once each. */
export interface PaperPen {
  readonly values: DevelopmentPaperValues
  readonly name: string
  fill(value: string | null | undefined, label: string): string
  day(value: PartialDate | null | undefined, label: string): string
  /** For the middle of a sentence: without the full stop somebody wrote at its end. */
  said(value: string | null | undefined, label: string): string
  readonly missing: readonly MissingItem[]
}

export function paperPen(values: DevelopmentPaperValues, paper: DevelopmentPaper): PaperPen {
  const { name } = values.detail.fields
  const list = createMissingList()
  const listed = new Set<string>()
  const subject = `（${developmentPaperLabels[paper]}）`
  const quiet = createMissingList()
  const fill = (value: string | null | undefined, label: string) => {
    const text = value ?? null
    const isEmpty = text === null || text.trim() === ''
    const into = isEmpty && listed.has(label) ? quiet : list
    if (isEmpty) listed.add(label)
    return into.fill(text, { field: label, label, place: name, subject })
  }
  return {
    values,
    name,
    fill,
    day: (value, label) => fill(value ? formatPartialDate(value) : null, label),
    said: (value, label) => fill(value, label).replace(/[。；;.\s]+$/u, ''),
    missing: list.items,
  }
}

interface PaperContent {
  readonly title: string
  readonly kind: string
  readonly children: readonly FileChild[]
  readonly orientation?: 'portrait' | 'landscape'
  readonly isPersonal?: boolean
}

export function paperOf(
  pen: PaperPen,
  { title, kind, children, orientation = 'portrait', isPersonal = false }: PaperContent,
): BuiltDevelopmentPaper {
  return { title, kind, parts: [{ orientation, children }], missing: pen.missing, isPersonal }
}

/** What is recorded of a step and still counts. */
export function stepAt({ values }: PaperPen, milestone: Milestone) {
  return values.detail.steps.find((step) => step.milestone === milestone && step.supersededBy === null)
}

export function dateOf(pen: PaperPen, milestone: Milestone): PartialDate | null {
  return stepAt(pen, milestone)?.doneOn ?? null
}

export function dayOf(pen: PaperPen, milestone: Milestone, label: string): string {
  return pen.day(dateOf(pen, milestone), label)
}

/** The rule set of the day a step was done, of today where it was not. */
export function setAt(pen: PaperPen, milestone: Milestone): RuleSet {
  return ruleSetOn(dateOf(pen, milestone) ?? pen.values.today, pen.values.settings)
}

/** 党支部委员会会议, or where the branch has no committee its meeting, as the rule set calls them. */
export function decidingMeeting(pen: PaperPen, set: RuleSet): string {
  const { branchMeeting, committeeMeeting } = ruleSetWords[set]
  return pen.values.hasCommittee === false ? branchMeeting : committeeMeeting
}

/** The committee with the right to approve, or who is recorded to have done the step where that was another one. */
export function committeeName(pen: PaperPen, milestone: Milestone | null = null): string {
  const { committee } = pen.values
  const step = milestone === null ? undefined : stepAt(pen, milestone)
  const isOther = step !== undefined && step.bodyId !== null && step.bodyId !== committee?.id
  return pen.fill((isOther ? step.bodyName : null) ?? committee?.fullName, '有审批权限的上级党委')
}

export function voteOn({ values }: PaperPen, subject: DevelopmentVoteOn): DevelopmentVoteRow | undefined {
  return values.detail.votes.findLast((vote) => vote.subject === subject && vote.supersededBy === null)
}

export function eventOf({ values }: PaperPen, kind: DevelopmentEventKind): DevelopmentEventRow | undefined {
  return values.detail.events.findLast((event) => event.kind === kind && event.supersededBy === null)
}

/** Characters of a line of a title. */
const titleLine = 20

/** A title in parts between which a line too long for the page may end: after the person's name, before it where that is long. */
export function titleParts({ name }: PaperPen, title: string): readonly string[] {
  const start = title.indexOf(name)
  const end = start + name.length
  const after = title.startsWith('同志', end) ? end + 2 : end
  if (start === -1) return [title]
  const [before, person, rest] = [title.slice(0, start), title.slice(start, after), title.slice(after)]
  return after <= titleLine ? [`${before}${person}`, rest] : [before, person, rest]
}
