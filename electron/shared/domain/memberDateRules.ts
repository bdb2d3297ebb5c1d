import type { FindingCode } from '../labels/findings.ts'
import { addMonths, addYears, dateOnly, firstDay, formatPartialDate, lastDay } from '../lib/dates.ts'
import { sameAtCommonPrecision } from '../lib/dates.ts'
import type { DateOnly, PartialDate } from '../lib/dates.ts'
import { checkIdNo } from '../lib/idNumber.ts'
import { makeFinding } from './finding.ts'
import type { Finding } from './finding.ts'
import { personTypeFull, personTypeProbationary } from './memberFacts.ts'
import type { MemberFacts } from './memberFacts.ts'
import { isCountedStatus } from './partyStatus.ts'
import type { RuleSettings } from './settings.ts'

const founding = dateOnly('1921-07-01')
// 九大 to 十一大: members were admitted without a probation period.
const noProbationFrom = dateOnly('1969-04-01')
const probationBack = dateOnly('1977-08-18')

const basisRegular = '《党章》第7条、《发展党员工作细则》第33条'
const basisHistory = '历次党章：九大至十一大期间入党无预备期，1956年前为候补期（待核）'
const basisJoin = '《党员教育管理工作条例》第24条'

// Dates known to the month or year break a rule only when their latest (or earliest) day does.
function isSurelyBefore(date: PartialDate, limit: DateOnly): boolean {
  return lastDay(date) < limit
}

function futureDates(facts: MemberFacts, today: DateOnly): readonly Finding[] {
  const dates = [
    { field: 'birthDate', label: '出生日期', date: facts.birthDate },
    { field: 'joinedOn', label: '入党日期', date: facts.joinedOn },
    { field: 'regularOn', label: '转正日期', date: facts.regularOn },
  ]
  return dates.flatMap(({ field, label, date }) => {
    if (date === null || firstDay(date) <= today) return []
    const message = `${label} ${formatPartialDate(date)} 晚于今天，请核对`
    return [makeFinding('DATE_IN_FUTURE', 'red', field, message, '数据核对')]
  })
}

function birthOf(facts: MemberFacts, today: DateOnly): PartialDate | null {
  if (facts.birthDate !== null || facts.idNo === null) return facts.birthDate
  const id = checkIdNo(facts.idNo, today)
  return id.ok ? id.birthDate : null
}

function joining(facts: MemberFacts, today: DateOnly, settings: RuleSettings): readonly Finding[] {
  const { joinedOn } = facts
  if (joinedOn === null) {
    const message = '没有入党日期，请按支部大会通过接收为预备党员之日补填'
    return [makeFinding('JOIN_DATE_MISSING', 'yellow', 'joinedOn', message, basisJoin)]
  }
  const found: Finding[] = []
  const joined = formatPartialDate(joinedOn)
  if (isSurelyBefore(joinedOn, founding)) {
    const message = `入党日期 ${joined} 早于 1921年7月建党，请核对`
    found.push(makeFinding('JOIN_BEFORE_1921', 'red', 'joinedOn', message, '数据核对'))
  }
  const [birth, age] = [birthOf(facts, today), settings['member.joinAgeMin']]
  if (birth !== null && isSurelyBefore(joinedOn, addYears(firstDay(birth), age))) {
    const message = `出生于 ${formatPartialDate(birth)}，入党日期 ${joined} 时未满 ${age} 周岁，请核对两个日期`
    found.push(makeFinding('JOIN_UNDER_18', 'red', 'joinedOn', message, '《党章》第1条'))
  }
  const meeting = facts.acceptMeetingOn ?? null
  if (meeting !== null && !sameAtCommonPrecision(meeting, joinedOn)) {
    const message = `入党日期应为支部大会通过之日 ${formatPartialDate(meeting)}（不是审批日），登记为 ${joined}`
    found.push(makeFinding('MEM-06', 'yellow', 'joinedOn', message, basisJoin))
  }
  return found
}

function probationMonths(facts: MemberFacts, settings: RuleSettings): number {
  return settings['member.probationMonths'] + (facts.probationExtendedMonths ?? 0)
}

function regularTooEarly(joinedOn: PartialDate, regularOn: PartialDate, months: number): readonly Finding[] {
  const [joined, regular] = [formatPartialDate(joinedOn), formatPartialDate(regularOn)]
  const on = (code: FindingCode, severity: 'red' | 'blue', message: string, basis: string) => [
    makeFinding(code, severity, 'regularOn', message, basis),
  ]
  if (isSurelyBefore(regularOn, firstDay(joinedOn))) {
    return on(
      'REGULAR_BEFORE_JOIN',
      'red',
      `转正日期 ${regular} 早于入党日期 ${joined}，请核对`,
      basisRegular,
    )
  }
  const isNoProbation = firstDay(joinedOn) >= noProbationFrom && isSurelyBefore(joinedOn, probationBack)
  if (isNoProbation) {
    if (sameAtCommonPrecision(joinedOn, regularOn)) return []
    const message = `1969年4月至1977年8月入党的没有预备期，转正日期一般即入党日期 ${joined}，登记为 ${regular}，请对照档案核对`
    return on('NO_PROBATION_ERA', 'blue', message, basisHistory)
  }
  if (!isSurelyBefore(regularOn, addMonths(firstDay(joinedOn), months))) return []
  const message = `入党 ${joined}、转正 ${regular}，相隔不足 ${months} 个月`
  if (firstDay(joinedOn) < probationBack) {
    return on(
      'REGULAR_TOO_EARLY',
      'blue',
      `${message}；早年预备（候补）期长短不一，请对照档案核对`,
      basisHistory,
    )
  }
  return on('REGULAR_TOO_EARLY', 'red', `${message}，转正日期应为预备期满之日`, basisRegular)
}

function regular(facts: MemberFacts, settings: RuleSettings): readonly Finding[] {
  const { joinedOn, regularOn } = facts
  if (regularOn === null) {
    const message = '正式党员没有转正日期，党龄无法计算，请补填'
    return [makeFinding('REGULAR_MISSING', 'yellow', 'regularOn', message, basisRegular)]
  }
  return joinedOn === null ? [] : regularTooEarly(joinedOn, regularOn, probationMonths(facts, settings))
}

function probationary(facts: MemberFacts, today: DateOnly, settings: RuleSettings): readonly Finding[] {
  if (facts.regularOn !== null) {
    const message = `人员类别为预备党员，却登记了转正日期 ${formatPartialDate(facts.regularOn)}，请核对人员类别`
    return [makeFinding('REGULAR_ON_PROBATIONARY', 'yellow', 'regularOn', message, basisRegular)]
  }
  if (facts.joinedOn === null || !isCountedStatus(facts.partyStatus)) return []
  const months = probationMonths(facts, settings)
  if (today <= addMonths(lastDay(facts.joinedOn), months)) return []
  const message = `${formatPartialDate(facts.joinedOn)}入党，预备期 ${months} 个月已满，尚未转正：请及时讨论转正，或登记转正日期、延长预备期`
  return [makeFinding('PROBATION_OVERDUE', 'red', 'personType', message, basisRegular)]
}

/** Birth, joining and 转正 against one another and against today. */
export function dateFindings(
  facts: MemberFacts,
  today: DateOnly,
  settings: RuleSettings,
): readonly Finding[] {
  return [
    ...futureDates(facts, today),
    ...joining(facts, today, settings),
    ...(facts.personType === personTypeFull ? regular(facts, settings) : []),
    ...(facts.personType === personTypeProbationary ? probationary(facts, today, settings) : []),
  ]
}
