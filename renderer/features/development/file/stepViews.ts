import type {
  DevelopmentDetail,
  DevelopmentMaterialRow,
  DevelopmentStepRow,
  KeptFinding,
} from '#shared/contract/developmentRows.ts'
import type { DevelopmentExplanation } from '#shared/domain/development/judgement.ts'
import type { Milestone, StepNo } from '#shared/domain/development/milestones.ts'
import { labelOf, mainMilestone, milestones, stepNos, stepOf } from '#shared/domain/development/milestones.ts'
import type { PlanLine } from '#shared/domain/development/plan.ts'
import type { RuleSet } from '#shared/domain/development/ruleSets.ts'
import { ruleSetOn } from '#shared/domain/development/ruleSets.ts'
import { defaultDevelopmentSettings } from '#shared/domain/development/settings.ts'
import type { StepDefinition } from '#shared/domain/development/steps.ts'
import { stepBasis, stepDefinition } from '#shared/domain/development/steps.ts'
import { severities } from '#shared/domain/finding.ts'
import { type DateOnly, formatPartialDate } from '#shared/lib/dates.ts'

/** `overdue` is past its last day, `impossible` cannot be kept for another reason, `skipped` has no date though what follows is done. */
export type StepMark = 'done' | 'next' | 'overdue' | 'impossible' | 'skipped' | 'waiting'

export const markWords: Readonly<Record<StepMark, string>> = {
  done: '已办',
  next: '待办',
  overdue: '逾期',
  impossible: '办不到',
  skipped: '缺日期',
  waiting: '未到',
}

/** A shape each, so that the six are told apart without colour. */
export const markShapes: Readonly<Record<StepMark, string>> = {
  done: '✓',
  next: '●',
  overdue: '!',
  impossible: '✕',
  skipped: '–',
  waiting: '○',
}

export interface StepDate {
  readonly milestone: Milestone
  readonly label: string
  /** What was recorded; null for nothing. */
  readonly record: DevelopmentStepRow | null
  /** What the plan says of it; null where nothing more is asked. */
  readonly line: PlanLine | null
}

/** All that the page knows of one step. */
export interface StepView {
  readonly no: StepNo
  readonly definition: StepDefinition
  readonly basis: string
  readonly ruleSet: RuleSet
  readonly mark: StepMark
  readonly isNext: boolean
  readonly dates: readonly StepDate[]
  /** Taken away when the person went back; they stay to be read. */
  readonly former: readonly DevelopmentStepRow[]
  readonly materials: readonly DevelopmentMaterialRow[]
  readonly findings: readonly KeptFinding[]
  readonly explanations: readonly DevelopmentExplanation[]
}

type Known = Pick<
  DevelopmentDetail,
  'steps' | 'plan' | 'materials' | 'findings' | 'explanations' | 'deadlines' | 'ruleSet'
>

function markOf(no: StepNo, dates: readonly StepDate[], known: Known, today: DateOnly): StepMark {
  const main = dates.find(({ milestone }) => milestone === mainMilestone(no))
  if (main !== undefined && main.record !== null) return 'done'
  const isLate = known.deadlines.some(({ step, kind, on }) => step === no && kind === 'due' && on < today)
  const statuses = dates.flatMap(({ line }) => (line === null ? [] : [line.status]))
  if (isLate && statuses.length > 0) return 'overdue'
  if (statuses.includes('impossible')) return 'impossible'
  if (statuses.includes('skipped')) return 'skipped'
  return known.plan.next !== null && stepOf(known.plan.next) === no ? 'next' : 'waiting'
}

/** The twenty-five steps of a file, each with its dates, papers and what the rules say of it. */
export function stepViews(known: Known, today: DateOnly): readonly StepView[] {
  const current = new Map(
    known.steps.flatMap((row) => (row.supersededBy === null ? [[row.milestone, row] as const] : [])),
  )
  const lines = new Map(known.plan.lines.map((line) => [line.milestone, line]))
  return stepNos.map((no) => {
    const own = milestones.filter((milestone) => stepOf(milestone) === no)
    const dates = own.map((milestone) => ({
      milestone,
      label: labelOf(milestone),
      record: current.get(milestone) ?? null,
      line: lines.get(milestone) ?? null,
    }))
    const doneOn = current.get(mainMilestone(no))?.doneOn
    // What is done was done by the rules of its day; what is not will be by those of now.
    const ruleSet = doneOn === undefined ? known.ruleSet : ruleSetOn(doneOn, defaultDevelopmentSettings)
    return {
      no,
      definition: stepDefinition(no, ruleSet),
      basis: stepBasis(no, ruleSet),
      ruleSet,
      mark: markOf(no, dates, known, today),
      isNext: known.plan.next !== null && stepOf(known.plan.next) === no,
      dates,
      former: known.steps.filter(
        ({ milestone, supersededBy }) => supersededBy !== null && stepOf(milestone) === no,
      ),
      materials: known.materials.filter(({ step }) => step === no),
      findings: worstFirst(known.findings.filter(({ step }) => step === no)),
      explanations: known.explanations.filter(({ step }) => step === no),
    }
  })
}

/** Those nobody has answered for come first, the worst of them before the others. */
export function worstFirst(findings: readonly KeptFinding[]): readonly KeptFinding[] {
  const rank = ({ overriddenReason, severity }: KeptFinding) =>
    (overriddenReason === null ? 0 : severities.length) + severities.indexOf(severity)
  return findings.toSorted((a, b) => rank(a) - rank(b))
}

/** 最早2026年7月1日，最晚2026年7月31日; null where the plan names no day. */
export function windowText({ earliest, latest }: Pick<PlanLine, 'earliest' | 'latest'>): string | null {
  const words = [
    ...(earliest === null ? [] : [`最早${formatPartialDate(earliest)}`]),
    ...(latest === null ? [] : [`最晚${formatPartialDate(latest)}`]),
  ]
  return words.length === 0 ? null : words.join('，')
}

/** A step in a sentence, for its mark in the line. */
export function markText({ no, definition, mark, dates }: StepView): string {
  const done = dates.findLast(({ record }) => record !== null)?.record
  const open = dates.find(({ record, line }) => record === null && line !== null)?.line
  const when =
    mark === 'done' && done !== null && done !== undefined
      ? `，${formatPartialDate(done.doneOn)}`
      : open === null || open === undefined
        ? ''
        : `，${windowText(open) ?? '没有期限'}`
  return `第${no}步 ${definition.name}：${markWords[mark]}${mark === 'waiting' ? '' : when}`
}
