import { addMonths, daysBetween, formatPartialDate } from '../lib/dates.ts'
import { type Finding, makeFinding } from './finding.ts'
import { dueOn, isSoon } from './transferDates.ts'
import type { TransferContext, TransferFacts } from './transferFacts.ts'
import {
  certificateFindings,
  committeeFindings,
  duesFindings,
  letterFindings,
  materialFindings,
} from './transferPaperRules.ts'
import { isOpenTransfer } from './transferStates.ts'

const basisLetter = '组通字〔2006〕45号（待核）'
const basisTransfer = '《党员教育管理工作条例》第25条'

/** All that TRF-01 to TRF-08 say of one transfer today. They warn and change nothing. */
export function transferFindings(facts: TransferFacts, context: TransferContext): readonly Finding[] {
  return [
    ...deadline(facts, context),
    ...receiptNotSent(facts, context),
    ...countedWhere(facts, context),
    ...refusal(facts),
    ...committeeFindings(facts),
    ...certificateFindings(facts, context),
    ...materialFindings(facts),
    ...duesFindings(facts),
    ...letterFindings(facts, context),
  ]
}

/** TRF-01: yellow from five days before the last day, red after it. */
function deadline(facts: TransferFacts, { today, settings }: TransferContext): readonly Finding[] {
  const due = dueOn(facts, settings)
  // Our own receipt that is late is TRF-02.
  if (due === null || (facts.direction === 'in' && facts.status === 'accepted')) return []
  const [what, next] =
    facts.status === 'accepted'
      ? ['对方已接收，回执', '请向对方党委催要回执']
      : facts.direction === 'out'
        ? ['介绍信', '请联系本人和对方党委，逾期的收回原信、重新开具']
        : ['对方开来的介绍信', '请尽快办理接收，逾期的请对方重新开具']
  const day = formatPartialDate(due)
  if (today > due)
    return [
      finding(
        'TRF-01',
        'red',
        'expireOn',
        `${what}应在${day}前办结，已逾期 ${daysBetween(due, today)} 天；${next}`,
      ),
    ]
  if (!isSoon(due, today, settings)) return []
  const left = daysBetween(today, due)
  const when = left === 0 ? '今天到期' : `还有 ${left} 天到期`
  return [finding('TRF-01', 'yellow', 'expireOn', `${what}${when}（${day}）；${next}`)]
}

const finding = (
  code: 'TRF-01' | 'TRF-02',
  severity: 'red' | 'yellow',
  field: string,
  message: string,
): Finding => makeFinding(code, severity, field, message, basisLetter)

/** TRF-02: we took somebody in and a month has passed without our receipt. */
function receiptNotSent(
  { direction, status, receivedOn, receiptOn, mode }: TransferFacts,
  { today, settings }: TransferContext,
): readonly Finding[] {
  if (direction !== 'in' || status !== 'accepted' || receivedOn === null || receiptOn !== null) return []
  const months = settings['transfer.receiptMonths']
  if (today <= addMonths(receivedOn, months)) return []
  const what = mode === 'online' ? '未在全国系统办结' : '未寄回执'
  return [
    finding(
      'TRF-02',
      'yellow',
      'receiptOn',
      `${formatPartialDate(receivedOn)}接收，已超过 ${months} 个月${what}，请寄出回执并登记日期`,
    ),
  ]
}

/** TRF-03: in transit a person counts at the old branch, once. */
function countedWhere(
  { direction, status, mode }: TransferFacts,
  { memberStatus }: TransferContext,
): readonly Finding[] {
  if (mode === 'materials' || direction !== 'out' || !isOpenTransfer(status)) return []
  if (memberStatus === 'ZCU')
    return [
      makeFinding(
        'TRF-03',
        'yellow',
        'status',
        '回执未到，花名册却已登记为“已转出”；未接收前仍由原党支部管理，请核对党籍状态',
        basisTransfer,
      ),
    ]
  if (memberStatus === null || status === 'waiting') return []
  return [
    makeFinding(
      'TRF-03',
      'blue',
      'status',
      '回执到达前，仍在我方党支部花名册，由原党支部管理并计入党员数；回执到了再登记，党籍状态才改为“已转出”',
      basisTransfer,
    ),
  ]
}

/** TRF-04: nobody is turned away without a reason, and the superior hears of it. */
function refusal({ status, endReason, reportedTo }: TransferFacts): readonly Finding[] {
  if (status !== 'returned') return []
  const found: Finding[] = []
  if (endReason === null)
    found.push(
      makeFinding('TRF-04', 'block', 'endReason', '没有正当理由不得拒转拒接，退回须写明理由', basisTransfer),
    )
  if (reportedTo === null)
    found.push(
      makeFinding(
        'TRF-04',
        'yellow',
        'reportedTo',
        '退回（拒接）的情况须报告上级党组织，请登记报告了哪个上级',
        basisTransfer,
      ),
    )
  return found
}
