import type { Database } from '#db/database.ts'
import type { SignedInAccount } from '#shared/contract/accounts.ts'
import type { ExportedDocument } from '#shared/contract/documents.ts'
import type { AttendanceRow, GridCell, GridRow } from '#shared/contract/meetingRows.ts'
import type { RouteInput } from '#shared/contract/routes.ts'
import { dutyKinds } from '#shared/domain/meetings/duties.ts'
import type { PeriodLength } from '#shared/domain/meetings/periods.ts'
import { meetingKindShort } from '#shared/labels/meetings.ts'
import type { Ports } from '../ports.ts'
import { readDutyGrid } from '../records/dutyGrid.ts'
import { readAttendance } from '../records/meetingAttendance.ts'
import type { LedgerColumn, LedgerTable, LedgerValues } from './ledger.ts'
import { exportLedger, type Frame } from './ledgerExport.ts'

const column = (header: string, weight: number, align: LedgerColumn['align'] = 'center'): LedgerColumn => ({
  header,
  weight,
  align,
})

const percent = (done: number, owed: number): string =>
  owed === 0 ? '' : `${((done / owed) * 100).toFixed(1)}%`

/** What counts of a cell: its groups where it has some, else one; nothing while its time runs and it is not done. */
function countOf({ state, groups }: GridCell): { readonly done: number; readonly owed: number } {
  if (state === 'open' || state === 'near')
    return groups === null ? { done: 0, owed: 0 } : { done: groups.done, owed: groups.done }
  return groups ?? { done: state === 'done' ? 1 : 0, owed: 1 }
}

/** 已开/应开 of one period; empty while nothing of it is due. */
function cellText(cells: readonly GridCell[], length: PeriodLength, no: number): string {
  const counts = cells.filter((cell) => cell.length === length && cell.no === no).map(countOf)
  const sum = (key: 'done' | 'owed') => counts.reduce((all, each) => all + each[key], 0)
  return sum('owed') === 0 ? '' : `${sum('done')}/${sum('owed')}`
}

const periodName: Readonly<Record<PeriodLength, (no: number) => string>> = {
  month: (no) => `${no}月`,
  quarter: (no) => `第${no}季度`,
  year: () => '年度',
}

/** 支委会：3月、5月；党课：第2季度. */
function gapsText({ cells }: GridRow): string {
  const isGap = ({ state }: GridCell) => state === 'missing' || state === 'draft'
  return dutyKinds
    .flatMap((kind) => {
      const gaps = cells.filter((cell) => cell.kind === kind && isGap(cell))
      const names = gaps.map(({ length, no, state, groups }) => {
        const some = groups === null || groups.done === 0 ? '' : `（${groups.owed - groups.done}个组）`
        return `${periodName[length](no)}${some}${state === 'draft' ? '（只有草稿）' : ''}`
      })
      return names.length === 0 ? [] : [`${meetingKindShort[kind]}：${names.join('、')}`]
    })
    .join('；')
}

const numbers = (length: number) => Array.from({ length }, (_, n) => n + 1)

/** LIFE-15: 12 months, 4 quarters and the year of every branch, then who lacks what. */
export function completionValues(rows: readonly GridRow[], year: number, frame: Frame): LedgerValues {
  const lacking = rows.filter(({ missing }) => missing > 0)
  const all: LedgerTable = {
    heading: '完成情况',
    columns: [
      column('序号', 4),
      column('党支部', 18.5, 'left'),
      ...numbers(12).map((no) => column(`${no}月`, 4.1)),
      ...numbers(4).map((no) => column(`${no}季度`, 5)),
      column('年度', 4.2),
      column('完成率', 5.6),
    ],
    rows: rows.map(({ organizationName, cells, done, owed }, index) => [
      `${index + 1}`,
      organizationName,
      ...numbers(12).map((no) => cellText(cells, 'month', no)),
      ...numbers(4).map((no) => cellText(cells, 'quarter', no)),
      cellText(cells, 'year', 1),
      percent(done, owed),
    ]),
    empty: '没有应开三会一课的党支部。',
  }
  const gaps: LedgerTable = {
    heading: '缺项',
    columns: [
      column('序号', 4),
      column('党支部', 18, 'left'),
      column('缺少的会议', 66, 'left'),
      column('缺', 5),
    ],
    rows: lacking.map((row, index) => [
      `${index + 1}`,
      row.organizationName,
      gapsText(row),
      `${row.missing}次`,
    ]),
    empty: '没有缺项。',
  }
  return {
    ...frame,
    title: `${year}年三会一课完成率表`,
    tables: [all, gaps],
    rows: rows.length,
    notes: [
      '格内为已开次数和应开次数：按月的有支委会、党小组会、主题党日，按季度的有党员大会、党课，按年度的有组织生活会、民主评议党员。',
      '没有设支委会的党支部不计支委会，没有党小组的不计党小组会；期间未满、尚未召开的不计应开；只有草稿的不算已开。',
    ],
  }
}

export function exportCompletion(
  db: Database,
  { organizationId, year, format }: RouteInput<'documents.exportCompletion'>,
  account: SignedInAccount,
  ports: Ports,
): Promise<ExportedDocument> {
  const { rows } = readDutyGrid(db.read, { organizationId, year, kind: null }, ports.clock.today())
  return exportLedger(db, { organizationId, format }, account, ports, (frame) =>
    completionValues(rows, year, frame),
  )
}

/** 出勤率表 of a branch: LIFE-10 to LIFE-12. */
export function attendanceValues(
  rows: readonly AttendanceRow[],
  { year, countsOnly }: { readonly year: number; readonly countsOnly: number },
  frame: Frame,
): LedgerValues {
  const table: LedgerTable = {
    heading: null,
    columns: [
      column('序号', 4),
      column('姓名', 10),
      column('应参加', 7),
      column('到会', 7),
      column('请假', 7),
      column('缺席', 7),
      column('已补学', 7),
      column('待补学', 7),
      column('出勤率', 8),
      column('说明', 30, 'left'),
    ],
    rows: rows.map((row, index) => [
      `${index + 1}`,
      row.name,
      `${row.asked}`,
      `${row.present}`,
      `${row.excused}`,
      `${row.absent}`,
      `${row.madeUp}`,
      `${row.toMakeUp.length}`,
      percent(row.rate.present, row.rate.owed),
      [row.isFrail ? '年老体弱，送学上门，缺席不计' : '', ...row.findings.map(({ message }) => message)]
        .filter((text) => text !== '')
        .join('；'),
    ]),
    empty: '这一年还没有登记到会名单。',
  }
  return {
    ...frame,
    title: `${year}年组织生活出勤率表`,
    tables: [table],
    notes: [
      '出勤率＝到会次数÷（应参加次数－请假次数）；列席不计；年老体弱、失能党员未到会的不计入分母。',
      ...(countsOnly === 0 ? [] : [`另有${countsOnly}次会议只登记了人数，没有名单，不在表内。`]),
    ],
  }
}

export function exportAttendance(
  db: Database,
  { organizationId, year, format }: RouteInput<'documents.exportAttendance'>,
  account: SignedInAccount,
  ports: Ports,
): Promise<ExportedDocument> {
  const { rows, countsOnly } = readAttendance(db.read, { organizationId, year })
  return exportLedger(db, { organizationId, format }, account, ports, (frame) =>
    attendanceValues(rows, { year, countsOnly }, frame),
  )
}
