import { addDays, addMonths, daysBetween, firstDay, formatPartialDate, lastDay } from '../lib/dates.ts'
import { makeFinding, severities } from './finding.ts'
import type { Finding } from './finding.ts'
import type { MobilityDirection } from './mobility.ts'
import { isOpenMobility } from './mobility.ts'
import {
  contactMonthsOf,
  isSilent,
  type MobilityFacts,
  nextContactDue,
  proposesLostCase,
  type RuleDay,
  silentMonthsOf,
  silentSince,
} from './mobilityDue.ts'
import { placeContradiction } from './mobilityPlaces.ts'

const basisMobility = '中办《关于进一步加强和改进流动党员管理工作的意见》（2024）'
const basisEducation = '《党员教育管理工作条例》第32至34条'
const basisTransfer = `${basisMobility}、《党员教育管理工作条例》第25条`
const basisOffice = `${basisEducation}；联系间隔为地方惯例，可以设置`
const basisCertificate = '组通字〔2006〕45号'

/** FLO-01: away for six months and not registered. */
function registration(
  { direction, outOn, isRegistered }: MobilityFacts,
  { today, settings }: RuleDay,
): readonly Finding[] {
  const months = settings['floating.registerMonths']
  if (direction !== 'LC' || isRegistered || outOn === null || today < addMonths(lastDay(outOn), months))
    return []
  const message = `${formatPartialDate(outOn)}外出，已满 ${months} 个月，符合流动党员认定（连续 ${months} 个月以上不能参加所在党支部活动），请登记为流动党员`
  return [makeFinding('FLO-01', 'yellow', 'isRegistered', message, basisMobility)]
}

/** FLO-02: settled elsewhere for six months, the membership should follow. Nobody's membership goes abroad. */
function transfer(
  { direction, outOn, kind, isTransferable }: MobilityFacts,
  { today, settings }: RuleDay,
): readonly Finding[] {
  const months = settings['floating.transferMonths']
  if (isTransferable !== true || kind === 'abroad' || outOn === null) return []
  if (today < addMonths(lastDay(outOn), months)) return []
  const what =
    direction === 'LC' ? '应把组织关系转到所在地（应转尽转）' : '应督促其把组织关系转到本地（应转尽转）'
  const message = `在固定单位或住所已满 ${months} 个月，${what}`
  return [makeFinding('FLO-02', 'blue', 'isTransferable', message, basisTransfer)]
}

/** FLO-03: whoever came in reports within 30 days, and the organisation he comes from is asked. */
function reporting(facts: MobilityFacts, { today, settings }: RuleDay): readonly Finding[] {
  const days = settings['floating.reportDays']
  if (facts.direction !== 'LR') return []
  const cameOn = facts.outOn === null ? facts.recordedOn : lastDay(facts.outOn)
  const from = cameOn < facts.recordedOn ? cameOn : facts.recordedOn
  if (daysBetween(from, today) <= days) return []
  const { isOriginAsked } = facts.contacts
  const missing = [facts.reportedOn === null ? '报到' : '', isOriginAsked ? '' : '与流出地党组织联系'].filter(
    (part) => part !== '',
  )
  if (missing.length === 0) return []
  const message = `流入已超过 ${days} 天，还没有${missing.join('，也没有')}的记录，请督促报到并联系流出地党组织`
  return [makeFinding('FLO-03', 'yellow', 'reportedOn', message, basisMobility)]
}

/** FLO-04: too long without a contact; with several attempts unanswered a case of 失联 is proposed, never opened. */
function contact(facts: MobilityFacts, { today, settings }: RuleDay): readonly Finding[] {
  const months = contactMonthsOf(facts, settings)
  const due = nextContactDue(facts, settings)
  if (due === null || today <= due) return []
  const { lastReachedOn, unanswered } = facts.contacts
  const from = formatPartialDate(silentSince(facts))
  const never = unanswered === 0 ? '没有联系记录' : '一直没有联系上'
  const text = lastReachedOn === null ? `自${from}起${never}` : `上次联系上是${from}`
  const on = (severity: 'orange' | 'yellow', message: string) => [
    makeFinding('FLO-04', severity, 'contacts', message, basisOffice),
  ]
  if (!isSilent(facts, { today, settings })) return on('yellow', `${text}，已超过 ${months} 个月，应当联系`)
  const silence = `${text}，已超过 ${silentMonthsOf(facts, settings)} 个月`
  if (!proposesLostCase(facts, { today, settings })) return on('orange', `${silence}，请尽快多渠道联系`)
  return on(
    'orange',
    `${silence}，其间 ${unanswered} 次联系不上。建议转入失联处置，是否失联由党组织核实后登记`,
  )
}

/** FLO-05: in December the report of the year, in January that of the year past, from whoever was away for half of it. */
function annualReport(
  { direction, outOn, annualReportOn }: MobilityFacts,
  { today, settings }: RuleDay,
): readonly Finding[] {
  const month = today.slice(5, 7)
  if (direction !== 'LC' || outOn === null || (month !== '12' && month !== '01')) return []
  const year = Number(today.slice(0, 4)) - (month === '12' ? 0 : 1)
  const away = addMonths(lastDay(outOn), settings['floating.registerMonths'])
  if (Number(away.slice(0, 4)) > year) return []
  if (annualReportOn !== null && Number(annualReportOn.slice(0, 4)) >= year) return []
  const message = `还没有 ${year} 年的年度汇报记录，外出党员每年至少向党组织汇报一次`
  return [makeFinding('FLO-05', 'yellow', 'annualReportOn', message, `${basisEducation}（每年一次，待核）`)]
}

/** FLO-08: the certificate runs out within 30 days, or has. */
function certificate({ certExpiresOn }: MobilityFacts, { today, settings }: RuleDay): readonly Finding[] {
  if (certExpiresOn === null) return []
  const last = lastDay(certExpiresOn)
  const days = settings['floating.certificateDays']
  if (today < addDays(last, -days)) return []
  const message =
    today > last
      ? `流动党员活动证已于${formatPartialDate(certExpiresOn)}到期，请换发或核销`
      : `流动党员活动证${formatPartialDate(certExpiresOn)}到期（${days} 天之内），请换发或核实`
  return [makeFinding('FLO-08', 'yellow', 'certExpiresOn', message, basisCertificate)]
}

/** Dates that cannot be, and a place that contradicts the kind: kept as written, and said. */
function contradictions(facts: MobilityFacts, { today }: RuleDay): readonly Finding[] {
  const why = placeContradiction(facts.kind, facts.destination)
  const basis = '登记内容前后应一致'
  return [
    ...(why === null ? [] : [makeFinding('MOBILITY_PLACE', 'yellow', 'kind', `${why}，请核对`, basis)]),
    ...(facts.outOn !== null && firstDay(facts.outOn) > today
      ? [makeFinding('DATE_IN_FUTURE', 'yellow', 'outOn', '外出（流入）日期晚于今天，请核对', basis)]
      : []),
  ]
}

/** FLO-06: where somebody away votes. A hint for whoever reads the record, not something found wrong with it. */
export function votingHint(direction: MobilityDirection): Finding {
  const message =
    direction === 'LC'
      ? '表决权、选举权和被选举权在正式组织关系所在的党支部行使；持活动证在流入地参加活动不享有（待核）'
      : '组织关系不在本地，在这里参加活动不享有表决权、选举权和被选举权，也不计入本地党员数（待核）'
  return makeFinding('FLO-06', 'blue', null, message, `${basisCertificate}、流动党员活动证使用说明（待核）`)
}

/** FLO-01 to 05 and 08 for one record, the worst first. Whoever came back or moved on is history and is left alone. */
export function mobilityFindings(facts: MobilityFacts, day: RuleDay): readonly Finding[] {
  if (!isOpenMobility(facts.status)) return []
  const found = [
    ...contact(facts, day),
    ...registration(facts, day),
    ...reporting(facts, day),
    ...annualReport(facts, day),
    ...certificate(facts, day),
    ...contradictions(facts, day),
    ...transfer(facts, day),
  ]
  return found.toSorted((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity))
}
