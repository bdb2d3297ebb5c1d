import { type Finding, makeFinding } from '../finding.ts'
import { isOrganizationLevel, type OrganizationType } from '../organizationKinds.ts'

const basis = '《中国共产党支部工作条例（试行）》第17条（待核）'

export interface FoundProblem {
  readonly measure: string | null
  readonly dutyName: string | null
  readonly dueOn: string | null
  readonly doneOn: string | null
}

export interface LifeMeetingFacts {
  readonly talkPairs: number | null
  readonly talksRecorded: number
  /** Day of the meeting's record, if there is one. */
  readonly heldOn: string | null
  readonly publishedOn: string | null
  readonly problems: readonly FoundProblem[]
  readonly today: string
}

/** Not done, and past its day. */
export function isOverdue({ dueOn, doneOn }: Pick<FoundProblem, 'dueOn' | 'doneOn'>, today: string): boolean {
  return doneOn === null && dueOn !== null && dueOn < today
}

/** What does not agree or is left to do. The plan alone is judged leniently: problems are found at the meeting. */
export function lifeMeetingFindings(facts: LifeMeetingFacts): readonly Finding[] {
  const { talkPairs, talksRecorded, heldOn, publishedOn, problems, today } = facts
  const found: Finding[] = []
  if (talkPairs !== null && talkPairs > talksRecorded)
    found.push(
      makeFinding(
        'LIFE_MEETING_TALKS',
        'yellow',
        'talkPairs',
        `写明谈心 ${talkPairs} 对，本年登记的谈心谈话只有 ${talksRecorded} 次，请核对或补登`,
        basis,
      ),
    )
  const listed = (severity: Finding['severity'], message: string) =>
    makeFinding('LIFE_MEETING_PROBLEMS', severity, 'problems', message, basis)
  if (heldOn !== null && heldOn <= today && problems.length === 0)
    found.push(listed('yellow', '会已经开过，没有登记查摆出的问题和整改清单'))
  const bare = problems.filter(
    ({ measure, dutyName, dueOn }) => measure === null || dutyName === null || dueOn === null,
  ).length
  if (bare > 0) found.push(listed('yellow', `${bare} 条问题没有写全整改措施、责任人和期限`))
  if (heldOn !== null && problems.length > 0 && publishedOn === null)
    found.push(listed('blue', '整改清单没有登记公布日期'))
  const overdue = problems.filter((problem) => isOverdue(problem, today)).length
  if (overdue > 0)
    found.push(
      makeFinding(
        'LIFE_MEETING_OVERDUE',
        'orange',
        'problems',
        `${overdue} 条整改已过期限，没有登记完成`,
        basis,
      ),
    )
  return found
}

/** Why 组织生活会 and 民主评议党员 are not held there; null for a branch, which holds them (trap 15). */
export function whyNotHeldHere(type: OrganizationType): string | null {
  if (type === 'ZB') return null
  if (type === 'ZZ') return '党总支不是支部，组织生活会和民主评议党员由下属党支部召开，请选择党支部'
  if (!isOrganizationLevel(type)) return '党小组不单独召开组织生活会和民主评议党员，请选择所在党支部'
  return '党委（党工委）班子开的是民主生活会；组织生活会和民主评议党员由党支部召开，请选择党支部'
}
