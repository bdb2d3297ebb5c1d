import { formatPercent, halfOrMore } from '../counting.ts'
import type { Explanation, Finding } from '../finding.ts'
import { reviewFinding, reviewRuleTable } from './ruleTable.ts'
import type { Scheme } from './scheme.ts'

/** How many ballots of one batch went out, came back, and were void for one person. */
export interface BatchReturns {
  readonly issued: number
  readonly returned: number
  readonly invalid: number
}

/** REV-02, REV-03: more came back than went out (rate again); too few to count; few; enough. */
export type ReturnStanding = 'void' | 'tooFew' | 'low' | 'enough'

export interface ReturnJudgement {
  readonly standing: ReturnStanding
  readonly explanation: Explanation
  readonly finding: Finding | null
}

function standingOf({ issued, returned }: BatchReturns, limits: Scheme['returns']): ReturnStanding {
  if (returned > issued) return 'void'
  if (issued === 0 || returned * 100 < issued * limits.voidBelow) return 'tooFew'
  return returned * 100 < issued * limits.lowBelow ? 'low' : 'enough'
}

/** REV-02 and REV-03 of one batch. The limits are 以下: exactly 80% is enough, exactly 50% counts. */
export function judgeReturns(batch: BatchReturns, limits: Scheme['returns']): ReturnJudgement {
  const { issued, returned } = batch
  const standing = standingOf(batch, limits)
  const rate = formatPercent({ numerator: returned, denominator: issued })
  const head = `发出 ${issued} 张，收回 ${returned} 张，收回率 ${rate}`
  const results: Readonly<Record<ReturnStanding, string>> = {
    void: `发出 ${issued} 张，收回 ${returned} 张，多出 ${returned - issued} 张：本批测评无效，须重新测评`,
    tooFew: `${head}，不到 ${limits.voidBelow}%：本批不计分`,
    low: `${head}，不到 ${limits.lowBelow}%：计分，收回率偏低`,
    enough: `${head}：有效`,
  }
  const code = standing === 'void' ? 'REV-02' : 'REV-03'
  const explanation: Explanation = {
    code,
    title: '收回率',
    inputs: [
      { label: '发出', value: `${issued} 张` },
      { label: '收回', value: `${returned} 张` },
    ],
    rule: `收回票不能多于发出票；收回率不到 ${limits.lowBelow}% 提示，不到 ${limits.voidBelow}% 不计分`,
    basis: reviewRuleTable[code].basis,
    result: results[standing],
  }
  if (standing === 'enough') return { standing, explanation, finding: null }
  const severity = standing === 'low' ? 'yellow' : 'red'
  return { standing, explanation, finding: reviewFinding(code, severity, 'returned', results[standing]) }
}

/** What cannot be true of a batch, by field. More returned than issued can be: it makes the batch void. */
export function returnProblems({
  issued,
  returned,
  invalid,
}: BatchReturns): Readonly<Record<string, string>> {
  const problems: Record<string, string> = {}
  if (issued < 0) problems.issued = '发出票数不能小于 0'
  if (returned < 0) problems.returned = '收回票数不能小于 0'
  if (invalid < 0 || invalid > returned)
    problems.invalid = `无效票 ${invalid} 张与收回的 ${returned} 张不符，请核对`
  return problems
}

/** REV-04: 半数以上 of the members who should have come, or they are rated once more. Not the four fifths of elections. */
export function turnoutFinding(should: number, present: number): Finding | null {
  if (halfOrMore(present, should)) return null
  const message = `应到党员 ${should} 名，到会 ${present} 名，不足半数；请组织没有到会的党员补测`
  return reviewFinding('REV-04', 'yellow', 'present', message)
}
