import { lostStatusLabels } from '../labels/lostCases.ts'
import { formatPartialDate, lastDay } from '../lib/dates.ts'
import { type Finding, makeFinding, severities } from './finding.ts'
import type { LostStatus } from './lostCases.ts'
import { type LostDay, type LostFacts, lostStage, searchDone, sixMonthsOn, twoYearsOn } from './lostDates.ts'
import { personTypeProbationary } from './memberFacts.ts'
import { isCountedStatus } from './partyStatus.ts'
import type { RuleSettings } from './settings.ts'

const basisStop = '《党员教育管理工作条例》第24条'
const basisSearch = `${basisStop}；查找方式和轮次为地方惯例，可以设置`
const basisApproval = `${basisStop}；批准权限由各地规定（待核）`
const basisProbationary = '失联党员处置有关规定（待核）'
const decidedByBranch = '须经党支部讨论决定、上级批准，系统不改变党籍'

const isProbationary = ({ personType }: LostFacts) => personType === personTypeProbationary

function sinceMissing({ since }: LostFacts): readonly Finding[] {
  if (since !== null) return []
  const message = '没有失去联系日期，算不出满 6 个月的日子，请核实后登记'
  return [makeFinding('LOST_SINCE_MISSING', 'yellow', 'since', message, basisStop)]
}

/** FLO-20: six months gone and no meeting has decided. */
function decisionDue(facts: LostFacts, { today, settings }: LostDay): readonly Finding[] {
  const due = sixMonthsOn(facts, settings)
  if (facts.status !== 'searching' || due === null || today < due) return []
  const months = settings['member.lostMonths']
  const since = `已于${formatPartialDate(due)}满 ${months} 个月`
  if (!isProbationary(facts)) {
    const message = `${since}，还没有停止党籍的决定；查找无果的应召开会议研究停止党籍，${decidedByBranch}`
    return [makeFinding('FLO-20', 'orange', 'stopOn', message, basisStop)]
  }
  const what = facts.isAbroad ? '出国（境）定居的不再保留预备党员资格' : '在国内的应研究取消预备党员资格'
  const message = `${since}；预备党员失去联系不作停止党籍，${what}，${decidedByBranch}`
  return [makeFinding('FLO-20', 'orange', 'endedOn', message, basisProbationary)]
}

/** At least three ways in at least two rounds, asked when it is to be decided and of what was decided. */
function searchedEnough(facts: LostFacts, day: LostDay): readonly Finding[] {
  const { status } = facts
  if (status === 'found' || status === 'restored') return []
  const isDecided = status !== 'searching'
  if (!isDecided && lostStage(facts, day) !== 'sixMonths') return []
  const { ways, rounds } = searchDone(facts.attempts)
  const [waysMin, roundsMin] = [day.settings['lost.waysMin'], day.settings['lost.roundsMin']]
  if (ways >= waysMin && rounds >= roundsMin) return []
  const advice = isDecided ? '请把当时的查找情况补记齐全' : '请继续查找并逐次记录，再作决定'
  const message = `已登记 ${ways} 种方式、${rounds} 轮查找，一般不少于 ${waysMin} 种方式、${roundsMin} 轮，${advice}`
  return [makeFinding('LOST_ATTEMPTS', 'yellow', 'attempts', message, basisSearch)]
}

/** A decision taken before six months were over, and of somebody it is not meant for. */
function stopDecision(facts: LostFacts, settings: RuleSettings): readonly Finding[] {
  const { stopOn } = facts
  if (stopOn === null && facts.status !== 'stopped') return []
  const found: Finding[] = []
  const due = sixMonthsOn(facts, settings)
  if (stopOn !== null && due !== null && lastDay(stopOn) < due) {
    const message = `停止党籍的决定早于失去联系满 ${settings['member.lostMonths']} 个月（${formatPartialDate(due)}），请核对日期`
    found.push(makeFinding('MEM-02', 'red', 'stopOn', message, basisStop))
  }
  if (isProbationary(facts)) {
    const message = '预备党员没有停止党籍，失去联系的应取消预备党员资格，请核对人员类别或更正处置'
    found.push(makeFinding('LOST_PROBATIONARY', 'red', 'stopOn', message, basisProbationary))
  }
  const missing = [
    ...(stopOn === null ? ['决定日期'] : []),
    ...(facts.stopMeeting === null ? ['会议'] : []),
    ...(facts.stopApprovedBy === null ? ['批准机关'] : []),
    ...(facts.stopDoc === null ? ['文号'] : []),
  ]
  if (missing.length > 0) {
    const message = `停止党籍须经会议决定并报批（备案），还没有登记${missing.join('、')}`
    found.push(makeFinding('LOST_DECISION', 'yellow', 'stopOn', message, basisApproval))
  }
  return found
}

/** FLO-21: two years after the stop and nothing decided. FLO-22: what the stop means meanwhile. */
function stopped(facts: LostFacts, { today, settings }: LostDay): readonly Finding[] {
  if (facts.status !== 'stopped') return []
  const years = settings['member.stoppedYears']
  const due = twoYearsOn(facts, settings)
  const isDue = due !== null && today >= due
  const uncounted = makeFinding(
    'FLO-22',
    'blue',
    'status',
    '停止党籍期间不计入党员数、不计应到会人数、不收党费',
    basisStop,
  )
  if (facts.foundOn !== null) {
    const late = isDue ? `；停止党籍已满 ${years} 年，恢复须有上级批准文件` : ''
    const message = `${formatPartialDate(facts.foundOn)}已取得联系：由本人书面申请，支部讨论，上级批准后恢复党籍${late}`
    return [uncounted, makeFinding('FLO-21', isDue ? 'red' : 'blue', 'restoreApprovedOn', message, basisStop)]
  }
  if (!isDue) return [uncounted]
  const message = `已于${formatPartialDate(due)}停止党籍满 ${years} 年，仍未处置；仍无法取得联系的按自行脱党除名，${decidedByBranch}`
  return [uncounted, makeFinding('FLO-21', 'red', 'endedOn', message, basisStop)]
}

/** MEM-02: what a restoration and an expulsion rest on. */
function outcome(facts: LostFacts, settings: RuleSettings): readonly Finding[] {
  const due = twoYearsOn(facts, settings)
  const years = settings['member.stoppedYears']
  const { status, restoreApprovedOn, endedOn } = facts
  const found: Finding[] = []
  if (status === 'restored') {
    if (due !== null && restoreApprovedOn !== null && restoreApprovedOn > due) {
      const message = `停止党籍超过 ${years} 年后恢复，一般按自行脱党除名处理，请核对批准文件`
      found.push(makeFinding('MEM-02', 'red', 'restoreApprovedOn', message, basisStop))
    }
    const missing = [
      ...(facts.restoreAppliedOn === null ? ['本人书面申请'] : []),
      ...(facts.restoreDiscussedOn === null ? ['支部讨论'] : []),
    ]
    if (missing.length > 0) {
      const message = `恢复党籍须本人申请、支部讨论、上级批准，还没有登记${missing.join('、')}日期`
      found.push(makeFinding('LOST_DECISION', 'yellow', 'restoreAppliedOn', message, basisStop))
    }
  }
  if (status === 'expelled' && due !== null && endedOn !== null && endedOn < due) {
    const message = `除名的决定早于停止党籍满 ${years} 年（${formatPartialDate(due)}），请核对日期`
    found.push(makeFinding('MEM-02', 'red', 'endedOn', message, basisStop))
  }
  if ((status === 'expelled' || status === 'revoked') && facts.endedApprovedBy === null) {
    const message = '除名、取消预备党员资格须报上级党组织批准，还没有登记批准机关'
    found.push(makeFinding('LOST_DECISION', 'yellow', 'endedApprovedBy', message, basisApproval))
  }
  return found
}

const statusMeans: Readonly<Record<LostStatus, (facts: LostFacts) => boolean>> = {
  searching: ({ partyStatus, isMarkedLost }) => isCountedStatus(partyStatus) && isMarkedLost,
  stopped: ({ partyStatus }) => partyStatus === 'TZ',
  // Whatever happened to somebody afterwards has nothing to do with this case any more.
  restored: () => true,
  expelled: () => true,
  revoked: () => true,
  found: () => true,
}

/** The roster says something else than the open case: somebody has changed one of them alone. */
function contradictsRoster(facts: LostFacts): readonly Finding[] {
  if (statusMeans[facts.status](facts)) return []
  const isUnmarked = facts.status === 'searching' && isCountedStatus(facts.partyStatus)
  const roster = isUnmarked ? '花名册没有标为失联' : '花名册上的党籍状态与此不符'
  const message = `这里登记为“${lostStatusLabels[facts.status]}”，${roster}，请核对后改正其中一处`
  return [makeFinding('LOST_MISMATCH', 'yellow', 'status', message, basisStop)]
}

/** FLO-20 to 22, MEM-02 and what a case must have: of one 失联处置 on a day, the worst first. Warns only; a status is never changed by it. */
export function lostFindings(facts: LostFacts, day: LostDay): readonly Finding[] {
  const found = [
    ...sinceMissing(facts),
    ...decisionDue(facts, day),
    ...searchedEnough(facts, day),
    ...stopDecision(facts, day.settings),
    ...stopped(facts, day),
    ...outcome(facts, day.settings),
    ...contradictsRoster(facts),
  ]
  return found.toSorted((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity))
}
