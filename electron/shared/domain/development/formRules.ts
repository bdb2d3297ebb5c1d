import { makeFinding } from '../finding.ts'
import type { Finding } from '../finding.ts'
import { addMonths, firstDay, formatPartialDate } from '../../lib/dates.ts'
import type { DateOnly, PartialDate } from '../../lib/dates.ts'
import { approvalAct } from './approvalRights.ts'
import type { ActingBody } from './facts.ts'
import type { FormStatus } from './records.ts'
import { citeArticles, ruleSetOn } from './ruleSets.ts'
import type { DevelopmentSettings } from './settings.ts'
import type { CourseState } from './states.ts'

export interface FormFacts {
  readonly status: FormStatus
  readonly issuer: ActingBody
  readonly issuedOn: PartialDate | null
  /** Of the file it was issued for; null for none. */
  readonly state: CourseState | null
  readonly preReviewOn: PartialDate | null
  readonly meetingOn: PartialDate | null
  /** Other booklets that are out for the same person. */
  readonly others: number
}

const early: readonly CourseState[] = ['applicant', 'activist', 'target']
const over: readonly CourseState[] = ['revoked', 'disqualified', 'ended']

/** What is odd about one 志愿书: who issued it (DEV-53), to whom, and whether it should be back by now. */
export function formFindings(
  facts: FormFacts,
  today: DateOnly,
  settings: DevelopmentSettings,
): readonly Finding[] {
  const { status, issuer, issuedOn, state, preReviewOn, meetingOn, others } = facts
  if (status === 'stock' || status === 'voided' || status === 'returned') return []
  const basis = citeArticles(ruleSetOn(issuedOn ?? today, settings), [18], true)
  const found: Finding[] = []
  if (approvalAct(issuer) !== 'approve')
    found.push(
      makeFinding(
        'DEV-53',
        'red',
        'organizationId',
        `由“${issuer.name}”发放，应由有审批权限的党委编号、发放和登记`,
        basis,
      ),
    )
  if (others > 0)
    found.push(
      makeFinding('FORM_TWICE', 'red', 'fileId', '同一人手上还有另一本志愿书，请收回或作废其中一本', basis),
    )
  if (status !== 'issued') return found
  if (issuedOn !== null && preReviewOn !== null && firstDay(issuedOn) < firstDay(preReviewOn))
    found.push(
      makeFinding(
        'FORM_EARLY',
        'yellow',
        'issuedOn',
        `${formatPartialDate(issuedOn)}领用，早于预审合格日${formatPartialDate(preReviewOn)}；预审合格后才发放`,
        basis,
      ),
    )
  if (state !== null && early.includes(state))
    found.push(
      makeFinding(
        'FORM_EARLY',
        'yellow',
        'issuedOn',
        '领用人还没有预审合格（或已退回前面的阶段），请核对或收回',
        basis,
      ),
    )
  if (state !== null && over.includes(state))
    found.push(makeFinding('FORM_OUT', 'orange', 'status', '培养发展已经终止，志愿书还没有收回', basis))
  if (state === 'cleared' && issuedOn !== null && meetingOn === null && isLate(issuedOn, today, settings))
    found.push(
      makeFinding(
        'FORM_OUT',
        'yellow',
        'issuedOn',
        `${formatPartialDate(issuedOn)}领用，已过 ${settings['dev.meetingMonths']} 个月还没有开大会讨论，请催办`,
        basis,
      ),
    )
  return found
}

function isLate(issuedOn: PartialDate, today: DateOnly, settings: DevelopmentSettings): boolean {
  return addMonths(firstDay(issuedOn), settings['dev.meetingMonths']) < today
}
