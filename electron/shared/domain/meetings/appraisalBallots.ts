import { type Explanation, type Finding, makeFinding } from '../finding.ts'
import type { Disposal } from './records.ts'
import { appraisalFindings, excellentMax, type Grade } from './appraisal.ts'

const basis = '民主评议党员制度（条号待核）'
const articleOnDisposal = '《党员教育管理工作条例》第31条'

export interface AppraisedPerson {
  readonly name: string
  readonly isProbationary: boolean
  /** Null for who took part. */
  readonly absentReason: string | null
  readonly excellent: number | null
  readonly qualified: number | null
  readonly basic: number | null
  readonly unqualified: number | null
  readonly grade: Grade | null
  readonly feedbackOn: string | null
  readonly disposal: Disposal | null
  readonly mendBy: string | null
}

export interface AppraisalFacts {
  readonly ballotsIssued: number | null
  readonly ballotsReturned: number | null
  readonly ballotsValid: number | null
  readonly decidedOn: string | null
  readonly people: readonly AppraisedPerson[]
}

/** Ballots written about somebody, all four together; null where none are noted. */
export function ballotSum({
  excellent,
  qualified,
  basic: fair,
  unqualified,
}: AppraisedPerson): number | null {
  const noted = [excellent, qualified, fair, unqualified].filter((count) => count !== null)
  return noted.length === 0 ? null : noted.reduce((sum, count) => sum + count, 0)
}

/** Of so many valid ballots at most so many speak of a person: nobody appraises himself. */
export function mostBallots({ absentReason }: Pick<AppraisedPerson, 'absentReason'>, valid: number): number {
  return Math.max(0, absentReason === null ? valid - 1 : valid)
}

/** What the third is taken of: members of the branch on the day, or who is listed where the roster of that day has nobody. */
export function thirdOf(onTheDay: number, listed: number): number {
  return onTheDay === 0 ? listed : onTheDay
}

/** 甲、乙等 5 人. */
export function namesText(names: readonly string[]): string {
  return names.length <= 3 ? names.join('、') : `${names.slice(0, 3).join('、')}等 ${names.length} 人`
}

const ballots = (field: string, message: string) =>
  makeFinding('APPRAISAL_BALLOTS', 'yellow', field, message, basis)
const open = (field: string, message: string, of = basis) =>
  makeFinding('APPRAISAL_OPEN', 'yellow', field, message, of)

function sheetFindings({
  ballotsIssued,
  ballotsReturned,
  ballotsValid,
  people,
}: AppraisalFacts): readonly Finding[] {
  const found: Finding[] = []
  const came = people.filter(({ absentReason }) => absentReason === null).length
  if (ballotsIssued !== null && came > 0 && ballotsIssued > came)
    found.push(ballots('ballotsIssued', `发出票 ${ballotsIssued} 张，参评只有 ${came} 人，请核对`))
  if (ballotsIssued !== null && ballotsReturned !== null && ballotsReturned > ballotsIssued)
    found.push(
      ballots('ballotsReturned', `收回票 ${ballotsReturned} 张，多于发出票 ${ballotsIssued} 张，请核对`),
    )
  if (ballotsReturned !== null && ballotsValid !== null && ballotsValid > ballotsReturned)
    found.push(ballots('ballotsValid', `有效票 ${ballotsValid} 张，多于收回票 ${ballotsReturned} 张，请核对`))
  return found
}

/** One sentence for all of whom too many ballots speak alike: a wrong 有效票 is one mistake, not one a person. */
function sumFindings({ ballotsValid, people }: AppraisalFacts): readonly Finding[] {
  if (ballotsValid === null) return []
  const over = people.filter((person) => (ballotSum(person) ?? 0) > mostBallots(person, ballotsValid))
  const byMost = Map.groupBy(over, (person) => mostBallots(person, ballotsValid))
  return [...byMost].map(([most, alike]) => {
    const own = most < ballotsValid ? '（对本人不评，少一张）' : ''
    const [first, ...others] = alike
    const sum = first === undefined || others.length > 0 ? '多了' : ` ${ballotSum(first)} 张`
    const names = namesText(alike.map(({ name }) => name))
    return ballots(
      'people',
      `${names}的票数合计${sum}，有效票 ${ballotsValid} 张时最多 ${most} 张${own}，请核对`,
    )
  })
}

function unfinishedFindings({ decidedOn, people }: AppraisalFacts): readonly Finding[] {
  const found: Finding[] = []
  const namesOf = (wanted: (person: AppraisedPerson) => boolean) =>
    people.filter(wanted).map(({ name }) => name)
  const ungraded = namesOf(
    ({ absentReason, isProbationary, grade }) => absentReason === null && !isProbationary && grade === null,
  )
  if (decidedOn !== null && ungraded.length > 0)
    found.push(open('people', `已定等次，${namesText(ungraded)}没有登记等次`))
  const unanswered = namesOf(({ grade, feedbackOn }) => grade !== null && feedbackOn === null)
  if (decidedOn !== null && unanswered.length > 0)
    found.push(open('people', `${namesText(unanswered)}没有登记反馈签字日期；评定结果应向本人反馈`))
  const undisposed = namesOf(({ grade, disposal }) => grade === 'unqualified' && disposal === null)
  if (undisposed.length > 0)
    found.push(
      open(
        'people',
        `${namesText(undisposed)}评为“不合格”，没有登记处置（处置由组织决定）`,
        articleOnDisposal,
      ),
    )
  const openEnded = namesOf(({ disposal, mendBy }) => disposal === 'mend' && mendBy === null)
  if (openEnded.length > 0)
    found.push(open('people', `${namesText(openEnded)}限期改正，没有登记改正期限`, articleOnDisposal))
  return found
}

/** LIFE-13, LIFE-14, ballots that cannot be, and what is left to do. `onTheDay`: members of the branch on the day. */
export function judgeAppraisal(facts: AppraisalFacts, onTheDay: number): readonly Finding[] {
  return [
    ...appraisalFindings(facts.people, thirdOf(onTheDay, facts.people.length)),
    ...sheetFindings(facts),
    ...sumFindings(facts),
    ...unfinishedFindings(facts),
  ]
}

/** How the limit of LIFE-13 came about. */
export function explainThird(
  people: readonly { readonly grade: Grade | null }[],
  onTheDay: number,
): Explanation {
  const members = thirdOf(onTheDay, people.length)
  const most = excellentMax(members)
  const excellent = people.filter(({ grade }) => grade === 'excellent').length
  return {
    code: 'LIFE-13',
    title: '“优秀”人数上限',
    inputs: [
      onTheDay === 0
        ? { label: '名单人数（花名册当日没有本支部党员）', value: `${members} 人` }
        : { label: '评议当日支部党员总数（含预备党员）', value: `${members} 人` },
      { label: '评为“优秀”', value: `${excellent} 人` },
    ],
    rule: '“优秀”一般不超过党员总数的三分之一，按整数取，不进位',
    basis,
    result:
      excellent > most
        ? `最多 ${most} 人，超出 ${excellent - most} 人`
        : `最多 ${most} 人，还可以有 ${most - excellent} 人`,
  }
}
