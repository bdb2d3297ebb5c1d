import { codeName } from '../labels/codeTables.ts'
import { addYears, lastDay } from '../lib/dates.ts'
import type { DateOnly, PartialDate } from '../lib/dates.ts'
import { makeFinding } from './finding.ts'
import type { Finding } from './finding.ts'
import { joinKindRestored, personTypeFull, personTypeProbationary } from './memberFacts.ts'
import type { RuleSettings } from './settings.ts'

/** 党籍状态 (domain 2.4); the names are in the partyStatus code table. */
export const partyStatuses = ['ZC', 'LC', 'ZZQL', 'XQ', 'TZ', 'CD', 'SW', 'ZCU'] as const

export type PartyStatus = (typeof partyStatuses)[number]

export function isPartyStatus(text: string): text is PartyStatus {
  return partyStatuses.some((status) => status === text)
}

const counted: ReadonlySet<string> = new Set<PartyStatus>(['ZC', 'LC', 'XQ', 'ZZQL'])

/** STA-01: 正常, 留党察看, 限期改正 and 中止权利 are members; the other four are not counted anywhere. */
export function isCountedStatus(status: string | null): boolean {
  return status !== null && counted.has(status)
}

// Death may follow any status; who is 已转出 may come back by 转入.
const transitions: Readonly<Record<PartyStatus, readonly PartyStatus[]>> = {
  ZC: ['LC', 'ZZQL', 'XQ', 'TZ', 'CD', 'SW', 'ZCU'],
  LC: ['ZC', 'CD', 'SW'],
  ZZQL: ['ZC', 'CD', 'SW'],
  XQ: ['ZC', 'CD', 'SW'],
  TZ: ['ZC', 'CD', 'SW'],
  CD: [],
  SW: [],
  ZCU: ['ZC'],
}

export function allowedTransitions(from: PartyStatus): readonly PartyStatus[] {
  return transitions[from]
}

/** The record after the change, and since when the old status stood. */
export interface TransitionFacts {
  readonly personType: string | null
  readonly joinKind: string | null
  readonly partyStatusKind: string | null
  readonly partyStatusDoc: string | null
  readonly previousSince: PartialDate | null
  readonly changedOn: DateOnly
}

const basisRestore = '《党员教育管理工作条例》第24条'

function nameOf(status: PartyStatus): string {
  return codeName('partyStatus', status) ?? status
}

function restoring(facts: TransitionFacts, settings: RuleSettings): readonly Finding[] {
  const found: Finding[] = []
  const years = settings['member.stoppedYears']
  if (facts.previousSince !== null && facts.changedOn > addYears(lastDay(facts.previousSince), years)) {
    const message = `停止党籍已超过 ${years} 年，一般按自行脱党除名处理，请核对恢复党籍的批准文件`
    found.push(makeFinding('MEM-02', 'red', 'partyStatus', message, basisRestore))
  }
  if (facts.partyStatusDoc === null) {
    const message = '恢复党籍须本人申请、支部讨论、上级审批，请登记批准文号'
    found.push(makeFinding('MEM-02', 'yellow', 'partyStatusDoc', message, basisRestore))
  }
  return found
}

/** MEM-03 and the arrows of the state machine. The kind of the new status is judged by statusKindFindings. */
export function checkTransition(
  from: PartyStatus,
  to: PartyStatus,
  facts: TransitionFacts,
  settings: RuleSettings,
): readonly Finding[] {
  if (from === to) return []
  if (from === 'CD' && to === 'ZC') {
    if (facts.joinKind === joinKindRestored && facts.partyStatusDoc !== null) return []
    const message =
      '劝退、除名、开除党籍的原则上不能恢复党籍，只能重新入党；确经上级批准恢复的，请将入党类型登记为“恢复党籍”并填写批文'
    return [makeFinding('MEM-03', 'block', 'partyStatus', message, basisRestore)]
  }
  if (from === 'TZ' && to === 'ZC') return restoring(facts, settings)
  if (transitions[from].includes(to)) return []
  const message = `党籍状态一般不由“${nameOf(from)}”变为“${nameOf(to)}”，如系更正误登请注明原因`
  return [makeFinding('STATUS_TRANSITION', 'red', 'partyStatus', message, basisRestore)]
}

export interface StatusKindFacts {
  readonly personType: string | null
  readonly partyStatus: string | null
  readonly partyStatusKind: string | null
}

/** 出党 must say how, and the kind must belong to the status and to the person. */
export function statusKindFindings(facts: StatusKindFacts): readonly Finding[] {
  const { partyStatus: status, partyStatusKind: kind, personType } = facts
  const on = (message: string, basis: string) => [
    makeFinding('STATUS_KIND', 'yellow', 'partyStatusKind', message, basis),
  ]
  if (status === null) return []
  if (kind === null) {
    if (status !== 'CD') return []
    return on('已出党的须登记党籍处置类型（除名、劝退、开除党籍等）', '《党员教育管理工作条例》第31条')
  }
  const kindName = codeName('partyStatusKind', kind) ?? kind
  if (!kind.startsWith(`${status}-`)) {
    const statusName = codeName('partyStatus', status) ?? status
    return on(`处置类型“${kindName}”与党籍状态“${statusName}”不符`, basisRestore)
  }
  if (kind === 'CD-QX' && personType === personTypeFull) {
    return on('“取消预备党员资格”只适用于预备党员，人员类别登记为正式党员', '《党章》第7条（待核）')
  }
  if (kind === 'CD-KC' && personType === personTypeProbationary) {
    return on('预备党员没有“开除党籍”，应为“取消预备党员资格”', '《党章》第7条（待核）')
  }
  return []
}
