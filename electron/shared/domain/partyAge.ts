import { dateOnly, firstDay, formatPartialDate, lastDay, wholeMonthsBetween } from '../lib/dates.ts'
import type { DateOnly, PartialDate } from '../lib/dates.ts'
import type { Explanation } from './finding.ts'
import { personTypeFull, personTypeProbationary } from './memberFacts.ts'
import type { RuleSettings } from './settings.ts'

export interface PartyAgeFacts {
  readonly personType: string | null
  readonly joinedOn: PartialDate | null
  readonly regularOn: PartialDate | null
  readonly partyAgeCorrectionMonths: number | null
}

export interface PartyAge {
  /** Whole months, a date known to the month or year counted from its first day. */
  readonly months: number
  /** What screens and rosters show. */
  readonly years: number
  /** Months if the unknown day was the last of its month or year; equal to `months` for whole dates. */
  readonly leastMonths: number
  /** False when the unknown day could change `years` (STA-05). */
  readonly isYearCertain: boolean
}

function monthsSince(from: DateOnly, asOf: DateOnly, correction: number): number {
  return Math.max(0, wholeMonthsBetween(from, asOf) - correction)
}

/** MEM-20: 党龄 runs from 转正, never from joining; null when it cannot be known. */
export function partyAge(facts: PartyAgeFacts, asOf: DateOnly): PartyAge | null {
  if (facts.personType === personTypeProbationary) {
    return { months: 0, years: 0, leastMonths: 0, isYearCertain: true }
  }
  if (facts.personType !== personTypeFull || facts.regularOn === null) return null
  const correction = facts.partyAgeCorrectionMonths ?? 0
  const months = monthsSince(firstDay(facts.regularOn), asOf, correction)
  const leastMonths = monthsSince(lastDay(facts.regularOn), asOf, correction)
  const years = Math.floor(months / 12)
  return { months, years, leastMonths, isYearCertain: Math.floor(leastMonths / 12) === years }
}

function monthsText(months: number): string {
  const [years, rest] = [Math.floor(months / 12), months % 12]
  if (rest === 0) return `${years} 年`
  return years === 0 ? `${rest} 个月` : `${years} 年 ${rest} 个月`
}

function resultText(facts: PartyAgeFacts, age: PartyAge | null): string {
  if (age === null) {
    return facts.personType === personTypeFull ? '没有转正日期，无法计算' : '没有人员类别，无法计算'
  }
  if (facts.personType === personTypeProbationary) return '0 年（预备党员）'
  return `${age.years} 年（满 ${monthsText(age.months)}）`
}

function ruleText(facts: PartyAgeFacts, age: PartyAge | null): string {
  if (facts.personType === personTypeProbationary) return '预备期不计入党龄，预备党员党龄为 0'
  const rule = '统计截止日减转正日期，取整月，再减党龄校正值；从转正之日起算，预备期不计'
  if (age === null || age.months === age.leastMonths) return rule
  const effect = age.isYearCertain
    ? '不影响年数'
    : `如在最后一日转正，则为 ${Math.floor(age.leastMonths / 12)} 年`
  return `${rule}。转正日期不到日，按首日起算，${effect}`
}

/** MEM-20 with its inputs, for "怎么算的". */
export function explainPartyAge(facts: PartyAgeFacts, asOf: DateOnly): Explanation {
  const age = partyAge(facts, asOf)
  const dateText = (date: PartialDate | null) => (date === null ? '未登记' : formatPartialDate(date))
  return {
    code: 'MEM-20',
    title: '党龄',
    inputs: [
      { label: '统计截止日', value: formatPartialDate(asOf) },
      { label: '入党日期（不作起算）', value: dateText(facts.joinedOn) },
      { label: '转正日期', value: dateText(facts.regularOn) },
      { label: '党龄校正值', value: `${facts.partyAgeCorrectionMonths ?? 0} 个月` },
    ],
    rule: ruleText(facts, age),
    basis: '《党章》第7条、《发展党员工作细则》第33条',
    result: resultText(facts, age),
  }
}

/** The day of a year on which MEM-21 is asked, 7 月 1 日 by default. */
export function fiftyYearsBaseDay(
  year: number,
  settings: Pick<RuleSettings, 'member.fiftyYearsMonthDay'>,
): DateOnly {
  return dateOnly(`${year}-${settings['member.fiftyYearsMonthDay']}`)
}

export interface FiftyYearsFacts extends PartyAgeFacts {
  readonly partyStatus: string | null
}

/** MEM-21: 党龄 (not years since joining) has reached fifty; alive, status 正常. 'unsure' where the unknown day decides. */
export function fiftyYearsInParty(
  facts: FiftyYearsFacts,
  baseDay: DateOnly,
  settings: Pick<RuleSettings, 'member.fiftyYears'>,
): 'yes' | 'no' | 'unsure' {
  if (facts.partyStatus !== 'ZC') return 'no'
  const age = partyAge(facts, baseDay)
  if (age === null) return facts.personType === personTypeFull ? 'unsure' : 'no'
  const needed = settings['member.fiftyYears'] * 12
  if (age.leastMonths >= needed) return 'yes'
  return age.months >= needed ? 'unsure' : 'no'
}
