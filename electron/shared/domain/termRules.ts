import { addMonths, type DateOnly, daysBetween, formatPartialDate } from '../lib/dates.ts'
import { makeFinding } from './finding.ts'
import type { Finding } from './finding.ts'
import type { RuleSettings } from './settings.ts'
import { effectiveDue, isExtensionApproved, type TermFacts, termState } from './terms.ts'

const basisExtension = '《基层组织选举工作条例》第3条'
const basisRemind = '《支部工作条例》第21条（待核）'
const basisDone = '换届完成的判据（地方惯例）'

export interface RunningTerm extends TermFacts {
  /** 书记、副书记 elected in this term whose approval by the superior is not written down. */
  readonly unapprovedLeaders: readonly string[]
}

interface Context {
  readonly today: DateOnly
  readonly settings: RuleSettings
}

/** ORG-11: an election may be put off by a year at most, and only with the superior's approval. */
function extension(facts: RunningTerm, { settings }: Context): readonly Finding[] {
  const { dueOn, extendedTo } = facts
  if (extendedTo === null) return []
  const found: Finding[] = []
  if (!isExtensionApproved(facts)) {
    const message = '延期换届须报上级党组织批准，批复文号和批准日期都没有登记，按未批准处理'
    found.push(makeFinding('ORG-11', 'yellow', 'extensionDoc', message, basisExtension))
  }
  const months = settings['org.extensionMonthsMax']
  if (dueOn !== null && extendedTo > addMonths(dueOn, months)) {
    const message = `延期至${formatPartialDate(extendedTo)}，超过届满日${formatPartialDate(dueOn)}后 ${months} 个月；延期一般不超过 ${months / 12} 年，超出部分不计`
    found.push(makeFinding('ORG-11', 'yellow', 'extendedTo', message, basisExtension))
  }
  return found
}

/** ORG-12 before the day, ORG-13 after it. */
function due(facts: RunningTerm, { today, settings }: Context): readonly Finding[] {
  const day = effectiveDue(facts, settings)
  if (day === null) return []
  const what = day === facts.dueOn ? '本届届满日' : '批准的延期届满日'
  if (today > day) {
    const late = daysBetween(day, today)
    const why =
      day === facts.dueOn
        ? '没有登记上级批准的延期'
        : `原届满日${facts.dueOn === null ? '未登记' : formatPartialDate(facts.dueOn)}`
    const message = `${what}为${formatPartialDate(day)}，已超期 ${late} 天未换届，${why}；请尽快换届，需要延期的报上级批准`
    return [makeFinding('ORG-13', 'red', 'dueOn', message, basisExtension)]
  }
  const remind = (severity: Finding['severity'], advice: string) => {
    const message = `${what}为${formatPartialDate(day)}，还有 ${daysBetween(today, day)} 天，${advice}`
    return [makeFinding('ORG-12', severity, 'dueOn', message, basisRemind)]
  }
  switch (termState({ ...facts, dueOn: day, extendedTo: null }, today, settings)) {
    case 'oneMonth':
      return remind('orange', '应已报送换届请示；确需延期的，届满前报上级批准')
    case 'threeMonths':
      return remind('yellow', '请召开支委会研究换届，并向上级报送请示')
    case 'sixMonths':
      return remind('blue', '上级应发函或电话提醒做好换届准备')
    default:
      return []
  }
}

/** ORG-14: a new committee stands when its secretary and deputy are approved. */
function completion({ unapprovedLeaders }: RunningTerm): readonly Finding[] {
  if (unapprovedLeaders.length === 0) return []
  const message = `${unapprovedLeaders.join('、')}的上级批复日期没有登记；书记、副书记经上级批准，换届才算完成`
  return [makeFinding('ORG-14', 'blue', 'approvedOn', message, basisDone)]
}

/** ORG-11 to ORG-14 for the term that runs. */
export function termFindings(facts: RunningTerm, context: Context): readonly Finding[] {
  return [...due(facts, context), ...extension(facts, context), ...completion(facts)]
}
