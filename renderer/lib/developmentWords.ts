import type { DevelopmentDue, DevelopmentRow } from '#shared/contract/developmentRows.ts'
import type { Deadline } from '#shared/domain/development/deadlines.ts'
import { labelOf, type Milestone, stepOf } from '#shared/domain/development/milestones.ts'
import { ruleSetOn } from '#shared/domain/development/ruleSets.ts'
import type { DevelopmentRuleCode } from '#shared/domain/development/ruleTable.ts'
import { defaultDevelopmentSettings } from '#shared/domain/development/settings.ts'
import type { CourseState } from '#shared/domain/development/states.ts'
import { stepDefinition } from '#shared/domain/development/steps.ts'
import { type DateOnly, formatDots } from '#shared/lib/dates.ts'

/** Files being worked on, in the order of the course. */
export const openStates: readonly CourseState[] = [
  'applicant',
  'activist',
  'target',
  'cleared',
  'awaitingApproval',
  'probationer',
  'extended',
]

/** What comes on a day, in the fewest words. */
const deadlineTitles: Readonly<Partial<Record<DevelopmentRuleCode, string>>> = {
  'DEV-02': '派人谈话',
  'DEV-05': '半年考察',
  'DEV-06': '培养期满，可确定发展对象',
  'DEV-07': '公示结束，可列为发展对象',
  'DEV-11': '开支部大会',
  'DEV-12': '上级党委审批',
  'DEV-15': '预备期满',
  'DEV-18': '审批转正',
  OATH_LATE: '入党宣誓',
  PROBATION_REVIEW: '预备期考察',
}

export function deadlineTitle({ code, step, on }: Deadline): string {
  return deadlineTitles[code] ?? stepDefinition(step, ruleSetOn(on, defaultDevelopmentSettings)).name
}

/** Its last day has gone by. */
export function isOverdue({ kind, on }: Deadline, today: DateOnly): boolean {
  return kind === 'due' && on < today
}

/** `最迟 2026.12.01`, `逾期 2026.10.01`, `2026.12.01 起`. */
export function deadlineDay(deadline: Deadline, today: DateOnly): string {
  const day = formatDots(deadline.on)
  if (deadline.kind === 'opens') return `${day} 起`
  return isOverdue(deadline, today) ? `逾期 ${day}` : `最迟 ${day}`
}

/** `第8步 上级党委同意`, in the words of the rules that were in force; null for a file without a date. */
export function lastStepText({
  lastStep,
  lastOn,
}: Pick<DevelopmentRow, 'lastStep' | 'lastOn'>): string | null {
  if (lastStep === 0 || lastOn === null) return null
  return `第${lastStep}步 ${stepDefinition(lastStep, ruleSetOn(lastOn, defaultDevelopmentSettings)).name}`
}

export function nextStepText(milestone: Milestone): string {
  return `第${stepOf(milestone)}步 ${labelOf(milestone)}`
}

export function fileAddress(id: string): string {
  return `/development/${id}`
}

/** For React: one person may have several things on one day. */
export function dueKey({ fileId, code, step, on }: DevelopmentDue): string {
  return `${fileId} ${code} ${step} ${on}`
}
