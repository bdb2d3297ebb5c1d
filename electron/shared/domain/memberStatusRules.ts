import { addMonths, addYears, formatPartialDate, lastDay } from '../lib/dates.ts'
import type { DateOnly } from '../lib/dates.ts'
import { makeFinding } from './finding.ts'
import type { Finding } from './finding.ts'
import { joinKindRestored } from './memberFacts.ts'
import type { MemberFacts } from './memberFacts.ts'
import { checkTransition, isCountedStatus, isPartyStatus, statusKindFindings } from './partyStatus.ts'
import type { RuleSettings } from './settings.ts'

const basisStop = '《党员教育管理工作条例》第24条'
const basisCorrection = '《党员教育管理工作条例》第30条、第31条'
const decidedByBranch = '须经党支部讨论决定、上级批准，系统不改变党籍'

/** MEM-01: abroad for more than five years. */
function abroad(facts: MemberFacts, today: DateOnly, settings: RuleSettings): readonly Finding[] {
  const years = settings['member.abroadYears']
  if (facts.abroadSince === null || today <= addYears(lastDay(facts.abroadSince), years)) return []
  const message = `${formatPartialDate(facts.abroadSince)}出国（境），已超过 ${years} 年；长期定居或学习研究超过 ${years} 年未归的一般停止党籍，${decidedByBranch}`
  return [makeFinding('MEM-01', 'yellow', 'abroadSince', message, basisStop)]
}

/** MEM-02: lost for six months. */
function lost(facts: MemberFacts, today: DateOnly, settings: RuleSettings): readonly Finding[] {
  if (facts.isLost !== true) return []
  if (facts.lostSince === null) {
    const message = '已标为失联党员，请登记失去联系日期'
    return [makeFinding('LOST_SINCE_MISSING', 'yellow', 'lostSince', message, basisStop)]
  }
  const months = settings['member.lostMonths']
  if (today < addMonths(lastDay(facts.lostSince), months)) return []
  const message = `${formatPartialDate(facts.lostSince)}起失去联系，已满 ${months} 个月；经多种方式查找仍无结果的应研究停止党籍，${decidedByBranch}`
  return [makeFinding('MEM-02', 'yellow', 'isLost', message, basisStop)]
}

/** MEM-02 after the stop, MEM-04, and the limit of 留党察看: a status that stands too long. */
function overdueStatus(facts: MemberFacts, today: DateOnly, settings: RuleSettings): readonly Finding[] {
  const since = facts.partyStatusOn
  if (since === null) return []
  const from = lastDay(since)
  const text = formatPartialDate(since)
  const isLostStop = facts.partyStatusKind === 'TZ-SL' || facts.partyStatusKind === null
  const years = settings['member.stoppedYears']
  if (facts.partyStatus === 'TZ' && isLostStop && today >= addYears(from, years)) {
    const message = `${text}停止党籍，已满 ${years} 年；仍无法取得联系的按自行脱党除名，${decidedByBranch}`
    return [makeFinding('MEM-02', 'red', 'partyStatus', message, basisStop)]
  }
  const correction = settings['member.correctionMonthsMax']
  if (facts.partyStatus === 'XQ' && today > addMonths(from, correction)) {
    const message = `${text}起限期改正，已超过 ${correction} 个月；没有转变的应劝退，劝而不退的除名，${decidedByBranch}`
    return [makeFinding('MEM-04', 'red', 'partyStatus', message, basisCorrection)]
  }
  const observation = settings['member.observationMonthsMax']
  if (facts.partyStatus === 'LC' && today > addMonths(from, observation)) {
    const message = `${text}起留党察看，已超过最长的 ${observation} 个月，请登记恢复党员权利或开除党籍的决定`
    return [makeFinding('OBSERVATION_OVERDUE', 'red', 'partyStatus', message, '《党章》第41条（待核）')]
  }
  return []
}

/** MEM-05: six months without 组织生活, dues or assigned work. A warning only. */
function absent(facts: MemberFacts, settings: RuleSettings): readonly Finding[] {
  const most = settings['member.absentMonths']
  const records = [
    { label: '参加组织生活', months: facts.monthsWithoutLife },
    { label: '交纳党费', months: facts.monthsWithoutDues },
    { label: '做党所分配的工作', months: facts.monthsWithoutWork },
  ]
  return records.flatMap(({ label, months }) => {
    if (months === undefined || months === null || months < most) return []
    const message = `连续 ${months} 个月未${label}，已达 ${most} 个月；无正当理由的按自行脱党处理，${decidedByBranch}`
    return [
      makeFinding('MEM-05', 'red', null, message, '《党章》第9条（待核）、《党员教育管理工作条例》第31条'),
    ]
  })
}

/** MEM-03: whoever is restored needs the superior's paper; and the change itself, when the status has just changed. */
function restored(facts: MemberFacts, today: DateOnly, settings: RuleSettings): readonly Finding[] {
  const [from, to] = [facts.previousPartyStatus ?? null, facts.partyStatus]
  const hasChanged = from !== null && to !== null && isPartyStatus(from) && isPartyStatus(to) && from !== to
  if (hasChanged)
    return checkTransition(from, to, { ...facts, previousSince: null, changedOn: today }, settings)
  if (facts.joinKind !== joinKindRestored || facts.partyStatusDoc !== null) return []
  const message = '入党类型为“恢复党籍”，请登记上级批准恢复的文号'
  return [makeFinding('MEM-03', 'yellow', 'partyStatusDoc', message, basisStop)]
}

/** 党籍: MEM-01 to MEM-05. Absence and time abroad are asked only of those who are still members. */
export function statusFindings(
  facts: MemberFacts,
  today: DateOnly,
  settings: RuleSettings,
): readonly Finding[] {
  const ofMembers = isCountedStatus(facts.partyStatus)
    ? [...abroad(facts, today, settings), ...lost(facts, today, settings), ...absent(facts, settings)]
    : []
  return [
    ...statusKindFindings(facts),
    ...restored(facts, today, settings),
    ...ofMembers,
    ...overdueStatus(facts, today, settings),
  ]
}
