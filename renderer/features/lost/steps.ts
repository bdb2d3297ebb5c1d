import type { LostCaseDetail } from '#shared/contract/lostCases.ts'
import { formatPartialDate, type PartialDate } from '#shared/lib/dates.ts'

/** What a step's button opens. */
export type LostDeed = 'edit' | 'stop' | 'revoke' | 'restore' | 'expel' | 'found'

export interface LostStep {
  readonly key: string
  readonly title: string
  /** Done, to be done next, or not yet. */
  readonly state: 'done' | 'next' | 'waiting'
  /** What is written down, or when it falls due. */
  readonly text: string
  readonly deeds: readonly { readonly deed: LostDeed; readonly label: string; readonly isMain: boolean }[]
}

const date = (on: PartialDate | null, none: string) => (on === null ? none : formatPartialDate(on))

const joined = (parts: readonly (string | null)[]) =>
  parts.filter((part) => part !== null && part !== '').join('，')

const registered = ({ fields }: LostCaseDetail): LostStep => ({
  key: 'registered',
  title: '登记失联',
  state: 'done',
  text: joined([`${date(fields.since, '日期未登记')}起失去联系`, fields.remark]),
  deeds: [{ deed: 'edit', label: '修改', isMain: false }],
})

function searched({ ways, rounds, status, fields }: LostCaseDetail): LostStep {
  const found = { deed: 'found', label: '登记取得联系', isMain: false } as const
  const isOpen = status === 'searching' || (status === 'stopped' && fields.foundOn === null)
  return {
    key: 'searched',
    title: '多渠道查找',
    state: status === 'searching' ? 'next' : 'done',
    text: joined([
      ways === 0 ? '还没有查找记录' : `已用 ${ways} 种方式、${rounds} 轮`,
      fields.foundOn === null ? null : `${formatPartialDate(fields.foundOn)}取得联系`,
    ]),
    deeds: isOpen ? [found] : [],
  }
}

/** 停止党籍, or of a 预备党员 取消预备党员资格. */
function decided(detail: LostCaseDetail): LostStep {
  const { endsIn, status, fields, sixMonthsOn } = detail
  const isRevoking = endsIn === 'revoke' && fields.stopOn === null
  const isDue = detail.stage === 'sixMonths'
  const title = isRevoking ? '会议决定取消预备党员资格并报批' : '会议决定停止党籍并报批'
  if (status === 'searching') {
    const due =
      sixMonthsOn === null
        ? '没有失去联系日期，算不出满六个月的日子'
        : `${formatPartialDate(sixMonthsOn)}满六个月`
    const deed = isRevoking
      ? ({ deed: 'revoke', label: '登记取消资格', isMain: isDue } as const)
      : ({ deed: 'stop', label: '登记停止党籍', isMain: isDue } as const)
    return { key: 'decided', title, state: isDue ? 'next' : 'waiting', text: due, deeds: [deed] }
  }
  const text = isRevoking
    ? joined([date(fields.endedOn, ''), fields.endedMeeting, fields.endedApprovedBy, fields.endedDoc])
    : joined([date(fields.stopOn, ''), fields.stopMeeting, fields.stopApprovedBy, fields.stopDoc])
  const isSkipped = status === 'found'
  return {
    key: 'decided',
    title,
    state: isSkipped ? 'waiting' : 'done',
    text: isSkipped ? '已找到，不需要' : text,
    deeds: [],
  }
}

function settled(detail: LostCaseDetail): LostStep {
  const { status, fields, twoYearsOn, stage } = detail
  const title = '两年内恢复党籍，或满两年后除名'
  if (status === 'restored')
    return {
      key: 'settled',
      title: '恢复党籍',
      state: 'done',
      text: joined([date(fields.restoreApprovedOn, ''), fields.restoreApprovedBy, fields.restoreDoc]),
      deeds: [],
    }
  if (status === 'expelled')
    return {
      key: 'settled',
      title: '按自行脱党除名',
      state: 'done',
      text: joined([date(fields.endedOn, ''), fields.endedMeeting, fields.endedApprovedBy, fields.endedDoc]),
      deeds: [],
    }
  if (status !== 'stopped') return { key: 'settled', title, state: 'waiting', text: '', deeds: [] }
  return {
    key: 'settled',
    title,
    state: 'next',
    text:
      twoYearsOn === null
        ? '没有停止党籍的日期，算不出满两年的日子'
        : `${formatPartialDate(twoYearsOn)}满两年`,
    deeds: [
      { deed: 'restore', label: '登记恢复党籍', isMain: fields.foundOn !== null },
      { deed: 'expel', label: '登记除名', isMain: stage === 'twoYears' && fields.foundOn === null },
    ],
  }
}

/** The case of 6.4 step by step; a step is taken only by entering what was decided. */
export function stepsOf(detail: LostCaseDetail): readonly LostStep[] {
  const first = [registered(detail), searched(detail), decided(detail)]
  const isWithoutStop =
    detail.status === 'revoked' || (detail.endsIn === 'revoke' && detail.fields.stopOn === null)
  return isWithoutStop ? first : [...first, settled(detail)]
}
