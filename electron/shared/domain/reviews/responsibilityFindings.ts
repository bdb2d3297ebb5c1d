import { type DateOnly, daysBetween, formatPartialDate } from '../../lib/dates.ts'
import { goalLevelLabels } from '../../labels/reviews.ts'
import { type Finding, makeFinding } from '../finding.ts'
import {
  type GoalLevel,
  goalLevels,
  isGoalOverdue,
  isInspectionOpen,
  quarterEnd,
  quarters,
  quarterStates,
  type ResponsibilityCheck,
} from './responsibility.ts'

interface ResponsibilityGoal {
  readonly level: GoalLevel
  readonly content: string
  readonly ownerName: string | null
  readonly dueOn: DateOnly | null
  readonly doneOn: DateOnly | null
}

export interface ResponsibilityFacts {
  readonly year: number
  readonly firstName: string | null
  readonly directName: string | null
  readonly specificName: string | null
  readonly goals: readonly ResponsibilityGoal[]
  readonly checks: readonly ResponsibilityCheck[]
}

const basis = (duty: string) => `党建工作责任制：${duty}（本单位制度，文号待核）`
const leading = basis('领导责任')
const detailed = basis('责任目标明细化')
const meetings = basis('每季度工作例会')
const inspections = basis('督查通报')

/** Days of the running quarter that are left when a meeting still to be held is spoken of. */
const remindFromDays = 30
const short = (text: string) => (text.length > 30 ? `${text.slice(0, 30)}…` : text)

function peopleFindings({ firstName, directName, specificName }: ResponsibilityFacts): readonly Finding[] {
  const lacking = [
    ...(firstName === null ? ['第一责任人'] : []),
    ...(directName === null ? ['直接责任人'] : []),
    ...(specificName === null ? ['具体责任人'] : []),
  ]
  if (lacking.length === 0) return []
  const field = firstName === null ? 'firstName' : directName === null ? 'directName' : 'specificName'
  return [
    makeFinding('RESPONSIBILITY_PEOPLE', 'yellow', field, `没有登记${lacking.join('、')}，请补填`, leading),
  ]
}

function goalFindings({ goals }: ResponsibilityFacts, today: DateOnly): readonly Finding[] {
  const lacking = goalLevels.filter((level) => !goals.some((goal) => goal.level === level))
  const found: Finding[] = []
  if (lacking.length > 0) {
    const message = `没有${lacking.map((level) => goalLevelLabels[level]).join('、')}，目标应逐级细化到人`
    found.push(makeFinding('RESPONSIBILITY_GOALS', 'yellow', 'goals', message, detailed))
  }
  for (const [n, goal] of goals.entries()) {
    const named = `“${short(goal.content)}”`
    if (goal.level === 'individual' && goal.ownerName === null)
      found.push(
        makeFinding(
          'RESPONSIBILITY_GOALS',
          'yellow',
          `goals.${n}.ownerName`,
          `个人目标${named}没有写明责任人`,
          detailed,
        ),
      )
    if (goal.dueOn !== null && isGoalOverdue(goal, today)) {
      const message = `${named}已逾期 ${daysBetween(goal.dueOn, today)} 天，没有登记完成`
      found.push(makeFinding('RESPONSIBILITY_OVERDUE', 'orange', `goals.${n}.doneOn`, message, detailed))
    }
  }
  return found
}

function quarterFindings({ year, checks }: ResponsibilityFacts, today: DateOnly): readonly Finding[] {
  const states = quarterStates(year, checks, today)
  const missed = quarters.filter((quarter) => states[quarter] === 'missed')
  const running = quarters.find(
    (quarter) =>
      states[quarter] === 'running' && daysBetween(today, quarterEnd(year, quarter)) < remindFromDays,
  )
  const found = missed.map((quarter) =>
    makeFinding(
      'RESPONSIBILITY_QUARTER',
      'orange',
      'checks',
      `第 ${quarter} 季度没有登记工作例会；开过的请补登记`,
      meetings,
    ),
  )
  if (running !== undefined)
    found.push(
      makeFinding(
        'RESPONSIBILITY_QUARTER',
        'yellow',
        'checks',
        `第 ${running} 季度还没有登记工作例会，应在${formatPartialDate(quarterEnd(year, running))}以前召开`,
        meetings,
      ),
    )
  const outside = checks.filter(
    ({ kind, heldOn }) => kind === 'quarterlyMeeting' && heldOn.slice(0, 4) !== String(year),
  )
  if (outside.length > 0)
    found.push(
      makeFinding(
        'RESPONSIBILITY_QUARTER',
        'yellow',
        'checks',
        `${outside.map(({ heldOn }) => formatPartialDate(heldOn)).join('、')} 的工作例会不在 ${year} 年内，不计入本年度的季度`,
        meetings,
      ),
    )
  return found
}

/** What the rules of 党建工作责任制 say of a list on a day; they warn and change nothing. */
export function responsibilityFindings(facts: ResponsibilityFacts, today: DateOnly): readonly Finding[] {
  return [
    ...peopleFindings(facts),
    ...goalFindings(facts, today),
    ...quarterFindings(facts, today),
    ...facts.checks.flatMap((check, n) =>
      isInspectionOpen(check)
        ? [
            makeFinding(
              'RESPONSIBILITY_INSPECTION',
              'yellow',
              `checks.${n}.closedOn`,
              `${formatPartialDate(check.heldOn)}督查发现的问题没有登记整改完成：“${short(check.found ?? '')}”`,
              inspections,
            ),
          ]
        : [],
    ),
  ]
}
