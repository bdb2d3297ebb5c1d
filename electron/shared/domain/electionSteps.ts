import { addMonths, type DateOnly } from '../lib/dates.ts'
import { electionWords } from './electionWords.ts'
import type { ElectionDocument } from './electionDocuments.ts'
import type { Finding } from './finding.ts'
import { makeFinding } from './finding.ts'
import type { OrganizationType } from './organizationKinds.ts'
import type { RuleSettings } from './settings.ts'

export interface ElectionStep {
  /** 1 to 12. */
  readonly no: number
  readonly title: string
  /** What is done, in one sentence. */
  readonly sentence: string
  readonly documents: readonly ElectionDocument[]
  /** Whether a paper with a number belongs to it. */
  readonly hasDocNo: boolean
}

/** 大会选举, 备案和批准: the steps whose days the election itself is known by. */
export const meetingStep = 8
export const approvalStep = 11

/** The flow card of domain 1.4 for an organisation; without a committee (ORG-41) the meeting elects the secretary itself. */
export function electionSteps(type: OrganizationType, isDirect: boolean): readonly ElectionStep[] {
  const { organ } = electionWords(type)
  const step = (
    no: number,
    title: string,
    sentence: string,
    documents: readonly ElectionDocument[] = [],
    hasDocNo = false,
  ): ElectionStep => ({ no, title, sentence, documents, hasDocNo })
  return [
    step(
      1,
      '研究换届',
      isDirect ? '召开党员大会研究换届工作。' : `召开${organ}研究换届工作（届满前 1 至 2 个月）。`,
    ),
    step(2, '报换届请示', '向上级请示时间、议程、名额、提名和选举办法，附上届工作报告。', ['request'], true),
    step(3, '上级批复', '收到同意换届的批复，登记日期和文号。', ['reply'], true),
    step(
      4,
      '推荐候选人',
      isDirect
        ? '党员推荐，按多数党员的意见确定候选人预备人选。'
        : `党员推荐，${organ}按多数党员的意见确定候选人预备人选。`,
    ),
    step(5, '报预备人选请示', '向上级请示候选人预备人选。', ['candidateRequest'], true),
    step(6, '预备人选批复', '上级审查同意候选人预备人选，登记日期和文号。', ['candidateReply'], true),
    step(7, '会前准备', '通知党员，布置会场，准备选票、票箱和选举办法。', [
      'method',
      'ballot',
      'tellers',
      'script',
    ]),
    isDirect
      ? step(meetingStep, '大会选举', '召开党员大会，无记名投票直接选举书记、副书记。', ['script'])
      : step(meetingStep, '大会选委员', '召开党员大会，无记名投票差额选举委员。', ['script']),
    isDirect
      ? step(9, '选书记、副书记', '不设委员会，书记、副书记已由党员大会直接选举，本步不需要办理。')
      : step(9, '选书记、副书记', `新一届${organ}第一次会议等额选举书记、副书记。`),
    step(10, '报选举结果', '向上级报告选举结果。', ['result'], true),
    step(
      approvalStep,
      '备案和批准',
      isDirect ? '书记、副书记报上级批准。' : '委员报上级备案，书记、副书记报上级批准。',
      [],
      true,
    ),
    step(12, '分工、公布、归档', '新班子分工，公布结果，材料归档。'),
  ]
}

/** Steps dated before one that comes first: shown, never refused. */
export function stepFindings(
  steps: readonly ElectionStep[],
  doneOn: ReadonlyMap<number, DateOnly>,
): readonly (Finding & { readonly stepNo: number })[] {
  return steps.flatMap(({ no, title }) => {
    const on = doneOn.get(no)
    if (on === undefined) return []
    const later = steps
      .filter((before) => before.no < no)
      .findLast((before) => (doneOn.get(before.no) ?? '') > on)
    if (!later) return []
    const message = `第 ${no} 步“${title}”（${on}）早于第 ${later.no} 步“${later.title}”（${doneOn.get(later.no) ?? ''}），请核对日期`
    const basis = '《支部工作条例》第21条（待核）'
    return [{ ...makeFinding('ELECTION_STEPS', 'yellow', `step${no}`, message, basis), stepNo: no }]
  })
}

/** ORG-11: well before the term is up an election needs the superior's approval like a late one. */
export function earlyFindings(
  { dueOn, meetingOn }: { readonly dueOn: DateOnly | null; readonly meetingOn: DateOnly | null },
  settings: Pick<RuleSettings, 'org.remindMonths.letter'>,
): readonly Finding[] {
  const months = settings['org.remindMonths.letter']
  if (dueOn === null || meetingOn === null || meetingOn >= addMonths(dueOn, -months)) return []
  const message = `本届 ${dueOn} 才届满，早 ${months} 个月以上换届属于提前换届，须报上级党组织批准`
  const basis = '《中国共产党基层组织选举工作条例》第3条'
  return [makeFinding('ORG-11', 'yellow', 'meetingOn', message, basis)]
}

/** ORG-14: an election is complete with the meeting on record and the superior's approval of 书记 and 副书记. */
export function completionFindings({
  meetingOn,
  approvedOn,
  filedOn,
  isDirect,
}: {
  readonly meetingOn: DateOnly | null
  readonly approvedOn: DateOnly | null
  readonly filedOn: DateOnly | null
  readonly isDirect: boolean
}): readonly Finding[] {
  const basis = '地方惯例（待核）'
  const found: Finding[] = []
  if (meetingOn === null)
    found.push(makeFinding('ORG-14', 'yellow', 'meetingOn', '还没有登记选举大会的日期', basis))
  if (approvedOn === null) {
    const message = '书记、副书记的上级批复日期还没有登记，有大会记录和批复才算换届完成'
    found.push(makeFinding('ORG-14', 'yellow', 'approvedOn', message, basis))
  }
  if (filedOn === null && !isDirect)
    found.push(makeFinding('ORG-14', 'blue', 'filedOn', '委员报上级备案的日期还没有登记', basis))
  return found
}
