import type { Finding } from '../finding.ts'
import { reviewFinding } from './ruleTable.ts'

/** Signs of the three parts of a 述职报告, and of the whole. */
export interface ReportLengths {
  readonly achievements: number
  readonly problems: number
  readonly plans: number
}

export interface ReportLimits {
  readonly shortest: number
  readonly longest: number
  /** Plans are about a third: by how many percent of the whole they may differ from it. */
  readonly planTolerance: number
}

/** REV-13: 1500–2500 字; “约三分之一” is taken as a third give or take 8 percent of the whole. */
export const usualReportLimits: ReportLimits = { shortest: 1500, longest: 2500, planTolerance: 8 }

/** Signs as a clerk counts them: without spaces and line ends. */
export function countSigns(text: string): number {
  return text.match(/\S/gu)?.length ?? 0
}

/** REV-13: 成绩不超过三分之一，问题不少于三分之一，打算约三分之一. */
export function reportFindings(
  { achievements, problems, plans }: ReportLengths,
  { shortest, longest, planTolerance }: ReportLimits = usualReportLimits,
): readonly Finding[] {
  const whole = achievements + problems + plans
  if (whole === 0) return []
  const found: Finding[] = []
  const say = (field: string, message: string) => found.push(reviewFinding('REV-13', 'blue', field, message))
  if (achievements * 3 > whole)
    say('achievements', `成绩部分 ${achievements} 字，超过全文 ${whole} 字的三分之一`)
  if (problems * 3 < whole) say('problems', `问题部分 ${problems} 字，不足全文 ${whole} 字的三分之一`)
  if (Math.abs(plans * 3 - whole) * 100 > planTolerance * 3 * whole)
    say('plans', `打算部分 ${plans} 字，与全文 ${whole} 字的三分之一相差较多`)
  if (whole < shortest || whole > longest) say('length', `全文 ${whole} 字，一般为 ${shortest}–${longest} 字`)
  return found
}
