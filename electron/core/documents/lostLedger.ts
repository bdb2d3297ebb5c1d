import type { LostCaseRow } from '#shared/contract/lostCases.ts'
import type { RuleSettings } from '#shared/domain/settings.ts'
import { codeName } from '#shared/labels/codeTables.ts'
import { lostStatusLabels } from '#shared/labels/lostCases.ts'
import { formatDots, type PartialDate } from '#shared/lib/dates.ts'
import type { LedgerCell, LedgerColumn, LedgerValues } from './ledger.ts'

export const lostLedgerTitle = '失联党员处置台账'

const columns: readonly LedgerColumn[] = [
  { header: '序号', weight: 1, align: 'center' },
  { header: '姓名', weight: 1.7, align: 'center' },
  { header: '所在党支部', weight: 3, align: 'left' },
  { header: '类别', weight: 1.1, align: 'center' },
  { header: '失去联系日期', weight: 2, align: 'center' },
  { header: '满6个月日', weight: 2, align: 'center' },
  { header: '查找情况', weight: 2.6, align: 'left' },
  { header: '停止党籍（日期、会议、批准机关、文号）', weight: 4, align: 'left' },
  { header: '停止满2年日', weight: 2, align: 'center' },
  { header: '恢复、除名或取消资格（日期、批准机关、文号）', weight: 3.6, align: 'left' },
  { header: '状态', weight: 1.8, align: 'center' },
  { header: '备注', weight: 2.2, align: 'left' },
]

const date = (on: PartialDate | null) => (on === null ? '' : formatDots(on))

const joined = (parts: readonly (string | null)[]) =>
  parts.filter((part) => part !== null && part !== '').join('，')

function searched({ ways, rounds, lastTriedOn }: LostCaseRow): string {
  if (lastTriedOn === null) return '没有查找记录'
  return `${ways}种方式、${rounds}轮，最近${formatDots(lastTriedOn)}`
}

/** What is missing of the decision is a gap; before there is one, the cell says so. */
function stop({ memberName, fields, status }: LostCaseRow): LedgerCell {
  const { stopOn, stopMeeting, stopApprovedBy, stopDoc } = fields
  if (stopOn === null) return status === 'stopped' ? { lacks: '停止党籍决定日期', of: memberName } : '—'
  return joined([date(stopOn), stopMeeting, stopApprovedBy, stopDoc])
}

function outcome({ status, fields }: LostCaseRow): string {
  if (status === 'restored')
    return joined(['恢复党籍', date(fields.restoreApprovedOn), fields.restoreApprovedBy, fields.restoreDoc])
  if (status === 'expelled' || status === 'revoked')
    return joined([
      status === 'expelled' ? '按自行脱党除名' : '取消预备党员资格',
      date(fields.endedOn),
      fields.endedApprovedBy,
      fields.endedDoc,
    ])
  return fields.foundOn === null ? '—' : `取得联系，${date(fields.foundOn)}`
}

function rowOf(row: LostCaseRow, index: number): readonly LedgerCell[] {
  const { memberName, fields, sixMonthsOn, twoYearsOn } = row
  const sinceGap: LedgerCell = { lacks: '失去联系日期', of: memberName }
  return [
    String(index + 1),
    memberName,
    row.organizationName,
    (codeName('personType', row.personType) ?? '').replace(/党员$/, ''),
    fields.since === null ? sinceGap : date(fields.since),
    date(sixMonthsOn),
    searched(row),
    stop(row),
    twoYearsOn === null ? '—' : date(twoYearsOn),
    outcome(row),
    lostStatusLabels[row.status],
    fields.remark ?? '',
  ]
}

/** 失联党员处置台账: every case with its dates, searches and decisions. */
export function lostLedger(
  rows: readonly LostCaseRow[],
  settings: RuleSettings,
  rest: Omit<LedgerValues, 'title' | 'tables' | 'notes'>,
): LedgerValues {
  const [months, years] = [settings['member.lostMonths'], settings['member.stoppedYears']]
  return {
    ...rest,
    title: lostLedgerTitle,
    tables: [{ heading: null, columns, rows: rows.map(rowOf), empty: '没有失联党员处置记录。' }],
    notes: [
      `失去联系满${months}个月、经多种方式查找仍无结果的，由党支部（或上级党组织）会议研究停止党籍并按规定报批；停止党籍满${years}年仍无法取得联系的，按自行脱党除名（《党员教育管理工作条例》第24条）。`,
      '停止党籍期间不计入党员数、不计应到会人数、不收党费；预备党员失去联系的，取消预备党员资格，不作停止党籍。',
      '日期只记到年或月的，满6个月日、停止满2年日从该年或该月最后一日起算。',
    ],
  }
}
